import { ballotsClosed } from '../ballot.ts';
import { placesOf } from '../deliberation.ts';
import type { CriterionId, SeatId, TeamId } from '../ids.ts';
import type { Marks, Sheet, State } from '../state.ts';
import { type Aggregate, aggregates, cutAt, totalWeight } from '../tally/mean.ts';
import type { Instant } from '../time.ts';

/** The marking grid of the règlement: the same for every juror, all afternoon. */
export interface GridView {
  readonly criteria: readonly {
    readonly id: CriterionId;
    readonly name: string;
    readonly shortName: string;
    readonly question: string;
    readonly weight: number;
  }[];
  readonly scale: { readonly min: number; readonly max: number; readonly words: readonly string[] };
  readonly lock: 'per-team' | 'once';
  readonly seats: number;
}

export function gridView({ criteria, scale, rules, seats }: State['setup']): GridView {
  return {
    criteria: criteria.map(({ id, name, shortName, question, weight }) => ({ id, name, shortName, question, weight })),
    scale: { min: scale.min, max: scale.max, words: scale.words },
    lock: rules.lock.mode,
    seats: seats.length,
  };
}

/** What the jury alone learns, and only behind closed doors: the aggregates, and the list as it stands. */
export interface JuryView {
  readonly deliberation: DeliberationView | null;
}

export interface DeliberationView {
  /** Official order, the mean of given ballots. */
  readonly rows: readonly Aggregate[];
  /** A mean is `sum / (count * totalWeight)`. */
  readonly totalWeight: number;
  readonly places: number;
  /** Teams tied across the cut: the jury decides. */
  readonly open: readonly TeamId[];
  readonly list: readonly TeamId[];
  readonly closedAt: Instant | null;
}

/** Aggregates leave the server from the opening of the deliberation on, to the jury only. */
export function juryView(state: State): JuryView {
  const { course, deliberation } = state;
  if (deliberation === null || course.phase === 'passages') return { deliberation: null };
  const rows = aggregates(state);
  const places = placesOf(state);
  return {
    deliberation: {
      rows,
      totalWeight: totalWeight(state.setup.criteria),
      places,
      open: cutAt(rows, places).open,
      list: deliberation.list,
      closedAt: deliberation.closedAt,
    },
  };
}

/** A juror's own: the seat, its marks, and what can still change. */
export interface SeatView {
  readonly seat: SeatId;
  readonly number: number;
  readonly department: string;
  readonly college: string;
  readonly title: string;
  readonly trial: Marks;
  readonly ballots: readonly OwnBallot[];
}

export interface OwnBallot {
  readonly team: TeamId;
  readonly marks: Marks;
  /** When the last mark was recorded, null if none was. */
  readonly at: Instant | null;
  readonly locked: boolean;
}

/** One ballot for each team that can be marked or was, in passing order. Null for a seat that does not exist. */
export function seatView(state: State, id: SeatId): SeatView | null {
  const seat = state.setup.seats.find((candidate) => candidate.id === id);
  if (!seat) return null;
  const own = state.ballots[id] ?? {};
  const teams = state.course.order.filter((team) => own[team] || state.course.passages[team]?.pitchAt !== undefined);
  return {
    seat: id,
    number: seat.number,
    department: seat.department,
    college: seat.college,
    title: seat.title,
    trial: state.trial[id]?.marks ?? {},
    ballots: teams.map((team) => ({
      team,
      marks: own[team]?.marks ?? {},
      at: own[team]?.at ?? null,
      locked: ballotsClosed(state, team) !== null,
    })),
  };
}

/** Team sheets, for the jury and the coaches. */
export interface SheetsView {
  readonly sheets: readonly ({ readonly team: TeamId } & Sheet)[];
}

export function sheetsView({ setup, sheets }: State): SheetsView {
  return {
    sheets: setup.teams.flatMap(({ id }) => {
      const sheet = sheets[id];
      return sheet ? [{ team: id, drama: sheet.drama, solution: sheet.solution, implementation: sheet.implementation, at: sheet.at }] : [];
    }),
  };
}
