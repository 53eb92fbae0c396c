import { hasLeft } from '../attendance.ts';
import { ballotsClosed } from '../ballot.ts';
import type { SeatId, TeamId } from '../ids.ts';
import type { Marks, Vote } from '../jury.ts';
import { ownReceipt } from '../receipt.ts';
import { isRecused } from '../recusal.ts';
import type { State } from '../state.ts';
import type { Instant } from '../time.ts';

/** A juror's own: the seat, its marks, what can still change, and nothing of anybody else's. */
export interface SeatView {
  readonly seat: SeatId;
  readonly number: number;
  readonly department: string;
  readonly college: string;
  readonly title: string;
  readonly trial: Marks;
  readonly ballots: readonly OwnBallot[];
  /** What the receipts are salted with, so that this juror can compute them again; null before the seat showed itself. */
  readonly salt: string | null;
  readonly present: boolean;
  /** Recorded as gone: what comes from this seat is refused. */
  readonly left: boolean;
  /** Stands back from the whole session. */
  readonly recused: boolean;
  /** Teams this seat stands back from, in passing order. */
  readonly recusedFrom: readonly TeamId[];
  readonly hand: {
    /** Place in the queue, from 1; null when the hand is down. */
    readonly place: number | null;
    readonly speaking: boolean;
    readonly given: number;
  };
  /** This juror's words to each team. */
  readonly feedback: readonly { readonly team: TeamId; readonly text: string }[];
  /** Motions on which this member may vote. */
  readonly entitled: readonly number[];
  /** What this member voted; null in a secret ballot, where nobody knows. */
  readonly votes: readonly { readonly motion: number; readonly vote: Vote | null }[];
}

export interface OwnBallot {
  readonly team: TeamId;
  readonly marks: Marks;
  /** When the last mark was recorded, null if none was. */
  readonly at: Instant | null;
  readonly locked: boolean;
  /** Opened again by the president, for this seat alone. */
  readonly reopened: boolean;
  readonly recused: boolean;
  readonly paper: boolean;
  /** The code of what is recorded; null without a mark. */
  readonly receipt: string | null;
  /** What came after the lock and is not counted. */
  readonly late: { readonly marks: Marks; readonly at: Instant } | null;
}

/** One ballot for each team that can be marked or was, in passing order. Null for a seat that does not exist. */
export function seatView(state: State, id: SeatId): SeatView | null {
  const { setup, course, attendance, floor, deliberation } = state;
  const seat = setup.seats.find((candidate) => candidate.id === id);
  if (!seat) return null;
  const own = state.ballots[id] ?? {};
  const place = floor.queue.findIndex((hand) => hand.seat === id);
  return {
    seat: id,
    number: seat.number,
    department: seat.department,
    college: seat.college,
    title: seat.title,
    trial: state.trial[id]?.marks ?? {},
    ballots: course.order
      .filter((team) => own[team] || course.passages[team]?.pitchAt !== undefined)
      .map((team) => ballotOf(state, id, team)),
    salt: attendance[id]?.salt ?? null,
    present: attendance[id]?.present ?? false,
    left: hasLeft(state, id),
    recused: isRecused(state, id, null),
    recusedFrom: course.order.filter((team) => isRecused(state, id, team)),
    hand: { place: place === -1 ? null : place + 1, speaking: floor.speaking === id, given: floor.given[id] ?? 0 },
    feedback: course.order.flatMap((team) => {
      const text = state.feedback[team]?.[id];
      return text ? [{ team, text }] : [];
    }),
    entitled: (deliberation?.motions ?? []).flatMap(({ number, entitled }) => (entitled.includes(id) ? [number] : [])),
    votes: (deliberation?.motions ?? []).flatMap(({ number, voted, votes }) =>
      voted.includes(id) ? [{ motion: number, vote: votes[id] ?? null }] : [],
    ),
  };
}

function ballotOf(state: State, seat: SeatId, team: TeamId): OwnBallot {
  const ballot = state.ballots[seat]?.[team];
  const late = state.late[seat]?.[team];
  return {
    team,
    marks: ballot?.marks ?? {},
    at: ballot?.at ?? null,
    locked: ballotsClosed(state, team, seat) !== null,
    reopened: state.reopened[seat]?.[team]?.closedAt === null,
    recused: isRecused(state, seat, team),
    paper: ballot?.paper ?? false,
    receipt: ownReceipt(state, seat, team),
    late: late ? { marks: late.marks, at: late.at } : null,
  };
}
