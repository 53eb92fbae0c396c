import type { Role } from './audience.ts';

/** The afternoon, in order. Within `passages` each team goes through the stages. */
export const PHASES = ['set-up', 'brief', 'introduction', 'passages', 'deliberation', 'restitution', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** A team's way across the estrade. `locked` only where the rules lock team by team. */
export const STAGES = ['called', 'pitch', 'questions', 'marking', 'locked'] as const;
export type Stage = (typeof STAGES)[number];

/** `system`: the server itself, when a deadline falls due or after a restart. */
export type Sender = Role | 'system';

interface Permission {
  readonly by: readonly Sender[];
  readonly phases: readonly Phase[];
}

const may = (by: readonly Sender[], ...phases: readonly Phase[]): Permission => ({ by, phases });
const everyPhase = PHASES;
const live = PHASES.slice(1, 6) as readonly Phase[];
/** Before the first team. */
const early = PHASES.slice(0, 3) as readonly Phase[];
const open = PHASES.slice(0, 6) as readonly Phase[];
const upToTheList = PHASES.slice(0, 5) as readonly Phase[];

/**
 * Which command, by whom, in which phase: the only place where it is said. Whatever is not here is refused
 * (`not-yours`, `wrong-phase`) before its subject is asked.
 */
export const PERMISSIONS = {
  AdoptSetup: may(['system'], 'set-up'),
  ReissueLink: may(['organiser'], ...everyPhase),

  OpenBrief: may(['mc'], 'set-up'),
  OpenIntroduction: may(['mc'], 'brief'),
  OpenPassages: may(['mc'], 'introduction'),
  CallTeam: may(['mc'], 'passages'),
  StartPitch: may(['mc'], 'passages'),
  StartQuestions: may(['mc', 'system'], 'passages'),
  EndQuestions: may(['mc', 'system'], 'passages'),
  LockBallots: may(['mc', 'system'], 'passages'),
  OpenDeliberation: may(['mc'], 'passages'),
  OpenRestitution: may(['mc'], 'deliberation'),
  RevealLaureate: may(['mc'], 'restitution'),
  ShowLaureates: may(['mc'], 'restitution'),
  ThankTeams: may(['mc'], 'restitution'),
  CloseSession: may(['mc'], 'restitution'),

  PauseClock: may(['mc', 'system'], 'passages'),
  ResumeClock: may(['mc'], 'passages'),
  AdjustClock: may(['mc'], 'passages'),
  RestartClock: may(['mc'], 'passages'),

  PostponeTeam: may(['mc'], 'set-up', 'brief', 'introduction', 'passages'),
  WithdrawTeam: may(['mc'], 'set-up', 'brief', 'introduction', 'passages'),
  ReorderTeams: may(['mc', 'organiser'], ...early),

  OpenDraw: may(['mc', 'organiser'], ...early),
  SayNumber: may(['mc', 'organiser'], ...early),
  DrawOrder: may(['mc', 'organiser'], ...early),
  CloseDraw: may(['mc', 'organiser'], ...early),

  CheckIn: may(['juror', 'president'], ...open),
  RecordArrival: may(['organiser', 'president'], ...open),
  RecordDeparture: may(['organiser', 'president'], ...open),
  DeclareRecusal: may(['juror', 'president'], ...upToTheList),
  RecordRecusal: may(['organiser', 'president'], ...upToTheList),
  LiftRecusal: may(['organiser', 'president'], ...upToTheList),
  EnterRemark: may(['organiser', 'president'], ...everyPhase),

  SetMessage: may(['mc'], ...live),
  SetBlackout: may(['mc'], ...everyPhase),
  AnnounceReturn: may(['mc', 'president'], 'deliberation'),
  UndoStep: may(['mc'], ...everyPhase),

  CastTrialBallot: may(['juror', 'president'], 'brief'),
  // Later phases too: the refusal must then say that the ballots are locked, so that the phone keeps what it holds.
  CastBallot: may(['juror', 'president'], 'passages', 'deliberation', 'restitution', 'closed'),

  KeyPaperBallot: may(['organiser'], 'passages', 'deliberation'),
  AdmitLateBallot: may(['president'], 'passages', 'deliberation'),
  ReopenBallot: may(['president'], 'passages', 'deliberation'),
  CloseBallot: may(['president'], 'passages', 'deliberation'),
  WriteFeedback: may(['juror', 'president'], 'passages', 'deliberation', 'restitution'),

  RaiseHand: may(['juror', 'president'], 'passages'),
  LowerHand: may(['juror', 'president'], 'passages'),
  GiveFloor: may(['president'], 'passages'),
  ClearHands: may(['president', 'mc'], 'passages'),

  WriteSheet: may(['table'], 'set-up'),

  ComposeList: may(['president'], 'deliberation'),
  CloseList: may(['president'], 'deliberation'),
  ReopenList: may(['president'], 'deliberation', 'restitution'),
  TakeTieStep: may(['president'], 'deliberation'),
  OpenMotion: may(['president'], 'deliberation'),
  CastVote: may(['juror', 'president'], 'deliberation'),
  CastSecretVote: may(['juror', 'president'], 'deliberation'),
  RecordVote: may(['president'], 'deliberation'),
  CloseMotion: may(['president'], 'deliberation'),
  GiveCastingVote: may(['president'], 'deliberation'),

  RecordCommitment: may(['organiser', 'president'], 'restitution', 'closed'),

  EraseBallots: may(['organiser'], 'closed'),
} as const satisfies Record<string, Permission>;

export type CommandType = keyof typeof PERMISSIONS;

/** Why this sender may not give this command now, or null when it may. */
export function permission(type: CommandType, by: Sender, phase: Phase): 'not-yours' | 'wrong-phase' | null {
  const { by: senders, phases } = PERMISSIONS[type] as Permission;
  if (!senders.includes(by)) return 'not-yours';
  return phases.includes(phase) ? null : 'wrong-phase';
}
