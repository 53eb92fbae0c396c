import { expect, test } from 'vitest';
import { Holders } from './holders.ts';

const SEAT = 'juror/j01';

test('the last device that opens a seat holds it; the one before comes back only when a person asks', () => {
  const holders = new Holders();
  expect(holders.opened(SEAT, 'phone-of-old', false)).toBe(true);
  expect(holders.opened(SEAT, 'phone-of-old', false)).toBe(true);
  expect(holders.opened(SEAT, 'phone-of-new', false)).toBe(true);
  expect(holders.opened(SEAT, 'phone-of-old', false)).toBe(false);
  expect(holders.opened(SEAT, 'phone-of-new', false)).toBe(true);
  expect(holders.opened(SEAT, 'phone-of-old', true)).toBe(true);
  expect(holders.opened(SEAT, 'phone-of-new', false)).toBe(false);
});

test('each seat has its own holder', () => {
  const holders = new Holders();
  holders.opened(SEAT, 'phone-of-old', false);
  expect(holders.opened('juror/j02', 'phone-of-old', false)).toBe(true);
  holders.opened('juror/j02', 'phone-of-new', false);
  expect(holders.opened(SEAT, 'phone-of-old', false)).toBe(true);
});

test('a link issued anew begins afresh', () => {
  const holders = new Holders();
  holders.opened(SEAT, 'phone-of-old', false);
  holders.opened(SEAT, 'phone-of-new', false);
  holders.forget(SEAT);
  expect(holders.opened(SEAT, 'phone-of-old', false)).toBe(true);
});
