import Papa from 'papaparse';
import type { State } from '../shared/state.ts';
import { aggregates, totalWeight } from '../shared/tally/mean.ts';

/** A team's line in the results: passing order, never a ranking of those not retained. */
export interface Result {
  readonly place: number;
  readonly team: string;
  readonly name: string;
  readonly department: string;
  readonly table: number;
  readonly laureate: boolean;
  readonly withdrawn: boolean;
  readonly ballots: number;
  readonly missing: number;
  /** The exact mean is `sum / (ballots * totalWeight)`; null without a ballot. */
  readonly sum: number;
  readonly mean: number | null;
}

/** Results once the session is closed. */
export function resultsOf(state: State) {
  const { setup, course } = state;
  const weight = totalWeight(setup.criteria);
  const rows = new Map(aggregates(state).map((row) => [row.team, row]));
  const results = course.order.map((id, index): Result => {
    const team = setup.teams.find((candidate) => candidate.id === id);
    const row = rows.get(id);
    return {
      place: index + 1,
      team: id,
      name: team?.name ?? id,
      department: team?.department ?? '',
      table: team?.table ?? 0,
      laureate: course.announcement.includes(id),
      withdrawn: course.withdrawn[id] !== undefined,
      ballots: row?.count ?? 0,
      missing: row?.missing ?? setup.seats.length,
      sum: row?.sum ?? 0,
      mean: row && row.count > 0 ? row.sum / (row.count * weight) : null,
    };
  });
  return {
    forum: setup.id,
    name: setup.name,
    date: setup.date,
    closedAt: course.opened.closed ?? null,
    totalWeight: weight,
    seats: setup.seats.length,
    results,
  };
}

/** A French Excel opens it as it is: byte-order mark, semicolons, decimal comma; formulas in names are disarmed. */
export function resultsCsv(state: State): string {
  const rows = resultsOf(state).results.map((line) => ({
    passage: line.place,
    projet: line.name,
    département: line.department,
    table: line.table,
    lauréat: line.laureate ? 'oui' : 'non',
    présent: line.withdrawn ? 'non' : 'oui',
    bulletins: line.ballots,
    manquants: line.missing,
    moyenne: line.mean === null ? '' : line.mean.toFixed(4).replace('.', ','),
  }));
  return `\uFEFF${Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
}
