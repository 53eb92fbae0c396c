import { expect, test } from 'vitest';
import { hourAt, mean, printedHour, wholeMinutes } from './format.ts';

const noon = Date.UTC(2019, 10, 28, 11);

test('hours are written the French way, in the forum’s time zone', () => {
  expect(hourAt(noon, 'Europe/Paris')).toBe('12\u00a0h\u00a000');
  expect(hourAt(noon - 3 * 3_600_000, 'Europe/Paris')).toBe('9\u00a0h\u00a000');
  expect(printedHour('09:05')).toBe('9\u00a0h\u00a005');
});

test('[A7] a mean has two decimals and a comma, rounded half up from whole numbers', () => {
  expect(mean(4710, 15, 100)).toBe('3,14');
  expect(mean(3145, 10, 100)).toBe('3,15');
  expect(mean(31449, 100, 100)).toBe('3,14');
  expect(mean(500, 1, 100)).toBe('5,00');
  expect(mean(0, 0, 100)).toBe('–');
});

test('a programme is a minute late from its first second', () => {
  expect([wholeMinutes(1), wholeMinutes(60_000), wholeMinutes(60_001)]).toEqual([1, 1, 2]);
});
