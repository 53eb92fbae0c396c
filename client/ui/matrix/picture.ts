/** The president's picture as plain facts: what `Matrix.svelte` draws, whatever counted it. */

export interface Dot {
  /** The exact weighted mark, on the scale. */
  readonly mark: number;
  /** The harshest seat, hollow in every row. */
  readonly hollow: boolean;
}

export interface Row {
  readonly team: string;
  readonly name: string;
  readonly department: string;
  /** In the official order. */
  readonly rank: number;
  /** One for each ballot that counts. */
  readonly dots: readonly Dot[];
  /** Null without a ballot. */
  readonly mean: { readonly at: number; readonly written: string } | null;
  readonly ballots: number;
  /** Seats of which no ballot is expected. */
  readonly excused: number;
  /** Under each method of the picture, in its order; null where that method cannot be computed. */
  readonly ranks: readonly (number | null)[];
  /** What is open: the only light on the page. */
  readonly lit: boolean;
}

export interface Picture {
  readonly rows: readonly Row[];
  readonly scale: { readonly min: number; readonly max: number; readonly words: readonly string[] };
  readonly seats: number;
  readonly places: number;
  /** As words, the official one first. */
  readonly methods: readonly string[];
  /** The line of the places: after so many rows, whole or broken, and what it says. Null where every team has a place. */
  readonly cut: { readonly after: number; readonly broken: boolean; readonly words: string } | null;
}

/** Where a mark lies across its cell, in hundredths of the width. */
export const markAt = (mark: number, { min, max }: Picture['scale']): number => 2 + ((mark - min) * 96) / (max - min);

/** Where a rank lies across its cell. The cut lies half a rank beyond the last place. */
export const rankAt = (rank: number, teams: number): number => (teams < 2 ? 50 : 3 + ((rank - 1) * 94) / (teams - 1));

/** Ranks written under the threads: first, last, the last place, and one between where there is room. */
export function rankTicks(teams: number, places: number): readonly number[] {
  const wanted = [places, 1, teams, Math.round(places / 2), Math.round((places + teams) / 2)];
  const ticks: number[] = [];
  for (const rank of wanted) {
    const far = ticks.every((other) => Math.abs(rankAt(other, teams) - rankAt(rank, teams)) >= 12);
    if (rank >= 1 && rank <= teams && far) ticks.push(rank);
  }
  return ticks.sort((a, b) => a - b);
}

/** The lowest and the highest rank that any method gives. */
export function span(ranks: Row['ranks']): readonly [number, number] {
  const known = ranks.filter((rank) => rank !== null);
  return [Math.min(...known), Math.max(...known)];
}
