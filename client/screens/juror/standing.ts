import type { TeamId } from '../../../shared/ids.ts';
import type { Views } from '../../shared.ts';

/** The parts of a juror's view. */
export type JurorViews = Pick<Views, 'forum' | 'live' | 'grid' | 'sheets' | 'jury' | 'seat'>;

/** Why a seat gives a team no marks: its juror is gone, stands back, takes notes only, or the ballot is closed. */
export type Unmarked = 'left' | 'session' | 'department' | 'team' | 'notes' | 'closed';

/** Null where it gives some, now or from the pitch on. */
export function unmarked({ forum, grid, seat }: Pick<JurorViews, 'forum' | 'grid' | 'seat'>, team: TeamId): Unmarked | null {
  if (!seat || seat.left) return 'left';
  if (seat.recused) return 'session';
  if (seat.recusedFrom.includes(team)) {
    const own = forum.teams.find(({ id }) => id === team)?.department === seat.department;
    return own && grid.rules.recusal === 'department' ? 'department' : 'team';
  }
  if (grid.rules.marking === 'notes') return 'notes';
  return seat.ballots.find((ballot) => ballot.team === team)?.locked ? 'closed' : null;
}

/** Whether this seat can still stand back: from a team, or from whatever the règlement says (`team` null). */
export function mayRecuse({ grid, live, jury, seat }: Omit<JurorViews, 'forum' | 'sheets'>, team: TeamId | null): boolean {
  if (!seat || seat.recused || live.phase === 'restitution' || live.phase === 'closed' || jury.deliberation?.closedAt) return false;
  return team === null || grid.rules.recusal === 'session' || !seat.recusedFrom.includes(team);
}

/** Whether this seat's words to a team are taken now: from its pitch until the session is closed, whatever is locked. */
export function takesWords({ grid, live, seat }: Pick<JurorViews, 'grid' | 'live' | 'seat'>, team: TeamId): boolean {
  if (!seat || !grid.rules.feedback.comments || live.phase === 'closed' || seat.recusedFrom.includes(team)) return false;
  return seat.ballots.some((ballot) => ballot.team === team);
}

/** Not there yet, and not gone: the seat may say that it is. */
export const mayCheckIn = ({ live, seat }: Pick<JurorViews, 'live' | 'seat'>): boolean =>
  seat !== null && !seat.present && !seat.left && live.phase !== 'closed';
