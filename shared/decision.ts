import type { Audience } from './audience.ts';
import type { Instant } from './time.ts';

/** Who gave a command and when, stamped by the server; nothing of it comes from the device. */
export interface Stamp {
  readonly by: Audience | { readonly role: 'system' };
  readonly at: Instant;
  /** Noon less twelve hours of the day, in the forum's time zone. */
  readonly zero: Instant;
  /** After a restart: the last instant at which the server is known to have run. */
  readonly lastSeen?: Instant;
}

/** Every reason a command can be refused for. The words for people are in the client. */
export type Refusal =
  | 'malformed'
  | 'unknown-command'
  | 'too-large'
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
  | 'unknown-audience';

export type Decision<Event> = { readonly events: readonly Event[] } | { readonly refused: Refusal; readonly detail?: string };

export const accept = <Event>(...events: Event[]): { events: Event[] } => ({ events });
export const refuse = (refused: Refusal, detail?: string): { refused: Refusal; detail?: string } =>
  detail === undefined ? { refused } : { refused, detail };
