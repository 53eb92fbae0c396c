import type { Clock } from './clock.ts';
import type { CriterionId, SeatId, TeamId } from './ids.ts';
import type { Phase, Stage } from './phases.ts';
import type { Setup } from './setup.ts';
import type { Instant } from './time.ts';

/** The real times of a team on the estrade. */
export interface Passage {
  readonly calledAt: Instant;
  readonly pitchAt?: Instant;
  readonly questionsAt?: Instant;
  readonly endedAt?: Instant;
}

/** A change of the running order, with who made it and why. */
export interface Change {
  readonly at: Instant;
  readonly by: string;
  readonly kind: 'postponed' | 'withdrawn' | 'reordered';
  readonly team: TeamId | null;
  readonly reason: string;
}

/** What the MC steers. Kept apart from what jurors and teams write, so that a step can be taken back without touching a mark. */
export interface Course {
  readonly phase: Phase;
  /** When each phase was opened. */
  readonly opened: Readonly<Partial<Record<Phase, Instant>>>;
  /** Noon less twelve hours of the day of the session, set when the brief opens: printed times count from here. */
  readonly zero: Instant | null;
  /** Every team, struck ones too, in passing order. */
  readonly order: readonly TeamId[];
  readonly withdrawn: Readonly<Record<TeamId, { readonly at: Instant; readonly reason: string }>>;
  readonly postponed: Readonly<Record<TeamId, Instant>>;
  readonly changes: readonly Change[];
  readonly passages: Readonly<Record<TeamId, Passage>>;
  /** The team on the estrade, and how far it has come; null before the first. */
  readonly current: TeamId | null;
  readonly stage: Stage | null;
  readonly clock: Clock | null;
  /** When each team's ballots were locked. */
  readonly locks: Readonly<Record<TeamId, Instant>>;
  /** The last lock of the session: from here no ballot changes. `hash` is the journal's at that entry, for the room to witness. */
  readonly allLocked: { readonly at: Instant; readonly hash: string } | null;
  readonly returnAt: Instant | null;
  readonly announcement: readonly TeamId[];
  readonly revealed: number;
  readonly finale: 'none' | 'laureates' | 'thanks';
  readonly message: { readonly text: string; readonly at: Instant } | null;
  readonly blackout: boolean;
}

export type Marks = Readonly<Record<CriterionId, number>>;

export interface Ballot {
  readonly marks: Marks;
  /** When the last mark was recorded. */
  readonly at: Instant;
}

/** The three parts of a team's sheet, as the coaches shape a pitch: why, what, how. */
export const SHEET_PARTS = ['drama', 'solution', 'implementation'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];
export type Sheet = Readonly<Record<SheetPart, string>> & { readonly at: Instant };

export interface State {
  readonly setup: Setup;
  /** Grows by one whenever the session moves on. A command that moves it carries the step it saw, and is refused if it is late. */
  readonly step: number;
  readonly steppedAt: Instant;
  readonly course: Course;
  /** The MC's last step and how things stood before it. */
  readonly undo: { readonly at: Instant; readonly what: string; readonly before: Course } | null;
  readonly ballots: Readonly<Record<SeatId, Readonly<Record<TeamId, Ballot>>>>;
  readonly trial: Readonly<Record<SeatId, Ballot>>;
  readonly sheets: Readonly<Record<TeamId, Sheet>>;
  readonly deliberation: { readonly list: readonly TeamId[]; readonly closedAt: Instant | null } | null;
  /** How often each link was issued anew, by audience key. */
  readonly generations: Readonly<Record<string, number>>;
}

export const startOf = (setup: Setup, at: Instant): State => ({
  setup,
  step: 0,
  steppedAt: at,
  course: {
    phase: 'set-up',
    opened: {},
    zero: null,
    order: setup.order ?? setup.teams.map((team) => team.id),
    withdrawn: {},
    postponed: {},
    changes: [],
    passages: {},
    current: null,
    stage: null,
    clock: null,
    locks: {},
    allLocked: null,
    returnAt: null,
    announcement: [],
    revealed: 0,
    finale: 'none',
    message: null,
    blackout: false,
  },
  undo: null,
  ballots: {},
  trial: {},
  sheets: {},
  deliberation: null,
  generations: {},
});
