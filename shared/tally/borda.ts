import { compareRatios, nearest, plus, type Ratio, write } from './ratio.ts';
import type { Scores } from './standing.ts';
import type { Weighed } from './weighed.ts';

/**
 * Normalised Borda: each juror ranks the teams they judged, ties share the mean rank, and a team gets (n - rank) / (n - 1), from 0 to 1;
 * its score is the mean over its jurors. A juror who judged one team ranks nobody and says nothing here.
 */
export function bordaScores({ columns, rows }: Weighed): Scores {
  const speaking = columns.filter(({ given }) => given > 1);
  const sums = new Float64Array(rows.length);
  const counts = new Int32Array(rows.length);
  for (const { marks, given, beaten } of speaking) {
    const full = 2 * (given - 1);
    for (let t = 0; t < marks.length; t += 1) {
      if (Number.isNaN(marks[t])) continue;
      sums[t] = (sums[t] as number) + (beaten[t] as number) / full;
      counts[t] = (counts[t] as number) + 1;
    }
  }

  const near = (team: number) => (sums[team] as number) / (counts[team] as number);
  // Each of the additions rounds by less than 2^-53 of a sum that no count passes.
  const tolerance = (speaking.length + 4) * 2 ** -51;
  const known = new Map<number, Ratio>();
  const ratio = (team: number): Ratio => {
    const found = known.get(team);
    if (found) return found;
    const points = new Map<number, number>();
    for (const { marks, given, beaten } of speaking)
      if (!Number.isNaN(marks[team])) points.set(given, (points.get(given) ?? 0) + (beaten[team] as number));
    let sum: Ratio = { num: 0n, den: 1n };
    for (const [given, won] of points) sum = plus(sum, { num: BigInt(won), den: BigInt(2 * (given - 1)) });
    const made = { num: sum.num, den: sum.den * BigInt(counts[team] as number) };
    known.set(team, made);
    return made;
  };
  return {
    judged: (team) => (counts[team] as number) > 0,
    compare: (a, b) => {
      const gap = near(a) - near(b);
      return Math.abs(gap) > tolerance ? gap : compareRatios(ratio(a), ratio(b));
    },
    score: (team) => nearest(ratio(team)),
    exact: (team) => write(ratio(team)),
  };
}
