/** The server's time as this device knows it. `revision` changes when the estimate is corrected or the page wakes up. */
export interface RoomTime {
  /** The server's instant, in milliseconds. */
  instant(): number;
  /** Room milliseconds per device millisecond: 1, save in a rehearsal. */
  readonly rate: number;
  readonly revision: number;
}

/** A time that stands still, for literal views. */
export const fixedTime = (instant: number): RoomTime => ({ instant: () => instant, rate: 1, revision: 0 });

/** A value read from the time, and the room milliseconds after which it must be read again; null: only when something else changes. */
export interface TimedValue<T> {
  readonly value: T;
  readonly next: number | null;
}

/**
 * A value that follows the time and wakes only when it changes: a digit flips on its own boundary, nothing polls.
 * `read` may use reactive state; it runs again when that changes, or the time is corrected.
 */
export function following<T>(time: () => RoomTime, read: (instant: number) => TimedValue<T>): { readonly value: T } {
  let turn = $state(0);
  // Read for what they announce: a boundary reached, an estimate corrected.
  const current = $derived({ turn, revision: time().revision, ...read(time().instant()) });
  $effect(() => {
    if (current.next === null) return;
    // A late timer must not fire just before its boundary: one extra millisecond is not seen, a wrong digit is.
    const timer = setTimeout(
      () => {
        turn += 1;
      },
      Math.max(1, Math.ceil(current.next / time().rate) + 1),
    );
    return () => clearTimeout(timer);
  });
  return {
    get value() {
      return current.value;
    },
  };
}

/** The room's time, read again at each full minute (or second). */
export const everyMinute = (time: () => RoomTime) => following(time, (instant) => ({ value: instant, next: 60_000 - (instant % 60_000) }));
export const everySecond = (time: () => RoomTime) => following(time, (instant) => ({ value: instant, next: 1_000 - (instant % 1_000) }));
