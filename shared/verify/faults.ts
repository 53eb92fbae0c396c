import type { Refusal } from '../decision.ts';
import type { Event } from '../events.ts';

/** What is wrong with an entry, or with what the file says besides its entries. */
export type FaultCode =
  /** Not five fields of the right kinds, or an event of no known kind. */
  | 'not-an-entry'
  /** Its number does not follow the one before it. */
  | 'out-of-sequence'
  /** Its hash is not that of what it says, after the entry before it. */
  | 'broken-chain'
  /** It happened before the entry before it. */
  | 'back-in-time'
  /** A ballot is gone, and no act erased it; or one is there that was to be erased. */
  | 'erased-in-silence'
  | 'not-erased'
  /** A journal begins with a valid set-up, and with nothing else. */
  | 'no-beginning'
  | 'bad-setup'
  /** Nobody who sits in this session. */
  | 'unknown-sender'
  /** No command can have this shape. */
  | 'impossible'
  /** The rules would have refused it. */
  | 'refused'
  /** The rules would have made another event of it. */
  | 'decided-otherwise'
  /** Printed hours would count from another day than the one on which the brief was opened. */
  | 'another-day'
  /** The votes of a secret ballot do not add up to its voters. */
  | 'votes-do-not-add-up'
  /** The entries end before the session was closed. */
  | 'not-closed'
  /** A value of the file is not what its entries give. */
  | 'differs'
  /** The hash that the room saw is neither the last one nor the one of the last lock. */
  | 'another-journal';

export interface Fault {
  readonly code: FaultCode;
  /** The place of the first bad entry in the file, from 1; null when no entry is at fault. */
  readonly entry: number | null;
  readonly event: Event['type'] | null;
  /** Why it would have been refused. */
  readonly refusal?: Refusal;
  /** What is wrong with the set-up, as `field: sentence`. */
  readonly words?: string;
  /** Where a value differs, what the file says there, and what the recount gives. */
  readonly path?: string;
  readonly found?: unknown;
  readonly expected?: unknown;
}
