import { keeping as words } from '../text/keeping.ts';

const MOMENTS = 15_000;
const MINUTE = 60_000;

/**
 * How old a copy is, as one glances at it. While something changes a copy is made every ten seconds: one that is older and without a fault
 * holds all there is.
 */
export function ageOf(at: number | null, now: number): string {
  if (at === null) return words.coming;
  const age = now - at;
  if (age < MOMENTS) return words.moments;
  return age < MINUTE ? words.ago(age) : words.upToDate;
}
