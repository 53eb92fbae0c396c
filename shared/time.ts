/** Milliseconds since 1970-01-01T00:00:00Z, as the server's clock has it. */
export type Instant = number & { readonly __time: 'instant' };

/** A length of time in milliseconds. */
export type Millis = number & { readonly __time: 'millis' };

/** A time of day as printed on a programme, `14:30`, in the forum's own time zone. */
export type HourMinute = string & { readonly __time: 'hour-minute' };

/** The last instant that a date can name: beyond it a screen could not print the hour. */
export const LAST_INSTANT = 8_640_000_000_000_000;

export const SECOND = 1_000 as Millis;
export const MINUTE = 60_000 as Millis;

export const instant = (milliseconds: number): Instant => milliseconds as Instant;
export const millis = (milliseconds: number): Millis => milliseconds as Millis;
export const seconds = (count: number): Millis => (count * SECOND) as Millis;
export const minutes = (count: number): Millis => (count * MINUTE) as Millis;

export const after = (start: Instant, length: number): Instant => (start + length) as Instant;
export const since = (start: Instant, end: Instant): Millis => (end - start) as Millis;

/** Minutes after midnight of a printed time: `14:30` is 870. */
export function minuteOfDay(printed: HourMinute): number {
  const [hour = 0, minute = 0] = printed.split(':').map(Number);
  return hour * 60 + minute;
}

/**
 * The instant of a printed time on a day. `zero` is that day's noon less twelve hours: midnight, except on the two days a year
 * when the clocks change at night, when only the noon count gives the afternoon its right hours.
 */
export function onDay(zero: Instant, printed: HourMinute): Instant {
  return after(zero, minuteOfDay(printed) * MINUTE);
}
