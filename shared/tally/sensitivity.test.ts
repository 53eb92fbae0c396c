import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPECTED } from '../testing/amiens-ballots.ts';
import { amiensMatrix, anyMatrix, matrixOf } from '../testing/matrices.ts';
import { cut, type Place } from './cut.ts';
import { type Matrix, withoutJuror } from './matrix.ts';
import { METHODS, type Method, tally } from './methods.ts';
import { sensitivity, sensitivitySteps } from './sensitivity.ts';

/** The same reading, from the matrix rebuilt and counted by itself. */
function reading(matrix: Matrix, method: Method, team: string, places: number | null): { rank: number; place: Place | null } | null {
  const tallied = tally(matrix, method);
  if ('refused' in tallied) return null;
  const rank = tallied.standings.find((row) => row.team === team)?.rank ?? 0;
  if (places === null) return { rank, place: null };
  const { inside, open } = cut(tallied.standings, places);
  return { rank, place: inside.includes(team) ? 'in' : open.includes(team) ? 'open' : 'out' };
}

describe('[A17] the sensitivity', { timeout: 30_000 }, () => {
  test('of the fictitious incomplete ballots: 80 readings, 7 teams always in, 6 never, 2 to deliberate on', () => {
    const { readings, refused, always, never, depends } = sensitivity(amiensMatrix('incomplete'), 8);
    expect([readings, refused]).toEqual([80, 0]);
    expect(always.toSorted()).toEqual(EXPECTED.ranking.slice(0, 7).toSorted());
    expect(never).toHaveLength(6);
    expect(depends).toEqual(EXPECTED.tie);
  });

  test('says what a team’s place depends on', () => {
    const { teams } = sensitivity(amiensMatrix('incomplete'), 8);
    const e04 = teams.find(({ team }) => team === 'e04');
    const without = e04?.without.find(({ juror }) => juror === e04.jurors[0]?.juror);
    for (const method of e04?.jurors[0]?.methods ?? []) expect(without?.readings[method]?.place).not.toBe(e04?.whole[method]?.place);
    for (const method of e04?.methods ?? []) expect(e04?.whole[method]?.place).not.toBe('open');
    expect(e04?.whole.mean).toEqual({ rank: 8, place: 'open' });
    const e01 = teams.find(({ team }) => team === 'e01');
    expect([e01?.verdict, e01?.in, e01?.methods, e01?.jurors]).toEqual(['always', 80, [], []]);
  });

  test('is, reading by reading, what each method says of the matrix without the juror', () => {
    fc.assert(
      fc.property(anyMatrix(), fc.option(fc.nat(8), { nil: null }), (matrix, places) => {
        const { teams, readings, refused } = sensitivity(matrix, places);
        let counted = 0;
        for (const { team, whole, without, ...row } of teams) {
          const all = [
            { given: matrix, readings: whole },
            ...without.map((one, j) => ({ given: withoutJuror(matrix, j), readings: one.readings })),
          ];
          const found = all.flatMap(({ given, readings: of }) =>
            METHODS.map((method) => [of[method], reading(given, method, team, places)]),
          );
          for (const [ours, expected] of found) expect(ours).toEqual(expected);
          const count = (place: Place) => found.filter(([, expected]) => expected?.place === place).length;
          expect([row.in, row.open, row.out]).toEqual([count('in'), count('open'), count('out')]);
          counted = found.filter(([ours]) => ours !== null).length;
          const ranks = found.flatMap(([ours]) => ours?.rank ?? []);
          expect([row.best, row.worst]).toEqual([Math.min(...ranks), Math.max(...ranks)]);
        }
        if (teams.length > 0) expect(readings).toBe(counted);
        expect(readings + refused).toBe(METHODS.length * (matrix.jurors.length + 1));
      }),
      { numRuns: 60 },
    );
  });

  test('a juror whose absence breaks the graph: that reading is refused, and counted as refused', () => {
    const matrix = matrixOf([
      [4, 3, null],
      [null, 2, 5],
    ]);
    const { refused, readings, teams } = sensitivity(matrix, 1);
    expect([readings, refused]).toEqual([19, 1]);
    expect(teams[0]?.without[1]?.readings.additive).toBeNull();
  });

  test('without places there are ranks and no verdict', () => {
    const { teams, always, never, depends } = sensitivity(amiensMatrix('complete'), null);
    expect([always, never, depends]).toEqual([[], [], []]);
    expect(teams.map(({ verdict, best, worst }) => [verdict, best <= worst])).toEqual(teams.map(() => [null, true]));
  });

  test('pauses after the whole jury, after each juror and while it puts the teams together, and comes to the same', () => {
    const matrix = amiensMatrix('incomplete');
    const steps = sensitivitySteps(matrix, 8);
    const shares: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value);
    expect(shares).toEqual(Array.from({ length: 17 }, (_, k) => (k + 1) / 17));
    expect(step.value).toEqual(sensitivity(matrix, 8));
  });
});
