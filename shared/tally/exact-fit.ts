import { lcm } from './ratio.ts';
import type { Row, Weighed } from './weighed.ts';

/** The fit without any rounding: severity j is `numerators[j] / denominator`, and the last is 0. */
export interface ExactFit {
  readonly numerators: readonly bigint[];
  readonly denominator: bigint;
}

/** Solves the same equations as `leastSquares`, exactly. Costly for large juries: called where nothing cheaper decides. */
export function exactFit(weighed: Weighed, near: Float64Array): ExactFit {
  return perfectFit(weighed, near) ?? eliminated(weighed);
}

/**
 * When every mark is a whole level plus a whole severity, that is the fit: nothing is left over. Level marks and jurors who differ by a
 * constant are such, and would tie everywhere.
 */
function perfectFit({ rows, columns }: Weighed, near: Float64Array): ExactFit | null {
  const severities = Array.from(near, Math.round);
  if (!severities.every(Number.isSafeInteger)) return null;
  for (let t = 0; t < rows.length; t += 1) {
    let level: number | null = null;
    for (const [j, { marks }] of columns.entries()) {
      if (Number.isNaN(marks[t])) continue;
      const own = (marks[t] as number) - (severities[j] as number);
      if (level !== null && own !== level) return null;
      level = own;
    }
  }
  return { numerators: severities.map(BigInt), denominator: 1n };
}

/** Bareiss's fraction-free Gauss-Jordan elimination: every division is without remainder, and the last pivot is the common denominator. */
function eliminated({ rows, columns }: Weighed): ExactFit {
  const size = columns.length - 1;
  const scale = rows.reduce((common, { marks }) => lcm(common, BigInt(marks.length || 1)), 1n);
  const table = columns.slice(0, size).map(() => new Array<bigint>(size + 1).fill(0n));
  for (const [t, { marks, sum }] of rows.entries()) {
    if (marks.length === 0) continue;
    const share = scale / BigInt(marks.length);
    const present = columns.flatMap((column, j) => (Number.isNaN(column.marks[t]) ? [] : [j]));
    for (const j of present) {
      const line = table[j];
      if (!line) continue;
      for (const k of present) if (k < size) line[k] = (line[k] as bigint) - share;
      line[j] = (line[j] as bigint) + scale;
      line[size] = (line[size] as bigint) + BigInt(columns[j]?.marks[t] as number) * scale - BigInt(sum) * share;
    }
  }

  // The matrix is positive definite: no pivot is 0, and none has to be looked for.
  let last = 1n;
  for (const [k, pivotLine] of table.entries()) {
    const pivot = pivotLine[k] as bigint;
    for (const [i, line] of table.entries()) {
      if (i === k) continue;
      const factor = line[k] as bigint;
      for (let c = k + 1; c <= size; c += 1) line[c] = (pivot * (line[c] as bigint) - factor * (pivotLine[c] as bigint)) / last;
    }
    last = pivot;
  }
  return { numerators: [...table.map((line) => line[size] as bigint), 0n], denominator: last };
}

/** A team's level above the last juror's severity, as a numerator over `row.marks.length * denominator`. */
export function exactLevel({ columns }: Weighed, { numerators, denominator }: ExactFit, team: number, { sum }: Row): bigint {
  let level = BigInt(sum) * denominator;
  for (const [j, { marks }] of columns.entries()) if (!Number.isNaN(marks[team])) level -= numerators[j] as bigint;
  return level;
}
