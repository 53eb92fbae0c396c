import { uptime } from 'node:os';

/** Two counts of one machine in milliseconds, neither of which a clock that is set moves. */
export interface Counts {
  /** Stands still while a Linux machine sleeps; on macOS and Windows it runs on. */
  monotonic(): number;
  /** Since the machine was started, sleep included, on all three; in whole seconds on macOS. */
  sinceBoot(): number;
}

export const machine: Counts = { monotonic: () => performance.now(), sinceBoot: () => uptime() * 1_000 };

/** How often the two are compared. */
export const GLANCE = 1_000;
/** Counts that differ by less are rounded differently; no machine wakes from a sleep this short. */
const STOOD = 2_500;
/** A process that did nothing for so long slept with its machine, or was stopped: nobody could steer. */
const STOPPED = 10_000;

/**
 * Looks whether the machine has slept since it was last looked at: by how much the monotonic count stood still meanwhile, 0 where it runs on
 * in sleep; null when it was awake. A disk or a sum that blocks for a few seconds is no sleep.
 */
export function sleepWatch({ monotonic, sinceBoot }: Counts): () => { readonly lastAwake: number; readonly lost: number } | null {
  let seen = { monotonic: monotonic(), sinceBoot: sinceBoot() };
  return () => {
    const before = seen;
    seen = { monotonic: monotonic(), sinceBoot: sinceBoot() };
    const passed = seen.monotonic - before.monotonic;
    const stood = seen.sinceBoot - before.sinceBoot - passed;
    if (stood >= STOOD) return { lastAwake: before.monotonic, lost: stood };
    return passed >= STOPPED ? { lastAwake: before.monotonic, lost: 0 } : null;
  };
}
