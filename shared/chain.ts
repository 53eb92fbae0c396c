import { sha256Hex } from './digest.ts';
import type { Entry, Event } from './events.ts';
import { isSealed, sealed } from './seal.ts';
import type { Instant } from './time.ts';

/** The hash before the first entry. */
const GENESIS = '0'.repeat(64);

/** Where a chain stands: the number and the hash of its last entry. */
export interface Tip {
  readonly seq: number;
  readonly hash: string;
}

/** A chain without an entry. */
export const START: Tip = { seq: 0, hash: GENESIS };

/**
 * SHA-256("{hash before}\n{seq}\n{at}\n{by}\n{event}"), the event as JSON text. Each entry's hash covers the one before it, so the last one
 * covers the whole afternoon.
 */
export const hashOf = (previous: string, entry: { seq: number; at: number; by: string; event: string }): string =>
  sha256Hex(`${previous}\n${entry.seq}\n${entry.at}\n${entry.by}\n${entry.event}`);

/** The event as its entry's hash covers it: as it stands, or, where the entry has a salt, sealed. */
export const covered = ({ event, salt }: Pick<Entry, 'event' | 'salt'>): string =>
  JSON.stringify(salt === undefined ? event : sealed(event, salt));

/** The entry that follows a tip; `salt` makes one for an event that can be erased later. */
export function chain(tip: Tip, at: Instant, by: string, event: Event, salt?: () => string): Entry {
  const seq = tip.seq + 1;
  const salted = salt && isSealed(event.type) ? { event, salt: salt() } : { event };
  return { seq, at, by, ...salted, hash: hashOf(tip.hash, { seq, at, by, event: covered(salted) }) };
}
