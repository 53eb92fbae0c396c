import { describe, expect, test } from 'vitest';
import type { SeatId, TeamId } from './ids.ts';
import { aggregates } from './ranking.ts';
import { openAgain } from './reopening.ts';
import { ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, organiser, president } from './testing/given.ts';
import { inPhase, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { presidencyView } from './views/presidency.ts';
import { seatView } from './views/seat.ts';

const start = given(small());
const cast = (marks: object, team = 'a') => ({ type: 'CastBallot', team, marks }) as const;
const admit = (seat: string, team = 'a') => ({ type: 'AdmitLateBallot', seat, team, reason: 'The network was down' }) as const;
const reopen = (seat: string, team = 'a') => ({ type: 'ReopenBallot', seat, team, reason: 'A slip of the thumb' }) as const;
const close = (seat: string, team = 'a') => ({ type: 'CloseBallot', seat, team }) as const;
const departure = (seat: string) => ({ type: 'RecordDeparture', seat }) as const;
const ballotOf = ({ state }: Afternoon, seat: string, team = 'a') => state.ballots[seat as SeatId]?.[team as TeamId];
const lateOf = ({ state }: Afternoon, seat: string, team = 'a') => state.late[seat as SeatId]?.[team as TeamId];
const ownOf = ({ state }: Afternoon, seat: string) => seatView(state, seat as SeatId)?.ballots.find(({ team }) => team === 'a');

/** Seat s2 has marked team a 4 and 3; it is locked, and its lock was the MC's last act. */
const locked = until(until(start, stands('a', 'pitch')).and(cast({ why: 4, how: 3 }), juror('s2')), stands('a', 'locked'));
/** Then came a 5 for the first criterion, which the juror had made before the lock. */
const late = locked.and({ ...cast({ why: 5 }), madeAt: at('15:00') }, juror('s2'), '15:10');

describe('a ballot that comes after its lock', () => {
  test('[N1] is set aside with when it came and when its juror made it, and the recorded one stays', () => {
    locked
      .when({ ...cast({ why: 5 }), madeAt: at('15:00') }, juror('s2'), '15:10')
      .gives({ type: 'LateBallotReceived', seat: 's2', team: 'a', marks: { why: 5 }, madeAt: at('15:00') });
    expect(ballotOf(late, 's2')).toEqual(ballotOf(locked, 's2'));
    expect(lateOf(late, 's2')).toEqual({ marks: { why: 5, how: 3 }, at: at('15:10'), madeAt: at('15:00') });
    expect(aggregates(late.state)).toEqual(aggregates(locked.state));
    expect(lateOf(locked.and(cast({ why: 5 }), juror('s2')), 's2')?.madeAt).toBeNull();
  });

  test('[N1] team by team from the lock of its own team on, whatever is still open', () => {
    const b = until(locked, stands('b', 'pitch'))
      .and(cast({ how: 1 }), juror('s2'))
      .and(cast({ why: 2 }, 'b'), juror('s2'));
    expect(lateOf(b, 's2')?.marks).toEqual({ why: 4, how: 1 });
    expect(ballotOf(b, 's2', 'b')?.marks).toEqual({ why: 2 });
    expect(lateOf(b, 's2', 'b')).toBeUndefined();
  });

  test('[N1] during the deliberation too, until the list is closed', () => {
    for (const setup of [small(), small({ lock: ONCE })]) {
      const deliberating = until(given(setup), inPhase('deliberation')).and(cast({ why: 5 }), juror('s2'));
      expect(lateOf(deliberating, 's2')?.marks).toEqual({ why: 5 });
      const closed = until(deliberating, ({ deliberation }) => deliberation?.closedAt != null);
      closed.when(cast({ why: 1 }), juror('s2')).refuses('ballots-locked', 'a');
      closed.when(admit('s2'), president).refuses('list-closed');
      closed.when(reopen('s2'), president).refuses('list-closed');
    }
  });

  test('[N1] is refused where the règlement says so', () => {
    const strict = until(given(small({ lateBallots: 'refused' })), stands('a', 'locked'));
    strict.when(cast({ why: 5 }), juror('s2')).refuses('ballots-locked', 'a');
    strict.when({ ...cast({ why: 5 }), type: 'KeyPaperBallot', seat: 's2' }, organiser).refuses('ballots-locked', 'a');
  });

  test('[N1] for a team that has not pitched there is no late ballot, nor for one that was struck', () => {
    locked.when(cast({ why: 5 }, 'b'), juror('s2')).refuses('not-on-stage-yet', 'b');
    const struck = until(start, inPhase('passages')).and({ type: 'WithdrawTeam', team: 'c', reason: 'absent' });
    until(struck, inPhase('deliberation'))
      .when(cast({ why: 5 }, 'c'), juror('s2'))
      .refuses('team-withdrawn', 'c');
  });

  test('[N2] builds on what is recorded, and then on itself', () => {
    const more = late.and({ ...cast({ how: 1 }), madeAt: at('15:11') }, juror('s2'), '15:12');
    expect(lateOf(more, 's2')).toEqual({ marks: { why: 5, how: 1 }, at: at('15:12'), madeAt: at('15:11') });
    expect(lateOf(late.and(cast({ how: null }), juror('s2')), 's2')?.marks).toEqual({ why: 5 });
    expect(lateOf(locked.and(cast({ why: 2 }), juror('s3')), 's3')?.marks).toEqual({ why: 2 });
  });

  test('[N2] one that says nothing new is nothing', () => {
    locked.when(cast({ why: 4 }), juror('s2')).gives();
    late.when(cast({ why: 5, how: 3 }), juror('s2')).gives();
    late.when(cast({ why: 9 }), juror('s2')).refuses('mark-off-scale', 'why');
  });

  test('[N3] its juror sees that it is not counted; the president sees whose and when, never the marks', () => {
    expect(ownOf(late, 's2')).toMatchObject({
      marks: { why: 4, how: 3 },
      locked: true,
      late: { marks: { why: 5, how: 3 }, at: at('15:10') },
    });
    expect(presidencyView(late.state).late).toEqual([
      { seat: 's2', team: 'a', at: at('15:10'), madeAt: at('15:00'), given: 2, paper: false },
    ]);
    const otherwise = locked.and({ ...cast({ why: 1 }), madeAt: at('15:00') }, juror('s2'), '15:10');
    expect(presidencyView(otherwise.state)).toEqual(presidencyView(late.state));
  });
});

describe('admitted', () => {
  test('[N4] by the president alone, with a reason, it takes the place of the recorded one and counts', () => {
    const done = late
      .when(admit('s2'), president, '15:20')
      .gives({ type: 'LateBallotAdmitted', seat: 's2', team: 'a', reason: 'The network was down' });
    expect(ballotOf(done, 's2')).toEqual({ marks: { why: 5, how: 3 }, at: at('15:10') });
    expect(lateOf(done, 's2')).toBeUndefined();
    expect(aggregates(done.state).find(({ team }) => team === 'a')).toMatchObject({ sum: 13, count: 1 });
    expect(ownOf(done, 's2')).toMatchObject({ marks: { why: 5, how: 3 }, locked: true, late: null });
    for (const by of [mc, organiser, juror('s2')]) late.when(admit('s2'), by).refuses('not-yours');
    for (const reason of ['', ' ', undefined]) late.when({ ...admit('s2'), reason }, president).refuses('malformed');
  });

  test('[N4] once, and only where one waits', () => {
    late.and(admit('s2'), president).when(admit('s2'), president).refuses('no-late-ballot');
    locked.when(admit('s2'), president).refuses('no-late-ballot');
    late.when(admit('s2', 'b'), president).refuses('no-late-ballot');
    late.when(admit('s9'), president).refuses('unknown-seat', 's9');
  });

  test('[N9] from paper it keeps its flag', () => {
    const paper = locked.and({ type: 'KeyPaperBallot', seat: 's3', team: 'a', marks: { why: 2, how: 2 } }, organiser);
    expect(paper.entries.at(-1)?.event).toMatchObject({ type: 'LateBallotReceived', paper: true });
    expect(presidencyView(paper.state).late).toMatchObject([{ seat: 's3', paper: true, madeAt: null }]);
    expect(ballotOf(paper.and(admit('s3'), president), 's3')).toMatchObject({ marks: { why: 2, how: 2 }, paper: true });
  });

  test('[N4] of a juror who has left meanwhile too: it was there when it gave it', () => {
    late.and(departure('s2'), organiser).and(admit('s2'), president);
  });
});

describe('opened again', () => {
  const open = locked.and(reopen('s2'), president, '15:20');

  test('[N5] by the president alone, with a reason, one seat and one team at a time', () => {
    locked.when(reopen('s2'), president).gives({ type: 'BallotReopened', seat: 's2', team: 'a', reason: 'A slip of the thumb' });
    expect(ownOf(open, 's2')).toMatchObject({ locked: false, reopened: true });
    expect(ownOf(open, 's3')).toMatchObject({ locked: true, reopened: false });
    const changed = open.when(cast({ why: 1 }), juror('s2')).gives({ type: 'BallotCast', seat: 's2', team: 'a', marks: { why: 1 } });
    expect(ballotOf(changed, 's2')?.marks).toEqual({ why: 1, how: 3 });
    open.when(cast({ why: 1 }), juror('s3')).gives({ type: 'LateBallotReceived', seat: 's3', team: 'a', marks: { why: 1 }, madeAt: null });
    for (const by of [mc, organiser, juror('s2')]) locked.when(reopen('s2'), by).refuses('not-yours');
    locked.when({ ...reopen('s2'), reason: ' ' }, president).refuses('malformed');
  });

  test('[N5] only what is locked: not before its lock, nor twice, nor for a team that has none', () => {
    until(start, stands('a', 'pitch')).when(reopen('s2'), president).refuses('ballots-open');
    open.when(reopen('s2'), president).refuses('ballots-open');
    locked.when(reopen('s2', 'b'), president).refuses('not-on-stage-yet', 'b');
    locked.when(reopen('s2', 'x'), president).refuses('unknown-team', 'x');
    locked.when(reopen('s9'), president).refuses('unknown-seat', 's9');
    locked.and(departure('s2'), organiser).when(reopen('s2'), president).refuses('seat-left');
  });

  test('[N6] until the president closes it; then it is locked as before, and may be opened once more', () => {
    const closed = open.when(close('s2'), president, '15:30').gives({ type: 'BallotClosed', seat: 's2', team: 'a' });
    expect(ownOf(closed, 's2')).toMatchObject({ locked: true, reopened: false });
    closed
      .when(cast({ why: 1 }), juror('s2'))
      .gives({ type: 'LateBallotReceived', seat: 's2', team: 'a', marks: { why: 1 }, madeAt: null });
    closed.when(close('s2'), president).gives();
    expect(closed.state.reopened).toEqual({ s2: { a: { at: at('15:20'), reason: 'A slip of the thumb', closedAt: at('15:30') } } });
    expect(ownOf(closed.and(reopen('s2'), president), 's2')).toMatchObject({ reopened: true });
    for (const by of [mc, organiser, juror('s2')]) open.when(close('s2'), by).refuses('not-yours');
  });

  test('[N6] the list waits for it to be closed', () => {
    const deliberating = until(open, inPhase('deliberation'));
    expect(openAgain(deliberating.state)).toEqual([{ seat: 's2', team: 'a' }]);
    deliberating.when({ type: 'CloseList', teams: ['a', 'b'] }, president).refuses('ballot-open-again', 's2');
    expect(openAgain(deliberating.and(close('s2'), president).state)).toEqual([]);
  });

  test('[N7] what was late is out of date once its juror has cast anew: it cannot be admitted over it', () => {
    const again = late.and(reopen('s2'), president);
    expect(lateOf(again, 's2')?.marks).toEqual({ why: 5, how: 3 });
    const anew = again.and(cast({ why: 2 }), juror('s2'));
    expect(ballotOf(anew, 's2')?.marks).toEqual({ why: 2, how: 3 });
    expect(lateOf(anew, 's2')).toBeUndefined();
    anew.when(admit('s2'), president).refuses('no-late-ballot');
  });

  test('[N5] both versions stay in the journal', () => {
    const changed = open.and(cast({ why: 1 }), juror('s2'));
    const ballots = changed.entries.flatMap(({ event }) => (event.type === 'BallotCast' ? [event.marks] : []));
    expect(ballots).toEqual([{ why: 4, how: 3 }, { why: 1 }]);
  });
});

describe('what the MC takes back', () => {
  const undo = { type: 'UndoStep' } as const;

  test('[N8] a lock that is taken back had never fallen: what came meanwhile is a ballot like any other', () => {
    for (const setup of [small(), small({ lock: ONCE })]) {
      const fallen = until(given(setup), ({ course }) => course.allLocked !== null);
      const meanwhile = fallen.and({ ...cast({ why: 5 }, 'c'), madeAt: fallen.now }, juror('s2'));
      expect(lateOf(meanwhile, 's2', 'c')).toBeDefined();
      const back = meanwhile.and(undo);
      expect(ballotOf(back, 's2', 'c')).toEqual({ marks: { why: 5 }, at: meanwhile.now });
      expect(lateOf(back, 's2', 'c')).toBeUndefined();
      expect(presidencyView(back.state).late).toEqual([]);
    }
  });

  test('[N8] another act taken back leaves late, admitted and reopened ballots as they are', () => {
    const b = until(late.and(cast({ why: 1 }), juror('s3')), stands('b', 'called'))
      .and(admit('s2'), president)
      .and(reopen('s1'), president);
    const back = b.and(undo);
    expect(back.state.course.stage).toBe('locked');
    for (const part of ['ballots', 'late', 'reopened'] as const) expect(back.state[part]).toEqual(b.state[part]);
  });
});
