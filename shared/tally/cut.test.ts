import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXPECTED } from '../testing/amiens-ballots.ts';
import { amiensMatrix, anyMatrix, matrixOf } from '../testing/matrices.ts';
import { cut } from './cut.ts';
import { tally } from './methods.ts';
import type { Standing } from './standing.ts';

const standings = (matrix: Parameters<typeof tally>[0]) => (tally(matrix, 'mean') as { standings: readonly Standing[] }).standings;

describe('[A6] the cut', () => {
  test('leaves the tie at rank eight open, and no other number of places does', () => {
    const rows = standings(amiensMatrix('complete'));
    expect(cut(rows, 8)).toEqual({ inside: EXPECTED.ranking.slice(0, 7), open: EXPECTED.tie });
    for (const places of [0, 1, 7, 9, 15, 20]) expect(cut(rows, places)).toEqual({ inside: EXPECTED.ranking.slice(0, places), open: [] });
  });

  test('[A4] never takes a team that no ballot counts for', () => {
    expect(cut(standings(matrixOf([[null], [3], [null]])), 2)).toEqual({ inside: ['b'], open: [] });
  });

  test('puts in who is in whichever way ties fall, and leaves open who is in for some ways only', () => {
    fc.assert(
      fc.property(anyMatrix(), fc.nat(8), (matrix, places) => {
        const judged = standings(matrix).filter(({ score }) => score !== null);
        const ahead = ({ rank }: Standing) => judged.filter((other) => other.rank < rank).length;
        const level = ({ rank }: Standing) => judged.filter((other) => other.rank === rank).length;
        const names = (list: readonly Standing[]) => list.map(({ team }) => team);
        const surely = judged.filter((row) => ahead(row) + level(row) <= places);
        const perhaps = judged.filter((row) => ahead(row) < places && !surely.includes(row));
        expect(cut(standings(matrix), places)).toEqual({ inside: names(surely), open: names(perhaps) });
      }),
    );
  });
});
