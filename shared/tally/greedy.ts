import type { Standing } from './standing.ts';

/** At least `min` and at most `max` teams of a group are chosen; null: no maximum. */
export interface Quota {
  readonly group: string;
  readonly min: number;
  readonly max: number | null;
}

/** Why no selection can keep to the quotas. `available` counts the teams of the group for which a ballot counts. */
export type Infeasible =
  | { readonly clause: 'min-above-max'; readonly group: string; readonly min: number; readonly max: number }
  | { readonly clause: 'min'; readonly group: string; readonly min: number; readonly available: number }
  | { readonly clause: 'minima-above-seats'; readonly sum: number; readonly seats: number }
  | { readonly clause: 'maxima-below-seats'; readonly sum: number; readonly seats: number };

/** Quotas ready for choosing. Groups do not overlap; teams without a quota, or without a group, have the group null. */
export interface Rules<Team extends string> {
  readonly seats: number;
  readonly groupOf: (team: Team) => string | null;
  readonly bounds: ReadonlyMap<string | null, { readonly min: number; readonly max: number; readonly available: number }>;
}

/** Which clause kept a team out at its turn, and for which groups: its own that was full, or those for which the last seats were kept. */
export interface Refused {
  readonly clause: 'min' | 'max';
  readonly groups: readonly string[];
}

export interface Choice<Team extends string> {
  readonly taken: ReadonlySet<Standing<Team>>;
  readonly refused: ReadonlyMap<Standing<Team>, Refused>;
}

export function rulesOf<T extends string>(
  judged: readonly Standing<T>[],
  groups: ReadonlyMap<T, string>,
  seats: number,
  quotas: readonly Quota[],
): Rules<T> {
  const bound = new Set(quotas.map(({ group }) => group));
  const groupOf = (team: T) => {
    const group = groups.get(team);
    return group !== undefined && bound.has(group) ? group : null;
  };
  const available = (group: string | null) => judged.filter(({ team }) => groupOf(team) === group).length;
  const free = { min: 0, max: Number.POSITIVE_INFINITY };
  return {
    seats: Math.min(seats, judged.length),
    groupOf,
    bounds: new Map([
      ...quotas.map(({ group, min, max }) => [group, { min, max: max ?? free.max, available: available(group) }] as const),
      [null, { ...free, available: available(null) }],
    ]),
  };
}

/** The clause that makes every choice impossible. When there is none, a choice exists: groups do not overlap. */
export function contradiction<T extends string>({ seats, bounds }: Rules<T>): Infeasible | null {
  let minima = 0;
  let maxima = 0;
  for (const [group, { min, max, available }] of bounds) {
    if (group !== null && min > max) return { clause: 'min-above-max', group, min, max };
    if (group !== null && min > available) return { clause: 'min', group, min, available };
    minima += min;
    maxima += Math.min(max, available);
  }
  if (minima > seats) return { clause: 'minima-above-seats', sum: minima, seats };
  if (maxima < seats) return { clause: 'maxima-below-seats', sum: maxima, seats };
  return null;
}

/** Takes the next team whenever its group is not full and the minima can still be met after it. */
export function greedy<T extends string>(judged: readonly Standing<T>[], { seats, groupOf, bounds }: Rules<T>): Choice<T> {
  const taken = new Set<Standing<T>>();
  const refused = new Map<Standing<T>, Refused>();
  const counts = new Map<string | null, number>();
  const owing = () => [...bounds].map(([group, { min }]) => ({ group, owed: Math.max(0, min - (counts.get(group) ?? 0)) }));
  for (const standing of judged) {
    const group = groupOf(standing.team);
    const { min, max } = bounds.get(group) ?? { min: 0, max: 0 };
    const count = counts.get(group) ?? 0;
    const owed = owing().filter(({ owed }) => owed > 0);
    const kept = owed.reduce((sum, { owed }) => sum + owed, 0);
    if (group !== null && count >= max) refused.set(standing, { clause: 'max', groups: [group] });
    else if (count < min || seats - taken.size > kept) {
      taken.add(standing);
      counts.set(group, count + 1);
    } else if (kept > 0) refused.set(standing, { clause: 'min', groups: owed.flatMap(({ group }) => group ?? []) });
  }
  return { taken, refused };
}

/** The same order with one team at the front of those it ties with, or at their end. */
export function moved<T extends string>(
  judged: readonly Standing<T>[],
  standing: Standing<T>,
  to: 'front' | 'end',
): readonly Standing<T>[] {
  const others = judged.filter((other) => other !== standing);
  const ahead =
    to === 'front' ? others.findIndex(({ rank }) => rank >= standing.rank) : others.findIndex(({ rank }) => rank > standing.rank);
  const at = ahead < 0 ? others.length : ahead;
  return [...others.slice(0, at), standing, ...others.slice(at)];
}

/**
 * Open teams in lists within which any may stand for any other: those joined, directly or through others, by an exchange of one taken for
 * one not taken that leaves a selection as good. In a matroid this does not depend on which best selection is looked at.
 */
export function exchanges<T extends string>(
  open: readonly Standing<T>[],
  { taken }: Choice<T>,
  { groupOf, bounds }: Rules<T>,
): readonly (readonly Standing<T>[])[] {
  const counts = new Map<string | null, number>();
  for (const { team } of taken) counts.set(groupOf(team), (counts.get(groupOf(team)) ?? 0) + 1);
  const canSwap = (leaving: Standing<T>, coming: Standing<T>) => {
    if (leaving.rank !== coming.rank || !taken.has(leaving) || taken.has(coming)) return false;
    const [from, to] = [groupOf(leaving.team), groupOf(coming.team)];
    if (from === to) return true;
    return (counts.get(from) ?? 0) > (bounds.get(from)?.min ?? 0) && (counts.get(to) ?? 0) < (bounds.get(to)?.max ?? 0);
  };
  const lists: Standing<T>[][] = [];
  const placed = new Set<Standing<T>>();
  for (const first of open) {
    if (placed.has(first)) continue;
    const list = [first];
    placed.add(first);
    for (const known of list)
      for (const other of open) {
        if (placed.has(other) || !(canSwap(known, other) || canSwap(other, known))) continue;
        placed.add(other);
        list.push(other);
      }
    lists.push(open.filter((standing) => list.includes(standing)));
  }
  return lists;
}
