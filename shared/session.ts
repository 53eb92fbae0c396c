import { type Audience, audienceKey } from './audience.ts';
import { type Command, type Decided, decideSubject } from './commands.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { setupIsFrozen } from './draw.ts';
import { type Entry, type Event, evolveSubject } from './events.ts';
import { permission } from './phases.ts';
import { isErased, isSealed, unsealed } from './seal.ts';
import type { Setup } from './setup.ts';
import { type State, startOf } from './state.ts';
import { after, type Instant, seconds, since } from './time.ts';
import { upcast } from './upcast.ts';

/** How long the MC may take back its last step. */
export const UNDO_TIME = seconds(8);

/** The key a command's sender is recorded under. */
export const senderKey = (by: Stamp['by']): string => (by.role === 'system' ? 'system' : audienceKey(by as Audience));

/** Refuse with a code, or say what happened. Pure: the same state, command and stamp give the same answer. */
export function decide(state: State, command: Command, stamp: Stamp): Decided {
  const denied = permission(command.type, stamp.by.role, state.course.phase);
  if (denied) return refuse(denied);
  if ('step' in command && command.step !== state.step) return refuse('stale-step');
  switch (command.type) {
    case 'AdoptSetup':
      return setupIsFrozen(state.course) ? refuse('list-frozen') : accept(adoption(command.setup, command.nonce));
    case 'UndoStep':
      return decideUndo(state, command.until, stamp.at);
    default:
      return decideSubject(state, command, stamp);
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
  'DrawOpened',
  'OrderDrawn',
  'DrawClosed',
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

const adoption = (setup: Setup, nonce: string | undefined): Event => ({
  type: 'SetupAdopted',
  setup,
  ...(nonce === undefined ? {} : { nonce }),
});

/** A set-up taken anew begins afresh; links stay as they are, and what a team has written stays its own. */
function adopted(state: State | null, setup: Setup, at: Instant): State {
  const fresh = startOf(setup, at);
  if (!state) return fresh;
  const sheets = Object.fromEntries(Object.entries(state.sheets).filter(([team]) => setup.teams.some(({ id }) => id === team)));
  return { ...fresh, step: state.step + 1, generations: state.generations, sheets };
}

/** The state before the first entry of a journal does not exist: `null`. */
export function evolve(state: State | null, kept: Entry): State {
  const gone = isErased(kept.event);
  const entry = { ...kept, event: upcast(unsealed(kept.event)) };
  const { event, at } = entry;
  if (event.type === 'SetupAdopted') return adopted(state, event.setup, at);
  if (!state) throw new Error(`A journal begins with SetupAdopted, not with ${event.type}`);
  const erasable = state.erasable && (gone || kept.salt !== undefined || !isSealed(event.type));
  const next = { ...evolveSubject(state, entry), undo: undoAfter(state, entry), erasable };
  // A list opened again is a step only where it takes the restitution back with it: behind closed doors the room notices nothing.
  const moved = STEPS.has(event.type) || next.course.phase !== state.course.phase;
  return moved ? { ...next, step: state.step + 1, steppedAt: at } : next;
}

/** What others than the MC may do to the course. */
const COURSE_OF_OTHERS: ReadonlySet<Event['type']> = new Set<Event['type']>([
  'ReturnAnnounced',
  'TeamsReordered',
  'DrawOpened',
  'NumberSaid',
  'OrderDrawn',
  'DrawClosed',
]);

/** The MC's last step can be taken back; what the server or others did to the course in between cannot be taken back with it. */
function undoAfter(state: State, { event, at, by }: Entry): State['undo'] {
  if (event.type === 'LaureateRevealed' || event.type === 'StepUndone') return null;
  if (event.type === 'ListReopened' && state.course.phase === 'restitution') return null;
  if (event.type === 'HandsCleared') return state.undo;
  if (by === 'mc') return { at, what: event.type, before: state.course };
  return by === 'system' || COURSE_OF_OTHERS.has(event.type) ? null : state.undo;
}
