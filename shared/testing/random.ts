import fc from 'fast-check';
import { type Phase, permission } from '../phases.ts';
import type { Setup } from '../setup.ts';
import { after, seconds } from '../time.ts';
import { small } from './forums.ts';
import { type By, given, juror, mc, organiser, president, system, type Told, table } from './given.ts';
import { nextAct } from './play.ts';
import { at as instantOf } from './times.ts';

const names = ['a', 'b', 'c', 'd', 'e'];
const LATE = instantOf('23:00');

/** A small forum of one to five teams, under any rules. */
export const anySetup: fc.Arbitrary<Setup> = fc
  .record({
    teams: fc.integer({ min: 1, max: 5 }),
    laureates: fc.integer({ min: 1, max: 5 }),
    mode: fc.constantFrom('per-team' as const, 'once' as const),
    afterSeconds: fc.constantFrom(null, 5, 60),
    chaining: fc.boolean(),
    announcement: fc.constantFrom('running-order' as const, 'department' as const),
    changeoverSeconds: fc.constantFrom(0, 30, 90),
    marking: fc.constantFrom('marks' as const, 'marks' as const, 'notes' as const),
    lateBallots: fc.constantFrom('aside' as const, 'refused' as const),
    recusal: fc.constantFrom('session' as const, 'team' as const, 'department' as const),
    departure: fc.constantFrom('kept' as const, 'struck' as const),
  })
  .map(({ teams, laureates, mode, afterSeconds, ...rules }) => ({
    ...small({ ...rules, laureates: Math.min(laureates, teams, 3), lock: { mode, afterSeconds } }),
    teams: names
      .slice(0, teams)
      .map((id, index) => ({ ...pick(small().teams, index % 3), id: id as Setup['teams'][number]['id'], table: index + 1 })),
  }));

const marks = { why: 3, how: 4 };
const someone = ['s2', 's3'];

export interface Act {
  readonly by: By;
  readonly command: Told;
}

