import { describe, expect, test } from 'vitest';
import { isComplete } from './ballot.ts';
import type { CriterionId, SeatId, TeamId } from './ids.ts';
import { aggregates } from './ranking.ts';
import { ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, organiser, president } from './testing/given.ts';
import { inPhase, moments, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { handedIn } from './views/handed-in.ts';
import { seatView } from './views/seat.ts';

const start = given(small());
const pitch = until(start, stands('a', 'pitch'));
const cast = (marks: object, team = 'a') => ({ type: 'CastBallot', team, marks }) as const;
const ballotOf = ({ state }: Afternoon, seat: string, team = 'a') => state.ballots[seat as SeatId]?.[team as TeamId];

describe('whose ballot it is', () => {
  test('[B1] a seat owns its ballot, whichever of its links it uses', () => {
    const both = pitch.and(cast({ why: 4 }), president, '14:41').and(cast({ how: 2 }), juror('s1'), '14:42');
    expect(ballotOf(both, 's1')).toEqual({ marks: { why: 4, how: 2 }, at: at('14:42') });
    expect(both.state.ballots).toEqual({ s1: { a: ballotOf(both, 's1') } });
  });

  test('[B1] the command names no seat: the server knows it from the link', () => {
    pitch.when(cast({ why: 4 }), juror('s2')).gives({ type: 'BallotCast', seat: 's2', team: 'a', marks: { why: 4 } });
    pitch.when({ ...cast({ why: 4 }), seat: 's3' }, juror('s2')).refuses('malformed');
  });
});

describe('when a ballot is taken', () => {
  test('[B2] from the start of the pitch of the team, not before', () => {
    until(start, stands('a', 'called'))
      .when(cast({ why: 3 }), juror('s2'))
      .refuses('not-on-stage-yet', 'a');
    pitch.when(cast({ why: 3 }, 'b'), juror('s2')).refuses('not-on-stage-yet', 'b');
    until(start, inPhase('introduction'))
      .when(cast({ why: 3 }), juror('s2'))
      .refuses('wrong-phase');
    pitch.and(cast({ why: 3 }), juror('s2'));
  });

  test.each(['pitch', 'questions', 'marking'] as const)('[B3] a ballot is revisable until its lock: at %s', (stage) => {
    const revised = until(pitch.and(cast({ why: 1, how: 1 }), juror('s2')), stands('a', stage)).and(cast({ why: 5 }), juror('s2'));
    expect(ballotOf(revised, 's2')?.marks).toEqual({ why: 5, how: 1 });
  });

  test('[B3] where the rules lock once, while other teams pass too', () => {
    const once = until(given(small({ lock: ONCE })), stands('c', 'pitch'))
      .and(cast({ why: 5 }), juror('s2'))
      .and(cast({ why: 2 }), juror('s2'));
    expect(ballotOf(once, 's2')?.marks).toEqual({ why: 2 });
  });

  test('[B6] not for an unknown team, nor for a struck one', () => {
    pitch.when(cast({ why: 3 }, 'x'), juror('s2')).refuses('unknown-team', 'x');
    pitch
      .and({ type: 'WithdrawTeam', team: 'b', reason: 'absent' })
      .when(cast({ why: 3 }, 'b'), juror('s2'))
      .refuses('team-withdrawn', 'b');
  });
});

describe('what a ballot changes', () => {
  test('[K7] marks already recorded, or a mark taken back that was not there, change nothing', () => {
    const marked = pitch.and(cast({ why: 4, how: 3 }), juror('s2'));
    marked.when(cast({ why: 4 }), juror('s2')).gives();
    marked.when(cast({}), juror('s2')).gives();
    pitch.when(cast({ why: null }), juror('s2')).gives();
    marked
      .when(cast({ why: 4, how: null }), juror('s2'))
      .gives({ type: 'BallotCast', seat: 's2', team: 'a', marks: { why: 4, how: null } });
  });

  test('[B4] only the criteria it names: two devices of a seat never undo the marks of each other', () => {
    const merged = pitch.and(cast({ why: 4, how: 3 }), juror('s2')).and(cast({ how: 5 }), juror('s2'));
    expect(ballotOf(merged, 's2')?.marks).toEqual({ why: 4, how: 5 });
    expect(ballotOf(merged.and(cast({}), juror('s2')), 's2')?.marks).toEqual({ why: 4, how: 5 });
  });

  test('[B4] null takes a mark back', () => {
    const taken = pitch.and(cast({ why: 4, how: 3 }), juror('s2')).and(cast({ why: null }), juror('s2'));
    expect(ballotOf(taken, 's2')?.marks).toEqual({ how: 3 });
  });

  test('[B4] the ballots of other teams and seats stay', () => {
    const b = until(pitch.and(cast({ why: 4 }), juror('s2')).and(cast({ why: 2 }), juror('s3')), stands('b', 'pitch'));
    const after = b.and(cast({ why: 1 }, 'b'), juror('s2'));
    expect([ballotOf(after, 's2')?.marks, ballotOf(after, 's3')?.marks, ballotOf(after, 's2', 'b')?.marks]).toEqual([
      { why: 4 },
      { why: 2 },
      { why: 1 },
    ]);
  });

  test.each([
    [0, 'mark-off-scale'],
    [6, 'mark-off-scale'],
    [-1, 'mark-off-scale'],
    [2.5, 'malformed'],
    ['3', 'malformed'],
    [Number.NaN, 'malformed'],
    [undefined, 'malformed'],
  ] as const)('[B5] a mark is a whole number on the scale: %s is refused', (mark, code) => {
    pitch.when(cast({ why: mark }), juror('s2')).refuses(code);
  });

  test('[B5] both ends of the scale are on it', () => {
    expect(ballotOf(pitch.and(cast({ why: 1, how: 5 }), juror('s2')), 's2')?.marks).toEqual({ why: 1, how: 5 });
  });

  test('[B5] an unknown criterion or one mark off the scale refuses the whole ballot', () => {
    pitch.when(cast({ why: 3, charm: 5 }), juror('s2')).refuses('unknown-criterion', 'charm');
    pitch.when(cast({ why: 3, how: 9 }), juror('s2')).refuses('mark-off-scale', 'how');
    pitch.when(cast({ constructor: 3 }), juror('s2')).refuses('malformed');
  });
});

describe('the trial ballot of the brief', () => {
  const brief = until(start, inPhase('brief'));
  const trial = (marks: object) => ({ type: 'CastTrialBallot', marks }) as const;

  test('[B7] is taken during the brief only', () => {
    brief.when(trial({ why: 3 }), juror('s2')).gives({ type: 'TrialBallotCast', seat: 's2', marks: { why: 3 } });
    brief.when(trial({ why: 9 }), juror('s2')).refuses('mark-off-scale');
    start.when(trial({ why: 3 }), juror('s2')).refuses('wrong-phase');
    until(start, inPhase('introduction'))
      .when(trial({ why: 3 }), juror('s2'))
      .refuses('wrong-phase');
  });

  test('[B7] counts for nothing', () => {
    const tried = brief.and(trial({ why: 5, how: 5 }), juror('s2'));
    expect(tried.state.trial).toEqual({ s2: { marks: { why: 5, how: 5 }, at: tried.now } });
    expect(tried.state.ballots).toEqual({});
    expect(seatView(tried.state, 's2' as SeatId)).toMatchObject({ trial: { why: 5, how: 5 }, ballots: [] });
    const end = until(tried, ({ course }) => course.allLocked !== null);
    expect(aggregates(end.state).map(({ sum, count }) => [sum, count])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('[B7] is merged and taken back like a real one', () => {
    const tried = brief.and(trial({ why: 5, how: 5 }), juror('s2')).and(trial({ why: null }), juror('s2'));
    expect(tried.state.trial).toMatchObject({ s2: { marks: { how: 5 } } });
  });
});

test('[B8] a ballot is complete once every criterion has its mark', () => {
  const criteria = small().criteria;
  const ballot = (marks: object) => ({ marks: marks as Record<CriterionId, number>, at: at('14:40') });
  expect(isComplete(criteria, undefined)).toBe(false);
  expect(isComplete(criteria, ballot({ why: 1 }))).toBe(false);
  expect(isComplete(criteria, ballot({ why: 1, how: 1 }))).toBe(true);
});

test('[B8] an incomplete ballot is kept, and not counted', () => {
  const partial = until(pitch.and(cast({ why: 5 }), juror('s2')).and(cast({ why: 3, how: 3 }), juror('s3')), stands('a', 'locked'));
  expect(ballotOf(partial, 's2')?.marks).toEqual({ why: 5 });
  expect(aggregates(partial.state)[0]).toMatchObject({ team: 'a', sum: 9, count: 1, missing: 2 });
});

describe('on paper', () => {
  const keyed = (seat: string, marks: object, team = 'a') => ({ type: 'KeyPaperBallot', seat, team, marks }) as const;

  test('[N9] the organiser keys the ballot of a juror without a phone, and it counts like any other', () => {
    const key = pitch.when(keyed('s2', { why: 4, how: 2 }), organiser);
    const done = key.gives({ type: 'PaperBallotKeyed', seat: 's2', team: 'a', marks: { why: 4, how: 2 } });
    expect(ballotOf(done, 's2')).toEqual({ marks: { why: 4, how: 2 }, at: done.now, paper: true });
    expect(aggregates(done.state)[0]).toMatchObject({ team: 'a', sum: 10, count: 1 });
    for (const by of [mc, president, juror('s2')]) pitch.when(keyed('s2', { why: 4 }), by).refuses('not-yours');
  });

  test('[N9] it keeps its flag, whoever changes it later', () => {
    const mixed = pitch.and(keyed('s2', { why: 4 }), organiser).and(cast({ how: 3 }), juror('s2'));
    expect(ballotOf(mixed, 's2')).toMatchObject({ marks: { why: 4, how: 3 }, paper: true });
    expect(seatView(mixed.state, 's2' as SeatId)?.ballots[0]).toMatchObject({ paper: true });
    const after = pitch.and(cast({ how: 3 }), juror('s2'));
    expect(ballotOf(after, 's2')?.paper).toBeUndefined();
    expect(ballotOf(after.and(keyed('s2', { why: 4 }), organiser), 's2')?.paper).toBe(true);
  });

  test('[N9] under the same rules as a phone', () => {
    pitch.when(keyed('s9', { why: 4 }), organiser).refuses('unknown-seat', 's9');
    pitch.when(keyed('s2', { why: 6 }), organiser).refuses('mark-off-scale', 'why');
    pitch.when(keyed('s2', { charm: 3 }), organiser).refuses('unknown-criterion', 'charm');
    pitch.when(keyed('s2', { why: 4 }, 'b'), organiser).refuses('not-on-stage-yet', 'b');
    pitch.when(keyed('s2', {}), organiser).gives();
    until(start, inPhase('restitution'))
      .when(keyed('s2', { why: 4 }), organiser)
      .refuses('wrong-phase');
  });
});

test('[B10] a jury that takes notes gives no marks, and is waited for by nobody', () => {
  const notes = until(given(small({ marking: 'notes' })), stands('a', 'pitch'));
  notes.when(cast({ why: 3 }), juror('s2')).refuses('notes-only');
  notes.when({ type: 'KeyPaperBallot', seat: 's2', team: 'a', marks: { why: 3 } }, organiser).refuses('notes-only');
  until(given(small({ marking: 'notes' })), inPhase('brief'))
    .when({ type: 'CastTrialBallot', marks: { why: 3 } }, juror('s2'))
    .refuses('notes-only');
  expect(handedIn(notes.state)).toEqual([]);
  const locked = until(notes, stands('a', 'locked'));
  locked.when({ type: 'ReopenBallot', seat: 's2', team: 'a', reason: 'x' }, president).refuses('notes-only');
  expect([...moments(notes)].at(-1)?.state.course.phase).toBe('closed');
});

test('[B2] the MC and the organiser cast no ballot', () => {
  pitch.when(cast({ why: 3 }), mc).refuses('not-yours');
});
