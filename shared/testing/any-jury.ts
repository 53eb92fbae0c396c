import fc from 'fast-check';
import type { Rules } from '../setup.ts';
import { deliberate } from './deliberate.ts';
import { small } from './forums.ts';
import { type Afternoon, type By, juror, organiser, president, type Told } from './given.ts';
import { deliberatingIn, forumOf, NUMBERS, open, replace, secretly, vote } from './jury.ts';

const TEAMS = ['a', 'b', 'c', 'd'];
const SEATS = ['s1', 's2', 's3'];
const oneOf = <T>(...values: T[]) => fc.constantFrom(...values);
const aTeam = oneOf(...TEAMS);
const someTeams = fc.subarray(TEAMS, { minLength: 1, maxLength: 3 });
const aSeat = oneOf(...SEATS);
const aVote = oneOf('for', 'against', 'abstain');
const mark = fc.integer({ min: 1, max: 5 });
/** Stands for the last motion put. */
const LAST = 0;

interface Act {
  readonly by: By;
  readonly command: Told;
}
const by = (sender: By, command: object): Act => ({ by: sender, command: command as Told });

/** An act tried: what is refused changes nothing. Null: what leads to the closing of the list, as `deliberate` has it. */
export function acted(afternoon: Afternoon, act: Act | null): Afternoon {
  if (act === null) {
    const onward = deliberate(afternoon.state);
    return afternoon.state.deliberation?.closedAt ? afternoon : afternoon.tried(onward.command, onward.by);
  }
  const motion = afternoon.state.deliberation?.motions.at(-1)?.number ?? 1;
  return afternoon.tried('motion' in act.command ? { ...act.command, motion } : act.command, act.by);
}

const anyQuestion = fc.oneof(
  fc.shuffledSubarray(TEAMS, { minLength: 2, maxLength: 2 }).map(([put = '', out = '']) => replace(put, out)),
  aTeam.map((team) => ({ kind: 'tie', team })),
  someTeams.map((teams) => ({ kind: 'list', teams, reason: 'Balance' })),
);

/** What the president does behind closed doors, sensible or not. */
const anyPresidentAct: fc.Arbitrary<Act> = fc
  .oneof(
    fc.record({ type: fc.constant('ComposeList'), teams: someTeams, discuss: fc.option(someTeams, { nil: undefined }) }),
    fc.record({ type: fc.constant('CloseList'), teams: someTeams }),
    fc.record({ type: fc.constant('TakeTieStep'), team: fc.option(aTeam, { nil: undefined }), numbers: fc.constant(NUMBERS) }),
    fc.tuple(anyQuestion, fc.boolean()).map(([question, secret]) => open(question, secret)),
    fc.constant({ type: 'CloseMotion', motion: LAST }),
    fc.record({ type: fc.constant('GiveCastingVote'), motion: fc.constant(LAST), vote: oneOf('for', 'against') }),
    fc.record({ type: fc.constant('RecordVote'), motion: fc.constant(LAST), seat: aSeat, vote: aVote }),
    fc.record({ type: oneOf('AdmitLateBallot', 'ReopenBallot'), seat: aSeat, team: aTeam, reason: fc.constant('Paper found') }),
    fc.record({ type: fc.constant('CloseBallot'), seat: aSeat, team: aTeam }),
    fc.constant({ type: 'ReopenList', reason: 'A name was misread' }),
  )
  .map((command) => by(president, command));

const anyJurorAct: fc.Arbitrary<Act> = fc
  .tuple(
    aSeat,
    fc.oneof(
      { weight: 3, arbitrary: aVote.map((wanted) => vote(LAST, wanted)) },
      { weight: 3, arbitrary: aVote.map((wanted) => secretly(LAST, wanted)) },
      {
        weight: 3,
        arbitrary: fc.record({ type: fc.constant('CastBallot'), team: aTeam, marks: fc.record({ why: mark, how: mark }) }),
      },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('WriteFeedback'), team: aTeam, text: oneOf('Clear', 'Show it') }) },
      { weight: 1, arbitrary: fc.record({ type: fc.constant('DeclareRecusal'), team: aTeam }) },
    ),
  )
  .map(([seat, command]) => by(juror(seat), command));

