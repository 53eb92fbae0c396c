import { expect, test } from 'vitest';
import { type Clock, readClock, warningAt } from '../../../shared/clock.ts';
import { type Instant, seconds } from '../../../shared/time.ts';
import { at, forum, live, runningClock, team } from '../../gallery/literal.ts';
import { drawingAt } from './drawing.ts';
import { spoken } from './spoken.ts';

const start = at('15:10');

/** All that is said from the start of a clock until well after its end, each message once. */
function heard(show: 'pitch' | 'questions', adjusted = 0): string[] {
  const fresh: Clock = runningClock(show, show === 'pitch' ? 180 : 300, start);
  const clock = { ...fresh, duration: seconds(fresh.duration / 1000 + adjusted) };
  const view = live({ show, team: team('e06'), place: 5, clock }, 5);
  const said: string[] = [];
  for (let second = 0; second < 400; second += 1) {
    const instant = (start + second * 1000) as Instant;
    const text = spoken(forum, view, { ...readClock(clock, instant), warning: warningAt(clock, instant) });
    if (text && text !== said.at(-1)) said.push(text);
  }
  return said;
}

test('five messages for a pitch', () => {
  expect(heard('pitch')).toEqual([
    'Pitch, Cuisiner autrement, 3 minutes.',
    'Il reste 1 minute.',
    'Il reste 30 secondes.',
    'Il reste 10 secondes.',
    'Temps écoulé.',
  ]);
});

test('four messages for the questions', () => {
  expect(heard('questions')).toEqual([
    'Questions du jury, Cuisiner autrement, 5 minutes.',
    'Il reste 1 minute.',
    'Il reste 10 secondes.',
    'Fin du temps des questions.',
  ]);
});

test('time given by hand does not say the start again', () => {
  expect(heard('pitch', 30)).not.toContain('Pitch, Cuisiner autrement, 3 minutes.');
});

test('a name is said with its département', () => {
  const view = live({ show: 'reveal', revealed: [team('e04'), team('e06')], of: 8 }, 16);
  expect(spoken(forum, view, null)).toBe('Projet retenu, 2 sur 8 : Cuisiner autrement, Somme.');
});

test('a draw is said at its opening, then once with the first to pass; the teams between are to be read', () => {
  const order = ['e10', 'e04', 'e08'].map(team);
  const stops = order.map((id, index) => ({ team: id, place: index + 1, is: 'to-come' as const, postponed: false }));
  const view = live({ show: 'draw', numbers: [], drawn: { at: start, order } }, 0, { order: stops });
  const said = new Set<string>();
  for (let since = 0; since < 60_000; since += 250) said.add(spoken(forum, view, null, drawingAt(since, order.length).value));
  expect([...said].map((words) => words.replace(/\s/g, ' '))).toEqual([
    'Tirage de l’ordre de passage.',
    'Tirage : 3 équipes tirées, en premier Projet 10.',
  ]);
});
