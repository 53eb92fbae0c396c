import type { Caller } from '../../server/testing/caller.ts';
import type { SeatId, TeamId } from '../../shared/ids.ts';
import type { Company } from './company.ts';

/** Which seat does what out of the ordinary; where there are few, one does several things. */
export interface Parts {
  readonly president: SeatId;
  /** Loses the network. */
  readonly away: SeatId;
  /** Writes one ballot on paper, and votes aloud. */
  readonly paper: SeatId;
  /** Sends one ballot after the lock. */
  readonly late: SeatId;
  /** Has one ballot opened again. */
  readonly mended: SeatId;
  /** Leaves for a while. */
  readonly leaving: SeatId;
  /** Stands back; null where nobody can be spared. */
  readonly recused: SeatId | null;
}

export function partsOf({ president, jurors }: Company): Parts {
  const own = president.views.seat?.seat;
  if (own === undefined) throw new Error('the server gave the president no seat');
  const ordinary = ([...jurors.keys()] as SeatId[]).filter((seat) => seat !== own);
  const recused = ordinary.length > 1 ? (ordinary.pop() ?? null) : null;
  const nth = (index: number) => ordinary[index % ordinary.length] ?? own;
  return { president: own, away: nth(0), paper: nth(1), late: nth(2), mended: nth(3), leaving: nth(4), recused };
}

/** Whether this juror stands back from a team, or from all of them: no ballot is then expected of it. */
export const standsBack = ({ views: { seat } }: Caller, team: TeamId): boolean =>
  seat != null && (seat.recused || seat.recusedFrom.includes(team));
