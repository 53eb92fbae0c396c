import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quorumOf } from './attendance.ts';
import type { Event } from './events.ts';
import type { CriterionId, SeatId, TeamId } from './ids.ts';
import { minutesOf } from './minutes.ts';
import { receiptOf } from './receipt.ts';
import { CAST, defendedAfternoon } from './testing/defended.ts';
import { small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, president, system } from './testing/given.ts';
import { inPhase, stands, until } from './testing/play.ts';
import { anyPlot, anySetup, lived } from './testing/random.ts';
import { at } from './testing/times.ts';
import { after, instant, SECOND } from './time.ts';

const { closed } = defendedAfternoon();
const of = ({ entries }: Pick<Afternoon, 'entries'>) => {
  const minutes = minutesOf(entries);
  if (!minutes) throw new Error('a journal without a set-up');
  return minutes;
};
const entriesOf = (type: Event['type'], { entries }: Afternoon = closed) => entries.filter(({ event }) => event.type === type);

test('[H20] no minutes without a set-up; with one, the last state and entry', () => {
  expect(minutesOf([])).toBeNull();
  const { seq, at, hash } = closed.entries[closed.entries.length - 1] ?? {};
  expect(of(closed)).toMatchObject({ state: closed.state, last: { seq, at, hash } });
});

test('[H20] the quorum as it was when the passages and the deliberation opened, at each vote, and whenever the list was closed', () => {
  const { quorums } = of(closed);
  const taken = closed.entries.filter(({ event: { type } }) =>
    ['PassagesOpened', 'DeliberationOpened', 'MotionOpened', 'ListClosed'].includes(type),
  );
  expect(quorums.map((one) => one.at)).toEqual(taken.map((entry) => entry.at));
  expect(quorums.map(({ when, motion }) => [when, motion])).toEqual([
    ['passages', null],
    ['deliberation', null],
    ['motion', 1],
    ['motion', 2],
    ['motion', 3],
    ['list', null],
    ['list', null],
  ]);
  for (const [index, { seq }] of taken.entries()) {
    const then = of({ entries: closed.entries.slice(0, seq) }).state;
    expect(quorums[index]?.quorum).toEqual(quorumOf(then));
  }
});

test('[H20] a deliberation that was taken back has left nothing; opened again it begins its own', () => {
  const open = until(given(small()), inPhase('deliberation'));
  const back = open.and({ type: 'UndoStep' });
  expect(of(back).quorums.map(({ when }) => when)).toEqual(['passages']);
  expect(of(until(back, inPhase('deliberation'))).quorums.map(({ when }) => when)).toEqual(['passages', 'deliberation']);
});

test('[H20] times really spoken: pauses left out, from the restart where there was one', () => {
  const { spoken, state } = of(closed);
  const [first] = state.course.order;
  if (!first) throw new Error('no team');
  const passage = state.course.passages[first];
  const [paused, resumed] = [entriesOf('ClockPaused')[0]?.at ?? 0, entriesOf('ClockResumed')[0]?.at ?? 0];
  expect(spoken[first]?.pitch).toBe(Number(passage?.questionsAt) - Number(passage?.pitchAt) - (resumed - paused));
  const [restart] = entriesOf('ClockRestarted');
  const again = Object.entries(state.course.passages).find(([, { pitchAt, questionsAt }]) => {
    return Number(pitchAt) < Number(restart?.at) && Number(restart?.at) < Number(questionsAt);
  });
  expect(spoken[again?.[0] as TeamId]?.pitch).toBe(Number(again?.[1].questionsAt) - Number(restart?.at));
});

test('[H20] pauses, adjustments and restarts, with their reasons; nothing of what the MC took back', () => {
  const [paused, , ...none] = entriesOf('ClockPaused');
  const [resumed] = entriesOf('ClockResumed');
  expect(none).toEqual([]);
  const team = of(closed).state.course.order[0];
  expect(of(closed).incidents).toMatchObject([
    { at: paused?.at, team, kind: 'pause', length: Number(resumed?.at) - Number(paused?.at), reason: 'Micro coupé' },
    { kind: 'adjustment', length: 30 * SECOND, reason: null },
    { at: entriesOf('ClockRestarted')[0]?.at, kind: 'restart' },
  ]);
});

test('[H20] after a restart a pause began when the clock was last known to run', () => {
  const pitch = until(given(small()), stands('a', 'pitch'));
  const crashed = after(pitch.now, 40 * SECOND);
  const back = after(pitch.now, 100 * SECOND);
  const woken = pitch.when({ type: 'PauseClock', reason: 'restart' }, system, back, crashed);
  const resumed = woken.gives({ type: 'ClockPaused', elapsed: 40 * SECOND, reason: 'restart' }).and({ type: 'ResumeClock' }, mc, back);
  expect(of(resumed).incidents).toEqual([{ at: crashed, team: 'a', kind: 'pause', length: 60 * SECOND, reason: 'restart' }]);
});

