import * as z from 'zod/mini';
import { type Audience, audienceKey } from './audience.ts';
import { type BallotEvent, ballotCommands, decideBallot, evolveBallot } from './ballot.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { type DeliberationEvent, decideDeliberation, deliberationCommands, evolveDeliberation, startingList } from './deliberation.ts';
import { step } from './fields.ts';
import { decideLink, evolveLink, type LinkEvent, linkCommands } from './links.ts';
import { decideOpening, evolveOpening, type OpeningEvent, openingCommands } from './opening.ts';
import { decideOrder, evolveOrder, type OrderEvent, orderCommands } from './order.ts';
import { decidePassage, evolvePassage, type PassageEvent, passageCommands } from './passage.ts';
import { permission } from './phases.ts';
import { announcementOf, decideRestitution, evolveRestitution, type RestitutionEvent, restitutionCommands } from './restitution.ts';
import { decideScreen, evolveScreen, type ScreenEvent, screenCommands } from './screens.ts';
import { type Setup, setupSchema } from './setup.ts';
import { decideSheet, evolveSheet, type SheetEvent, sheetCommands } from './sheet.ts';
import { type Course, type State, startOf } from './state.ts';
import { after, type Instant, seconds, since } from './time.ts';
import { decideTiming, evolveTiming, type TimingEvent, timingCommands } from './timing.ts';

/** How long the MC may take back its last step. */
export const UNDO_TIME = seconds(8);

export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('AdoptSetup'), setup: setupSchema }),
  z.strictObject({ type: z.literal('UndoStep'), step, until: z.int() }),
  ...openingCommands,
  ...orderCommands,
  ...passageCommands,
  ...timingCommands,
  ...screenCommands,
  ...ballotCommands,
  ...deliberationCommands,
  ...restitutionCommands,
  ...sheetCommands,
  ...linkCommands,
]);

export type Command = z.infer<typeof commandSchema>;

export type Event =
  | { readonly type: 'SetupAdopted'; readonly setup: Setup }
  | { readonly type: 'StepUndone' }
  | OpeningEvent
  | OrderEvent
  | PassageEvent
  | TimingEvent
  | ScreenEvent
  | BallotEvent
  | DeliberationEvent
  | RestitutionEvent
  | SheetEvent
  | LinkEvent;

/** An event as the journal keeps it: when, by whom, and the journal's hash up to and with it. */
export interface Entry {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly event: Event;
  readonly hash: string;
}

/** The key a command's sender is recorded under. */
export const senderKey = (by: Stamp['by']): string => (by.role === 'system' ? 'system' : audienceKey(by as Audience));

/** Refuse with a code, or say what happened. Pure: the same state, command and stamp give the same answer. */
export function decide(state: State, command: Command, stamp: Stamp): Decision<Event> {
  const denied = permission(command.type, stamp.by.role, state.course.phase);
  if (denied) return refuse(denied);
  if ('step' in command && command.step !== state.step) return refuse('stale-step');
  switch (command.type) {
    case 'AdoptSetup':
      return accept({ type: 'SetupAdopted', setup: command.setup });
    case 'UndoStep':
      return decideUndo(state, command.until, stamp.at);
    case 'OpenBrief':
    case 'OpenIntroduction':
    case 'OpenPassages':
    case 'OpenDeliberation':
    case 'OpenRestitution':
    case 'CloseSession':
      return decideOpening(state, command, stamp);
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
    case 'CastBallot':
    case 'CastTrialBallot':
      return decideBallot(state, command, stamp.by);
    case 'ComposeList':
    case 'CloseList':
    case 'AnnounceReturn':
      return decideDeliberation(state, command, stamp);
    case 'RevealLaureate':
    case 'ShowLaureates':
    case 'ThankTeams':
      return decideRestitution(state, command);
    case 'WriteSheet':
      return decideSheet(state, command, stamp.by);
    case 'ReissueLink':
      return decideLink(state, command);
  }
}

