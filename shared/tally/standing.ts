/** A team's place under one method. */
export interface Standing<Team extends string = string> {
  readonly team: Team;
  /** 1 is best; equal scores share a rank, and the next rank is skipped. */
  readonly rank: number;
  /** Another team has exactly the same score. */
  readonly tied: boolean;
  /** On the scale of the marks (0 to 1 for Borda); null where no ballot counts. */
  readonly score: number | null;
  /** The score as a fraction in lowest terms, "157/50" or "3". */
  readonly exact: string | null;
}

/** What a method makes of a weighed matrix, team by team, by index. */
export interface Scores {
  /** Whether any ballot counts for the team; the rest may be asked only of teams for which one does. */
  readonly judged: (team: number) => boolean;
  /** Positive when a is the better, 0 only when the scores are exactly equal. */
  readonly compare: (a: number, b: number) => number;
  readonly score: (team: number) => number;
  readonly exact: (team: number) => string | null;
}

export interface Ranks {
  /** Indices of the teams, best first; equal ones in passing order. */
  readonly order: readonly number[];
  readonly judged: number;
  /** By index: the rank, and the last place that the teams of this rank reach. The same when the team is not tied. */
  readonly rank: Int32Array;
  readonly last: Int32Array;
}

/** Ranks by exact comparison. Teams without a ballot come last, tied among themselves. */
export function rank(teams: number, { judged, compare }: Pick<Scores, 'judged' | 'compare'>): Ranks {
  const counted: number[] = [];
  const others: number[] = [];
  for (let t = 0; t < teams; t += 1) (judged(t) ? counted : others).push(t);
  counted.sort((a, b) => compare(b, a));
  const ranks = { order: [...counted, ...others], judged: counted.length, rank: new Int32Array(teams), last: new Int32Array(teams) };
  for (let from = 0; from < teams; ) {
    let to = from + 1;
    const first = ranks.order[from] as number;
    while (to < teams && (from >= counted.length || (to < counted.length && compare(first, ranks.order[to] as number) === 0))) to += 1;
    for (let k = from; k < to; k += 1) {
      ranks.rank[ranks.order[k] as number] = from + 1;
      ranks.last[ranks.order[k] as number] = to;
    }
    from = to;
  }
  return ranks;
}

export function standings<T extends string>(teams: readonly T[], scores: Scores): readonly Standing<T>[] {
  const { order, rank: ranks, last } = rank(teams.length, scores);
  return order.map((t) => ({
    team: teams[t] as T,
    rank: ranks[t] as number,
    tied: ranks[t] !== last[t],
    score: scores.judged(t) ? scores.score(t) : null,
    exact: scores.judged(t) ? scores.exact(t) : null,
  }));
}
