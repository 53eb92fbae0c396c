import { compareFractions, write } from './ratio.ts';
import type { Scores } from './standing.ts';
import type { Weighed } from './weighed.ts';

/** With fewer ballots than this, a team's trimmed mean is its mean: nothing is dropped. */
const TRIMMED_FROM = 5;

/** The mean of the given ballots: the official order. */
export const meanScores = (weighed: Weighed): Scores =>
  fractions(
    weighed,
    weighed.rows.map(({ marks, sum }) => ({ sum, count: marks.length })),
  );

/**
 * The mean without one highest and one lowest ballot of each team, as a diving panel of five counts; a panel of three counts all, and so
 * does this below five ballots.
 */
export const trimmedScores = (weighed: Weighed): Scores =>
  fractions(
    weighed,
    weighed.rows.map(({ marks, sum }) =>
      marks.length < TRIMMED_FROM
        ? { sum, count: marks.length }
        : { sum: sum - (marks[0] as number) - (marks[marks.length - 1] as number), count: marks.length - 2 },
    ),
  );

function fractions({ totalWeight }: Weighed, means: readonly { readonly sum: number; readonly count: number }[]): Scores {
  const at = (team: number) => means[team] as { sum: number; count: number };
  return {
    judged: (team) => at(team).count > 0,
    compare: (a, b) => compareFractions(at(a).sum, at(a).count, at(b).sum, at(b).count),
    score: (team) => at(team).sum / (at(team).count * totalWeight),
    exact: (team) => write({ num: BigInt(at(team).sum), den: BigInt(at(team).count) * BigInt(totalWeight) }),
  };
}