/** `until` names the act that the MC saw: pauses and messages are no steps, so the step alone does not tell which is the last. */
function decideUndo({ undo }: State, until: number, at: Instant): Decision<Event> {
  if (!undo) return refuse('nothing-to-undo');
  if (after(undo.at, UNDO_TIME) !== until) return refuse('stale-step');
  return since(undo.at, at) <= UNDO_TIME ? accept({ type: 'StepUndone' }) : refuse('undo-too-late');
}

/** Events that move the session on: screens that have not seen them may not steer. */
const STEPS: ReadonlySet<Event['type']> = new Set<Event['type']>([
  'StepUndone',
  'BriefOpened',
  'IntroductionOpened',
  'PassagesOpened',
  'DeliberationOpened',
  'RestitutionOpened',
  'SessionClosed',
  'TeamPostponed',
  'TeamWithdrawn',
  'TeamsReordered',
  'TeamCalled',
  'PitchStarted',
  'QuestionsStarted',
  'QuestionsEnded',
  'BallotsLocked',
  'LaureateRevealed',
  'LaureatesShown',
  'TeamsThanked',
]);

/** A set-up taken anew begins afresh; links stay as they are, and what a team has written stays its own. */
function adopted(state: State | null, setup: Setup, at: Instant): State {
  const fresh = startOf(setup, at);
  if (!state) return fresh;
  const sheets = Object.fromEntries(Object.entries(state.sheets).filter(([team]) => setup.teams.some(({ id }) => id === team)));
  return { ...fresh, step: state.step + 1, generations: state.generations, sheets };
}

/** The state before the first entry of a journal does not exist: `null`. */
export function evolve(state: State | null, entry: Entry): State {
  const { event, at } = entry;
  if (event.type === 'SetupAdopted') return adopted(state, event.setup, at);
  if (!state) throw new Error(`A journal begins with SetupAdopted, not with ${event.type}`);
  const next = { ...evolveSubject(state, entry), undo: undoAfter(state, entry) };
  return STEPS.has(event.type) ? { ...next, step: state.step + 1, steppedAt: at } : next;
}

function evolveSubject(state: State, { event, at, by, hash }: Entry): State {
  const course = (changed: Course): State => ({ ...state, course: changed });
  switch (event.type) {
    case 'SetupAdopted':
      return state;
    case 'StepUndone':
      return state.undo ? course(state.undo.before) : state;
    case 'BriefOpened':
    case 'IntroductionOpened':
    case 'PassagesOpened':
    case 'SessionClosed':
      return course(evolveOpening(state.course, event, at));
    case 'DeliberationOpened':
      return { ...course(evolveOpening(state.course, event, at)), deliberation: { list: startingList(state), closedAt: null } };
    case 'RestitutionOpened':
      return course({ ...evolveOpening(state.course, event, at), announcement: announcementOf(state) });
    case 'TeamPostponed':
    case 'TeamWithdrawn':
    case 'TeamsReordered':
      return course(evolveOrder(state.course, event, { at, by }));
    case 'TeamCalled':
    case 'PitchStarted':
    case 'QuestionsStarted':
    case 'QuestionsEnded':
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
    case 'BallotCast':
    case 'TrialBallotCast':
      return evolveBallot(state, event, at);
    case 'ListComposed':
    case 'ListClosed':
    case 'ReturnAnnounced':
      return evolveDeliberation(state, event, at);
    case 'LaureateRevealed':
    case 'LaureatesShown':
    case 'TeamsThanked':
      return course(evolveRestitution(state.course, event));
    case 'SheetWritten':
      return { ...state, sheets: evolveSheet(state.sheets, event, at) };
    case 'LinkReissued':
      return { ...state, generations: evolveLink(state.generations, event) };
  }
}

/** The MC's last step can be taken back; what the server or others did to the course in between cannot be taken back with it. */
function undoAfter(state: State, { event, at, by }: Entry): State['undo'] {
  if (event.type === 'LaureateRevealed' || event.type === 'StepUndone') return null;
  if (by === 'mc') return { at, what: event.type, before: state.course };
  return by === 'system' || event.type === 'ReturnAnnounced' || event.type === 'TeamsReordered' ? null : state.undo;
}
