import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMatrix, matrixOf, read, weightedMarks } from '../testing/matrices.ts';
import { tally } from './methods.ts';
import type { Standing } from './standing.ts';

const trimmed = (matrix: Parameters<typeof tally>[0]) => (tally(matrix, 'trimmed') as { standings: readonly Standing[] }).standings;

describe('[A11] the trimmed mean', () => {
  test('counts a published example as it was counted', () => {
    // Olympic springboard diving, from the scoring rules of 2000: marks 8, 7, 7, 7, 7, 7, 6.5; one highest and one lowest are discarded and
    // the other five add up to 35 (then x 2.0, the dive's difficulty, x 0.6). Marks in halves, so that they are whole.
    const [row] = trimmed(matrixOf([[16, 14, 14, 14, 14, 14, 13]]));
    expect((row?.score ?? 0) * 5 * 0.5).toBe(35);
  });

  test('drops one of each from five ballots on, as a diving panel of five, and nothing below, as a panel of three', () => {
    const score = (...marks: number[]) => trimmed(matrixOf([marks]))[0]?.exact;
    expect(score(0, 3, 3, 4, 100)).toBe('10/3');
    expect(score(0, 3, 3, 100)).toBe('53/2');
    expect(score(0, 3, 100)).toBe('103/3');
    expect(score(7)).toBe('7');
    expect(score(5, 5, 5, 5, 5)).toBe('5');
  });

  test('each team by its own count', () => {
    const rows = trimmed(
      matrixOf([
        [1, 3, 3, 3, 5],
        [1, 3, 3, 5, null],
        [1, 3, 3, 6, null],
      ]),
    );
    expect(rows.map(({ team, rank, exact }) => [team, rank, exact])).toEqual([
      ['c', 1, '13/4'],
      ['a', 2, '3'],
      ['b', 2, '3'],
    ]);
  });

  test('is the mean of what is left when the ballots are sorted and cut', () => {
    fc.assert(
      fc.property(anyMatrix(), (matrix) => {
        const weight = matrix.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
        for (const { team, exact } of trimmed(matrix)) {
          const given = weightedMarks(matrix, matrix.teams.indexOf(team)).filter((mark) => mark !== null);
          if (given.length === 0) continue;
          const kept = given.length < 5 ? given : given.toSorted((a, b) => a - b).slice(1, -1);
          const [num, den] = read(exact ?? '');
          expect(num * BigInt(kept.length * weight)).toBe(BigInt(kept.reduce((a, b) => a + b, 0)) * den);
        }
      }),
    );
  });
});
