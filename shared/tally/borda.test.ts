import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMatrix, matrixOf, read, weightedMarks } from '../testing/matrices.ts';
import { tally } from './methods.ts';
import { plus, type Ratio } from './ratio.ts';
import type { Standing } from './standing.ts';

const borda = (matrix: Parameters<typeof tally>[0]) => (tally(matrix, 'borda') as { standings: readonly Standing[] }).standings;
const exact = (matrix: Parameters<typeof tally>[0]) => borda(matrix).map(({ team, rank, exact: score }) => [team, rank, score]);

describe('[A13] normalised Borda', { timeout: 30_000 }, () => {
  test('goes from 1 for the best of all to 0 for the last of all', () => {
    expect(
      exact(
        matrixOf([
          [9, 9],
          [5, 1],
          [1, 5],
        ]),
      ),
    ).toEqual([
      ['a', 1, '1'],
      ['b', 2, '1/4'],
      ['c', 2, '1/4'],
    ]);
  });

  test('ties share the mean rank', () => {
    expect(exact(matrixOf([[3], [3], [3], [1]]))).toEqual([
      ['a', 1, '2/3'],
      ['b', 1, '2/3'],
      ['c', 1, '2/3'],
      ['d', 4, '0'],
    ]);
  });

  test('a juror who judged one team says nothing; a team that only such jurors judged has no score', () => {
    expect(
      exact(
        matrixOf([
          [5, null, null],
          [2, 4, null],
          [3, null, null],
          [null, null, 9],
        ]),
      ),
    ).toEqual([
      ['a', 1, '1'],
      ['c', 2, '1/2'],
      ['b', 3, '0'],
      ['d', 4, null],
    ]);
  });

  test('a juror’s scale does not count, only the order', () => {
    const order = (matrix: Parameters<typeof tally>[0]) => borda(matrix).map(({ team, rank, score }) => [team, rank, score]);
    expect(
      order(
        matrixOf([
          [1, 5],
          [2, 4],
          [3, 3],
        ]),
      ),
    ).toEqual(
      order(
        matrixOf([
          [1, 500],
          [70, 499],
          [71, 3],
        ]),
      ),
    );
  });

  test('is the mean, over jurors, of the share of other teams beaten, a tie being half', () => {
    fc.assert(
      fc.property(anyMatrix(), (matrix) => {
        const marks = matrix.teams.map((_, t) => weightedMarks(matrix, t));
        for (const { team, exact: score } of borda(matrix)) {
          const own = marks[matrix.teams.indexOf(team)] ?? [];
          const shares = own.flatMap((mark, j): Ratio[] => {
            const others = marks.filter((row) => row !== own).flatMap((row) => row[j] ?? []);
            if (mark === null || others.length === 0) return [];
            const halves = others.map((other) => (other < mark ? 2 : other === mark ? 1 : 0)).reduce<number>((a, b) => a + b, 0);
            return [{ num: BigInt(halves), den: BigInt(2 * others.length) }];
          });
          if (shares.length === 0) expect(score).toBeNull();
          else {
            const sum = shares.reduce(plus);
            const [num, den] = read(score ?? '');
            expect(num * sum.den * BigInt(shares.length)).toBe(sum.num * den);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
