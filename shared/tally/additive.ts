import { exactFit, exactLevel } from './exact-fit.ts';
import { leastSquares } from './fit.ts';
import { meanScores } from './means.ts';
import { compareRatios, nearest, plus, type Ratio, write } from './ratio.ts';
import type { Scores } from './standing.ts';
import type { Row, Weighed } from './weighed.ts';

/** With more jurors than this and ballots missing, the exact fraction is not written: it would have hundreds of digits. */
const WRITTEN_UP_TO = 24;

/**
 * The two-way additive fit, y = mu + team + juror, least squares over the given ballots, team effects and juror effects each adding up to
 * zero; a team's score is mu + team, its mark as the average juror would give it. The graph must be connected (see `parts`).
 *
 * On a complete matrix that is the team's mean. Elsewhere ranks come from floating point where its proven error allows, from whole sums
 * where the same jurors judged both teams, and from an exact solution where neither decides.
 */
export function additiveScores(weighed: Weighed): Scores {
  const { rows, columns, totalWeight } = weighed;
  const at = (team: number) => rows[team] as Row;
  if (rows.every(({ marks }) => marks.length === 0 || marks.length === columns.length)) return meanScores(weighed);

  const { levels, severities, tolerance } = leastSquares(weighed);
  const average = severities.reduce((sum, severity) => sum + severity, 0) / columns.length;
  const sameJurors = (a: number, b: number) => columns.every(({ marks }) => Number.isNaN(marks[a]) === Number.isNaN(marks[b]));
  const solved = once(() => exactFit(weighed, severities));
  const known = new Map<number, Ratio>();
  const level = (team: number): Ratio => {
    const found = known.get(team);
    if (found) return found;
    const exact = solved();
    const made = { num: exactLevel(weighed, exact, team, at(team)), den: exact.denominator * BigInt(at(team).marks.length) };
    known.set(team, made);
    return made;
  };
  const score = (team: number): Ratio => {
    const { numerators, denominator } = solved();
    const shift = { num: numerators.reduce((sum, numerator) => sum + numerator, 0n), den: denominator * BigInt(columns.length) };
    const { num, den } = plus(level(team), shift);
    return { num, den: den * BigInt(totalWeight) };
  };
  const isWritten = columns.length <= WRITTEN_UP_TO;
  return {
    judged: (team) => at(team).marks.length > 0,
    compare: (a, b) => {
      const gap = (levels[a] as number) - (levels[b] as number);
      if (Math.abs(gap) > tolerance) return gap;
      return sameJurors(a, b) ? at(a).sum - at(b).sum : compareRatios(level(a), level(b));
    },
    score: (team) =>
      isWritten || tolerance === Number.POSITIVE_INFINITY ? nearest(score(team)) : ((levels[team] as number) + average) / totalWeight,
    exact: (team) => (isWritten ? write(score(team)) : null),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
