import { sha256Hex } from './digest.ts';
import type { Entry, Event } from './events.ts';
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

/** The entry that follows a tip. */
export function chain(tip: Tip, at: Instant, by: string, event: Event): Entry {
  const seq = tip.seq + 1;
  return { seq, at, by, event, hash: hashOf(tip.hash, { seq, at, by, event: JSON.stringify(event) }) };
}
