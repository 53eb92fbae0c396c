import * as z from 'zod/mini';
import { attendanceCommands, decideAttendance } from './attendance.ts';
import { ballotCommands, decideBallot } from './ballot.ts';
import { commitmentCommands, decideCommitment } from './commitments.ts';
import type { Decision, Stamp } from './decision.ts';
import { decideDeliberation, deliberationCommands } from './deliberation.ts';
import { decideDraw, drawCommands } from './draw.ts';
import { decideErasure, erasureCommands } from './erasure.ts';
import type { Event } from './events.ts';
import { decideFeedback, feedbackCommands } from './feedback.ts';
import { journalNonce, step } from './fields.ts';
import { decideFloor, floorCommands } from './floor.ts';
import { decideLadder, ladderCommands } from './ladder.ts';
import { decideLink, linkCommands } from './links.ts';
import { decideMotion, motionCommands } from './motions.ts';
import { decideOpening, openingCommands } from './opening.ts';
import { decideOrder, orderCommands } from './order.ts';
import { decidePassage, passageCommands } from './passage.ts';
import { decideRecusal, recusalCommands } from './recusal.ts';
import { decideRemark, remarkCommands } from './remarks.ts';
import { decideReopening, reopeningCommands } from './reopening.ts';
import { decideRestitution, restitutionCommands } from './restitution.ts';
import { decideScreen, screenCommands } from './screens.ts';
import { setupSchema } from './setup.ts';
import { decideSheet, sheetCommands } from './sheet.ts';
import type { State } from './state.ts';
import { decideTiming, timingCommands } from './timing.ts';
import { type Boxed, decideVoting, votingCommands } from './voting.ts';

/** Every command, by its type: what a device may ask. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('AdoptSetup'), setup: setupSchema, nonce: z.optional(journalNonce) }),
  z.strictObject({ type: z.literal('UndoStep'), step, until: z.int() }),
  ...openingCommands,
  ...drawCommands,
  ...orderCommands,
  ...passageCommands,
  ...timingCommands,
  ...screenCommands,
  ...attendanceCommands,
  ...recusalCommands,
  ...ballotCommands,
  ...reopeningCommands,
  ...feedbackCommands,
  ...floorCommands,
  ...deliberationCommands,
  ...ladderCommands,
  ...motionCommands,
  ...votingCommands,
  ...restitutionCommands,
  ...commitmentCommands,
  ...remarkCommands,
  ...sheetCommands,
  ...linkCommands,
  ...erasureCommands,
]);

export type Command = z.infer<typeof commandSchema>;

/** What a command comes to; a vote in a secret ballot also goes into its box. */
export type Decided = Decision<Event> & { readonly boxed?: Boxed };

/** A command whose sender, phase and step were found right, asked of its subject. Taking back and adopting are the session's own. */
export function decideSubject(state: State, command: Exclude<Command, { type: 'AdoptSetup' | 'UndoStep' }>, stamp: Stamp): Decided {
  switch (command.type) {
    case 'OpenBrief':
    case 'OpenIntroduction':
    case 'OpenPassages':
    case 'OpenDeliberation':
    case 'OpenRestitution':
    case 'CloseSession':
      return decideOpening(state, command, stamp);
    case 'OpenDraw':
    case 'SayNumber':
    case 'DrawOrder':
    case 'CloseDraw':
      return decideDraw(state, command);
    case 'PostponeTeam':
    case 'WithdrawTeam':
    case 'ReorderTeams':
      return decideOrder(state, command);
    case 'CallTeam':
    case 'StartPitch':
    case 'StartQuestions':
    case 'EndQuestions':
    case 'LockBallots':
      return decidePassage(state, command);
    case 'PauseClock':
    case 'ResumeClock':
    case 'AdjustClock':
    case 'RestartClock':
      return decideTiming(state, command, stamp);
    case 'SetMessage':
    case 'SetBlackout':
      return decideScreen(state.course, command);
    case 'CheckIn':
    case 'RecordArrival':
    case 'RecordDeparture':
      return decideAttendance(state, command, stamp.by);
    case 'DeclareRecusal':
    case 'RecordRecusal':
    case 'LiftRecusal':
      return decideRecusal(state, command, stamp.by);
    case 'CastBallot':
    case 'CastTrialBallot':
    case 'KeyPaperBallot':
      return decideBallot(state, command, stamp.by);
    case 'AdmitLateBallot':
    case 'ReopenBallot':
    case 'CloseBallot':
      return decideReopening(state, command);
    case 'WriteFeedback':
      return decideFeedback(state, command, stamp.by);
    case 'RaiseHand':
    case 'LowerHand':
    case 'GiveFloor':
    case 'ClearHands':
      return decideFloor(state, command, stamp.by);
    case 'ComposeList':
    case 'CloseList':
    case 'ReopenList':
    case 'AnnounceReturn':
      return decideDeliberation(state, command, stamp);
    case 'TakeTieStep':
      return decideLadder(state, command);
    case 'OpenMotion':
    case 'CloseMotion':
    case 'GiveCastingVote':
      return decideMotion(state, command, stamp);
    case 'CastVote':
    case 'CastSecretVote':
    case 'RecordVote':
      return decideVoting(state, command, stamp.by);
    case 'RevealLaureate':
    case 'ShowLaureates':
    case 'ThankTeams':
      return decideRestitution(state, command);
    case 'RecordCommitment':
      return decideCommitment(state, command);
    case 'EnterRemark':
      return decideRemark(state, command);
    case 'WriteSheet':
      return decideSheet(state, command, stamp.by);
    case 'ReissueLink':
      return decideLink(state, command);
    case 'EraseBallots':
      return decideErasure(state, command, stamp);
  }
}
