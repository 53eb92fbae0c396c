import { type AttendanceEvent, moved, showedItself } from './attendance.ts';
import { type BallotEvent, evolveBallot } from './ballot.ts';
import { type CommitmentEvent, evolveCommitment } from './commitments.ts';
import { type DeliberationEvent, evolveDeliberation, openingTakenBack, startOfDeliberation } from './deliberation.ts';
import { type DrawEvent, evolveDraw } from './draw.ts';
import { type ErasureEvent, evolveErasure } from './erasure.ts';
import { evolveFeedback, type FeedbackEvent } from './feedback.ts';
import { evolveFloor, type FloorEvent, floorFreed, silenced } from './floor.ts';
import { type LadderEvent, stepTaken } from './ladder.ts';
import { evolveLink, type LinkEvent } from './links.ts';
import { evolveMotion, type MotionEvent } from './motions.ts';
import { evolveOpening, type OpeningEvent } from './opening.ts';
import { evolveOrder, type OrderEvent } from './order.ts';
import { evolvePassage, type PassageEvent } from './passage.ts';
import { evolveRecusal, isRecused, type RecusalEvent } from './recusal.ts';
import { evolveRemark, type RemarkEvent } from './remarks.ts';
import { evolveReopening, inTimeAfterAll, type ReopeningEvent } from './reopening.ts';
import { announcementOf, evolveRestitution, type RestitutionEvent } from './restitution.ts';
import { evolveScreen, type ScreenEvent } from './screens.ts';
import type { Setup } from './setup.ts';
import { evolveSheet, type SheetEvent } from './sheet.ts';
import type { Course, State } from './state.ts';
import type { Instant } from './time.ts';
import { evolveTiming, type TimingEvent } from './timing.ts';
import type { VotingEvent } from './voting.ts';

export type Event =
  /** The nonce, which nobody outside the journal knows: without it who knows all entries but one could try out guesses on a hash. */
  | { readonly type: 'SetupAdopted'; readonly setup: Setup; readonly nonce?: string }
  | { readonly type: 'StepUndone' }
  | OpeningEvent
  | DrawEvent
  | OrderEvent
  | PassageEvent
  | TimingEvent
  | ScreenEvent
  | AttendanceEvent
  | RecusalEvent
  | BallotEvent
  | ReopeningEvent
  | FeedbackEvent
  | FloorEvent
  | DeliberationEvent
  | LadderEvent
  | MotionEvent
  | VotingEvent
  | RestitutionEvent
  | CommitmentEvent
  | RemarkEvent
  | SheetEvent
  | LinkEvent
  | ErasureEvent;

/**
 * An event as the journal keeps it: when, by whom, and the journal's hash up to and with it. Under a salt, what says how one person judged
 * can be erased: a digest then stands in its place, as the hash has covered it from the beginning.
 */
export interface Entry {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly event: Event;
  readonly hash: string;
  readonly salt?: string;
}

/** An event folded into the state by its subject. Adopting a set-up is the session's own. */
export function evolveSubject(state: State, { event, at, by, hash }: Entry): State {
  const course = (changed: Course): State => ({ ...state, course: changed });
  switch (event.type) {
    case 'SetupAdopted':
      return state;
    case 'StepUndone':
      return state.undo ? openingTakenBack(inTimeAfterAll(course(state.undo.before))) : state;
    case 'BriefOpened':
    case 'IntroductionOpened':
    case 'PassagesOpened':
    case 'SessionClosed':
      return course(evolveOpening(state.course, event, { at, hash }));
    case 'DeliberationOpened':
      return { ...course(evolveOpening(state.course, event, { at, hash })), deliberation: startOfDeliberation(state) };
    case 'RestitutionOpened':
      return course({ ...evolveOpening(state.course, event, { at, hash }), announcement: announcementOf(state) });
    case 'DrawOpened':
    case 'NumberSaid':
    case 'OrderDrawn':
    case 'DrawClosed':
      return course(evolveDraw(state.course, event, { at, by }));
    case 'TeamPostponed':
    case 'TeamWithdrawn':
    case 'TeamsReordered':
      return course(evolveOrder(state.course, event, { at, by }));
    case 'TeamCalled':
    case 'QuestionsEnded':
      return { ...course(evolvePassage(state, event, { at, hash })), floor: floorFreed(state.floor) };
    case 'PitchStarted':
    case 'QuestionsStarted':
    case 'BallotsLocked':
      return course(evolvePassage(state, event, { at, hash }));
    case 'ClockPaused':
    case 'ClockResumed':
    case 'ClockAdjusted':
    case 'ClockRestarted':
      return course(evolveTiming(state.course, event, at));
    case 'MessageSet':
    case 'BlackoutSet':
      return course(evolveScreen(state.course, event, { at }));
    case 'SeatArrived':
      return { ...state, attendance: moved(state.attendance, event.seat, { at, by, present: true }, hash) };
    case 'SeatLeft': {
      const attendance = moved(state.attendance, event.seat, { at, by, present: false }, hash);
      return { ...state, attendance, floor: silenced(state.floor, event.seat) };
    }
    case 'RecusalDeclared': {
      const declared = { ...state, recusals: evolveRecusal(state.recusals, event, at, by) };
      return isRecused(declared, event.seat, state.course.current) ? { ...declared, floor: silenced(state.floor, event.seat) } : declared;
    }
    case 'RecusalLifted':
      return { ...state, recusals: evolveRecusal(state.recusals, event, at, by) };
    case 'BallotCast':
    case 'TrialBallotCast':
    case 'PaperBallotKeyed':
    case 'LateBallotReceived':
      return evolveBallot(showedItself(state, event.seat, { at, by, hash }), event, at);
    case 'LateBallotAdmitted':
    case 'BallotReopened':
    case 'BallotClosed':
      return evolveReopening(state, event, at);
    case 'FeedbackWritten':
      return { ...state, feedback: evolveFeedback(state.feedback, event) };
    case 'HandRaised':
      return { ...showedItself(state, event.seat, { at, by, hash }), floor: evolveFloor(state.floor, event, at) };
    case 'HandLowered':
    case 'FloorGiven':
    case 'HandsCleared':
      return { ...state, floor: evolveFloor(state.floor, event, at) };
    case 'ListComposed':
    case 'ListClosed':
    case 'ListReopened':
    case 'ReturnAnnounced':
      return evolveDeliberation(state, event, at);
    case 'TieStepTaken':
      return stepTaken(state, event, at);
    case 'MotionOpened':
    case 'MotionClosed':
    case 'CastingVoteGiven':
    case 'VoteCast':
    case 'VoterMarked':
      return evolveMotion(state, event, at);
    case 'LaureateRevealed':
    case 'LaureatesShown':
    case 'TeamsThanked':
      return course(evolveRestitution(state.course, event));
    case 'CommitmentRecorded':
      return { ...state, commitments: evolveCommitment(state.commitments, event) };
    case 'RemarkEntered':
      return { ...state, remarks: evolveRemark(state.remarks, event, at, by) };
    case 'SheetWritten':
      return { ...state, sheets: evolveSheet(state.sheets, event, at) };
    case 'LinkReissued':
      return { ...state, generations: evolveLink(state.generations, event) };
    case 'BallotsErased':
      return evolveErasure(state, event, at);
  }
}
