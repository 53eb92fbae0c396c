import type { DeliberationView } from '../../../shared/views/jury.ts';

/** Where the line falls in the ranking, and whether it separates anything. */
export interface CutLine {
  /** Rows above the line; null where every team has a place. */
  readonly after: number | null;
  /** Teams ahead of the line whatever happens at it. */
  readonly ahead: number;
  /** Places that the tied teams share; 0 when the line is settled by the marks. */
  readonly places: number;
  /** How many teams are tied across it. */
  readonly tied: number;
  /** The list has all its names: the jury has decided, whatever the marks say. */
  readonly chosen: boolean;
}

export function cutLine({ rows, places, open, list }: Pick<DeliberationView, 'rows' | 'places' | 'open' | 'list'>): CutLine {
  const judged = rows.filter(({ count }) => count > 0).length;
  const above = Math.min(places, judged);
  const rank = rows.find(({ team }) => open.includes(team))?.rank;
  const ahead = rank === undefined ? above : rows.filter((row) => row.rank < rank).length;
  return {
    after: above < rows.length ? above : null,
    ahead,
    places: rank === undefined ? 0 : places - ahead,
    tied: open.length,
    chosen: list.length === places,
  };
}
