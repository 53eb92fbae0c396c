import { hasLeft } from './attendance.ts';
import { isComplete } from './ballot.ts';
import type { SeatId, TeamId } from './ids.ts';
import type { Ballot } from './jury.ts';
import { isRecused } from './recusal.ts';
import type { State } from './state.ts';
import type { Matrix } from './tally/matrix.ts';

/** What the counting looks at. */
export type Counted = Pick<State, 'setup' | 'course' | 'ballots' | 'recusals' | 'attendance' | 'deliberation'>;
type Sitting = Pick<State, 'setup' | 'recusals' | 'attendance' | 'deliberation'>;

/** Whether a seat's ballot for a team is expected: a recused juror's is not, nor a departed one's where the règlement strikes it. */
export function isExpected(state: Sitting, seat: SeatId, team: TeamId): boolean {
  if (isRecused(state, seat, team)) return false;
  if (state.setup.rules.departure === 'kept') return true;
  const { deliberation } = state;
  return deliberation?.closedAt ? !deliberation.left.includes(seat) : !hasLeft(state, seat);
}

/** The ballot that counts: whole, and expected. Null otherwise, never a 0. */
export function countedBallot(state: Counted, seat: SeatId, team: TeamId): Ballot | null {
  const ballot = state.ballots[seat]?.[team];
  return isComplete(state.setup.criteria, ballot) && isExpected(state, seat, team) ? ballot : null;
}

/** Teams of the order that were not struck, in passing order. */
export const competing = ({ order, withdrawn }: State['course']): readonly TeamId[] => order.filter((team) => !withdrawn[team]);

/** The jury's marks as the tally takes them: teams in passing order, seats in the set-up's. */
export function matrixOf(state: Counted): Matrix<TeamId, SeatId> {
  const { criteria, seats } = state.setup;
  const teams = competing(state.course);
  const jurors = seats.map(({ id }) => id);
  const marksOf = (team: TeamId, seat: SeatId) => {
    const ballot = countedBallot(state, seat, team);
    return ballot && criteria.map(({ id }) => ballot.marks[id] ?? 0);
  };
  return {
    teams,
    jurors,
    criteria: criteria.map(({ id, weight }) => ({ id, weight })),
    ballots: teams.map((team) => jurors.map((seat) => marksOf(team, seat))),
  };
}