/** What somebody in the room may try, sensible or not. */
export const ACTS: readonly Act[] = [
  ...acts(mc, [
    { type: 'PauseClock', reason: 'mic' },
    { type: 'ResumeClock' },
    { type: 'AdjustClock', seconds: 30 },
    { type: 'AdjustClock', seconds: -90 },
    { type: 'RestartClock' },
    { type: 'UndoStep' },
    { type: 'SetMessage', text: 'Closer' },
    { type: 'SetBlackout', on: true },
    { type: 'LockBallots' },
    ...names.flatMap((team) => [
      { type: 'PostponeTeam', team, reason: 'late' } as const,
      { type: 'WithdrawTeam', team, reason: 'absent' } as const,
    ]),
  ]),
  ...acts(mc, [
    { type: 'OpenDraw' },
    { type: 'SayNumber', department: '80', number: 31 },
    { type: 'DrawOrder', witnesses: 'Two teams' },
    { type: 'CloseDraw' },
    { type: 'ClearHands' },
    { type: 'AnnounceReturn', at: LATE },
  ]),
  ...acts(organiser, [
    { type: 'ReorderTeams', order: ['b', 'a'], reason: 'draw' },
    { type: 'OpenDraw' },
    { type: 'SayNumber', department: '59', number: 7 },
    { type: 'SayNumber', department: '80', number: null },
    { type: 'ReissueLink', audience: 'mc' },
    { type: 'RecordRecusal', seat: 's3', team: null },
    { type: 'RecordRecusal', seat: 's3', team: 'a' },
    { type: 'LiftRecusal', seat: 's3', team: null },
    { type: 'EnterRemark', kind: 'incident', team: null, text: 'The microphone failed' },
    { type: 'RecordCommitment', team: 'a', sponsor: 'DGS', time: null, coach: null, firstDate: null },
    ...someone.flatMap((seat) => [
      { type: 'RecordArrival', seat } as const,
      { type: 'RecordDeparture', seat } as const,
      { type: 'KeyPaperBallot', seat, team: 'a', marks } as const,
    ]),
  ]),
  ...acts(system, [{ type: 'StartQuestions' }, { type: 'LockBallots' }, { type: 'PauseClock', reason: 'restart' }]),
  ...acts(president, [
    { type: 'ComposeList', teams: ['a'] },
    { type: 'ComposeList', teams: [], discuss: ['a'] },
    { type: 'CloseList', teams: ['a', 'b'] },
    { type: 'ReopenList', reason: 'A doubt' },
    { type: 'TakeTieStep', team: 'a', numbers: { 80: 1, 59: 2 } },
    { type: 'OpenMotion', question: { kind: 'free', text: 'Go on?' }, secret: true },
    { type: 'OpenMotion', question: { kind: 'tie', team: 'a' }, secret: false },
    { type: 'OpenMotion', question: { kind: 'replace', put: 'b', out: 'a', reason: 'Balance' }, secret: false },
    { type: 'OpenMotion', question: { kind: 'list', teams: ['a'], reason: 'Balance' }, secret: false },
    { type: 'RecordVote', motion: 1, seat: 's3', vote: 'against' },
    { type: 'CloseMotion', motion: 1 },
    { type: 'GiveCastingVote', motion: 1, vote: 'for' },
    { type: 'GiveFloor', seat: 's2' },
    { type: 'ClearHands' },
    ...someone.flatMap((seat) => [
      { type: 'AdmitLateBallot', seat, team: 'a', reason: 'No network' } as const,
      { type: 'ReopenBallot', seat, team: 'a', reason: 'A slip' } as const,
      { type: 'CloseBallot', seat, team: 'a' } as const,
    ]),
  ]),
  ...acts(juror('s2'), [
    { type: 'CheckIn' },
    { type: 'CastTrialBallot', marks },
    { type: 'DeclareRecusal', team: 'b' },
    { type: 'WriteFeedback', team: 'a', text: 'Clear' },
    { type: 'RaiseHand' },
    { type: 'LowerHand' },
    { type: 'CastVote', motion: 1, vote: 'abstain' },
    { type: 'CastSecretVote', motion: 1, vote: 'for', nonce: 'x'.repeat(16) },
    { type: 'CastBallot', team: 'a', marks: { why: 1 }, madeAt: LATE },
    ...names.map((team) => ({ type: 'CastBallot', team, marks }) as const),
  ]),
  ...acts(juror('s3'), [{ type: 'RaiseHand' }, { type: 'CastBallot', team: 'a', marks: { why: 5, how: 1 } }]),
  ...acts(table('a'), [{ type: 'WriteSheet', part: 'drama', text: 'Why' }]),
];

function acts(by: By, commands: readonly Told[]): readonly Act[] {
  return commands.map((command) => ({ by, command }));
}

/** What happens next: the main button is pressed (null), or somebody tries something; and how many seconds pass before it. */
const plotOf = (presses: number, tries: number, maxLength: number): fc.Arbitrary<Plot> =>
  fc.array(
    fc.tuple(
      fc.oneof({ weight: presses, arbitrary: fc.constant(null) }, { weight: tries, arbitrary: fc.noBias(fc.nat()) }),
      fc.integer({ min: 0, max: 400 }),
    ),
    // Without a size, most afternoons would end before the first pitch.
    { maxLength, size: 'max' },
  );

export const anyPlot = plotOf(3, 2, 40);
/** Much is tried, and little moves on. */
export const busyPlot = plotOf(1, 3, 60);

type Plot = readonly (readonly [number | null, number])[];

/** Every moment of an afternoon so lived. What is refused changes nothing, as in the room. */
export function* lived(setup: Setup, plot: Plot, from = given(setup)) {
  let afternoon = from;
  yield afternoon;
  for (const [choice, wait] of plot) {
    const at = after(afternoon.now, seconds(wait));
    const tried = choice === null ? nextAct(afternoon.state) : permitted(choice, afternoon.state.course.phase);
    if (tried === null) continue;
    const answer = afternoon.ask(tried.command, tried.by, at);
    if ('refused' in answer || answer.events.length === 0) continue;
    afternoon = afternoon.happened(answer.events, tried.by, at);
    yield afternoon;
  }
}

/** One of the acts whose sender may try it in this phase: what the table of permissions refuses is tried elsewhere. */
function permitted(choice: number, phase: Phase): Act {
  const able = ACTS.filter(({ by, command }) => permission(command.type, by.role, phase) === null);
  return pick(able, choice % able.length);
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}
