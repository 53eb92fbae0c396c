import type { Clock } from './clock.ts';
import type { SeatId, TeamId } from './ids.ts';
import type { Attendance, Ballot, Deliberation, Floor, LateBallot, Recusal, Reopening } from './jury.ts';
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
  readonly kind: 'postponed' | 'withdrawn' | 'reordered' | 'drawn';
  readonly team: TeamId | null;
  readonly reason: string;
}

/** The public draw of the passing order, from the list being frozen on. */
export interface Draw {
  readonly openedAt: Instant;
  /** The numbers said aloud so far, by département. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly drawn: { readonly at: Instant; readonly seed: string; readonly order: readonly TeamId[]; readonly witnesses: string } | null;
  /** On the room's screens until it is put away. */
  readonly shown: boolean;
}

/** What the MC steers. Kept apart from what jurors and teams write, so that a step can be taken back without touching a mark. */
export interface Course {
  readonly phase: Phase;
  /** When each phase was opened. */
  readonly opened: Readonly<Partial<Record<Phase, Instant>>>;
  /** Noon less twelve hours of the day of the session, set when the brief opens: printed times count from here. */
  readonly zero: Instant | null;
  /** Of the règlement, from the opening of the brief on: it is then frozen. */
  readonly rulesHash: string | null;
  readonly draw: Draw | null;
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
  /** The journal's hash at the closing, for the room to witness. */
  readonly closingHash: string | null;
  readonly returnAt: Instant | null;
  readonly announcement: readonly TeamId[];
  readonly revealed: number;
  readonly finale: 'none' | 'laureates' | 'thanks';
  readonly message: { readonly text: string; readonly at: Instant } | null;
  readonly blackout: boolean;
}

/** What a laureate leaves the room with. Functions, not names of people: null where not yet said. */
export interface Commitment {
  readonly sponsor: string | null;
  readonly time: string | null;
  readonly coach: string | null;
  /** Day of the first appointment, `2019-12-28`. */
  readonly firstDate: string | null;
}

/** Something that the minutes must say in somebody's words. */
export interface Remark {
  readonly at: Instant;
  readonly by: string;
  readonly kind: 'incident' | 'dissent';
  readonly team: TeamId | null;
  readonly text: string;
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
  readonly late: Readonly<Record<SeatId, Readonly<Record<TeamId, LateBallot>>>>;
  readonly reopened: Readonly<Record<SeatId, Readonly<Record<TeamId, Reopening>>>>;
  readonly attendance: Readonly<Record<SeatId, Attendance>>;
  readonly recusals: readonly Recusal[];
  readonly floor: Floor;
  /** What each juror wants to tell a team. */
  readonly feedback: Readonly<Record<TeamId, Readonly<Record<SeatId, string>>>>;
  readonly sheets: Readonly<Record<TeamId, Sheet>>;
  readonly deliberation: Deliberation | null;
  readonly commitments: Readonly<Record<TeamId, Commitment>>;
  readonly remarks: readonly Remark[];
  /** How often each link was issued anew, by audience key. */
  readonly generations: Readonly<Record<string, number>>;
  /** Whether ballots can be erased one by one: not those of a journal of before they were sealed. */
  readonly erasable: boolean;
  /** When how each person judged was erased, and with whose leave; null while it is kept. */
  readonly erased: { readonly at: Instant; readonly visa: string } | null;
}

export const startOf = (setup: Setup, at: Instant): State => ({
  setup,
  step: 0,
  steppedAt: at,
  course: {
    phase: 'set-up',
    opened: {},
    zero: null,
    rulesHash: null,
    draw: null,
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
    closingHash: null,
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
  late: {},
  reopened: {},
  attendance: {},
  recusals: [],
  floor: { queue: [], speaking: null, given: {} },
  feedback: {},
  sheets: {},
  deliberation: null,
  commitments: {},
  remarks: [],
  generations: {},
  erasable: true,
  erased: null,
});
