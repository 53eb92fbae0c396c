import type { Row, Weighed } from './weighed.ts';

/** Levels of teams and severities of jurors, as close as floating point gets, and how close that is. */
export interface Fit {
  /** By team: its mark as the last juror would give it; 0 where no ballot counts. */
  readonly levels: Float64Array;
  /** By column: what the juror adds to the last one's mark; the last is 0. */
  readonly severities: Float64Array;
  /** No difference between two of these levels is further than this from the true one. May be infinite. */
  readonly tolerance: number;
}

/** One unknown per column. The matrix is symmetric, row after row; only its lower half is filled. */
interface System {
  readonly size: number;
  readonly matrix: Float64Array;
  readonly right: Float64Array;
  /** Sum of the magnitudes that went into each right-hand side. */
  readonly weight: Float64Array;
}

const ROUNDING = 2 ** -52;
const add = (to: Float64Array, at: number, value: number) => {
  to[at] = (to[at] as number) + value;
};
const largest = (values: Float64Array) => {
  let most = 0;
  for (let k = 0; k < values.length; k += 1) most = Math.max(most, Math.abs(values[k] as number));
  return most;
};

/**
 * Least squares of y = level + severity over the ballots of a connected graph. Levels are eliminated from the normal equations and the last
 * severity is 0; what is left, one equation for each other juror, is positive definite and solved by Cholesky's method.
 */
export function leastSquares(weighed: Weighed): Fit {
  const { rows, columns } = weighed;
  const system = eliminate(weighed);
  const solve = cholesky(system);
  const severities = solve(system.right);
  const error = errorOf(system, severities, solve(new Float64Array(columns.length).fill(1)), rows.length);
  const levels = Float64Array.from(rows, ({ sum }) => sum);
  for (const [j, { marks }] of columns.entries())
    for (let t = 0; t < levels.length; t += 1) if (!Number.isNaN(marks[t])) add(levels, t, -(severities[j] as number));
  for (let t = 0; t < rows.length; t += 1) levels[t] = (levels[t] as number) / (rows[t]?.marks.length || 1);
  const scale = largest(levels) + 2 * largest(severities);
  const tolerance = 2 * error + 4 * (columns.length + 4) * ROUNDING * scale;
  return { levels, severities, tolerance: Number.isFinite(tolerance) ? tolerance : Number.POSITIVE_INFINITY };
}

/**
 * Each team takes its share, 1 / ballots, from every pair of its jurors. Where few ballots are missing that is one number taken from all pairs,
 * less what the absent jurors did not owe.
 */
function eliminate({ rows, columns }: Weighed): System {
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  const [right, weight, lack] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  const [present, absent] = [new Int32Array(size), new Int32Array(size)];
  let common = 0;
  const take = (jurors: Int32Array, count: number, share: number) => {
    for (let a = 0; a < count; a += 1)
      for (let b = 0; b <= a; b += 1) add(matrix, (jurors[a] as number) * size + (jurors[b] as number), -share);
  };
  for (let t = 0; t < rows.length; t += 1) {
    const { sum, marks } = rows[t] as Row;
    if (marks.length === 0) continue;
    const share = 1 / marks.length;
    const magnitude = 2 * Math.max(Math.abs(marks[0] as number), Math.abs(marks[marks.length - 1] as number));
    let [here, away] = [0, 0];
    for (let j = 0; j < size; j += 1) {
      const mark = columns[j]?.marks[t] as number;
      if (Number.isNaN(mark)) {
        absent[away++] = j;
        continue;
      }
      present[here++] = j;
      add(matrix, j * size + j, 1);
      add(right, j, mark - sum * share);
      add(weight, j, magnitude);
    }
    if (2 * away < here) {
      common += share;
      for (let a = 0; a < away; a += 1) add(lack, absent[a] as number, share);
      take(absent, away, share);
    } else take(present, here, share);
  }
  for (let j = 0; j < size; j += 1)
    for (let k = 0; k <= j; k += 1) add(matrix, j * size + k, (lack[j] as number) + (lack[k] as number) - common);
  return { size, matrix, right, weight };
}

/** A solver for the system's matrix and any right-hand side. */
function cholesky({ size, matrix }: System): (right: Float64Array) => Float64Array {
  const lower = matrix.slice();
  const last = size - 1;
  for (let i = 0; i < last; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let rest = lower[i * size + j] as number;
      for (let k = 0; k < j; k += 1) rest -= (lower[i * size + k] as number) * (lower[j * size + k] as number);
      lower[i * size + j] = i === j ? Math.sqrt(rest) : rest / (lower[j * size + j] as number);
    }
  return (right) => {
    const solution = right.slice();
    solution[last] = 0;
    for (let i = 0; i < last; i += 1) {
      for (let k = 0; k < i; k += 1) add(solution, i, -(lower[i * size + k] as number) * (solution[k] as number));
      solution[i] = (solution[i] as number) / (lower[i * size + i] as number);
    }
    for (let i = last - 1; i >= 0; i -= 1) {
      solution[i] = (solution[i] as number) / (lower[i * size + i] as number);
      for (let k = 0; k < i; k += 1) add(solution, k, -(lower[i * size + k] as number) * (solution[i] as number));
    }
    return solution;
  };
}

/**
 * A proven bound on the error of every severity. The matrix S is a grounded Laplacian, an M-matrix: its inverse has no negative entry. So a v
 * with S v >= 1/2 in every row proves max |S^-1 r| <= 2 max |v| max |r|; r is the residual, computed here with what rounding may hide in
 * it. Infinite when the proof fails, which sends every near tie to exact arithmetic.
 */
function errorOf(system: System, severities: Float64Array, v: Float64Array, teams: number): number {
  const { size, right, weight } = system;
  const slack = (teams + size + 10) * ROUNDING;
  // No row of S, nor what was added and taken away to make it, weighs more than this.
  const spread = 4 * teams;
  const [residual, proof] = [times(system, severities), times(system, v)];
  const [most, height] = [largest(severities), largest(v)];
  let worst = 0;
  for (let j = 0; j < size - 1; j += 1) {
    if (!((proof[j] as number) - slack * spread * height >= 0.5)) return Number.POSITIVE_INFINITY;
    const hidden = slack * ((weight[j] as number) + spread * most);
    worst = Math.max(worst, Math.abs((right[j] as number) - (residual[j] as number)) + hidden);
  }
  return 2 * height * worst;
}

function times({ size, matrix }: System, vector: Float64Array): Float64Array {
  const product = new Float64Array(size);
  for (let j = 0; j < size; j += 1) {
    add(product, j, (matrix[j * size + j] as number) * (vector[j] as number));
    for (let k = 0; k < j; k += 1) {
      add(product, j, (matrix[j * size + k] as number) * (vector[k] as number));
      add(product, k, (matrix[j * size + k] as number) * (vector[j] as number));
    }
  }
  return product;
}
