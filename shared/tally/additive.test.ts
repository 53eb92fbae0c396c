import fc from 'fast-check';
import { Matrix as Dense, SingularValueDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { amiensMatrix, anyMatrix, matrixOf, read, weightedMarks } from '../testing/matrices.ts';
import { exactFit, exactLevel } from './exact-fit.ts';
import { leastSquares } from './fit.ts';
import type { Matrix } from './matrix.ts';
import { tally } from './methods.ts';
import { nearest, plus, type Ratio } from './ratio.ts';
import type { Standing } from './standing.ts';
import { type Row, weigh } from './weighed.ts';

function additive(matrix: Matrix): readonly Standing[] | null {
  const tallied = tally(matrix, 'additive');
  return 'standings' in tallied ? tallied.standings : null;
}

/** Ballots as [team, juror, weighted mark]. */
const ballotsOf = (matrix: Matrix) =>
  matrix.teams.flatMap((_, t) => weightedMarks(matrix, t).flatMap((mark, j) => (mark === null ? [] : [{ t, j, mark }])));
const totalWeight = ({ criteria }: Matrix) => criteria.reduce((sum, { weight }) => sum + weight, 0);

/** Least squares by another road: a dummy design solved by the singular values, then shifted so that jurors' effects add up to zero. */
function oracle(matrix: Matrix): ReadonlyMap<string, number> {
  const ballots = ballotsOf(matrix);
  const size = matrix.teams.length + matrix.jurors.length;
  const design = Dense.zeros(ballots.length, size);
  for (const [row, { t, j }] of ballots.entries()) {
    design.set(row, t, 1);
    design.set(row, matrix.teams.length + j, 1);
  }
  const right = Dense.columnVector(ballots.map(({ mark }) => mark));
  const solution = new SingularValueDecomposition(design, { autoTranspose: true }).solve(right).to1DArray();
  const heard = [...new Set(ballots.map(({ j }) => j))];
  const shift = heard.reduce((sum, j) => sum + (solution[matrix.teams.length + j] as number), 0) / heard.length;
  return new Map(matrix.teams.map((team, t) => [team, ((solution[t] as number) + shift) / totalWeight(matrix)]));
}

test('[A9] on any complete matrix the additive fit is the mean, to the last digit', () => {
  fc.assert(
    fc.property(anyMatrix({ complete: true }), (matrix) => {
      expect(additive(matrix)).toEqual(
        'standings' in tally(matrix, 'mean') ? (tally(matrix, 'mean') as { standings: unknown }).standings : null,
      );
    }),
  );
});

describe('[A9] with ballots missing', { timeout: 30_000 }, () => {
  test('scores are those of an independent least-squares solver', () => {
    let met = 0;
    fc.assert(
      fc.property(anyMatrix(), (matrix) => {
        const rows = additive(matrix);
        if (!rows || ballotsOf(matrix).length === 0) return;
        met += 1;
        const expected = oracle(matrix);
        for (const { team, score } of rows) if (score !== null) expect(score).toBeCloseTo(expected.get(team) ?? Number.NaN, 8);
      }),
      { numRuns: 300 },
    );
    expect(met).toBeGreaterThan(50);
    const amiens = amiensMatrix('incomplete');
    for (const { team, score } of additive(amiens) ?? []) expect(score).toBeCloseTo(oracle(amiens).get(team) ?? Number.NaN, 10);
  });

  test('the exact scores satisfy the normal equations exactly', () => {
    fc.assert(
      fc.property(anyMatrix(), (matrix) => {
        const rows = additive(matrix);
        if (!rows) return;
        const scores = new Map(rows.map(({ team, exact }) => [team, exact]));
        const minus = ([num, den]: readonly [bigint, bigint]): Ratio => ({ num: -num, den });
        const zero: Ratio = { num: 0n, den: 1n };
        const weight = BigInt(totalWeight(matrix));
        // A juror's effect is the mean of what is left of the juror's marks once the teams' scores are taken away.
        const left = ballotsOf(matrix).map(({ t, j, mark }) => {
          const score = minus(read(scores.get(matrix.teams[t] as string) ?? ''));
          return { t, j, rest: plus({ num: BigInt(mark), den: weight }, score) };
        });
        const sum = (list: readonly Ratio[]) => list.reduce(plus, zero);
        const effects = matrix.jurors.map((_, juror) => {
          const own = left.filter(({ j }) => j === juror).map(({ rest }) => rest);
          const { num, den } = sum(own);
          return { num, den: den * BigInt(own.length || 1) };
        });
        expect(sum(effects).num).toBe(0n);
        for (const [team] of matrix.teams.entries()) {
          const own = left
            .filter(({ t }) => t === team)
            .map(({ j, rest }) => plus(rest, minus([effects[j]?.num ?? 0n, effects[j]?.den ?? 1n])));
          expect(sum(own).num).toBe(0n);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a harsh juror who saw only some teams takes nothing from them', () => {
    // Juror 3 marks 2 lower than the others and saw only a and b.
    const matrix = matrixOf([
      [4, 4, 2],
      [3, 3, 1],
      [3, 3, null],
      [2, 2, null],
    ]);
    expect(additive(matrix)?.map(({ team, rank, tied }) => [team, rank, tied])).toEqual([
      ['a', 1, false],
      ['b', 2, true],
      ['c', 2, true],
      ['d', 4, false],
    ]);
    const mean = tally(matrix, 'mean') as { standings: readonly Standing[] };
    expect(mean.standings.map(({ team }) => team)).toEqual(['a', 'c', 'b', 'd']);
  });

  test('severities that are not whole are not taken for whole ones', () => {
    // Juror 2 gives 1.5 more than juror 1, on average.
    const matrix = matrixOf([
      [0, 1],
      [0, 2],
      [0, null],
    ]);
    expect(additive(matrix)?.map(({ team, exact }) => [team, exact])).toEqual([
      ['b', '1'],
      ['c', '3/4'],
      ['a', '1/2'],
    ]);
  });

  test('teams judged by other jurors tie exactly when no whole severity explains it either', () => {
    // Mirror images: what juror 1 is to a, juror 2 is to b.
    const matrix = matrixOf([
      [4, null, 2],
      [null, 4, 2],
      [1, 1, 3],
    ]);
    expect(additive(matrix)?.map(({ team, rank, tied }) => [team, rank, tied])).toEqual([
      ['a', 1, true],
      ['b', 1, true],
      ['c', 3, false],
    ]);
  });
});

describe('the error bound', { timeout: 30_000 }, () => {
  const check = (matrix: Matrix) => {
    const weighed = weigh(matrix);
    const near = leastSquares(weighed);
    const exact = exactFit(weighed, near.severities);
    const judged = matrix.teams.flatMap((_, t) => (weighed.rows[t]?.marks.length ? [t] : []));
    const level = (t: number): Ratio => {
      const row = weighed.rows[t] as Row;
      return { num: exactLevel(weighed, exact, t, row), den: exact.denominator * BigInt(row.marks.length) };
    };
    for (const a of judged)
      for (const b of judged) {
        const { num, den } = level(b);
        const gap = nearest(plus(level(a), { num: -num, den }));
        expect(Math.abs((near.levels[a] as number) - (near.levels[b] as number) - gap)).toBeLessThanOrEqual(near.tolerance);
      }
    return near.tolerance;
  };

  test('[A8] no difference between levels is further from the exact one than the bound says, and the bound is small', () => {
    expect(check(amiensMatrix('incomplete'))).toBeLessThan(1e-8);
  });

  test('[A8] it holds on chains, where each juror saw two teams and errors add up', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)), { minLength: 1, maxLength: 20 }), (links) => {
        const rows = Array.from({ length: links.length + 1 }, (_, t) =>
          links.map(([first, second], j) => (j === t ? first : j === t - 1 ? second : null)),
        );
        expect(check(matrixOf(rows))).toBeLessThan(1);
      }),
    );
  });
});

