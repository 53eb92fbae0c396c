import { describe, expect, test } from 'vitest';
import { nextDeadline } from './deadlines.ts';
import type { TeamId } from './ids.ts';
import { PHASES } from './phases.ts';
import { ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, president, system } from './testing/given.ts';
import { allLocked, inPhase, lastHasPassed, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { handedIn } from './views/handed-in.ts';
import { liveView } from './views/live.ts';

const lock = { type: 'LockBallots' } as const;
const cast = (team: string) => ({ type: 'CastBallot', team, marks: { why: 3, how: 3 } }) as const;
/** Nothing is taken after a lock; what is set aside instead is in `reopening.test.ts`. */
const REFUSED = { lateBallots: 'refused' } as const;
const perTeam = given(small(REFUSED));
const once = given(small({ ...REFUSED, lock: ONCE }));

describe('team by team', () => {
  test('[L1] the lock of a team falls in its marking, and only on its own ballots', () => {
    const locked = until(perTeam, stands('a', 'marking')).when(lock, mc, '14:50').gives({ type: 'BallotsLocked', team: 'a' });
    expect(locked.state.course).toMatchObject({ stage: 'locked', locks: { a: at('14:50') }, allLocked: null });
    locked.when(cast('a'), juror('s2')).refuses('ballots-locked', 'a');
    until(locked, stands('b', 'pitch')).and(cast('b'), juror('s2'));
  });

  test('[L1] the lock of the last team is the last lock', () => {
    const end = until(perTeam, stands('c', 'marking')).and(lock, mc, '15:30');
    expect(end.state.course.allLocked).toMatchObject({ at: at('15:30') });
    expect(Object.keys(end.state.course.locks)).toEqual(['a', 'b', 'c']);
  });

  test('[L1] when the teams left are struck after the others were locked, one lock ends the session', () => {
    const struck = until(perTeam, stands('b', 'locked')).and({ type: 'WithdrawTeam', team: 'c', reason: 'absent' });
    expect(struck.state.course.allLocked).toBeNull();
    struck.when(lock).gives({ type: 'BallotsLocked', team: null });
  });
});

describe('all together', () => {
  test('[L2] every ballot stays open until one lock after the last team', () => {
    const marking = until(once, lastHasPassed);
    for (const team of ['a', 'b', 'c']) marking.and(cast(team), juror('s2'));
    const locked = marking.when(lock, mc, '15:30').gives({ type: 'BallotsLocked', team: null });
    expect(locked.state.course.locks).toEqual({ a: at('15:30'), b: at('15:30'), c: at('15:30') });
    for (const team of ['a', 'b', 'c']) locked.when(cast(team), juror('s2')).refuses('ballots-locked', team);
  });

  test('[L6] not while a team waits or is on the estrade', () => {
    until(once, inPhase('passages')).when(lock).refuses('teams-waiting');
    until(once, stands('b', 'marking')).when(lock).refuses('teams-waiting');
    for (const stage of ['called', 'pitch', 'questions'] as const) until(once, stands('c', stage)).when(lock).refuses('wrong-stage', stage);
  });
});

test('[L6] what is locked is not locked again', () => {
  for (const start of [perTeam, once]) until(start, allLocked).when(lock).refuses('ballots-locked');
});

describe('by itself', () => {
  const after10 = (mode: 'per-team' | 'once') => given(small({ lock: { mode, afterSeconds: 10 } }));
  const ended = (start: Afternoon, team: string) => until(start, stands(team, 'questions')).and({ type: 'EndQuestions' }, mc, '15:00');

  test('[L4] the lock of a team is due so long after its questions, by set-up', () => {
    const marking = ended(after10('per-team'), 'a');
    expect(nextDeadline(marking.state)).toEqual({ at: at('15:00:10'), command: 'LockBallots' });
    const locked = marking.when(lock, system, '15:00:10').gives({ type: 'BallotsLocked', team: 'a' });
    expect(nextDeadline(locked.state)).toBeNull();
    expect(nextDeadline(ended(perTeam, 'a').state)).toBeNull();
  });

  test('[L4] a lock of all together is due after the last team only', () => {
    expect(nextDeadline(ended(after10('once'), 'b').state)).toBeNull();
    expect(nextDeadline(ended(after10('once'), 'c').state)).toEqual({ at: at('15:00:10'), command: 'LockBallots' });
  });

  test('[L4] a lock taken back waits its whole time again', () => {
    const undone = ended(after10('per-team'), 'a').and(lock, mc, '15:00:09').and({ type: 'UndoStep' }, mc, '15:00:15');
    expect(nextDeadline(undone.state)?.at).toBe(at('15:00:25'));
  });

  test('[L4] striking the last team starts the wait: nobody is locked out by surprise', () => {
    const struck = ended(after10('once'), 'b').and({ type: 'WithdrawTeam', team: 'c', reason: 'absent' }, mc, '15:20');
    expect(nextDeadline(struck.state)?.at).toBe(at('15:20:10'));
  });

  test('[L4] the MC may lock before', () => {
    ended(after10('per-team'), 'a').when(lock, mc, '15:00:01').gives({ type: 'BallotsLocked', team: 'a' });
  });
});

describe('after the lock', () => {
  test('[L3] a ballot is refused as locked in every phase that follows, so that the phone keeps it', () => {
    for (const phase of PHASES.slice(4)) {
      const later = until(perTeam, inPhase(phase));
      later.when(cast('a'), juror('s2')).refuses('ballots-locked', 'a');
      later.when(cast('a'), president).refuses('ballots-locked', 'a');
    }
  });

  test('[L3] where late ballots are set aside, it is refused as locked once the list is closed', () => {
    const aside = given(small());
    const closed = until(aside, ({ deliberation }) => deliberation?.closedAt != null);
    for (const later of [closed, until(closed, inPhase('restitution')), until(closed, inPhase('closed'))]) {
      later.when(cast('a'), juror('s2')).refuses('ballots-locked', 'a');
      later.when(cast('a'), president).refuses('ballots-locked', 'a');
    }
  });

  test('[L3] nothing of it reaches the ballots', () => {
    const held = until(until(perTeam, stands('a', 'pitch')).and(cast('a'), juror('s2')), stands('b', 'pitch'));
    held.when({ type: 'CastBallot', team: 'a', marks: { why: null } }, juror('s2')).refuses('ballots-locked');
    expect(held.state.ballots).toMatchObject({ s2: { a: { marks: { why: 3, how: 3 } } } });
  });

  test('[L5] the last lock fixes the hash of the journal, and the room sees it', () => {
    for (const start of [perTeam, once]) {
      const end = until(start, allLocked);
      const entry = end.entries.at(-1);
      expect(entry?.event.type).toBe('BallotsLocked');
      expect(end.state.course.allLocked).toEqual({ at: end.now, hash: entry?.hash });
      expect(liveView(end.state).scene).toEqual({ show: 'locked', at: end.now, hash: entry?.hash });
    }
  });

  test('[L7] the lock waits for nobody, and says whose ballot is missing', () => {
    const marking = until(until(perTeam, stands('a', 'pitch')).and(cast('a'), juror('s2')), stands('a', 'marking')).and(
      { type: 'CastBallot', team: 'a', marks: { why: 2 } },
      juror('s3'),
    );
    const [line] = handedIn(marking.and(lock).state);
    expect(line).toEqual({
      team: 'a' as TeamId,
      complete: 1,
      of: 3,
      locked: true,
      missing: [
        { seat: 's1', given: 0, of: 2 },
        { seat: 's3', given: 1, of: 2 },
      ],
    });
    expect(handedIn(marking.state)[0]?.locked).toBe(false);
  });
});
