import { matrixOf } from '../counting.ts';
import type { SeatId, TeamId } from '../ids.ts';
import type { Vote } from '../jury.ts';
import type { State } from '../state.ts';
import type { Matrix } from '../tally/matrix.ts';
import type { Instant } from '../time.ts';
import { type BenchView, benchView } from './bench.ts';
import { type HandedIn, handedIn } from './handed-in.ts';

/** The president's own part. Before the deliberation: who has handed in, not the marks. In it: every mark that counts. */
export interface PresidencyView extends BenchView {
  readonly handedIn: readonly HandedIn[];
  readonly hands: {
    readonly queue: readonly { readonly seat: SeatId; readonly at: Instant; readonly given: number }[];
    readonly speaking: SeatId | null;
  };
  /** Ballots that came after their lock: whose and when; what they say is the juror's until it is admitted. */
  readonly late: readonly {
    readonly seat: SeatId;
    readonly team: TeamId;
    readonly at: Instant;
    readonly madeAt: Instant | null;
    readonly given: number;
    readonly paper: boolean;
  }[];
  readonly reopened: readonly {
    readonly seat: SeatId;
    readonly team: TeamId;
    readonly at: Instant;
    readonly reason: string;
    readonly closedAt: Instant | null;
  }[];
  readonly matrix: Matrix<TeamId, SeatId> | null;
  /** Who may vote and has, in each motion; what they voted too, unless it is secret, and once the motion is closed. */
  readonly votes: readonly {
    readonly motion: number;
    readonly entitled: readonly SeatId[];
    readonly voted: readonly SeatId[];
    readonly votes: readonly { readonly seat: SeatId; readonly vote: Vote }[];
  }[];
}

export function presidencyView(state: State): PresidencyView {
  const { course, floor, deliberation, setup } = state;
  const open = deliberation !== null && course.opened.deliberation !== undefined;
  return {
    ...benchView(state),
    handedIn: handedIn(state),
    hands: {
      queue: floor.queue.map(({ seat, at }) => ({ seat, at, given: floor.given[seat] ?? 0 })),
      speaking: floor.speaking,
    },
    late: bySeat(state, state.late).map(({ seat, team, held }) => ({
      seat,
      team,
      at: held.at,
      madeAt: held.madeAt,
      given: Object.keys(held.marks).length,
      paper: held.paper ?? false,
    })),
    reopened: bySeat(state, state.reopened).map(({ seat, team, held }) => ({
      seat,
      team,
      at: held.at,
      reason: held.reason,
      closedAt: held.closedAt,
    })),
    matrix: open && setup.rules.marking === 'marks' ? matrixOf(state) : null,
    votes: (open ? deliberation.motions : []).map(({ number, entitled, voted, votes, closed }) => ({
      motion: number,
      entitled,
      voted,
      votes: closed ? entitled.flatMap((seat) => (votes[seat] ? [{ seat, vote: votes[seat] }] : [])) : [],
    })),
  };
}

function bySeat<Held>(
  { setup, course }: State,
  held: Readonly<Record<SeatId, Readonly<Record<TeamId, Held>>>>,
): readonly { readonly seat: SeatId; readonly team: TeamId; readonly held: Held }[] {
  return setup.seats.flatMap(({ id: seat }) =>
    course.order.flatMap((team) => {
      const one = held[seat]?.[team];
      return one === undefined ? [] : [{ seat, team, held: one }];
    }),
  );
}