/** A vote from its opening to its end. */
const anyWholeVote: fc.Arbitrary<readonly Act[]> = fc
  .tuple(anyQuestion, fc.boolean(), aVote, aVote)
  .map(([question, secret, one, other]) => {
    const cast = secret ? secretly : vote;
    return [
      by(president, open(question, secret)),
      by(juror('s2'), cast(LAST, one)),
      by(juror('s3'), cast(LAST, other)),
      by(president, { type: 'CloseMotion', motion: LAST }),
      by(president, { type: 'GiveCastingVote', motion: LAST, vote: 'for' }),
    ];
  });

/** A ballot that comes after its lock, and is admitted. */
const anyLateBallot: fc.Arbitrary<readonly Act[]> = fc
  .tuple(aSeat, aTeam, mark)
  .map(([seat, team, why]) => [
    by(juror(seat), { type: 'CastBallot', team, marks: { why } }),
    by(president, { type: 'AdmitLateBallot', seat, team, reason: 'Paper found' }),
  ]);

/** Acts behind closed doors, one by one or as people do them. */
export const anyDeliberation: fc.Arbitrary<readonly (Act | null)[]> = fc
  .array(
    fc.oneof(
      { weight: 1, arbitrary: fc.constant([null]) },
      { weight: 3, arbitrary: anyPresidentAct.map((act) => [act]) },
      { weight: 3, arbitrary: anyJurorAct.map((act) => [act]) },
      { weight: 3, arbitrary: anyWholeVote },
      { weight: 2, arbitrary: anyLateBallot },
    ),
    { minLength: 4, maxLength: 30, size: 'max' },
  )
  .map((acts) => acts.flat());

/** The secretary's own, which change the bench and nothing else outside the jury. */
export const anyComingAndGoing: fc.Arbitrary<Act> = fc
  .record({ type: oneOf('RecordArrival', 'RecordDeparture'), seat: aSeat })
  .map((command) => by(organiser, command));

const aPair = fc.tuple(fc.integer({ min: 3, max: 4 }), mark);
const four = <T>(each: fc.Arbitrary<T>) => fc.tuple(each, each, each, each);

/** The ballots of three jurors for four teams: every one, or some missing; alike often enough for ties to be common. */
export const anyMarks = fc.oneof(
  four(oneOf<readonly [number, number]>([3, 3], [4, 1], [2, 5], [5, 5], [1, 1]).map((pair) => [pair, pair, pair])),
  four(fc.array(fc.option(aPair, { freq: 6 }), { minLength: 3, maxLength: 3 })),
);

/** Any règlement for a deliberation. */
const anyRules: fc.Arbitrary<Partial<Rules>> = fc.record({
  laureates: fc.integer({ min: 1, max: 3 }),
  ties: oneOf<Rules['ties']>(
    [{ by: 'vote' }, { by: 'draw' }],
    [{ by: 'criterion', criterion: small().criteria[1]?.id as never }, { by: 'vote' }, { by: 'casting-vote' }, { by: 'draw' }],
    [{ by: 'casting-vote' }, { by: 'vote' }, { by: 'draw' }],
    [{ by: 'draw' }],
  ),
  castingVote: fc.constant(true),
  quorum: oneOf({ total: 0, colleges: [] }, { total: 2, colleges: [{ college: 'elu', least: 1 }] }),
  lateBallots: oneOf('aside' as const, 'refused' as const),
  recusal: fc.oneof({ weight: 3, arbitrary: fc.constant('team' as const) }, { weight: 1, arbitrary: fc.constant('department' as const) }),
  departure: oneOf('kept' as const, 'struck' as const),
});

/** A random jury of three at the opening of its deliberation on four teams. */
export const anyJury: fc.Arbitrary<Afternoon> = fc
  .tuple(anyMarks, anyRules)
  .map(([marks, rules]) =>
    deliberatingIn(forumOf(TEAMS, rules), (seat, team) => marks[TEAMS.indexOf(team)]?.[Number(seat.slice(1)) - 1] ?? undefined),
  );
