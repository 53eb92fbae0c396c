import type { CriterionId, SeatId, TeamId } from './ids.ts';
import type { Instant } from './time.ts';

/** What the jury writes: its ballots, who sits, and its deliberation. */

export type Marks = Readonly<Record<CriterionId, number>>;

export interface Ballot {
  readonly marks: Marks;
  /** When the last mark was recorded. */
  readonly at: Instant;
  /** Keyed by the secretary from a paper. */
  readonly paper?: true;
}

/** Marks that came after the lock: apart from the ballots, until the president admits them. */
export interface LateBallot extends Ballot {
  /** When the juror made the last of them, by the device's reckoning; null when it did not say. */
  readonly madeAt: Instant | null;
}

/** A ballot that the president has opened again after its lock. */
export interface Reopening {
  readonly at: Instant;
  readonly reason: string;
  /** Null while it can still change. */
  readonly closedAt: Instant | null;
}

/** A member's comings and goings. */
export interface Attendance {
  readonly present: boolean;
  /** The hash of the entry by which the seat first showed itself: what its receipts are salted with. */
  readonly salt: string;
  readonly moves: readonly { readonly at: Instant; readonly present: boolean; readonly by: string }[];
}

export interface Recusal {
  readonly seat: SeatId;
  /** Null: from the whole session. */
  readonly team: TeamId | null;
  readonly at: Instant;
  /** Audience key of whoever recorded it. */
  readonly by: string;
}

/** Who asks to speak during the questions, in order, and how often each was given the floor. */
export interface Floor {
  readonly queue: readonly { readonly seat: SeatId; readonly at: Instant }[];
  readonly speaking: SeatId | null;
  readonly given: Readonly<Record<SeatId, number>>;
}

/** Characters of a juror's words to a team. */
export const FEEDBACK_LIMIT = 400;

export const VOTES = ['for', 'against', 'abstain'] as const;
export type Vote = (typeof VOTES)[number];
export type Count = Readonly<Record<Vote, number>>;

/**
 * What the jury is asked. `replace`: `put` in place of `out`. `tie`: `team` ahead of the others `among` which it is tied, at that `step` of
 * the ladder. `list`: these teams.
 */
export type Question =
  | { readonly kind: 'replace'; readonly put: TeamId; readonly out: TeamId; readonly reason: string }
  | { readonly kind: 'tie'; readonly team: TeamId; readonly among: readonly TeamId[]; readonly step: number }
  | { readonly kind: 'list'; readonly teams: readonly TeamId[]; readonly reason: string }
  | { readonly kind: 'free'; readonly text: string };

export interface Motion {
  readonly number: number;
  readonly question: Question;
  readonly secret: boolean;
  readonly openedAt: Instant;
  /** Who may vote: the members present when it was opened who did not stand back from a team it is about. */
  readonly entitled: readonly SeatId[];
  /** Who has voted. What they voted is in `votes`, save in a secret ballot, where it is nowhere. */
  readonly voted: readonly SeatId[];
  readonly votes: Readonly<Record<SeatId, Vote>>;
  readonly closed: ClosedMotion | null;
}

export interface ClosedMotion {
  readonly at: Instant;
  readonly count: Count;
  /** `split`: as many for as against, none for and none against included, and no casting vote has decided. It adopts nothing. */
  readonly outcome: 'adopted' | 'rejected' | 'split';
  readonly castingVote: 'for' | 'against' | null;
}

/** One recorded step of the ladder of a tie: the teams it was about, in groups that it put one behind the other. */
export interface TieStep {
  readonly at: Instant;
  /** Its place in the règlement's ladder, from 0. */
  readonly step: number;
  readonly groups: readonly (readonly TeamId[])[];
  /** The seed, where it was a draw. */
  readonly seed: string | null;
}

export interface Deliberation {
  readonly list: readonly TeamId[];
  /** Teams the jury wants to speak of again. */
  readonly discuss: readonly TeamId[];
  readonly closedAt: Instant | null;
  /** Members who had left when it was closed: those who go home later have judged to the end. */
  readonly left: readonly SeatId[];
  readonly motions: readonly Motion[];
  /** Motions numbered before, in a deliberation whose opening was taken back: a number, and the box of its votes, serves once. */
  readonly numbered: number;
  /** Every step recorded; `tieOf` says which apply. */
  readonly ladder: readonly TieStep[];
  readonly reopened: { readonly at: Instant; readonly reason: string } | null;
}
