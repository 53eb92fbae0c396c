import { after, type Instant, instant } from '../time.ts';

/** Midnight of the test day, 28 November 2019, in Amiens. */
export const ZERO = instant(Date.UTC(2019, 10, 27, 23));

/** An instant of the test day: `at('14:30')`, `at('14:30:05')`, `at('14:30:05.250')`. */
export function at(printed: string): Instant {
  const [hours = 0, minutes = 0, seconds = 0] = printed.split(':').map(Number);
  return after(ZERO, Math.round(((hours * 60 + minutes) * 60 + seconds) * 1_000));
}
