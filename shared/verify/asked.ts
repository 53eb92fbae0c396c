import type { Command } from '../commands.ts';
import type { Event } from '../events.ts';
import { tieOf } from '../ladder.ts';
import { UNDO_TIME } from '../session.ts';
import type { State } from '../state.ts';
import { after, SECOND } from '../time.ts';

/** A command before its shape is checked. */
export type Asked = { readonly type: Command['type'] } & Readonly<Record<string, unknown>>;

type Of<Type extends Event['type']> = Event & { readonly type: Type };
type Field<Type extends Event['type']> = Exclude<keyof Of<Type>, 'type'>;
/** The commands by which an event can have come about on a state: where there are several, any of them. */
type Way<Type extends Event['type']> = (event: Of<Type>, state: State) => readonly Asked[];

/** By a command that holds these fields of the event. */
const by =
  <Type extends Event['type']>(type: Command['type'], ...fields: readonly Field<Type>[]): Way<Type> =>
  (event) => [{ type, ...Object.fromEntries(fields.map((field) => [field, event[field]])) }];

/** The same, by a command that moves the session and so carries its step. */
const moving =
  <Type extends Event['type']>(type: Command['type'], ...fields: readonly Field<Type>[]): Way<Type> =>
  (event, state) =>
    by(type, ...fields)(event, state).map((asked) => ({ ...asked, step: state.step }));

const either =
  <Type extends Event['type']>(...ways: readonly Way<Type>[]): Way<Type> =>
  (event, state) =>
    ways.flatMap((way) => way(event, state));

