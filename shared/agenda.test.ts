import { describe, expect, test } from 'vitest';
import { driftOf, type Forecast, forecastOf, holdingOf, passagesLength, plannedStart, slide } from './agenda.ts';
import { amiens, small } from './testing/forums.ts';
import { type Afternoon, given, mc, president } from './testing/given.ts';
import { until } from './testing/play.ts';
import { at, ZERO } from './testing/times.ts';
import type { Instant } from './time.ts';

const clockTime = (moment: Instant) => new Date(moment - ZERO).toISOString().slice(11, 19);
function seen({ state }: Afternoon, now?: string): Forecast {
  const forecast = forecastOf(state);
  if (!forecast) throw new Error('no forecast');
  return now === undefined ? forecast : slide(forecast, at(now));
}
const starts = (forecast: Forecast) => forecast.slots.map(({ team, start, past }) => `${team} ${clockTime(start)}${past ? ' past' : ''}`);
const rest = ({ end, deliberation, restitution }: Forecast) => [end, deliberation, restitution].map(clockTime);

describe('the evening before', () => {
  const withTimes = (pitchSeconds: number, questionsSeconds: number, changeoverSeconds: number) =>
    holdingOf({ ...amiens, rules: { ...amiens.rules, pitchSeconds, questionsSeconds, changeoverSeconds } });
  const clock = (minute: number | null) => (minute === null ? null : `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`);

  test.each([
    ['3 + 5, nothing between', 180, 300, 0, 120, '16:30', 30],
    ['3 + 5, 30 s between', 180, 300, 30, 127, '16:37', 37],
    ['3 + 5, 60 s between', 180, 300, 60, 134, '16:44', 44],
    ['3 + 3, nothing between', 180, 180, 0, 90, '16:00', 0],
    ['3 + 2:30, 30 s between', 180, 150, 30, 89.5, '16:00', -0.5],
  ])('[G1] fifteen teams, %s', (_, pitch, questions, changeover, needed, ends, over) => {
    const holding = withTimes(pitch, questions, changeover);
    expect(holding).toMatchObject({ needed: needed * 60_000, given: 90 * 60_000, over: over * 60_000 });
    expect(clock(holding.endMinute)).toBe(ends);
  });

  test('[G1] n teams have n - 1 changeovers, and no team none', () => {
    expect(passagesLength(amiens.rules, 1)).toBe(480_000);
    expect(passagesLength(amiens.rules, 2)).toBe(990_000);
    expect(passagesLength(amiens.rules, 0)).toBe(0);
    expect(holdingOf(amiens, 11).over).toBeLessThan(holdingOf(amiens, 12).over ?? 0);
  });

  test('[G1] what the programme does not say is not guessed', () => {
    const open = { ...amiens, programme: amiens.programme.map((line) => (line.id === 'passages' ? { ...line, end: null } : line)) };
    expect(holdingOf(open)).toMatchObject({ given: null, over: null, endMinute: 997 });
    expect(holdingOf({ ...amiens, programme: [] })).toMatchObject({ given: null, over: null, endMinute: null });
  });

  test('[G8] the planned start of a place counts the changeovers, and drops the seconds', () => {
    expect([1, 2, 3, 15].map((place) => plannedStart(amiens, place))).toEqual(['14:30', '14:38', '14:47', '16:29']);
    expect(plannedStart({ ...amiens, programme: [] }, 1)).toBeNull();
  });
});

