import { describe, expect, test } from 'vitest';
import { nextCue } from './cue.ts';
import type { TeamId } from './ids.ts';
import { readSetup } from './read-setup.ts';
import { placeOf } from './running-order.ts';
import { amiens, ONCE, small, smallFile } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, organiser } from './testing/given.ts';
import { inPhase, moments, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { liveView } from './views/live.ts';

const passages = until(given(small()), inPhase('passages'));
const late = (team: string) => ({ type: 'PostponeTeam', team, reason: 'stuck on the motorway' }) as const;
const absent = (team: string) => ({ type: 'WithdrawTeam', team, reason: 'did not come' }) as const;
const orderOf = ({ state }: Afternoon) => state.course.order.join('');
/** Teams in the order in which they really pass, to the end. */
const calledFrom = (start: Afternoon) => {
  const last = [...moments(start)].at(-1);
  return Object.entries(last?.state.course.passages ?? {})
    .sort(([, one], [, other]) => one.calledAt - other.calledAt)
    .map(([team]) => team)
    .join('');
};

test('[S5] the passing order is the one of the set-up, or else the order of the teams', () => {
  expect(orderOf(given(small()))).toBe('abc');
  expect(given(amiens).state.course.order.slice(0, 3)).toEqual(['e10', 'e04', 'e08']);
  const read = readSetup({ ...smallFile, order: ['c', 'a', 'b'] });
  if ('fault' in read) throw new Error(read.fault);
  expect(orderOf(given(read.setup))).toBe('cab');
});

describe('a late team', () => {
  test('[O1] goes to the end of the order, and passes there', () => {
    const postponed = passages.when(late('a'), mc, '14:32').gives({ type: 'TeamPostponed', team: 'a', reason: 'stuck on the motorway' });
    expect(orderOf(postponed)).toBe('bca');
    expect(calledFrom(postponed)).toBe('bca');
    expect(liveView(postponed.state).order.map(({ team, place, postponed: moved }) => [team, place, moved])).toEqual([
      ['b', 1, false],
      ['c', 2, false],
      ['a', 3, true],
    ]);
  });

  test('[O1] once only, even when it was the last', () => {
    passages.and(late('a')).when(late('a')).refuses('already-postponed', 'a');
    const last = passages.and(late('c'));
    expect(orderOf(last)).toBe('abc');
    last.when(late('c')).refuses('already-postponed', 'c');
    passages.and(late('a')).when(late('b')).gives({ type: 'TeamPostponed', team: 'b', reason: 'stuck on the motorway' });
  });

  test('[O1] may be announced before the passages', () => {
    for (const phase of ['set-up', 'brief', 'introduction'] as const)
      expect(orderOf(until(given(small()), inPhase(phase)).and(late('a')))).toBe('bca');
  });
});

describe('an absent team', () => {
  test('[O2] is struck: never called, and it keeps its number', () => {
    const struck = passages.when(absent('b')).gives({ type: 'TeamWithdrawn', team: 'b', reason: 'did not come' });
    expect(orderOf(struck)).toBe('abc');
    expect(placeOf(struck.state.course, 'c' as TeamId)).toBe(3);
    expect(calledFrom(struck)).toBe('ac');
    expect(liveView(struck.state).order.map(({ is }) => is)).toEqual(['to-come', 'withdrawn', 'to-come']);
  });

  test('[O7] is struck once, and is not postponed afterwards', () => {
    passages.and(absent('b')).when(absent('b')).refuses('already-withdrawn', 'b');
    passages.and(absent('b')).when(late('b')).refuses('already-withdrawn', 'b');
    passages.when(absent('nobody')).refuses('unknown-team', 'nobody');
    passages.when(late('nobody')).refuses('unknown-team', 'nobody');
  });

  test('[O2] even the last one may be, and the afternoon goes on', () => {
    const nobody = passages.and(absent('a')).and(absent('b')).and(absent('c'));
    expect(nextCue(nobody.state)).toEqual({ command: 'LockBallots', team: null });
    expect([...moments(nobody)].at(-1)?.state.course.phase).toBe('closed');
  });
});

describe('a team that was called', () => {
  const called = until(passages, stands('a', 'called'));

  test('[O3] and does not come up is still postponed or struck, and leaves the estrade', () => {
    for (const command of [late('a'), absent('a')]) {
      const { course } = called.and(command).state;
      expect(course).toMatchObject({ current: null, stage: null, passages: {} });
    }
    expect(calledFrom(called.and(late('a')))).toBe('bca');
    expect(calledFrom(called.and(absent('a')))).toBe('bc');
  });

  test('[O3] another team postponed meanwhile leaves it where it is', () => {
    expect(called.and(late('b')).state.course).toMatchObject({ current: 'a', stage: 'called' });
    expect(called.and(absent('b')).state.course).toMatchObject({ current: 'a', stage: 'called' });
  });

  test.each(['pitch', 'questions', 'marking', 'locked'] as const)(
    '[O4] from its pitch on (%s) it is neither postponed nor struck',
    (stage) => {
      const begun = until(passages, stands('a', stage));
      begun.when(late('a')).refuses('already-passed', 'a');
      begun.when(absent('a')).refuses('already-passed', 'a');
      until(begun, stands('b', 'called')).when(absent('a')).refuses('already-passed', 'a');
    },
  );

  test('[O3] where the rules lock once, the ballots of those before stay open', () => {
    const once = until(given(small({ lock: ONCE })), stands('b', 'called')).and(absent('b'));
    once.and({ type: 'CastBallot', team: 'a', marks: { why: 3 } }, juror('s2'));
    expect(nextCue(once.state)).toEqual({ command: 'CallTeam', team: 'c' });
  });
});

describe('another order', () => {
  const brief = until(given(small()), inPhase('brief'));
  const reorder = (...order: string[]) => ({ type: 'ReorderTeams', order, reason: 'drawn by lot' }) as const;

  test('[O5] is given by the MC or the organiser, until the passages begin', () => {
    for (const by of [mc, organiser]) {
      const changed = brief
        .when(reorder('c', 'a', 'b'), by)
        .gives({ type: 'TeamsReordered', order: ['c', 'a', 'b'], reason: 'drawn by lot' });
      expect(calledFrom(changed)).toBe('cab');
    }
    passages.when(reorder('c', 'a', 'b')).refuses('wrong-phase');
  });

  test.each([[['a', 'b']], [['a', 'b', 'c', 'a']], [['a', 'b', 'b']], [['a', 'b', 'x']], [[]]])(
    '[O5] names every team once; %j does not',
    (order) => {
      brief.when(reorder(...order)).refuses('not-a-reordering');
    },
  );
});

test('[O6] every change is kept with who made it, when and why', () => {
  const { changes } = until(given(small()), inPhase('brief'))
    .and({ type: 'ReorderTeams', order: ['c', 'b', 'a'], reason: 'drawn by lot' }, organiser, '14:05')
    .and(late('c'), mc, '14:06')
    .and(absent('b'), mc, '14:07').state.course;
  expect(changes).toEqual([
    { at: at('14:05'), by: 'organiser', kind: 'reordered', team: null, reason: 'drawn by lot' },
    { at: at('14:06'), by: 'mc', kind: 'postponed', team: 'c', reason: 'stuck on the motorway' },
    { at: at('14:07'), by: 'mc', kind: 'withdrawn', team: 'b', reason: 'did not come' },
  ]);
});

test.each(['', '   ', 'x'.repeat(201), undefined])('[O6] a change without a reason is refused (%j)', (reason) => {
  passages.when({ type: 'PostponeTeam', team: 'a', reason }).refuses('malformed');
  passages.when({ type: 'WithdrawTeam', team: 'a', reason }).refuses('malformed');
  given(small())
    .when({ type: 'ReorderTeams', order: ['c', 'b', 'a'], reason })
    .refuses('malformed');
});
