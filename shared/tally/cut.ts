import type { Standing } from './standing.ts';

export interface Cut<Team extends string = string> {
  /** Ahead of the cut whatever happens at it. */
  readonly inside: readonly Team[];
  /** Tied across the cut: the engine says tie and stops. */
  readonly open: readonly Team[];
}

export type Place = 'in' | 'open' | 'out';

/** The side of the cut on which teams stand that share ranks `rank` to `last`. */
export const placeOf = (rank: number, last: number, places: number): Place => (last <= places ? 'in' : rank <= places ? 'open' : 'out');

/** Where the cut after `places` falls: who is in, and who is tied across it. A team that no ballot counts for is never put in. */
export function cut<T extends string>(standings: readonly Standing<T>[], places: number): Cut<T> {
  const judged = standings.filter(({ score }) => score !== null);
  const last = new Map(judged.map(({ rank }, index) => [rank, index + 1]));
  const at = (place: Place) => judged.filter(({ rank }) => placeOf(rank, last.get(rank) ?? rank, places) === place).map(({ team }) => team);
  return { inside: at('in'), open: at('open') };
}
