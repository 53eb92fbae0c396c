import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPECTED, EXPECTED_INCOMPLETE } from '../testing/amiens-ballots.ts';
import { amiensMatrix, anyMatrix, matrixOf, read, weightedMarks } from '../testing/matrices.ts';
import { METHODS, type Tally, tallies, tally } from './methods.ts';

const standingsOf = (tallied: Tally) => ('standings' in tallied ? tallied.standings : []);
const ranks = (tallied: Tally) => standingsOf(tallied).map(({ team, rank, tied }) => `${team}${rank}${tied ? '=' : ''}`);

describe('the fictitious ballots of Amiens', () => {
  test('[A8] the mean gives the sums and the order that were computed apart, complete and incomplete', () => {
    const complete = standingsOf(tally(amiensMatrix('complete'), 'mean'));
    expect(complete.map(({ team }) => team)).toEqual(EXPECTED.ranking);
    for (const { team, exact } of complete) {
      const [num, den] = read(exact ?? '');
      expect(num * 1500n).toBe(BigInt(EXPECTED.sums[team as keyof typeof EXPECTED.sums]) * den);
    }
    const incomplete = standingsOf(tally(amiensMatrix('incomplete'), 'mean'));
    expect(incomplete.map(({ team }) => team)).toEqual(EXPECTED_INCOMPLETE.ranking);
    for (const { team, exact } of incomplete) {
      const [num, den] = read(exact ?? '');
      const [sum = 0, count = 0] = EXPECTED_INCOMPLETE.sums[team as keyof typeof EXPECTED_INCOMPLETE.sums];
      expect(num * BigInt(count) * 100n).toBe(BigInt(sum) * den);
    }
  });

  test('[A8] the tie at 4710 is a tie under the mean and the corrected mean, with ballots missing elsewhere or not', () => {
    for (const matrix of [amiensMatrix('complete'), amiensMatrix('incomplete')])
      for (const method of ['mean', 'additive'] as const) {
        const tied = standingsOf(tally(matrix, method)).filter((row) => row.tied);
        expect(tied.map(({ team, rank }) => [team, rank])).toEqual(EXPECTED.tie.map((team) => [team, 8]));
      }
    expect(standingsOf(tally(amiensMatrix('complete'), 'mean'))[7]).toEqual({
      team: 'e04',
      rank: 8,
      tied: true,
      score: 3.14,
      exact: '157/50',
    });
  });

  test('[A9] corrected for jurors, the incomplete order is the one computed apart', () => {
    const corrected = standingsOf(tally(amiensMatrix('incomplete'), 'additive'));
    expect(corrected.map(({ team }) => team)).toEqual(EXPECTED_INCOMPLETE.ranking);
  });
});

describe('ranks', { timeout: 30_000 }, () => {
  test('[A4] teams without a ballot come last, tied, without a score', () => {
    const matrix = matrixOf([
      [null, null],
      [3, 4],
      [null, null],
      [5, 5],
    ]);
    for (const method of METHODS) {
      expect(ranks(tally(matrix, method))).toEqual(['d1', 'b2', 'a3=', 'c3=']);
      expect(standingsOf(tally(matrix, method))[3]).toEqual({ team: 'c', rank: 3, tied: true, score: null, exact: null });
    }
  });

  test('[A8] sums that no longer fit a float in products are compared exactly', () => {
    // (5k + 4) / 5 against (6k + 5) / 6: the products end in 24 and 25, where floats are 4 apart.
    const k = 1_000_000_000_000_000;
    const matrix = matrixOf([
      [k, k, k, k, k, null],
      [k, k + 1, k + 1, k + 1, k + 1, null],
      [k, k + 1, k + 1, k + 1, k + 1, k + 1],
    ]);
    expect(ranks(tally(matrix, 'mean'))).toEqual(['c1', 'b2', 'a3']);
  });

  test('[A8] a score is the fraction beside it, and ranks are the order of these fractions, whatever the method', () => {
    fc.assert(
      fc.property(anyMatrix(), (matrix) => {
        for (const method of METHODS) {
          const rows = standingsOf(tally(matrix, method));
          const judged = rows.filter(({ score }) => score !== null);
          for (const row of judged) {
            const [num, den] = read(row.exact ?? '');
            expect(row.score).toBeCloseTo(Number(num) / Number(den), 12);
            const ahead = judged.filter(({ exact }) => {
              const [n, d] = read(exact ?? '');
              return n * den > num * d;
            });
            // Majority judgment tells equal grades apart: its own oracle has the rest.
            if (method === 'majority') expect(row.rank).toBeGreaterThan(ahead.length);
            else expect(row.rank).toBe(ahead.length + 1);
            expect(row.tied).toBe(rows.some((other) => other !== row && other.rank === row.rank));
          }
          expect(rows.slice(judged.length).every(({ rank, score }) => rank === judged.length + 1 && score === null)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[A3] a missing ballot is absent: the mean is over the ballots that are there', () => {
    fc.assert(
      fc.property(anyMatrix(), (matrix) => {
        for (const { team, exact } of standingsOf(tally(matrix, 'mean'))) {
          const given = weightedMarks(matrix, matrix.teams.indexOf(team)).filter((mark) => mark !== null);
          if (given.length === 0) expect(exact).toBeNull();
          else {
            const weight = matrix.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
            const [num, den] = read(exact ?? '');
            expect(num * BigInt(given.length * weight)).toBe(BigInt(given.reduce((a, b) => a + b, 0)) * den);
          }
        }
      }),
    );
  });
});

describe('[A19] whatever the matrix, every method answers', () => {
  const marks = [0, 3, 1_000_000];
  test.each([
    ['nothing at all', matrixOf([])],
    ['teams without jurors', matrixOf([[], []])],
    ['one ballot', matrixOf([[4]])],
    [
      'no ballot',
      matrixOf([
        [null, null],
        [null, null],
      ]),
    ],
    ['one team', matrixOf([[1, 2, 3, 4, 5, 6]])],
    ['one juror', matrixOf([[1], [5], [5], [null]])],
    [
      'three jurors',
      matrixOf([
        [1, 2, 3],
        [3, 2, 1],
        [2, null, 2],
      ]),
    ],
    [
      'equal marks with gaps',
      matrixOf([
        [3, 3, null],
        [3, null, 3],
        [null, 3, 3],
      ]),
    ],
    ['far marks', matrixOf([marks, marks.toReversed(), [0, 0, 0]])],
  ])('%s', (_, matrix) => {
    const tallied = tallies(matrix);
    for (const method of METHODS) {
      const rows = standingsOf(tallied[method]);
      expect(rows.map(({ team }) => team).toSorted()).toEqual([...matrix.teams]);
      for (const { score, rank } of rows) {
        expect(score === null || Number.isFinite(score)).toBe(true);
        expect(rank).toBeGreaterThan(0);
      }
    }
  });

  test('equal marks tie everywhere, gaps or not', () => {
    const matrix = matrixOf([
      [3, 3, null],
      [3, null, 3],
      [null, 3, 3],
    ]);
    for (const method of METHODS) expect(ranks(tally(matrix, method))).toEqual(['a1=', 'b1=', 'c1=']);
  });
});