describe('the forecast, step by step', () => {
  const called = (start: Afternoon, team: string, when: string) => start.and({ type: 'CallTeam', team }, mc, when);
  const brief = given(small()).and({ type: 'OpenBrief' }, mc, '14:00');
  const passages = brief.and({ type: 'OpenIntroduction' }, mc, '14:15').and({ type: 'OpenPassages' }, mc, '14:32');
  const pitch = called(passages, 'a', '14:33').and({ type: 'StartPitch' }, mc, '14:34');
  const questions = pitch.and({ type: 'StartQuestions' }, mc, '14:37');
  const marking = questions.and({ type: 'EndQuestions' }, mc, '14:42');

  test('[G2] there is none before the brief: until then there is no day to count on', () => {
    expect(forecastOf(given(small()).state)).toBeNull();
  });

  test('[G2] from the brief on it counts from the printed start', () => {
    expect(starts(seen(brief))).toEqual(['a 14:30:00', 'b 14:38:30', 'c 14:47:00']);
    expect(rest(seen(brief))).toEqual(['14:55:00', '14:55:00', '15:30:00']);
  });

  test('[G2] then from what really happened', () => {
    expect(starts(seen(passages))).toEqual(['a 14:32:00', 'b 14:40:30', 'c 14:49:00']);
    expect(starts(seen(called(passages, 'a', '14:33')))).toEqual(['a 14:33:00', 'b 14:41:30', 'c 14:50:00']);
    expect(starts(seen(pitch))).toEqual(['a 14:34:00 past', 'b 14:42:30', 'c 14:51:00']);
    const short = pitch.and({ type: 'StartQuestions' }, mc, '14:35');
    expect(starts(seen(short))).toEqual(['a 14:34:00 past', 'b 14:40:30', 'c 14:49:00']);
    expect(starts(seen(marking))).toEqual(['a 14:34:00 past', 'b 14:42:30', 'c 14:51:00']);
    const next = called(marking.and({ type: 'LockBallots' }, mc, '14:42:10'), 'b', '14:42:20');
    expect(starts(seen(next))).toEqual(['a 14:34:00 past', 'b 14:42:50', 'c 14:51:20']);
  });

  test('[G6] time added or taken moves everyone ahead', () => {
    expect(starts(seen(pitch.and({ type: 'AdjustClock', seconds: 90 })))).toEqual(['a 14:34:00 past', 'b 14:44:00', 'c 14:52:30']);
    expect(starts(seen(questions.and({ type: 'AdjustClock', seconds: -60 })))).toEqual(['a 14:34:00 past', 'b 14:41:30', 'c 14:50:00']);
  });

  test('[G4] what should have happened and has not pushes everything ahead of it by as much', () => {
    expect(starts(seen(passages, '14:32:00'))).toEqual(starts(seen(passages)));
    expect(starts(seen(passages, '14:35:00'))).toEqual(['a 14:35:00', 'b 14:43:30', 'c 14:52:00']);
    expect(starts(seen(pitch, '14:37:00'))).toEqual(starts(seen(pitch)));
    expect(starts(seen(pitch, '14:38:00'))).toEqual(['a 14:34:00 past', 'b 14:43:30', 'c 14:52:00']);
    expect(starts(seen(questions, '14:43:00'))).toEqual(['a 14:34:00 past', 'b 14:43:30', 'c 14:52:00']);
    expect(starts(seen(marking, '14:43:00'))).toEqual(['a 14:34:00 past', 'b 14:43:00', 'c 14:51:30']);
    expect(rest(seen(pitch, '14:38:00'))).toEqual(['15:00:00', '15:00:00', '15:31:00']);
  });

  test('[G5] a pause pushes everyone from the instant it began', () => {
    const paused = pitch.and({ type: 'PauseClock', reason: null }, mc, '14:35');
    expect(starts(seen(paused, '14:35:00'))).toEqual(starts(seen(pitch)));
    expect(starts(seen(paused, '14:37:00'))).toEqual(['a 14:34:00 past', 'b 14:44:30', 'c 14:53:00']);
    const resumed = paused.and({ type: 'ResumeClock' }, mc, '14:37');
    expect(starts(seen(resumed, '14:38:00'))).toEqual(['a 14:34:00 past', 'b 14:44:30', 'c 14:53:00']);
  });

  test('[G5] so does a pause in overtime, which takes back nothing of the delay', () => {
    const over = pitch.and({ type: 'PauseClock', reason: null }, mc, '14:39');
    expect(starts(seen(over, '14:39:00'))).toEqual(starts(seen(pitch, '14:39:00')));
    expect(starts(seen(over, '14:40:00'))).toEqual(['a 14:34:00 past', 'b 14:45:30', 'c 14:54:00']);
  });

  test('[G7] a struck team gives its slot back, a late one passes last', () => {
    expect(starts(seen(pitch.and({ type: 'WithdrawTeam', team: 'b', reason: 'x' })))).toEqual(['a 14:34:00 past', 'c 14:42:30']);
    expect(starts(seen(pitch.and({ type: 'PostponeTeam', team: 'b', reason: 'x' })))).toEqual([
      'a 14:34:00 past',
      'c 14:42:30',
      'b 14:51:00',
    ]);
  });

  test('[G7] when the called team leaves the estrade, those to come start from now, not from the start of the afternoon', () => {
    const b = called(marking.and({ type: 'LockBallots' }, mc, '14:43'), 'b', '14:44');
    const gone = b.and({ type: 'WithdrawTeam', team: 'b', reason: 'did not come up' }, mc, '14:46');
    expect(starts(seen(gone))).toEqual(['a 14:34:00 past', 'c 14:46:00']);
    expect(rest(seen(gone))[0]).toBe('14:54:00');
    expect(starts(seen(gone, '14:47:00'))).toEqual(['a 14:34:00 past', 'c 14:47:00']);
  });

  test('[G9] the restitution is never forecast before its printed hour, nor before the deliberation can be over', () => {
    expect(clockTime(seen(brief).restitution)).toBe('15:30:00');
    const lateStart = brief.and({ type: 'OpenIntroduction' }).and({ type: 'OpenPassages' }, mc, '15:00');
    expect(rest(seen(lateStart))).toEqual(['15:25:00', '15:25:00', '15:55:00']);
  });

  test('[G9] once opened, the phases stand at their real times, and the announced return is the forecast', () => {
    const locked = until(given(small()), ({ course }) => course.allLocked !== null);
    const open = locked.and({ type: 'OpenDeliberation' }, mc, '15:10');
    expect(rest(seen(open)).slice(1)).toEqual(['15:10:00', '15:40:00']);
    expect(rest(seen(open, '15:45:00')).slice(1)).toEqual(['15:10:00', '15:45:00']);
    const announced = open.and({ type: 'AnnounceReturn', at: at('16:00') }, president, '15:20');
    expect(rest(seen(announced))[2]).toBe('16:00:00');
    const back = announced.and({ type: 'CloseList', teams: ['a', 'b'] }, president).and({ type: 'OpenRestitution' }, mc, '16:05');
    expect(rest(seen(back, '18:00:00')).slice(1)).toEqual(['15:10:00', '16:05:00']);
    expect(seen(back).due).toBeNull();
  });

  test('[G10] the drift is the forecast end against the printed one', () => {
    expect(driftOf(small(), ZERO, seen(brief))).toBe(-5 * 60_000);
    expect(driftOf(small(), ZERO, seen(pitch, '14:50:00'))).toBe(12 * 60_000);
    expect(driftOf({ programme: [] }, ZERO, seen(brief))).toBeNull();
  });
});
