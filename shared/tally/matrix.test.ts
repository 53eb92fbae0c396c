import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amiensMatrix, anyMatrix, matrixOf, read, weightedMarks } from '../testing/matrices.ts';
import { coverage, withoutJuror } from './matrix.ts';
import { plus, type Ratio } from './ratio.ts';
import { severities } from './severity.ts';

describe('[A14] the coverage', () => {
  test('says which ballots are missing, by team and by juror', () => {
    const { given, possible, share, byTeam, byJuror } = coverage(amiensMatrix('incomplete'));
    expect([given, possible, share]).toEqual([221, 225, 221 / 225]);
    expect(byTeam.filter(({ missing }) => missing > 0).map(({ team, missing }) => [team, missing])).toEqual([
      ['e02', 1],
      ['e10', 1],
      ['e11', 1],
      ['e13', 1],
    ]);
    expect(byJuror.filter(({ missing }) => missing > 0)).toEqual([
      { juror: 'j07', given: 14, missing: 1 },
      { juror: 'j11', given: 12, missing: 3 },
    ]);
  });

  test('of nothing is whole', () => {
    expect(coverage(matrixOf([]))).toEqual({ given: 0, possible: 0, share: 1, byTeam: [], byJuror: [] });
  });

  test('a juror taken out leaves the others as they were', () => {
    fc.assert(
      fc.property(anyMatrix(), fc.nat(6), (matrix, juror) => {
        const rest = withoutJuror(matrix, juror);
        expect(rest.jurors).toEqual(matrix.jurors.filter((_, j) => j !== juror));
        expect(coverage(rest).byJuror).toEqual(coverage(matrix).byJuror.filter((_, j) => j !== juror));
      }),
    );
  });
});

describe('[A18] a juror’s severity', () => {
  test('finds the harsh juror of the fictitious ballots', () => {
    const [harshest] = severities(amiensMatrix('complete')).toSorted((a, b) => (a.difference ?? 0) - (b.difference ?? 0));
    expect(harshest?.juror).toBe('j03');
    expect(harshest?.difference).toBeLessThan(-1);
  });

  test('is exactly the juror’s mean less the teams’ means, over the teams judged, and null without a ballot', () => {
    fc.assert(
      fc.property(anyMatrix(), (matrix) => {
        const rows = matrix.teams.map((_, t) => weightedMarks(matrix, t));
        const weight = BigInt(matrix.criteria.reduce((sum, criterion) => sum + criterion.weight, 0));
        for (const [j, { ballots, exact, difference }] of severities(matrix).entries()) {
          const gaps = rows.flatMap((row): Ratio[] => {
            const own = row[j] ?? null;
            if (own === null) return [];
            const given = row.filter((mark) => mark !== null);
            const sum = given.reduce((a, b) => a + b, 0);
            return [{ num: BigInt(own * given.length - sum), den: BigInt(given.length) }];
          });
          expect(ballots).toBe(gaps.length);
          if (gaps.length === 0) {
            expect([exact, difference]).toEqual([null, null]);
            continue;
          }
          const sum = gaps.reduce(plus);
          const [num, den] = read(exact ?? '');
          expect(num * sum.den * BigInt(gaps.length) * weight).toBe(sum.num * den);
          expect(difference).toBeCloseTo(Number(num) / Number(den), 12);
        }
      }),
    );
  });

  test('on a complete matrix the severities add up to nothing', () => {
    fc.assert(
      fc.property(anyMatrix({ complete: true }), (matrix) => {
        const total = severities(matrix)
          .flatMap(({ exact }) => (exact === null ? [] : [read(exact)]))
          .reduce<Ratio>((sum, [num, den]) => plus(sum, { num, den }), { num: 0n, den: 1n });
        expect(total.num).toBe(0n);
      }),
    );
  });
});