describe('[A10] a jury in parts that no ballot joins', () => {
  test('is refused, and the parts are named', () => {
    const matrix = matrixOf([
      [3, 4, null, null, null],
      [null, null, 2, 5, null],
      [null, 2, null, null, null],
      [null, null, null, 1, null],
      [null, null, null, null, null],
    ]);
    expect(tally(matrix, 'additive')).toEqual({
      refused: 'disconnected',
      parts: [
        { teams: ['a', 'c'], jurors: ['1', '2'] },
        { teams: ['b', 'd'], jurors: ['3', '4'] },
      ],
    });
  });

  test('is refused exactly when the graph has more than one part', () => {
    fc.assert(
      fc.property(anyMatrix(), (matrix) => {
        // By another road: names melt together until nothing changes.
        const name = new Map(matrix.teams.map((team) => [team, team]));
        const ballots = ballotsOf(matrix);
        for (let changed = true; changed; ) {
          changed = false;
          for (const { t, j } of ballots)
            for (const other of ballots.filter((ballot) => ballot.j === j)) {
              const [a, b] = [name.get(matrix.teams[t] as string) ?? '', name.get(matrix.teams[other.t] as string) ?? ''];
              if (a >= b) continue;
              name.set(matrix.teams[other.t] as string, a);
              changed = true;
            }
        }
        const judged = new Set(ballots.map(({ t }) => matrix.teams[t] as string));
        const parts = new Set([...judged].map((team) => name.get(team)));
        const tallied = tally(matrix, 'additive');
        expect('refused' in tallied ? tallied.parts.length : Math.min(parts.size, 1)).toBe(parts.size);
      }),
    );
  });
});
