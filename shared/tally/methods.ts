import { additiveScores } from './additive.ts';
import { bordaScores } from './borda.ts';
import { majorityScores } from './majority.ts';
import type { Matrix } from './matrix.ts';
import { meanScores, trimmedScores } from './means.ts';
import { parts } from './parts.ts';
import { type Scores, type Standing, standings } from './standing.ts';
import { type Weighed, weigh } from './weighed.ts';

/** The first is the official order; the others stand beside it. */
export const METHODS = ['mean', 'additive', 'trimmed', 'majority', 'borda'] as const;
export type Method = (typeof METHODS)[number];

/** Standings, best first; or why this method cannot give any. */
export type Tally<Team extends string = string, Juror extends string = string> =
  | { readonly standings: readonly Standing<Team>[] }
  | { readonly refused: 'disconnected'; readonly parts: readonly { readonly teams: readonly Team[]; readonly jurors: readonly Juror[] }[] };

/** A matrix counted by one method. Teams without a ballot come last. */
export const tally = <T extends string, J extends string>(matrix: Matrix<T, J>, method: Method): Tally<T, J> =>
  count(matrix, weigh(matrix), method);

/** A matrix counted by every method. */
export function tallies<T extends string, J extends string>(matrix: Matrix<T, J>): Readonly<Record<Method, Tally<T, J>>> {
  const weighed = weigh(matrix);
  return {
    mean: count(matrix, weighed, 'mean'),
    additive: count(matrix, weighed, 'additive'),
    trimmed: count(matrix, weighed, 'trimmed'),
    majority: count(matrix, weighed, 'majority'),
    borda: count(matrix, weighed, 'borda'),
  };
}

/** The scores of a method; null for the additive fit when ballots do not join all jurors and teams. */
export function scoresOf(weighed: Weighed, method: Method): Scores | null {
  switch (method) {
    case 'mean':
      return meanScores(weighed);
    case 'additive':
      return parts(weighed).length > 1 ? null : additiveScores(weighed);
    case 'trimmed':
      return trimmedScores(weighed);
    case 'majority':
      return majorityScores(weighed);
    case 'borda':
      return bordaScores(weighed);
  }
}

function count<T extends string, J extends string>(matrix: Matrix<T, J>, weighed: Weighed, method: Method): Tally<T, J> {
  const scores = scoresOf(weighed, method);
  if (scores) return { standings: standings(matrix.teams, scores) };
  const heard = matrix.jurors.filter((_, j) => matrix.ballots.some((row) => row[j] != null));
  return {
    refused: 'disconnected',
    parts: parts(weighed).map(({ teams, columns }) => ({
      teams: teams.map((t) => matrix.teams[t] as T),
      jurors: columns.map((j) => heard[j] as J),
    })),
  };
}
