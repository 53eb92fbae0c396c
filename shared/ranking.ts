import { isComplete } from './ballot.ts';
import { type Counted, competing, isExpected, matrixOf } from './counting.ts';
import type { TeamId } from './ids.ts';
import type { Criterion } from './setup.ts';
import type { State } from './state.ts';
import { type Cut, cut } from './tally/cut.ts';
import { type Tally, tally } from './tally/methods.ts';
import { type Quota, type Selection, select } from './tally/quotas.ts';
import type { Standing } from './tally/standing.ts';

/** A team's place in the official order, and its exact weighted sum over the ballots that count. The mean is `sum / (count * totalWeight)`. */
export interface Aggregate extends Standing<TeamId> {
  readonly sum: number;
  readonly count: number;
  /** Ballots expected and not given, or incomplete: said, never counted as 0. */
  readonly missing: number;
  /** Seats of which no ballot is expected. */
  readonly excused: number;
}

export const totalWeight = (criteria: readonly Criterion[]): number => criteria.reduce((total, { weight }) => total + weight, 0);

/**
 * Teams in the order of the règlement's method, best first. Equal scores share a rank, exactly. Teams without a ballot come last, tied
 * among themselves; struck teams are left out. Where the method refuses the ballots (see `officialTally`) the order is that of the means.
 */
export function aggregates(state: Counted): readonly Aggregate[] {
  return standingsOf(state).map((standing) => ({ ...standing, ...weighed(state, standing.team) }));
}

/** What the règlement's method makes of the ballots; the additive fit refuses those that do not join all jurors and teams. */
export const officialTally = (state: Counted): Tally<TeamId> => tally(matrixOf(state), state.setup.rules.tally);

function standingsOf(state: Counted): readonly Standing<TeamId>[] {
  const official = officialTally(state);
  if ('standings' in official) return official.standings;
  const means = tally(matrixOf(state), 'mean');
  return 'standings' in means ? means.standings : [];
}

function weighed(state: Counted, team: TeamId): Omit<Aggregate, keyof Standing> {
  const { seats, criteria } = state.setup;
  let [sum, count, excused] = [0, 0, 0];
  for (const { id } of seats) {
    const ballot = state.ballots[id]?.[team];
    if (!isExpected(state, id, team)) excused += 1;
    else if (isComplete(criteria, ballot)) {
      count += 1;
      for (const criterion of criteria) sum += criterion.weight * (ballot.marks[criterion.id] ?? 0);
    }
  }
  return { sum, count, missing: seats.length - excused - count, excused };
}

/** How many the list must name: the laureates of the rules, or every team left if strikes have left fewer. */
export const placesOf = ({ setup, course }: Pick<State, 'setup' | 'course'>): number =>
  Math.min(setup.rules.laureates, competing(course).length);

/** What the quotas of the règlement make of an order; without quotas, its cut. Infeasible where strikes have left too few teams. */
export function selection(state: Pick<State, 'setup' | 'course'>, standings: readonly Standing<TeamId>[]): Selection<TeamId> {
  const { rules, teams } = state.setup;
  const quotas = rules.quotas.map(({ department, least, most }): Quota => ({ group: department, min: least, max: most }));
  return select(standings, new Map(teams.map(({ id, department }) => [id, department])), placesOf(state), quotas);
}

/** Who is in, and who is tied across the cut, within the quotas; by the order alone where they cannot be met: the jury then designates. */
export function cutOf(state: Pick<State, 'setup' | 'course'>, standings: readonly Standing<TeamId>[]): Cut<TeamId> {
  const selected = selection(state, standings);
  return 'infeasible' in selected ? cut(standings, placesOf(state)) : { inside: selected.chosen, open: selected.open };
}

/** The département whose quota a whole list does not keep to; null when it keeps to all, or when no list could. */
export function brokenQuota(state: Counted, list: readonly TeamId[]): string | null {
  const { rules, teams } = state.setup;
  if ('infeasible' in selection(state, standingsOf(state))) return null;
  const from = (code: string) => list.filter((team) => teams.find(({ id }) => id === team)?.department === code).length;
  const broken = rules.quotas.find(({ department, least, most }) => from(department) < least || from(department) > (most ?? list.length));
  return broken?.department ?? null;
}

/** The cut of the official order, before any step of the ladder. */
export const officialCut = (state: Counted): Cut<TeamId> => cutOf(state, aggregates(state));
