import { type Quorum, quorumOf } from './attendance.ts';
import { elapsedAt } from './clock.ts';
import type { Entry } from './events.ts';
import { type Exception, noteException, settled } from './exceptions.ts';
import type { TeamId } from './ids.ts';
import type { Recusal } from './jury.ts';
import { evolve } from './session.ts';
import type { State } from './state.ts';
import { after, type Instant, type Millis, millis, since } from './time.ts';

/** What the minutes say that the last state no longer tells: how things stood when they were done. From the journal alone. */
export interface Minutes {
  readonly state: State;
  /** The entry up to which the journal was gone through. */
  readonly last: Pick<Entry, 'seq' | 'at' | 'hash'>;
  readonly quorums: readonly QuorumTaken[];
  /** How long each team really spoke and answered, pauses left out. */
  readonly spoken: Readonly<Record<TeamId, Spoken>>;
  readonly incidents: readonly Incident[];
  /** Every recusal that was ever declared, and when it was lifted; null for one that holds. */
  readonly recusals: readonly (Recusal & { readonly liftedAt: Instant | null })[];
  /** Ballots on paper, those that changed after their lock, and those that came after it, in the order in which that happened. */
  readonly exceptions: readonly Exception[];
}

/** Who was there when the jury began, voted, or closed its list. */
export interface QuorumTaken {
  readonly at: Instant;
  readonly when: 'passages' | 'deliberation' | 'motion' | 'list';
  /** Of a motion: its number. */
  readonly motion: number | null;
  readonly quorum: Quorum;
}

type Spoken = Readonly<Partial<Record<'pitch' | 'questions', Millis>>>;

/** What stopped or changed a team's clock. */
export interface Incident {
  readonly at: Instant;
  readonly team: TeamId | null;
  readonly kind: 'pause' | 'adjustment' | 'restart';
  /** Of a pause: how long; of an adjustment: by how much. Null while a pause lasts. */
  readonly length: Millis | null;
  readonly reason: string | null;
}

/** What the MC's hand leaves in the minutes, and takes back with its act. */
interface Timed {
  readonly spoken: Minutes['spoken'];
  readonly incidents: readonly Incident[];
}

const NOTHING = { spoken: {}, incidents: [] } as const satisfies Timed;

/** The journal gone through once. Null for a journal without a set-up. */
export function minutesOf(entries: Iterable<Entry>): Minutes | null {
  let state: State | null = null;
  let last: Minutes['last'] = { seq: 0, at: 0 as Instant, hash: '' };
  let timed: Timed = NOTHING;
  /** As it was before the act that can be taken back. */
  let kept: Timed = NOTHING;
  let quorums: Minutes['quorums'] = [];
  let recusals: Minutes['recusals'] = [];
  let exceptions: readonly Exception[] = [];
  for (const entry of entries) {
    const before: State | null = state;
    state = evolve(before, entry);
    last = { seq: entry.seq, at: entry.at, hash: entry.hash };
    if (!before || entry.event.type === 'SetupAdopted') {
      timed = kept = NOTHING;
      quorums = recusals = exceptions = [];
      continue;
    }
    if (entry.event.type === 'StepUndone') timed = kept;
    else if (state.undo !== before.undo) kept = timed;
    timed = noteTime(timed, before, entry);
    quorums = noteQuorum(quorums, state, entry);
    recusals = noteRecusal(recusals, entry);
    exceptions = noteException(exceptions, before, state, entry);
  }
  if (!state) return null;
  const held = quorums.filter(({ when }) => state.course.opened[when === 'passages' ? 'passages' : 'deliberation'] !== undefined);
  return { state, last, quorums: held, ...timed, recusals, exceptions: settled(exceptions, state) };
}

/** A phase that is opened anew, after it was taken back, begins its own anew. */
function noteQuorum(quorums: Minutes['quorums'], state: State, { event, at }: Entry): Minutes['quorums'] {
  const quorum = quorumOf(state);
  switch (event.type) {
    case 'PassagesOpened':
      return [{ at, when: 'passages', motion: null, quorum }];
    case 'DeliberationOpened':
      return [...quorums.filter(({ when }) => when === 'passages'), { at, when: 'deliberation', motion: null, quorum }];
    case 'MotionOpened':
      return [...quorums, { at, when: 'motion', motion: event.motion, quorum }];
    case 'ListClosed':
      return [...quorums, { at, when: 'list', motion: null, quorum }];
    default:
      return quorums;
  }
}

function noteTime({ spoken, incidents }: Timed, { course }: State, { event, at }: Entry): Timed {
  const { clock, current: team } = course;
  const incident = (kind: Incident['kind'], length: Millis | null = null, reason: string | null = null, from = at): Timed => ({
    spoken,
    incidents: [...incidents, { at: from, team, kind, length, reason }],
  });
  const spoke = (part: 'pitch' | 'questions'): Timed =>
    team && clock
      ? { spoken: { ...spoken, [team]: { ...spoken[team], [part]: elapsedAt(clock, at) } }, incidents: ended(incidents, at) }
      : { spoken, incidents };
  switch (event.type) {
    case 'ClockPaused': {
      // After a restart the clock had stopped when the server did, before this was written.
      const away = clock ? elapsedAt(clock, at) - event.elapsed : 0;
      return incident('pause', null, event.reason, after(at, -away));
    }
    case 'ClockResumed':
      return { spoken, incidents: ended(incidents, at) };
    case 'ClockRestarted':
      return { spoken, incidents: [...ended(incidents, at), { at, team, kind: 'restart', length: null, reason: null }] };
    case 'ClockAdjusted':
      return incident('adjustment', millis(event.by));
    case 'QuestionsStarted':
      return spoke('pitch');
    case 'QuestionsEnded':
      return spoke('questions');
    default:
      return { spoken, incidents };
  }
}

/** Whatever moves a paused clock on ends its pause. An adjustment does not. */
function ended(incidents: readonly Incident[], at: Instant): readonly Incident[] {
  const index = incidents.findLastIndex(({ kind, length }) => kind === 'pause' && length === null);
  return incidents.map((one, i) => (i === index ? { ...one, length: since(one.at, at) } : one));
}

function noteRecusal(recusals: Minutes['recusals'], { event, at, by }: Entry): Minutes['recusals'] {
  if (event.type === 'RecusalDeclared') return [...recusals, { seat: event.seat, team: event.team, at, by, liftedAt: null }];
  if (event.type !== 'RecusalLifted') return recusals;
  const lifted = (one: Recusal) => one.seat === event.seat && one.team === event.team;
  return recusals.map((one) => (lifted(one) && one.liftedAt === null ? { ...one, liftedAt: at } : one));
}
