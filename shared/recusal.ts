import * as z from 'zod/mini';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { type SeatId, seatId, type TeamId, teamId } from './ids.ts';
import type { Recusal } from './jury.ts';
import type { State } from './state.ts';
import type { Instant } from './time.ts';

/** A juror with a tie to a team stands back: declared on the phone, or aloud and recorded. The reason stays private. */
export const recusalCommands = [
  z.strictObject({ type: z.literal('DeclareRecusal'), team: z.nullable(teamId) }),
  z.strictObject({ type: z.literal('RecordRecusal'), seat: seatId, team: z.nullable(teamId) }),
  z.strictObject({ type: z.literal('LiftRecusal'), seat: seatId, team: z.nullable(teamId) }),
] as const;

type Command = z.infer<(typeof recusalCommands)[number]>;

export interface RecusalEvent {
  readonly type: 'RecusalDeclared' | 'RecusalLifted';
  readonly seat: SeatId;
  /** Null: from the whole session. */
  readonly team: TeamId | null;
}

/** Whether a seat stands back: from the session (`team` null), or from one team by declaration or by its own département. */
export function isRecused({ setup, recusals }: Pick<State, 'setup' | 'recusals'>, seat: SeatId, team: TeamId | null): boolean {
  const own = recusals.filter((recusal) => recusal.seat === seat);
  if (own.some((recusal) => recusal.team === null)) return true;
  if (team === null) return false;
  return own.some((recusal) => recusal.team === team) || (setup.rules.recusal === 'department' && sameDepartment(setup, seat, team));
}

function sameDepartment({ seats, teams }: State['setup'], seat: SeatId, team: TeamId): boolean {
  const department = seats.find(({ id }) => id === seat)?.department;
  return department !== undefined && teams.find(({ id }) => id === team)?.department === department;
}

export function decideRecusal(state: State, command: Command, by: Stamp['by']): Decision<RecusalEvent> {
  const { setup, course, recusals, attendance, deliberation } = state;
  const seat = command.type === 'DeclareRecusal' ? ('seat' in by ? by.seat : null) : command.seat;
  const { team } = command;
  if (seat === null || !setup.seats.some(({ id }) => id === seat)) return refuse('unknown-seat', seat ?? undefined);
  if (team !== null && !course.order.includes(team)) return refuse('unknown-team', team);
  if (deliberation?.closedAt) return refuse('list-closed');
  if (command.type === 'DeclareRecusal' && attendance[seat]?.present === false) return refuse('seat-left');
  if ((team === null) !== (setup.rules.recusal === 'session')) return refuse('other-recusal', setup.rules.recusal);
  if (command.type !== 'LiftRecusal') return isRecused(state, seat, team) ? accept() : accept({ type: 'RecusalDeclared', seat, team });
  if (recusals.some((recusal) => recusal.seat === seat && recusal.team === team)) return accept({ type: 'RecusalLifted', seat, team });
  // What stands without having been declared is the règlement's own.
  return isRecused(state, seat, team) ? refuse('other-recusal', setup.rules.recusal) : accept();
}

export function evolveRecusal(
  recusals: readonly Recusal[],
  { type, seat, team }: RecusalEvent,
  at: Instant,
  by: string,
): readonly Recusal[] {
  const others = recusals.filter((recusal) => recusal.seat !== seat || recusal.team !== team);
  return type === 'RecusalLifted' ? others : [...others, { seat, team, at, by }];
}
