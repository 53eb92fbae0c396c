/** Where a dot stands: along the line from 0 to 1, and how many dots it stands upon. */
export interface Dot {
  readonly along: number;
  readonly level: number;
}

/** Dots from left to right, piled up where they would touch. */
export function pile(along: readonly number[], width: number): readonly Dot[] {
  const tops: number[] = [];
  return [...along]
    .sort((a, b) => a - b)
    .map((place) => {
      const free = tops.findIndex((last) => place - last >= width);
      const level = free < 0 ? tops.length : free;
      tops[level] = place;
      return { along: place, level };
    });
}
