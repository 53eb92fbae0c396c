import { type Clock, type Reading, readClock, warningAt } from '../../shared/clock.ts';
import type { Instant } from '../../shared/time.ts';
import { following, type RoomTime } from '../time.svelte.ts';

/** What a clock shows, read again exactly when its digits change. Null without a clock. */
export function clockReading(
  time: () => RoomTime,
  clock: () => Clock | null,
): { readonly value: (Reading & { readonly warning: number | null }) | null } {
  return following(time, (instant) => {
    const current = clock();
    if (!current) return { value: null, next: null };
    const reading = readClock(current, instant as Instant);
    return { value: { ...reading, warning: warningAt(current, instant as Instant) }, next: reading.nextFlip };
  });
}
