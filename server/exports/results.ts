import { aggregates, totalWeight } from '../../shared/ranking.ts';
import type { Commitment, State } from '../../shared/state.ts';
import { csv, decimals, yesNo } from './csv.ts';

/** A team's line in the results: passing order, never a ranking of those not retained. */
export interface Result {
  readonly place: number;
  readonly team: string;
  readonly name: string;
  readonly department: string;
  readonly table: number;
  readonly laureate: boolean;
  /** In which place its name was said, from 1; null for those not retained. */
  readonly announced: number | null;
  readonly withdrawn: boolean;
  readonly ballots: number;
  readonly missing: number;
  /** Seats of which no ballot was expected. */
  readonly excused: number;
  /** The exact mean is `sum / (ballots * totalWeight)`; null without a ballot. */
  readonly sum: number;
  readonly mean: number | null;
  readonly commitment: Commitment | null;
}

/** Results once the session is closed. */
export function resultsOf(state: State) {
  const { setup, course } = state;
  const weight = totalWeight(setup.criteria);
  const rows = new Map(aggregates(state).map((row) => [row.team, row]));
  const results = course.order.map((id, index): Result => {
    const team = setup.teams.find((candidate) => candidate.id === id);
    const row = rows.get(id);
    const announced = course.announcement.indexOf(id) + 1;
    return {
      place: index + 1,
      team: id,
      name: team?.name ?? id,
      department: team?.department ?? '',
      table: team?.table ?? 0,
      laureate: announced > 0,
      announced: announced || null,
      withdrawn: course.withdrawn[id] !== undefined,
      ballots: row?.count ?? 0,
      missing: row?.missing ?? setup.seats.length,
      excused: row?.excused ?? 0,
      sum: row?.sum ?? 0,
      mean: row && row.count > 0 ? row.sum / (row.count * weight) : null,
      commitment: state.commitments[id] ?? null,
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

export const resultsCsv = (state: State): string =>
  csv(
    resultsOf(state).results.map(({ commitment, ...line }) => ({
      passage: line.place,
      projet: line.name,
      département: line.department,
      table: line.table,
      lauréat: yesNo(line.laureate),
      présent: yesNo(!line.withdrawn),
      bulletins: line.ballots,
      manquants: line.missing,
      moyenne: line.mean === null ? '' : decimals(line.mean, 4),
      excusés: line.excused,
      annonce: line.announced ?? '',
      parrainage: commitment?.sponsor ?? '',
      temps: commitment?.time ?? '',
      coach: commitment?.coach ?? '',
      'premier rendez-vous': commitment?.firstDate ?? '',
    })),
  );
