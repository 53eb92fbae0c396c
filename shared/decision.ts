import type { Audience } from './audience.ts';
import type { Count } from './jury.ts';
import type { Instant } from './time.ts';

/** Who gave a command and when, stamped by the server; nothing of it comes from the device. */
export interface Stamp {
  readonly by: Audience | { readonly role: 'system' };
  readonly at: Instant;
  /** Noon less twelve hours of the day, in the forum's time zone. */
  readonly zero: Instant;
  /** After a restart: the last instant at which the server is known to have run. */
  readonly lastSeen?: Instant;
  /** What is in the boxes of secret ballots, by motion. */
  readonly box?: Readonly<Record<number, Count>>;
}

/** Every reason a command can be refused for. The words for people are in the client. */
export type Refusal =
  | 'malformed'
  | 'unknown-command'
  | 'too-large'
  | 'too-many'
  | 'not-yours'
  | 'wrong-phase'
  | 'stale-step'
  | 'id-reused'
  | 'storage-failed'
  | 'unknown-team'
  | 'not-next'
  | 'teams-waiting'
  | 'wrong-stage'
  | 'clock-running'
  | 'clock-paused'
  | 'no-clock'
  | 'already-postponed'
  | 'already-withdrawn'
  | 'already-passed'
  | 'not-a-reordering'
  | 'ballots-locked'
  | 'ballots-open'
  | 'not-on-stage-yet'
  | 'team-withdrawn'
  | 'unknown-criterion'
  | 'mark-off-scale'
  | 'return-in-the-past'
  | 'nothing-to-undo'
  | 'undo-too-late'
  | 'list-closed'
  | 'list-open'
  | 'list-wrong-length'
  | 'all-revealed'
  | 'not-all-revealed'
  | 'already-shown'
  | 'unknown-audience'
  | 'list-frozen'
  | 'draw-open'
  | 'order-drawn'
  | 'no-draw'
  | 'unknown-department'
  | 'number-missing'
  | 'unknown-seat'
  | 'seat-left'
  | 'recused'
  | 'other-recusal'
  | 'notes-only'
  | 'no-feedback'
  | 'no-late-ballot'
  | 'ballot-open-again'
  | 'hand-not-raised'
  | 'unknown-motion'
  | 'motion-open'
  | 'motion-closed'
  | 'not-a-replacement'
  | 'may-not-vote'
  | 'already-voted'
  | 'secret-ballot'
  | 'open-ballot'
  | 'nobody-may-vote'
  | 'no-quorum'
  | 'no-casting-vote'
  | 'casting-vote-awaited'
  | 'casting-vote-differs'
  | 'no-tie'
  | 'not-tied'
  | 'vote-first'
  | 'not-the-vote-step'
  | 'tie-open'
  | 'quota-broken'
  | 'departure-not-voted'
  | 'already-reopened'
  | 'already-revealed'
  | 'not-revealed'
  | 'still-kept'
  | 'already-erased'
  | 'not-erasable';

export type Decision<Event> = { readonly events: readonly Event[] } | { readonly refused: Refusal; readonly detail?: string };

export const accept = <Event>(...events: Event[]): { events: Event[] } => ({ events });
export const refuse = (refused: Refusal, detail?: string): { refused: Refusal; detail?: string } =>
  detail === undefined ? { refused } : { refused, detail };
