/** By criterion. */
export type Marks = Readonly<Record<string, number>>;

export interface Cut {
  readonly inside: readonly string[];
  readonly tied: boolean;
}

/** The teams with the best means, as many as there are places: equal means go in together or not at all, and without a whole ballot nobody does. */
export function cutOf(
  teams: readonly string[],
  whole: (team: string) => readonly Marks[],
  weights: Readonly<Record<string, number>>,
  places: number,
): Cut {
  const worth = (ballot: Marks) => Object.entries(ballot).reduce((sum, [criterion, mark]) => sum + mark * (weights[criterion] ?? 0), 0);
  let left = teams.flatMap((team) => {
    const ballots = whole(team);
    return ballots.length === 0 ? [] : [{ team, sum: ballots.reduce((sum, one) => sum + worth(one), 0), count: ballots.length }];
  });
  const inside = new Set<string>();
  while (left.length > 0 && inside.size < places) {
    const best = left.reduce((one, other) => (other.sum * one.count > one.sum * other.count ? other : one));
    const equals = left.filter(({ sum, count }) => sum * best.count === best.sum * count);
    if (inside.size + equals.length > places) return { inside: teams.filter((team) => inside.has(team)), tied: true };
    for (const { team } of equals) inside.add(team);
    left = left.filter((one) => !equals.includes(one));
  }
  return { inside: teams.filter((team) => inside.has(team)), tied: false };
}
