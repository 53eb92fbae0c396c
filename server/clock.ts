import { type Instant, instant } from '../shared/time.ts';
import { type Counts, GLANCE, machine, sleepWatch } from './sleep.ts';

/** Told after a sleep, before anything that fell due in it: the last instant at which the machine is known to have been awake. */
export type Woken = (lastAwake: Instant) => void;

/** The one source of time. Everything that acts on time asks it, so that a rehearsal can run fast and a test can hold it. */
export interface Clock {
  now(): Instant;
  /** Room milliseconds per real millisecond. */
  readonly rate: number;
  /** Run once when that instant has come; the returned function forgets it. */
  when(at: Instant, run: () => void): () => void;
  /** After each sleep of the machine, in the order in which they asked; the returned function forgets it. */
  whenWoken(tell: Woken): () => void;
  /** Never before this instant again: a machine set back while it was away must not write a journal that goes back. */
  goOnFrom(at: Instant): void;
}

/** setTimeout's largest delay; a later instant is waited for in pieces. */
const LONGEST = 2 ** 31 - 1;

/**
 * Runs on the machine's monotonic source from an anchor: a clock that is set back or forward during a pitch does not move it, and a sleep
 * counts as time. `start` and `rate` other than now and 1 are for rehearsals.
 */
export function runningClock(start: number = Date.now(), rate = 1, counts: Counts = machine): Clock {
  const origin = counts.monotonic();
  const slept = sleepWatch(counts);
  let ahead = 0;
  let woken: readonly Woken[] = [];
  let glances: NodeJS.Timeout | undefined;
  const instantAt = (monotonic: number) => instant(Math.round(start + ahead + (monotonic - origin) * rate));
  const now = () => instantAt(counts.monotonic());

  const look = () => {
    const sleep = slept();
    if (!sleep) return;
    const lastAwake = instantAt(sleep.lastAwake);
    ahead += sleep.lost * rate;
    for (const tell of woken) tell(lastAwake);
  };
  const whenWoken = (tell: Woken) => {
    woken = [...woken, tell];
    glances ??= setInterval(look, GLANCE).unref();
    return () => {
      woken = woken.filter((other) => other !== tell);
      if (woken.length > 0) return;
      clearInterval(glances);
      glances = undefined;
    };
  };

  const when = (at: Instant, run: () => void) => {
    let timer: NodeJS.Timeout;
    let forgotten = false;
    const wait = () => {
      const left = Math.max(0, (at - now()) / rate);
      timer = setTimeout(left > LONGEST ? wait : due, Math.min(left, LONGEST));
    };
    // Where timers run on in sleep, this may be the first thing after it: whoever waits is told of the sleep first, and may think again.
    const due = () => {
      look();
      if (!forgotten) run();
    };
    wait();
    return () => {
      forgotten = true;
      clearTimeout(timer);
    };
  };
  const goOnFrom = (at: Instant) => {
    ahead += Math.max(0, at - now());
  };
  return { now, rate, when, whenWoken, goOnFrom };
}
