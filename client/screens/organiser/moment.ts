import type { Phase } from '../../../shared/phases.ts';

/** The desk has three pages; the phase says which one is open. */
export type Moment = 'before' | 'during' | 'after';
export const MOMENTS: readonly Moment[] = ['before', 'during', 'after'];

export function momentOf(phase: Phase): Moment {
  if (phase === 'set-up') return 'before';
  return phase === 'restitution' || phase === 'closed' ? 'after' : 'during';
}

/** A printed day so many days later: `2019-11-28` and 30 give `2019-12-28`. */
export function dayAfter(printed: string, days: number): string {
  const day = new Date(`${printed}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
