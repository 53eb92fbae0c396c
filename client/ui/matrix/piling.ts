/** Marks nearer than this share of the scale's length would lie over one another: 0,115 on a scale from 1 to 5. */
const NEAR = 0.115 / 4;

/**
 * How high each mark is piled, from 0: on the lowest level where no mark already lies nearer than `NEAR`. Marks come and go in the given
 * order; the lowest is laid first, so that the same marks always make the same pile.
 */
export function pile(marks: readonly number[], length: number): readonly number[] {
  const near = NEAR * length;
  const ends: number[] = [];
  const levels = new Array<number>(marks.length).fill(0);
  for (const index of [...marks.keys()].sort((a, b) => (marks[a] as number) - (marks[b] as number))) {
    const mark = marks[index] as number;
    // A hair of tolerance: 3.2 and 3.315 are just far enough, whatever binary fractions make of them.
    const free = ends.findIndex((end) => mark - end >= near - 1e-9);
    const level = free === -1 ? ends.length : free;
    ends[level] = mark;
    levels[index] = level;
  }
  return levels;
}
