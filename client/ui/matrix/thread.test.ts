import { describe, expect, test } from 'vitest';
import { rankAt, rankTicks, span } from './picture.ts';
import { thread } from './thread.ts';

/** Where the points of a path lie, across. */
const across = (path: string) => [...path.matchAll(/[ML](\S+) /g)].map(([, x]) => Number(x));

describe('thread', () => {
  test('is straight where the methods agree', () => {
    const { line, band } = thread([7, 7, 7, 7, 7], 15);
    expect(new Set(across(line)).size).toBe(1);
    expect(band.x).toBeLessThan(rankAt(7, 15));
    expect(band.x + band.width).toBeGreaterThan(rankAt(7, 15));
  });
  test('crosses the cut where they do not', () => {
    const gate = rankAt(8.5, 15);
    const sides = across(thread([8, 8, 9, 9, 8], 15).line).map((x) => x > gate);
    expect(sides).toEqual([false, false, true, true, false]);
  });
  test('the band goes from the best rank to the worst', () => {
    expect(span([4, 4, null, 5, 3])).toEqual([3, 5]);
    const { band } = thread([4, 4, null, 5, 3], 15);
    expect(band.x).toBeCloseTo(rankAt(3 - 0.34, 15), 1);
    expect(band.x + band.width).toBeCloseTo(rankAt(5 + 0.34, 15), 1);
  });
  test('a method that cannot be computed has no knot, and the others keep their height', () => {
    const whole = thread([1, 1, 1, 1, 1], 3);
    const four = thread([1, null, 1, 1, 1], 3);
    expect(four.knots.match(/M/g)).toHaveLength(3);
    expect(whole.knots.match(/M/g)).toHaveLength(4);
    expect(whole.knots.endsWith(four.knots)).toBe(true);
  });
  test('the official method not computable leaves the first knot out', () => expect(thread([null, 2, 2], 4).first).toBe(''));
  test('few teams do not widen it', () => expect(thread([1, 1], 3).band.width).toBeLessThan(5));
  test('one team alone stands in the middle', () => expect(rankAt(1, 1)).toBe(50));
});

describe('ticks', () => {
  test('first, last, the last place, and one between', () => expect(rankTicks(15, 8)).toEqual([1, 4, 8, 12, 15]));
  test('never two that would touch', () => expect(rankTicks(200, 8)).toEqual([8, 104, 200]));
  test('as many places as teams', () => expect(rankTicks(3, 3)).toEqual([1, 2, 3]));
});
