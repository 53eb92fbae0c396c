import { type Quorum, quorumOf } from '../attendance.ts';
import type { SeatId, TeamId } from '../ids.ts';
import { isRecused } from '../recusal.ts';
import type { State } from '../state.ts';
import type { Instant } from '../time.ts';

/** Who sits, for the president and the secretary: presence, recusals, quorum. Never a mark. */
export interface BenchView {
  readonly seats: readonly SeatOnBench[];
  readonly quorum: Quorum;
}

export interface SeatOnBench {
  readonly seat: SeatId;
  readonly number: number;
  readonly title: string;
  readonly department: string;
  readonly college: string;
  readonly president: boolean;
  readonly present: boolean;
  /** Of the last arrival or departure; null before any. */
  readonly since: Instant | null;
  /** From the whole session. */
  readonly recused: boolean;
  /** Teams it stands back from, in passing order. */
  readonly recusedFrom: readonly TeamId[];
}

export function benchView(state: State): BenchView {
  return {
    seats: state.setup.seats.map(({ id, number, title, department, college, president }) => ({
      seat: id,
      number,
      title,
      department,
      college,
      president: president ?? false,
      present: state.attendance[id]?.present ?? false,
      since: state.attendance[id]?.moves.at(-1)?.at ?? null,
      recused: isRecused(state, id, null),
      recusedFrom: state.course.order.filter((team) => isRecused(state, id, team)),
    })),
    quorum: quorumOf(state),
  };
}
