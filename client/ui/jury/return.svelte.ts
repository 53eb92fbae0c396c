import { following, type RoomTime } from '../../time.svelte.ts';

/** Whole minutes until an instant, rounded up: 0 in its minute, negative after it. Null without an instant. */
export function minutesUntil(time: () => RoomTime, instant: () => number | null): { readonly value: number | null } {
  return following(time, (now) => {
    const until = instant();
    if (until === null) return { value: null, next: null };
    const minutes = Math.ceil((until - now) / 60_000);
    return { value: minutes, next: until - now - (minutes - 1) * 60_000 };
  });
}
