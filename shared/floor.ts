import * as z from 'zod/mini';
import { hasLeft } from './attendance.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { type SeatId, seatId } from './ids.ts';
import type { Floor } from './jury.ts';
import { isRecused } from './recusal.ts';
import type { State } from './state.ts';
import type { Instant } from './time.ts';

/** Who may speak: jurors raise a hand during a pitch and its questions, the president gives the floor. Never on a screen of the room. */
export const floorCommands = [
  z.strictObject({ type: z.literal('RaiseHand') }),
  z.strictObject({ type: z.literal('LowerHand') }),
  z.strictObject({ type: z.literal('GiveFloor'), seat: seatId }),
  z.strictObject({ type: z.literal('ClearHands') }),
] as const;

type Command = z.infer<(typeof floorCommands)[number]>;

export type FloorEvent =
  | { readonly type: 'HandRaised' | 'HandLowered' | 'FloorGiven'; readonly seat: SeatId }
  | { readonly type: 'HandsCleared' };

export function decideFloor(state: State, command: Command, by: Stamp['by']): Decision<FloorEvent> {
  const { floor, course } = state;
  const waits = (seat: SeatId) => floor.queue.some((hand) => hand.seat === seat);
  if (command.type === 'ClearHands') return floor.queue.length === 0 ? accept() : accept({ type: 'HandsCleared' });
  if (command.type === 'GiveFloor')
    return waits(command.seat) ? accept({ type: 'FloorGiven', seat: command.seat }) : refuse('hand-not-raised', command.seat);
  if (!('seat' in by)) return refuse('not-yours');
  if (command.type === 'LowerHand') return waits(by.seat) ? accept({ type: 'HandLowered', seat: by.seat }) : accept();
  if (course.stage !== 'pitch' && course.stage !== 'questions') return refuse('wrong-stage', course.stage ?? undefined);
  if (hasLeft(state, by.seat)) return refuse('seat-left');
  if (isRecused(state, by.seat, course.current)) return refuse('recused', course.current ?? undefined);
  return waits(by.seat) ? accept() : accept({ type: 'HandRaised', seat: by.seat });
}

export function evolveFloor(floor: Floor, event: FloorEvent, at: Instant): Floor {
  if (event.type === 'HandsCleared') return { ...floor, queue: [] };
  const { seat } = event;
  const queue = floor.queue.filter((hand) => hand.seat !== seat);
  if (event.type === 'HandRaised') return { ...floor, queue: [...queue, { seat, at }] };
  if (event.type === 'HandLowered') return { ...floor, queue };
  return { queue, speaking: seat, given: { ...floor.given, [seat]: (floor.given[seat] ?? 0) + 1 } };
}

/** Whoever leaves, or stands back, asks no more. */
export const silenced = ({ queue, speaking, given }: Floor, seat: SeatId): Floor => ({
  queue: queue.filter((hand) => hand.seat !== seat),
  speaking: speaking === seat ? null : speaking,
  given,
});

/** The next team: hands are lowered, what each juror has asked so far is kept. */
export const floorFreed = (floor: Floor): Floor => ({ ...floor, queue: [], speaking: null });
