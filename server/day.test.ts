import { expect, test } from 'vitest';
import { type HourMinute, instant, onDay } from '../shared/time.ts';
import { zeroOf } from './day.ts';

const hour = (text: string) => text as HourMinute;

test.each([
  ['in winter', '2019-11-28T09:00:00Z', '2019-11-28T13:30:00.000Z'],
  ['in summer', '2019-07-01T09:00:00Z', '2019-07-01T12:30:00.000Z'],
  ['late in the evening, the same day', '2019-11-28T22:59:00Z', '2019-11-28T13:30:00.000Z'],
  ['after local midnight, the next day', '2019-11-28T23:01:00Z', '2019-11-29T13:30:00.000Z'],
  ['on the day the clocks go back', '2019-10-27T09:00:00Z', '2019-10-27T13:30:00.000Z'],
  ['on the day they go forward', '2019-03-31T09:00:00Z', '2019-03-31T12:30:00.000Z'],
])('[F8] 14:30 in Paris, %s', (_when, now, expected) => {
  const zero = zeroOf(instant(Date.parse(now)), 'Europe/Paris');
  expect(new Date(onDay(zero, hour('14:30'))).toISOString()).toBe(expected);
});
