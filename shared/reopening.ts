import * as z from 'zod/mini';
import { hasLeft } from './attendance.ts';
import { ballotsClosed, withoutLate } from './ballot.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { reason } from './fields.ts';
import { type SeatId, seatId, type TeamId, teamId } from './ids.ts';
import { isRecused } from './recusal.ts';
import type { State } from './state.ts';
import type { Instant } from './time.ts';

/** What the president alone may do to a ballot after its lock: admit a late one, open one again, close it. Always with a reason. */
export const reopeningCommands = [
  z.strictObject({ type: z.literal('AdmitLateBallot'), seat: seatId, team: teamId, reason }),
  z.strictObject({ type: z.literal('ReopenBallot'), seat: seatId, team: teamId, reason }),
  z.strictObject({ type: z.literal('CloseBallot'), seat: seatId, team: teamId }),
] as const;

type Command = z.infer<(typeof reopeningCommands)[number]>;

export type ReopeningEvent =
  | { readonly type: 'LateBallotAdmitted' | 'BallotReopened'; readonly seat: SeatId; readonly team: TeamId; readonly reason: string }
  | { readonly type: 'BallotClosed'; readonly seat: SeatId; readonly team: TeamId };

export function decideReopening(state: State, command: Command): Decision<ReopeningEvent> {
  const { seat, team } = command;
  if (!state.setup.seats.some(({ id }) => id === seat)) return refuse('unknown-seat', seat);
  if (state.deliberation?.closedAt) return refuse('list-closed');
  if (command.type === 'AdmitLateBallot') {
    if (!state.late[seat]?.[team]) return refuse('no-late-ballot');
    if (isRecused(state, seat, team)) return refuse('recused', seat);
    return accept({ type: 'LateBallotAdmitted', seat, team, reason: command.reason });
  }
  const open = state.reopened[seat]?.[team]?.closedAt === null;
  if (command.type === 'CloseBallot') return open ? accept({ type: 'BallotClosed', seat, team }) : accept();
  const closed = ballotsClosed(state, team);
  if (closed === null || open) return refuse('ballots-open');
  if (closed !== 'ballots-locked') return refuse(closed, team);
  // Nobody could change it, and the list would wait for it.
  if (state.setup.rules.marking === 'notes') return refuse('notes-only');
  if (hasLeft(state, seat)) return refuse('seat-left');
  if (isRecused(state, seat, team)) return refuse('recused', seat);
  return accept({ type: 'BallotReopened', seat, team, reason: command.reason });
}

export function evolveReopening(state: State, event: ReopeningEvent, at: Instant): State {
  const { seat, team } = event;
  if (event.type === 'LateBallotAdmitted') return admitted(state, seat, team);
  const own = state.reopened[seat] ?? {};
  const reopening =
    event.type === 'BallotReopened' ? { at, reason: event.reason, closedAt: null } : own[team] && { ...own[team], closedAt: at };
  return reopening ? { ...state, reopened: { ...state.reopened, [seat]: { ...own, [team]: reopening } } } : state;
}

/** The late ballot in place of the recorded one. */
function admitted(state: State, seat: SeatId, team: TeamId): State {
  const late = state.late[seat]?.[team];
  if (!late) return state;
  const { madeAt: _, ...ballot } = late;
  return {
    ...state,
    ballots: { ...state.ballots, [seat]: { ...state.ballots[seat], [team]: ballot } },
    late: withoutLate(state.late, seat, team),
  };
}

/** A lock that was taken back had never fallen: what came late because of it is a ballot like any other. */
export function inTimeAfterAll(state: State): State {
  const open = Object.entries(state.late).flatMap(([seat, teams]) =>
    (Object.keys(teams) as TeamId[]).filter((team) => ballotsClosed(state, team) === null).map((team) => ({ seat: seat as SeatId, team })),
  );
  return open.reduce((changed, { seat, team }) => admitted(changed, seat, team), state);
}

/** Ballots that the president has opened again and not yet closed. */
export function openAgain({ reopened }: Pick<State, 'reopened'>): readonly { readonly seat: SeatId; readonly team: TeamId }[] {
  return Object.entries(reopened).flatMap(([seat, teams]) =>
    Object.entries(teams).flatMap(([team, { closedAt }]) => (closedAt === null ? [{ seat: seat as SeatId, team: team as TeamId }] : [])),
  );
}