test('[H20] a pause that lasts has no length, and ends with whatever moves the clock on', () => {
  const paused = until(given(small()), stands('a', 'pitch')).and({ type: 'PauseClock', reason: null });
  const lengths = (afternoon: Afternoon) => of(afternoon).incidents.map(({ kind, length }) => [kind, length]);
  expect(lengths(paused.and({ type: 'AdjustClock', seconds: 20 }))).toEqual([
    ['pause', null],
    ['adjustment', 20 * SECOND],
  ]);
  expect(lengths(paused.and({ type: 'StartQuestions' }, mc, after(paused.now, 5 * SECOND)))).toEqual([['pause', 5 * SECOND]]);
});

test('[H20] every recusal, the lifted one too', () => {
  expect(of(closed).recusals.map(({ seat, team, liftedAt }) => [seat, team, liftedAt])).toEqual([
    ['j07', 'e10', null],
    ['j11', 'e02', null],
    ['j05', 'e13', entriesOf('RecusalLifted')[0]?.at],
  ]);
});

test('[H20] ballots on paper, admitted, late or reopened, with the codes they had before and after', () => {
  const { exceptions, state } = of(closed);
  const code = (seat: string, team: string, { ballots, attendance } = state) =>
    receiptOf(
      attendance[seat as SeatId]?.salt ?? '',
      seat as SeatId,
      team as TeamId,
      ballots[seat as SeatId]?.[team as TeamId]?.marks ?? {},
    );
  const [reopened] = entriesOf('BallotReopened');
  const then = of({ entries: closed.entries.slice(0, reopened?.seq) }).state;
  expect(exceptions.map(({ seat, team, kind, before, after: now }) => [kind, seat, team, before, now])).toEqual([
    ['paper', CAST.paper, 'e05', null, code(CAST.paper, 'e05')],
    ['admitted', CAST.late, 'e01', null, code(CAST.late, 'e01')],
    ['late', CAST.tardy, 'e12', code(CAST.tardy, 'e12'), code(CAST.tardy, 'e12')],
    ['reopened', CAST.reopened, 'e07', code(CAST.reopened, 'e07', then), code(CAST.reopened, 'e07')],
  ]);
  const [received] = entriesOf('LateBallotReceived');
  expect(exceptions[1]?.madeAt).toBe(received?.event.type === 'LateBallotReceived' ? received.event.madeAt : 0);
  expect(exceptions.map(({ reason }) => reason !== null)).toEqual([false, true, false, true]);
});

test('[H20] each reopening is a line of its own, and one that lasts has the code of the moment', () => {
  const locked = until(given(small()), inPhase('deliberation')).and({ type: 'CheckIn' }, juror('s2'));
  const open = (afternoon: Afternoon, reason: string) => afternoon.and({ type: 'ReopenBallot', seat: 's2', team: 'a', reason }, president);
  const cast = (afternoon: Afternoon, why: number) => afternoon.and({ type: 'CastBallot', team: 'a', marks: { why } }, juror('s2'));
  const once = cast(open(locked, 'one'), 3).and({ type: 'CloseBallot', seat: 's2', team: 'a' }, president);
  const twice = cast(open(once, 'two'), 4);
  const salt = twice.state.attendance['s2' as SeatId]?.salt ?? '';
  const code = (why: number) => receiptOf(salt, 's2' as SeatId, 'a' as TeamId, { ['why' as CriterionId]: why });
  expect(of(twice).exceptions.map(({ reason, before, after: now }) => [reason, before, now])).toEqual([
    ['one', null, code(3)],
    ['two', code(3), code(4)],
  ]);
});

test('[H20] whatever the afternoon, minutes can be drawn at every moment, and no pause or speech is negative or longer than the afternoon', () => {
  fc.assert(
    fc.property(anySetup, anyPlot, (setup, plot) => {
      for (const afternoon of lived(setup, plot)) {
        const { state, incidents, spoken } = of(afternoon);
        expect(state).toEqual(afternoon.state);
        const lengths = [
          ...incidents.flatMap(({ kind, length }) => (kind === 'pause' && length !== null ? [length] : [])),
          ...Object.values(spoken).flatMap((parts) => Object.values(parts)),
        ];
        for (const length of lengths) {
          expect(length).toBeGreaterThanOrEqual(0);
          expect(length).toBeLessThanOrEqual(afternoon.now - at('13:00'));
        }
        for (const { at: when } of incidents) expect(when).toBeLessThanOrEqual(instant(afternoon.now));
      }
    }),
    { numRuns: 40 },
  );
});
