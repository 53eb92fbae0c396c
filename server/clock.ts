import { type Instant, instant } from '../shared/time.ts';

/** The one source of time. Everything that acts on time asks it, so that a rehearsal can run fast and a test can hold it. */
export interface Clock {
  now(): Instant;
  /** Room milliseconds per real millisecond. */
  readonly rate: number;
  /** Run once when that instant has come; the returned function forgets it. */
  when(at: Instant, run: () => void): () => void;
  /** Never before this instant again: a machine set back while it was away must not write a journal that goes back. */
  goOnFrom(at: Instant): void;
}

/** setTimeout's largest delay; a later instant is waited for in pieces. */
const LONGEST = 2 ** 31 - 1;

/**
 * Runs on the machine's monotonic source from an anchor: a clock that is set back or forward during a pitch does not move it.
 * `start` and `rate` other than now and 1 are for rehearsals.
 */
export function runningClock(start: number = Date.now(), rate = 1): Clock {
  const origin = performance.now();
  let ahead = 0;
  const now = () => instant(Math.round(start + ahead + (performance.now() - origin) * rate));
  const when = (at: Instant, run: () => void) => {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = Math.max(0, (at - now()) / rate);
      timer = setTimeout(left > LONGEST ? wait : run, Math.min(left, LONGEST));
    };
    wait();
    return () => clearTimeout(timer);
  };
  const goOnFrom = (at: Instant) => {
    ahead += Math.max(0, at - now());
  };
  return { now, rate, when, goOnFrom };
}