const WAYS: { readonly [Type in Event['type']]: Way<Type> } = {
  SetupAdopted: ({ setup, nonce }) => [{ type: 'AdoptSetup', setup, ...(nonce === undefined ? {} : { nonce }) }],
  StepUndone: (_, { step, undo }) => [{ type: 'UndoStep', step, until: undo ? after(undo.at, UNDO_TIME) : 0 }],

  BriefOpened: moving('OpenBrief'),
  IntroductionOpened: moving('OpenIntroduction'),
  PassagesOpened: moving('OpenPassages'),
  DeliberationOpened: moving('OpenDeliberation'),
  RestitutionOpened: moving('OpenRestitution'),
  SessionClosed: moving('CloseSession'),

  DrawOpened: moving('OpenDraw'),
  NumberSaid: by('SayNumber', 'department', 'number'),
  OrderDrawn: moving('DrawOrder', 'witnesses'),
  DrawClosed: moving('CloseDraw'),

  TeamPostponed: moving('PostponeTeam', 'team', 'reason'),
  TeamWithdrawn: moving('WithdrawTeam', 'team', 'reason'),
  TeamsReordered: moving('ReorderTeams', 'order', 'reason'),

  TeamCalled: moving('CallTeam', 'team'),
  PitchStarted: moving('StartPitch'),
  QuestionsStarted: moving('StartQuestions'),
  QuestionsEnded: moving('EndQuestions'),
  BallotsLocked: moving('LockBallots'),

  ClockPaused: moving('PauseClock', 'reason'),
  ClockResumed: moving('ResumeClock'),
  ClockAdjusted: (event, { step }) => [{ type: 'AdjustClock', step, seconds: event.by / SECOND }],
  ClockRestarted: moving('RestartClock'),

  MessageSet: moving('SetMessage', 'text'),
  BlackoutSet: moving('SetBlackout', 'on'),

  SeatArrived: either(by('CheckIn'), by('RecordArrival', 'seat')),
  SeatLeft: by('RecordDeparture', 'seat'),
  RecusalDeclared: either(by('DeclareRecusal', 'team'), by('RecordRecusal', 'seat', 'team')),
  RecusalLifted: by('LiftRecusal', 'seat', 'team'),

  BallotCast: by('CastBallot', 'team', 'marks'),
  TrialBallotCast: by('CastTrialBallot', 'marks'),
  PaperBallotKeyed: by('KeyPaperBallot', 'seat', 'team', 'marks'),
  LateBallotReceived: (event, state) =>
    event.paper
      ? by<'LateBallotReceived'>('KeyPaperBallot', 'seat', 'team', 'marks')(event, state)
      : [{ type: 'CastBallot', team: event.team, marks: event.marks, ...(event.madeAt === null ? {} : { madeAt: event.madeAt }) }],
  LateBallotAdmitted: by('AdmitLateBallot', 'seat', 'team', 'reason'),
  BallotReopened: by('ReopenBallot', 'seat', 'team', 'reason'),
  BallotClosed: by('CloseBallot', 'seat', 'team'),
  FeedbackWritten: by('WriteFeedback', 'team', 'text'),

  HandRaised: by('RaiseHand'),
  HandLowered: by('LowerHand'),
  FloorGiven: by('GiveFloor', 'seat'),
  HandsCleared: by('ClearHands'),

  ListComposed: by('ComposeList', 'teams', 'discuss'),
  ListClosed: by('CloseList', 'teams'),
  ListReopened: by('ReopenList', 'reason'),
  ReturnAnnounced: (event, { step }) => [{ type: 'AnnounceReturn', step, at: event.returnAt }],
  TieStepTaken: tieStep,

  MotionOpened: ({ question, secret }) => [{ type: 'OpenMotion', question: putBy(question), secret }],
  MotionClosed: by('CloseMotion', 'motion'),
  CastingVoteGiven: by('GiveCastingVote', 'motion', 'vote'),
  VoteCast: either(by('CastVote', 'motion', 'vote'), by('RecordVote', 'motion', 'seat', 'vote')),
  // What was voted is in no journal; any vote leaves the same trace.
  VoterMarked: (event) => [{ type: 'CastSecretVote', motion: event.motion, vote: 'abstain', nonce: '0'.repeat(16) }],

  LaureateRevealed: moving('RevealLaureate', 'team'),
  LaureatesShown: moving('ShowLaureates'),
  TeamsThanked: moving('ThankTeams'),
  CommitmentRecorded: by('RecordCommitment', 'team', 'sponsor', 'time', 'coach', 'firstDate'),
  RemarkEntered: by('EnterRemark', 'kind', 'team', 'text'),
  SheetWritten: by('WriteSheet', 'part', 'text'),
  LinkReissued: by('ReissueLink', 'audience'),
  BallotsErased: by('EraseBallots', 'visa'),
};

/** As the president put it: among whom a team is tied, and at which step, the rules add. */
const putBy = (question: Of<'MotionOpened'>['question']): object =>
  question?.kind === 'tie' ? { kind: question.kind, team: question.team } : question;

/** The president names a team for a casting vote, numbers for a draw, and nothing where a criterion decides or a step is passed over. */
function tieStep({ groups, seed }: Of<'TieStepTaken'>, state: State): readonly Asked[] {
  const rule = tieOf(state).next?.rule.by;
  if (rule === 'casting-vote' && groups?.length !== 1) return [{ type: 'TakeTieStep', team: groups?.[0]?.[0] }];
  if (rule !== 'draw') return [{ type: 'TakeTieStep' }];
  const said = String(seed).split('-').map(Number);
  const numbers = Object.fromEntries(state.setup.departments.map(({ code }, index) => [code, said[index]]));
  return [{ type: 'TakeTieStep', numbers }];
}

export const EVENT_KINDS = Object.keys(WAYS) as readonly Event['type'][];

export const isEventKind = (type: unknown): type is Event['type'] => typeof type === 'string' && Object.hasOwn(WAYS, type);

/** What may have been asked, for this to happen. The event's fields may be of any shape: a command made of them is still to be checked. */
export const askedFor = (event: Event, state: State): readonly Asked[] => (WAYS[event.type] as Way<Event['type']>)(event, state);
