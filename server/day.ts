import { Temporal } from 'temporal-polyfill';
import { type Instant, instant } from '../shared/time.ts';

const TWELVE_HOURS = 12 * 3_600_000;

/** Noon less twelve hours of the day an instant falls on, in a time zone: what printed times count from. */
export function zeroOf(at: Instant, timeZone: string): Instant {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return instant(day.toZonedDateTime({ timeZone, plainTime: '12:00' }).epochMilliseconds - TWELVE_HOURS);
}

/** The hour on the wall in a time zone, `14:30:05`. */
export const hourOf = (at: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'second' });
