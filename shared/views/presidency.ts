import type { SeatId } from '../ids.ts';
import type { State } from '../state.ts';
import { type HandedIn, handedIn } from './handed-in.ts';

/** The president's own part: who has handed in, not the marks. */
export interface PresidencyView {
  readonly handedIn: readonly HandedIn[];
  readonly seats: readonly {
    readonly seat: SeatId;
    readonly number: number;
    readonly title: string;
    readonly department: string;
    readonly college: string;
  }[];
}

export function presidencyView(state: State): PresidencyView {
  return {
    handedIn: handedIn(state),
    seats: state.setup.seats.map(({ id, number, title, department, college }) => ({ seat: id, number, title, department, college })),
  };
}
