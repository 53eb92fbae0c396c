import type { Column, Weighed } from './weighed.ts';

/** Teams and columns (jurors), by index, that ballots join to one another, however indirectly. */
export interface Part {
  readonly teams: readonly number[];
  readonly columns: readonly number[];
}

/** The connected parts of the juror-team graph, in passing order. Teams that no ballot counts for belong to none. */
export function parts({ rows, columns }: Weighed): readonly Part[] {
  const found: Part[] = [];
  const teamSeen = new Uint8Array(rows.length);
  const columnSeen = new Uint8Array(columns.length);
  for (let start = 0; start < rows.length; start += 1) {
    if (teamSeen[start] || rows[start]?.marks.length === 0) continue;
    const part = { teams: [start], columns: [] as number[] };
    teamSeen[start] = 1;
    for (const team of part.teams) {
      for (let j = 0; j < columns.length; j += 1) {
        const { marks } = columns[j] as Column;
        if (columnSeen[j] || Number.isNaN(marks[team])) continue;
        columnSeen[j] = 1;
        part.columns.push(j);
        for (let t = 0; t < rows.length; t += 1) {
          if (teamSeen[t] || Number.isNaN(marks[t])) continue;
          teamSeen[t] = 1;
          part.teams.push(t);
        }
      }
    }
    const upwards = (a: number, b: number) => a - b;
    found.push({ teams: part.teams.sort(upwards), columns: part.columns.sort(upwards) });
  }
  return found;
}
