import { after, type Instant, type Millis, millis, SECOND, since } from './time.ts';

/**
 * The clock of a pitch or of the questions. It holds instants and lengths, never ticks: whoever knows the instant can read it,
 * so screens count alone while the network is away.
 */
export interface Clock {
  readonly kind: 'pitch' | 'questions';
  /** Time the rules give. */
  readonly given: Millis;
  /** Time given, with what was added or taken by hand. */
  readonly duration: Millis;
  /** Time spent before `runningSince`. */
  readonly elapsed: Millis;
  /** Null while paused. */
  readonly runningSince: Instant | null;
  /** Null while running. */
  readonly pausedAt: Instant | null;
  /** Why it is paused, in the MC's words, or `restart` or `sleep`. */
  readonly reason: string | null;
  /** Seconds left at which the speaker is warned, largest first. */
  readonly warnings: readonly number[];
}

export const startClock = (kind: Clock['kind'], given: Millis, warnings: readonly number[], at: Instant): Clock => ({
  kind,
  given,
  duration: given,
  elapsed: millis(0),
  runningSince: at,
  pausedAt: null,
  reason: null,
  warnings,
});

/** Time spent at an instant; never negative, even if the instant is before the start (clocks of two machines). */
export function elapsedAt(clock: Clock, at: Instant): Millis {
  return clock.runningSince === null ? clock.elapsed : millis(clock.elapsed + Math.max(0, since(clock.runningSince, at)));
}

/** When it reaches zero if nothing is touched; null while paused. */
export function zeroOf(clock: Clock): Instant | null {
  return clock.runningSince === null ? null : after(clock.runningSince, clock.duration - clock.elapsed);
}

/** When it would reach zero if it ran on from its pause, or will if it runs. */
export function expectedEnd(clock: Clock): Instant {
  return after(clock.runningSince ?? clock.pausedAt ?? (0 as Instant), clock.duration - clock.elapsed);
}

export const pauseClock = (clock: Clock, at: Instant, elapsed: Millis, reason: string | null): Clock => ({
  ...clock,
  elapsed,
  runningSince: null,
  pausedAt: at,
  reason,
});
export const resumeClock = (clock: Clock, at: Instant): Clock => ({ ...clock, runningSince: at, pausedAt: null, reason: null });
export const adjustClock = (clock: Clock, by: Millis): Clock => ({ ...clock, duration: millis(Math.max(SECOND, clock.duration + by)) });

export interface Reading {
  /** Milliseconds left; negative once time is up. */
  readonly left: Millis;
  readonly overtime: boolean;
  /** What the digits show: left, rounded up, before zero; over, rounded down, after it. So 3:00 stands a whole second. */
  readonly shown: number;
  /** Part of the given time that is left, 0 to 1. */
  readonly share: number;
  /** How long until the digits change; null while paused. */
  readonly nextFlip: Millis | null;
}

/** What a clock says at an instant. */
export function readClock(clock: Clock, at: Instant): Reading {
  const left = millis(clock.duration - elapsedAt(clock, at));
  const overtime = left <= 0;
  const shown = overtime ? Math.floor((0 - left) / SECOND) : Math.ceil(left / SECOND);
  const toFlip = overtime ? (shown + 1) * SECOND + left : left - (shown - 1) * SECOND;
  return {
    left,
    overtime,
    shown,
    share: Math.min(1, Math.max(0, left / clock.duration)),
    nextFlip: clock.runningSince === null ? null : millis(toFlip),
  };
}

/** `m:ss` of a count of seconds; `75` is `1:15`. */
export function digits(shown: number): string {
  return `${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, '0')}`;
}

/** The smallest warning already reached, in seconds left: 60, then 30, then 10; null before the first, and in overtime. */
export function warningAt(clock: Clock, at: Instant): number | null {
  const { left, overtime } = readClock(clock, at);
  if (overtime) return null;
  const reached = clock.warnings.filter((warning) => left <= warning * SECOND);
  return reached.length === 0 ? null : Math.min(...reached);
}
