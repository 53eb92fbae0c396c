import { pauseClock } from '../../../shared/clock.ts';
import { millis } from '../../../shared/time.ts';
import type { Scene } from '../../../shared/views/live.ts';
import { at, forum, live, room, runningClock, stops, team } from '../../gallery/literal.ts';
import type { ScreenProps } from '../../room.ts';
import type { Views } from '../../shared.ts';

export { default } from './Table.svelte';

type Props = ScreenProps<'forum' | 'live' | 'table'>;

const own = team('e05');
const texts = {
  drama:
    'Un enfant confié change de lieu plusieurs fois. À chaque départ, des photos, des bulletins, des lettres se perdent. À dix-huit ans, il quitte l’aide sociale à l’enfance sans une image de ses premières années.',
  solution:
    'Un album de vie tenu par l’enfant et ses référents, qui le suit partout : on y dépose une photo ou un mot depuis le foyer, l’école ou la famille d’accueil. L’enfant décide qui le lit, et il part avec.',
  implementation:
    'Trois mois, deux maisons de l’enfance de la Somme et douze enfants volontaires. Une référente libérée un jour par semaine, un développeur, un archiviste. Premier album remis au trentième jour.',
};
const tooLong = `${texts.implementation} Au quatre-vingt-dixième : combien d’enfants l’ouvrent, combien de pièces sauvées, et que faut-il pour l’étendre au département entier.`;

const table = (more: Partial<Views['table']> = {}): Views['table'] => ({
  team: own,
  sheet: texts,
  savedAt: at('10:12'),
  writable: false,
  limit: 280,
  ...more,
});

/** The morning, before the brief opens: no day to count on yet. */
const morning = (more: Partial<Views['table']>, room_: Props['room'] = room(at('10:15'))): Props => ({
  views: {
    forum,
    live: live({ show: 'waiting', next: 'brief' }, 0, { phase: 'set-up', zero: null, forecast: null }),
    table: table({ writable: true, ...more }),
  },
  room: room_,
});

/** The afternoon: our team is seventh. */
const afternoon = (
  time: string,
  scene: Scene,
  place: number,
  more: Partial<Views['live']> = {},
  room_: Partial<Props['room']> = {},
): Props => ({
  views: { forum, live: live(scene, place, more), table: table() },
  room: room(at(time), room_),
});

const pitch = (left: number, now: string): Scene => ({ show: 'pitch', team: own, place: 7, clock: runningClock('pitch', left, at(now)) });
const questions = (left: number, now: string): Scene => ({
  show: 'questions',
  team: own,
  place: 7,
  clock: runningClock('questions', left, at(now)),
});
const waiting = (time: string, more?: Partial<Props['room']>): Props =>
  afternoon(time, { show: 'pitch', team: team('e04'), place: 2, clock: runningClock('pitch', 100, at(time)) }, 2, {}, more);
const paused: Scene = {
  show: 'pitch',
  team: own,
  place: 7,
  clock: pauseClock(runningClock('pitch', 107, at('15:25')), at('15:25'), millis(73_000), 'micro'),
};
const retained = ['e10', 'e04', 'e08', 'e06', 'e05', 'e12', 'e07', 'e03'].map(team);

export const states: Record<string, Props> = {
  'sheet-empty': morning({ sheet: { drama: '', solution: '', implementation: '' }, savedAt: null }),
  sheet: morning({}),
  'sheet-over': morning({ sheet: { ...texts, implementation: tooLong } }),
  'sheet-kept': morning(
    {},
    room(at('10:15'), {
      link: { state: 'lost', since: at('10:14') },
      outbox: {
        pending: [{ id: 'a1', draft: { type: 'WriteSheet', part: 'drama', text: texts.drama.slice(0, 110) }, keptAt: at('10:14') }],
        refused: [],
        keep: () => undefined,
        keepWords: () => undefined,
        forget: () => undefined,
      },
    }),
  ),
  brief: afternoon('14:05', { show: 'waiting', next: 'introduction' }, 0, { phase: 'brief' }),
  waiting: waiting('14:46'),
  next: afternoon('15:20', { show: 'questions', team: team('e09'), place: 6, clock: runningClock('questions', 60, at('15:20')) }, 6),
  called: afternoon('15:24', { show: 'called', team: own, place: 7 }, 7),
  pitch: afternoon('15:25', pitch(107, '15:25'), 7),
  'pitch-last-minute': afternoon('15:26', pitch(42, '15:26'), 7),
  'pitch-overtime': afternoon('15:27', pitch(-12, '15:27'), 7),
  paused: afternoon('15:30', paused, 7),
  questions: afternoon('15:28', questions(204, '15:28'), 7),
  'questions-last-minute': afternoon('15:31', questions(9, '15:31'), 7),
  passed: afternoon('15:33', { show: 'between', next: team('e15'), place: 8 }, 8, { order: stops(8, 'to-come') }),
  room: afternoon('15:36', { show: 'pitch', team: team('e15'), place: 8, clock: runningClock('pitch', 95, at('15:36')) }, 8),
  withdrawn: afternoon('14:46', { show: 'between', next: team('e04'), place: 2 }, 2, {
    order: stops(2).map((stop) => (stop.team === own ? { ...stop, is: 'withdrawn' } : stop)),
  }),
  deliberation: afternoon('16:50', { show: 'deliberation', returnAt: at('17:40') }, 16, { phase: 'deliberation' }),
  reveal: afternoon('17:45', { show: 'reveal', revealed: retained.slice(0, 3), of: 8 }, 16, { phase: 'restitution' }),
  laureates: afternoon('17:55', { show: 'laureates', teams: retained, commitments: [] }, 16, { phase: 'restitution' }),
  lost: waiting('14:46', { link: { state: 'lost', since: at('14:45') } }),
};
