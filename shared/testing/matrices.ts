import fc from 'fast-check';
import type { Matrix } from '../tally/matrix.ts';
import { amiensIncompleteMarks, amiensMarks } from './amiens-ballots.ts';
import { amiens } from './forums.ts';

/** The fictitious ballots of Amiens, all of them or without the four that are missing in the incomplete case. */
export function amiensMatrix(ballots: 'complete' | 'incomplete'): Matrix {
  const marks = ballots === 'complete' ? amiensMarks : amiensIncompleteMarks;
  return {
    teams: amiens.teams.map(({ id }) => id),
    jurors: amiens.seats.map(({ id }) => id),
    criteria: amiens.criteria.map(({ id, weight }) => ({ id, weight })),
    ballots: amiens.teams.map((team) =>
      amiens.seats.map((seat) => {
        const given = marks?.(seat.id, team.id);
        return given ? amiens.criteria.map(({ id }) => given[id] as number) : null;
      }),
    ),
  };
}

/** One criterion of weight 1; a row for each team, a mark for each juror. Teams are a, b, c…, jurors 1, 2, 3…. */
export function matrixOf(rows: readonly (readonly (number | null)[])[]): Matrix {
  return {
    teams: rows.map((_, t) => String.fromCharCode(97 + t)),
    jurors: Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) }, (_, j) => `${j + 1}`),
    criteria: [{ id: '', weight: 1 }],
    ballots: rows.map((row) => row.map((mark) => (mark === null ? null : [mark]))),
  };
}

/** Any small matrix, from nothing to seven teams and seven jurors, often with ballots missing; marks so coarse that ties abound. */
export const anyMatrix = (given: { readonly complete?: boolean } = {}): fc.Arbitrary<Matrix> =>
  fc
    .record({
      teams: fc.integer({ min: 0, max: 7 }),
      jurors: fc.integer({ min: 0, max: 7 }),
      weights: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 3 }),
      top: fc.constantFrom(1, 3, 5, 20),
      gaps: fc.constantFrom(0, 1, 3, 7),
    })
    .chain(({ teams, jurors, weights, top, gaps }) => {
      const ballot = fc.array(fc.integer({ min: 0, max: top }), { minLength: weights.length, maxLength: weights.length });
      const cell = given.complete
        ? ballot
        : fc.oneof({ weight: 10 - gaps, arbitrary: ballot }, { weight: gaps, arbitrary: fc.constant(null) });
      const row = fc.array(cell, { minLength: jurors, maxLength: jurors });
      return fc.array(row, { minLength: teams, maxLength: teams }).map((ballots) => ({
        teams: Array.from({ length: teams }, (_, t) => `t${t}`),
        jurors: Array.from({ length: jurors }, (_, j) => `j${j}`),
        criteria: weights.map((weight, c) => ({ id: `c${c}`, weight })),
        ballots,
      }));
    });

/** A team's weighted marks, by juror, recomputed here. */
export const weightedMarks = ({ ballots, criteria }: Matrix, team: number): readonly (number | null)[] =>
  (ballots[team] ?? []).map((ballot) => ballot?.reduce((sum, mark, c) => sum + mark * (criteria[c]?.weight ?? 0), 0) ?? null);

/** A fraction as its writing says it: [numerator, positive denominator]. */
export function read(exact: string): readonly [bigint, bigint] {
  const [num = '', den = '1'] = exact.split('/');
  return [BigInt(num), BigInt(den)];
}
