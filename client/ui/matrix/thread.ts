import { rankAt, span } from './picture.ts';

/** A thread drawn in a cell of 100 by 100: a knot for each method that could be computed, from top to bottom. */
export interface Thread {
  readonly line: string;
  /** The official method's. */
  readonly first: string;
  readonly knots: string;
  readonly band: { readonly x: number; readonly width: number };
}

/** Half the width of the band of a straight thread: about a third of a rank, and no more than a third of one among fifteen. */
const half = (teams: number): number => Math.min((0.34 * 94) / Math.max(1, teams - 1), 2.3);

/** Where the knot of a method is, from the top: the same in every row, whether or not the others could be computed. */
const knotAt = (index: number, of: number): number => (of < 2 ? 50 : 14 + (index * 72) / (of - 1));
const dot = ([x, y]: readonly [number, number]) => `M${x.toFixed(2)} ${y.toFixed(1)}h0`;

export function thread(ranks: readonly (number | null)[], teams: number): Thread {
  const knots = ranks.flatMap((rank, index): (readonly [number, number])[] =>
    rank === null ? [] : [[rankAt(rank, teams), knotAt(index, ranks.length)]],
  );
  const [best, worst] = span(ranks);
  const x = rankAt(best, teams) - half(teams);
  return {
    line: knots.map(([at, y], index) => `${index === 0 ? 'M' : 'L'}${at.toFixed(2)} ${y.toFixed(1)}`).join(''),
    first: ranks[0] === null ? '' : knots.slice(0, 1).map(dot).join(''),
    knots: knots
      .slice(ranks[0] === null ? 0 : 1)
      .map(dot)
      .join(''),
    band: { x, width: rankAt(worst, teams) + half(teams) - x },
  };
}
