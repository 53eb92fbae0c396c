import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMatrix, matrixOf, weightedMarks } from '../testing/matrices.ts';
import { compareMajority } from './majority.ts';
import { tally } from './methods.ts';
import type { Standing } from './standing.ts';

const majority = (matrix: Parameters<typeof tally>[0]) => (tally(matrix, 'majority') as { standings: readonly Standing[] }).standings;

/** The definition, word for word: copy each grade until counts are equal, take the lower median off one by one, compare what came off. */
function byTheBook(a: readonly number[], b: readonly number[]): number {
  const value = (grades: readonly number[], times: number) => {
    const list = grades.flatMap((grade) => new Array<number>(times).fill(grade)).toSorted((x, y) => x - y);
    const taken: number[] = [];
    while (list.length > 0) taken.push(...list.splice((list.length - 1) >> 1, 1));
    return taken;
  };
  const [first, second] = [value(a, b.length), value(b, a.length)];
  for (const [k, grade] of first.entries()) if (grade !== second[k]) return grade - (second[k] as number);
  return 0;
}

describe('[A12] majority judgment', { timeout: 30_000 }, () => {
  // Balinski & Laraki, "Majority judgment vs. majority rule" (2016, p. 14; Social Choice and Welfare 54, 2020): a sample of 737 voters, April 2012,
  // in hundredths of a per cent, from "outstanding" down to "to reject", in the order of the published majority ranking.
  const POLL: Readonly<Record<string, readonly number[]>> = {
    Hollande: [1248, 1615, 1642, 1167, 1479, 1425, 1424],
    Bayrou: [258, 977, 2171, 2524, 2008, 1194, 869],
    Sarkozy: [963, 1235, 1628, 1099, 1113, 787, 3175],
    Mélenchon: [543, 950, 1289, 1465, 1710, 1506, 2537],
    'Dupont-Aignan': [54, 258, 597, 1126, 2022, 2551, 3392],
    Joly: [81, 299, 651, 1180, 1465, 2469, 3853],
    Poutou: [14, 136, 448, 773, 1248, 2809, 4573],
    'Le Pen': [597, 733, 950, 936, 1398, 624, 4763],
    Arthaud: [0, 136, 380, 651, 1316, 2524, 4993],
    Cheminade: [41, 81, 244, 583, 1167, 2687, 5197],
  };

  test('ranks the ten candidates of the published poll as its authors do', () => {
    const rows = Object.values(POLL).map((shares) => {
      const counts = shares.map((share) => Math.round((share * 737) / 10_000));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(737);
      return counts.flatMap((count, k) => new Array<number>(count).fill(6 - k));
    });
    // Passing order is turned round, so that no order comes from it.
    const names = Object.keys(POLL).toReversed();
    const ranked = majority({ ...matrixOf(rows.toReversed()), teams: names });
    expect(ranked.map(({ team }) => team)).toEqual(Object.keys(POLL));
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    // Good, good, fair, fair, poor five times, to reject.
    expect(ranked.map(({ score }) => score)).toEqual([3, 3, 2, 2, 1, 1, 1, 1, 1, 0]);
  });

  test('takes the lower of two middle grades', () => {
    expect(majority(matrixOf([[1, 2, 4, 5]]))[0]).toMatchObject({ score: 2, exact: '2' });
  });

  test('equal medians are told apart by what comes off next; only equal distributions tie', () => {
    const ranked = majority(
      matrixOf([
        [1, 3, 3, 3, 5],
        [2, 2, 3, 4, 4],
        [3, 3, 3, 3, 3],
        [5, 3, 1, 3, 3],
      ]),
    );
    expect(ranked.map(({ team, rank, score }) => [team, rank, score])).toEqual([
      ['c', 1, 3],
      ['a', 2, 3],
      ['d', 2, 3],
      ['b', 4, 3],
    ]);
  });

  test('unequal counts are scaled: the same shares tie, whatever their number', () => {
    const ranked = majority(
      matrixOf([
        [1, 2, 5, null, null, null],
        [1, 1, 2, 2, 5, 5],
        [1, 2, 2, 5, null, null],
      ]),
    );
    expect(ranked.map(({ team, rank }) => [team, rank])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 2],
    ]);
  });

  test('is the definition, for any grades and any counts', () => {
    const grades = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(grades, grades, (a, b) => {
        const sorted = (list: readonly number[]) => list.toSorted((x, y) => x - y);
        expect(Math.sign(compareMajority(sorted(a), sorted(b)))).toBe(Math.sign(byTheBook(a, b)));
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(anyMatrix(), (matrix) => {
        const given = (team: string) => weightedMarks(matrix, matrix.teams.indexOf(team)).filter((mark) => mark !== null);
        const judged = majority(matrix).filter(({ score }) => score !== null);
        for (const { team, rank } of judged)
          expect(rank).toBe(1 + judged.filter((other) => byTheBook(given(other.team), given(team)) > 0).length);
      }),
    );
  });
});
