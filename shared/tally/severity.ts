import type { Matrix } from './matrix.ts';
import { nearest, plus, type Ratio, write } from './ratio.ts';
import { type Weighed, weigh } from './weighed.ts';

/** How a juror marks beside the jury. Shown, never corrected in silence. */
export interface Severity<Juror extends string = string> {
  readonly juror: Juror;
  readonly ballots: number;
  /** The juror's mean less the mean of the teams' means, over the teams this juror judged; negative when harsh. Null without a ballot. */
  readonly difference: number | null;
  readonly exact: string | null;
}

/** Every juror's severity, in the order of the matrix. A team's mean is over all of its ballots, this juror's included. */
export function severities<T extends string, J extends string>(matrix: Matrix<T, J>): readonly Severity<J>[] {
  const weighed = weigh(matrix);
  const columns = [...weighed.columns];
  return matrix.jurors.map((juror, j) => {
    const column = matrix.ballots.some((row) => row[j] != null) ? columns.shift() : undefined;
    if (!column) return { juror, ballots: 0, difference: null, exact: null };
    const difference = mean(column.marks, column.given, weighed);
    return { juror, ballots: column.given, difference: nearest(difference), exact: write(difference) };
  });
}

/** Whole sums are gathered by number of ballots first: a complete matrix has one such number. */
function mean(marks: Float64Array, given: number, { rows, totalWeight }: Weighed): Ratio {
  const sums = new Map<number, bigint>([[1, 0n]]);
  for (const [t, row] of rows.entries()) {
    if (Number.isNaN(marks[t])) continue;
    sums.set(1, (sums.get(1) ?? 0n) + BigInt(marks[t] as number));
    sums.set(row.marks.length, (sums.get(row.marks.length) ?? 0n) - BigInt(row.sum));
  }
  let total: Ratio = { num: 0n, den: 1n };
  for (const [count, sum] of sums) total = plus(total, { num: sum, den: BigInt(count) });
  return { num: total.num, den: total.den * BigInt(given) * BigInt(totalWeight) };
}
