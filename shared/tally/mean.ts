import { isComplete } from '../ballot.ts';
import type { SeatId, TeamId } from '../ids.ts';
import type { Criterion } from '../setup.ts';
import type { State } from '../state.ts';

/** A team's aggregate: the exact weighted sum over the ballots that count. The mean is `sum / (count * totalWeight)`. */
export interface Aggregate {
  readonly team: TeamId;
  /** 1 is best; equal means share a rank, and the next rank is skipped. */
  readonly rank: number;
  /** Another team has exactly the same mean. */
  readonly tied: boolean;
  readonly sum: number;
  readonly count: number;
  /** Ballots not given or incomplete: said, never counted as 0. */
  readonly missing: number;
}

export const totalWeight = (criteria: readonly Criterion[]): number => criteria.reduce((total, { weight }) => total + weight, 0);

/**
 * Teams by mean of given ballots, the official order. Exact: two means are compared by cross-multiplying whole numbers, so a tie is
 * a tie. Teams without a ballot come last, tied among themselves. Struck teams are left out.
 */
export function aggregates({ setup, course, ballots }: Pick<State, 'setup' | 'course' | 'ballots'>): readonly Aggregate[] {
  const { criteria, seats } = setup;
  const rows = course.order
    .filter((team) => !course.withdrawn[team])
    .map((team) => ({ team, ...weighed(team, seats, criteria, ballots) }))
    .sort((a, b) => compareMeans(b, a));
  return rows.map((row) => {
    const equal = rows.filter((other) => compareMeans(other, row) === 0);
    const ahead = rows.filter((other) => compareMeans(other, row) > 0);
    return { ...row, rank: ahead.length + 1, tied: equal.length > 1, missing: seats.length - row.count };
  });
}

function weighed(team: TeamId, seats: readonly { readonly id: SeatId }[], criteria: readonly Criterion[], ballots: State['ballots']) {
  let sum = 0;
  let count = 0;
  for (const { id } of seats) {
    const ballot = ballots[id]?.[team];
    if (!isComplete(criteria, ballot)) continue;
    count += 1;
    for (const criterion of criteria) sum += criterion.weight * (ballot.marks[criterion.id] ?? 0);
  }
  return { sum, count };
}

/** Positive when a's mean is the higher. Whole numbers throughout: no rounding can make or break a tie. */
function compareMeans(a: { sum: number; count: number }, b: { sum: number; count: number }): number {
  if (a.count === 0 || b.count === 0) return a.count === b.count ? 0 : a.count - b.count;
  return a.sum * b.count - b.sum * a.count;
}

export interface Cut {
  /** Ahead of the cut whatever happens at it. */
  readonly inside: readonly TeamId[];
  /** Tied across the cut: the engine says tie and stops. */
  readonly open: readonly TeamId[];
}

/** Where the cut after `places` falls: who is in, and who is tied across it. A team that no ballot counts for is never put in. */
export function cutAt(rows: readonly Aggregate[], places: number): Cut {
  const judged = rows.filter((row) => row.count > 0);
  const last = judged[places - 1];
  const next = judged[places];
  if (!last || !next || last.rank !== next.rank) return { inside: judged.slice(0, places).map((row) => row.team), open: [] };
  return {
    inside: judged.filter((row) => row.rank < last.rank).map((row) => row.team),
    open: judged.filter((row) => row.rank === last.rank).map((row) => row.team),
  };
}
