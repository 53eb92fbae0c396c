import type { Clock, Reading } from '../../shared/clock.ts';

/** One plank of the floor. What remains is lit; what is over is hollow. */
export interface Board {
  /** Part still lit, 0 to 1. */
  readonly left: number;
  /** Its length beside the others; 1 unless told. */
  readonly length?: number;
  /** Sawn in pieces, with what is left of each. */
  readonly parts?: readonly number[];
  /** The one that comes next, in lamp. */
  readonly next?: boolean;
  readonly text?: string;
  /** Engraved above the text, small: an hour. */
  readonly above?: string;
}

/** Alike boards, the first of them lit. */
export const boardsOf = (count: number, lit = count): Board[] =>
  Array.from({ length: count }, (_, index) => ({ left: index < lit ? 1 : 0 }));

const part = (seconds: number, from: number, length: number): number => Math.min(1, Math.max(0, (seconds - from) / length));

/** A plank a minute; longer planks where a minute would be too thin to count. */
const plankSeconds = (seconds: number): number => [60, 300, 600].find((length) => seconds / length <= 20) ?? 1800;

export const isLastMinute = (reading: Reading): boolean => !reading.overtime && reading.left <= 60_000;

/** Overtime has no length of its own: three planks of five seconds fill, then it is simply over. */
const OVERTIME = { planks: 3, seconds: 5 };

/**
 * The floor under a clock: it draws back to the left; its last minute is sawn in six; in overtime hatching grows.
 * While the clock runs, it gives where the floor will be at the next digit, for the second it takes to go there.
 */
export function clockBoards(clock: Clock, reading: Reading): Board[] {
  const moving = clock.runningSince === null ? 0 : 1;
  if (reading.overtime) {
    const { planks, seconds } = OVERTIME;
    return boardsOf(planks).map((_, index) => ({ left: part(reading.shown + moving, index * seconds, seconds) }));
  }
  const total = Math.ceil(clock.duration / 1000);
  const plank = plankSeconds(total);
  const left = reading.shown - moving;
  const lastMinute = reading.shown <= 60 && plank === 60;
  return boardsOf(Math.ceil(total / plank)).map((_, index) => {
    const from = index * plank;
    const length = Math.min(plank, total - from);
    const board = { left: part(left, from, length), length: length / plank };
    return index === 0 && lastMinute ? { ...board, parts: boardsOf(6).map((_piece, piece) => part(left, piece * 10, 10)) } : board;
  });
}
