import type { CriterionId, SeatId, TeamId } from '../../shared/ids.ts';

/** What the company did, for the expectations: every mark given, by seat and team. */
export interface Played {
  readonly given: Map<SeatId, Map<TeamId, Record<CriterionId, number>>>;
  /** How many marks were sent, one by one. */
  sent: number;
  /** A ballot that was held back until after the lock. */
  held: { readonly seat: SeatId; readonly team: TeamId; readonly marks: Record<CriterionId, number> } | null;
  /** Passing order as it turned out. */
  readonly passed: TeamId[];
  /** Null where one team passes alone. */
  readonly late: TeamId | null;
}
