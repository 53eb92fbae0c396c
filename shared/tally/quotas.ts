import { cut } from './cut.ts';
import { contradiction, exchanges, greedy, type Infeasible, moved, type Quota, type Refused, rulesOf } from './greedy.ts';
import type { Standing } from './standing.ts';

export type { Quota } from './greedy.ts';

/** A team that would be in, or tied at the cut, were it not for this clause of this group. */
interface Displaced<Team extends string = string> {
  readonly team: Team;
  readonly by: string;
  readonly clause: 'min' | 'max';
}

export type Selection<Team extends string = string> =
  | {
      /** In every best selection, best first. */
      readonly chosen: readonly Team[];
      /** In some best selections and not in others: a tie, left open. */
      readonly open: readonly Team[];
      readonly displaced: readonly Displaced<Team>[];
      /** The open teams, in lists within which any team may stand for any other. */
      readonly interchangeable: readonly (readonly Team[])[];
    }
  | { readonly infeasible: Infeasible };

/**
 * The best teams for so many seats within quotas by group, one quota a group. Selections within such quotas are the bases of a matroid, so
 * taking the next best team whenever the minima can still be met is exact: no other selection has a better sum, whatever the scores behind
 * the ranks (Edmonds, Matroids and the greedy algorithm, 1971). Teams that no ballot counts for are never chosen; if fewer than `seats` are
 * left, the seats are as many as they. Without quotas this is the cut.
 */
export function select<T extends string>(
  standings: readonly Standing<T>[],
  groups: ReadonlyMap<T, string>,
  seats: number,
  quotas: readonly Quota[],
): Selection<T> {
  const judged = standings.filter(({ score }) => score !== null);
  const rules = rulesOf(judged, groups, seats, quotas);
  const infeasible = contradiction(rules);
  if (infeasible) return { infeasible };

  const choice = greedy(judged, rules);
  const [inSome, inAll] = [new Set(choice.taken), new Set(choice.taken)];
  const reasons = new Map(choice.refused);
  for (const standing of judged.filter(({ tied }) => tied)) {
    const first = greedy(moved(judged, standing, 'front'), rules);
    if (first.taken.has(standing)) inSome.add(standing);
    const reason = first.refused.get(standing);
    if (reason) reasons.set(standing, reason);
    if (!greedy(moved(judged, standing, 'end'), rules).taken.has(standing)) inAll.delete(standing);
  }
  const open = judged.filter((standing) => inSome.has(standing) && !inAll.has(standing));
  const plain = cut(standings, seats);
  const wanted = new Set([...plain.inside, ...plain.open]);
  const names = (list: readonly Standing<T>[]) => list.map(({ team }) => team);
  return {
    chosen: names(judged.filter((standing) => inAll.has(standing))),
    open: names(open),
    displaced: displaced(
      judged.filter((standing) => wanted.has(standing.team) && !inSome.has(standing)),
      reasons,
      names([...choice.taken].filter(({ team }) => !plain.inside.includes(team))).map((team) => rules.groupOf(team)),
    ),
    interchangeable: exchanges(open, choice, rules).map(names),
  };
}

/**
 * Who displaced whom. A full group displaces its own team. Where the last seats were kept for minima, the lowest team that lost its place is set
 * against the best that gained one, and so on: `gained` are the groups of those, best first.
 */
function displaced<T extends string>(
  lost: readonly Standing<T>[],
  reasons: ReadonlyMap<Standing<T>, Refused>,
  gained: readonly (string | null)[],
): readonly Displaced<T>[] {
  const left = [...gained];
  const found = lost.toReversed().flatMap((standing) => {
    const reason = reasons.get(standing);
    if (!reason) return [];
    const { clause, groups } = reason;
    const at = clause === 'min' ? left.findIndex((group) => group !== null && groups.includes(group)) : -1;
    const by = left[at] ?? groups[0];
    if (at >= 0) left.splice(at, 1);
    return by === undefined ? [] : [{ team: standing.team, by, clause }];
  });
  return found.toReversed();
}
