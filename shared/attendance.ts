import * as z from 'zod/mini';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { type SeatId, seatId } from './ids.ts';
import type { Attendance } from './jury.ts';
import { isRecused } from './recusal.ts';
import type { State } from './state.ts';
import type { Instant } from './time.ts';

/** Who sits: a juror checks in, or the secretary records who comes and who leaves. */
export const attendanceCommands = [
  z.strictObject({ type: z.literal('CheckIn') }),
  z.strictObject({ type: z.literal('RecordArrival'), seat: seatId }),
  z.strictObject({ type: z.literal('RecordDeparture'), seat: seatId }),
] as const;

type Command = z.infer<(typeof attendanceCommands)[number]>;

export interface AttendanceEvent {
  readonly type: 'SeatArrived' | 'SeatLeft';
  readonly seat: SeatId;
}

export function decideAttendance(state: State, command: Command, by: Stamp['by']): Decision<AttendanceEvent> {
  const seat = command.type === 'CheckIn' ? ('seat' in by ? by.seat : null) : command.seat;
  if (seat === null || !state.setup.seats.some(({ id }) => id === seat)) return refuse('unknown-seat', seat ?? undefined);
  const present = state.attendance[seat]?.present ?? false;
  if (command.type === 'RecordDeparture') return present ? accept({ type: 'SeatLeft', seat }) : accept();
  // Whoever was recorded as gone is brought back by whoever recorded it: a phone left on a table is nobody.
  if (command.type === 'CheckIn' && hasLeft(state, seat)) return refuse('seat-left');
  return present ? accept() : accept({ type: 'SeatArrived', seat });
}

export const hasLeft = ({ attendance }: Pick<State, 'attendance'>, seat: SeatId): boolean => attendance[seat]?.present === false;

/** A seat's comings and goings with one more. The hash of the first is kept: nobody could foresee it, so it salts the seat's receipts. */
export function moved(attendance: State['attendance'], seat: SeatId, move: Attendance['moves'][number], hash: string): State['attendance'] {
  const before = attendance[seat];
  return { ...attendance, [seat]: { present: move.present, salt: before?.salt ?? hash, moves: [...(before?.moves ?? []), move] } };
}

/** Whoever gives a mark or raises a hand is there: its seat is present from then on, without being asked. */
export function showedItself(state: State, seat: SeatId, { at, by, hash }: { at: Instant; by: string; hash: string }): State {
  if (state.attendance[seat]) return state;
  return { ...state, attendance: moved(state.attendance, seat, { at, by, present: true }, hash) };
}

export interface Quorum {
  readonly present: number;
  readonly of: number;
  readonly needed: number;
  readonly met: boolean;
  readonly colleges: readonly { readonly college: string; readonly present: number; readonly needed: number }[];
}

/** Members present and not recused from the session, against what the règlement asks, in all and of each college. */
export function quorumOf(state: Pick<State, 'setup' | 'attendance' | 'recusals'>): Quorum {
  const { seats, rules } = state.setup;
  const there = seats.filter(({ id }) => sits(state, id));
  const colleges = rules.quorum.colleges.map(({ college, least }) => ({
    college,
    present: there.filter((seat) => seat.college === college).length,
    needed: least,
  }));
  const needed = rules.quorum.total;
  const met = there.length >= needed && colleges.every((college) => college.present >= college.needed);
  return { present: there.length, of: seats.length, needed, met, colleges };
}

/** Present, and not recused from everything. */
export const sits = (state: Pick<State, 'setup' | 'attendance' | 'recusals'>, seat: SeatId): boolean =>
  state.attendance[seat]?.present === true && !isRecused(state, seat, null);
