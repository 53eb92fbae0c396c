import { describe, expect, test } from 'vitest';
import { pile } from './piling.ts';

/** Level by mark, on a scale from 1 to 5. */
const levels = (...marks: number[]) => pile(marks, 4);

describe('piling', () => {
  test('marks far enough apart lie side by side', () => expect(levels(1, 2, 3.5, 5)).toEqual([0, 0, 0, 0]));
  test('equal marks are piled', () => expect(levels(3, 3, 3)).toEqual([0, 1, 2]));
  test('so are those nearer than 0.115', () => expect(levels(3, 3.1, 3.15, 3.2)).toEqual([0, 1, 0, 2]));
  test('0.115 itself is far enough', () => expect(levels(3.2, 3.315)).toEqual([0, 0]));
  test('in whatever order they come', () => expect(levels(3.05, 1, 3)).toEqual([1, 0, 0]));
  test('no two of a level are nearer', () => {
    const marks = Array.from({ length: 300 }, (_, index) => 1 + ((index * 7919) % 401) / 100);
    const at = pile(marks, 4);
    for (const level of new Set(at)) {
      const row = marks.filter((_, index) => at[index] === level).sort((a, b) => a - b);
      for (const [index, mark] of row.entries()) expect(mark - (row[index - 1] ?? -1)).toBeGreaterThan(0.1149);
    }
  });
  test('the distance follows the length of the scale', () => expect(pile([10, 10.5], 20)).toEqual([0, 1]));
});
