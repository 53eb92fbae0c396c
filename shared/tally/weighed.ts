import type { Matrix } from './matrix.ts';

/** A team's weighted marks, lowest first, and their sum. */
export interface Row {
  readonly marks: readonly number[];
  readonly sum: number;
}

/** A juror's weighted marks by team, NaN where no ballot counts, and what they say as a ranking (see `borda.ts`). */
export interface Column {
  readonly marks: Float64Array;
  readonly given: number;
  /** Twice the teams placed below each team, plus those placed level with it; over 2 (given - 1). */
  readonly beaten: Float64Array;
}

/** A matrix made ready for counting: one exact whole number a ballot, the sum of weight x mark. */
export interface Weighed {
  readonly totalWeight: number;
  readonly rows: readonly Row[];
  /** Jurors without a single ballot are left out: they say nothing. */
  readonly columns: readonly Column[];
}

export function weigh({ teams, jurors, criteria, ballots }: Matrix): Weighed {
  const columns = jurors.map((_, j) => {
    const marks = new Float64Array(teams.length).fill(Number.NaN);
    for (let t = 0; t < teams.length; t += 1) {
      const ballot = ballots[t]?.[j];
      if (!ballot) continue;
      let sum = 0;
      for (let c = 0; c < criteria.length; c += 1) sum += (criteria[c]?.weight ?? 0) * (ballot[c] ?? 0);
      marks[t] = sum;
    }
    return column(marks);
  });
  const rows = teams.map((_, t) => {
    const marks = columns.map((juror) => juror.marks[t] as number).filter((mark) => !Number.isNaN(mark));
    marks.sort((a, b) => a - b);
    return { marks, sum: marks.reduce((sum, mark) => sum + mark, 0) };
  });
  return {
    totalWeight: criteria.reduce((total, { weight }) => total + weight, 0),
    rows,
    columns: columns.filter(({ given }) => given > 0),
  };
}

function column(marks: Float64Array): Column {
  const beaten = new Float64Array(marks.length);
  const order = Array.from(marks.keys())
    .filter((t) => !Number.isNaN(marks[t]))
    .sort((a, b) => (marks[a] as number) - (marks[b] as number));
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && marks[order[to] as number] === marks[order[from] as number]) to += 1;
    for (let k = from; k < to; k += 1) beaten[order[k] as number] = 2 * from + (to - from - 1);
    from = to;
  }
  return { marks, given: order.length, beaten };
}

/** The weighed matrix without one of its columns: the other jurors' work is shared, not done again. */
export function leaveOut(weighed: Weighed, left: Column): Weighed {
  return {
    ...weighed,
    columns: weighed.columns.filter((column) => column !== left),
    rows: weighed.rows.map((row, t) => {
      const mark = left.marks[t] as number;
      return Number.isNaN(mark) ? row : { marks: without(row.marks, mark), sum: row.sum - mark };
    }),
  };
}

function without(marks: readonly number[], mark: number): readonly number[] {
  const rest = marks.slice(1);
  // The first is already gone: those below the mark move one place down over it.
  for (let k = 0; marks[k] !== mark; k += 1) rest[k] = marks[k] as number;
  return rest;
}
