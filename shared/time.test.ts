import { expect, test } from 'vitest';
import { ZERO } from './testing/times.ts';
import { type HourMinute, instant, minuteOfDay, onDay } from './time.ts';

test('[F8] printed times count from noon less twelve hours, so that a change of clocks at night moves no afternoon', () => {
  expect(minuteOfDay('14:30' as HourMinute)).toBe(870);
  expect(new Date(onDay(ZERO, '14:30' as HourMinute)).toISOString()).toBe('2019-11-28T13:30:00.000Z');
  // 29 March 2026 in Paris: noon is at 10:00 UTC, so the zero is at 22:00 UTC and not at midnight, 23:00 UTC.
  const zero = instant(Date.UTC(2026, 2, 29, 10) - 12 * 3_600_000);
  expect(new Date(onDay(zero, '14:30' as HourMinute)).toISOString()).toBe('2026-03-29T12:30:00.000Z');
});
