import { expect, test } from 'vitest';
import { type Clock, pauseClock, readClock, startClock } from '../../shared/clock.ts';
import { type Instant, millis, seconds } from '../../shared/time.ts';
import { clockBoards } from './boards.ts';

const start = 1_000_000 as Instant;
const after = (count: number) => (start + count * 1000) as Instant;
const clockOf = (length: number): Clock => startClock('pitch', seconds(length), [60, 30, 10], start);
const floor = (clock: Clock, at: Instant) => clockBoards(clock, readClock(clock, at));

test('a pitch of three minutes stands on three planks, and the floor draws back to the left', () => {
  const clock = pauseClock(clockOf(180), after(62), millis(62_000), null);
  expect(floor(clock, after(90)).map(({ left }) => left)).toEqual([1, 58 / 60, 0]);
});

test('while the clock runs, the floor goes where the next digit will be', () => {
  expect(floor(clockOf(180), after(62))[1]?.left).toBeCloseTo(57 / 60);
});

test('half a minute is half a plank', () => {
  expect(floor(clockOf(150), start).map(({ length }) => length)).toEqual([1, 1, 0.5]);
});

test('the last minute is sawn in six pieces of ten seconds', () => {
  expect(floor(clockOf(180), after(119))[0]?.parts).toBeUndefined();
  expect(floor(clockOf(180), after(120))[0]?.parts).toHaveLength(6);
  expect(floor(clockOf(180), after(154))[0]?.parts).toEqual([1, 1, 0.5, 0, 0, 0]);
});

test('in overtime three planks of five seconds fill, and stay full', () => {
  expect(floor(clockOf(180), after(186)).map(({ left }) => left)).toEqual([1, 0.4, 0]);
  expect(floor(clockOf(180), after(300)).map(({ left }) => left)).toEqual([1, 1, 1]);
});

test('a long clock has longer planks rather than threads', () => {
  expect(floor(clockOf(3600), start)).toHaveLength(12);
  expect(floor(clockOf(7200), start).length).toBeLessThanOrEqual(24);
});
