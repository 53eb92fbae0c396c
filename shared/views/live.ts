import { type Forecast, forecastOf } from '../agenda.ts';
import type { Clock } from '../clock.ts';
import { shownCommitments } from '../commitments.ts';
import { drawCommandLine } from '../draw.ts';
import type { TeamId } from '../ids.ts';
import type { Phase } from '../phases.ts';
import { nextTeam, placeOf } from '../running-order.ts';
import type { Commitment, Course, State } from '../state.ts';
import type { Instant } from '../time.ts';

/**
 * What the whole room sees: projector, tables, stage and public, and the ground under the jury's and the régie's own parts.
 * Nothing here may depend on a mark, a list not yet announced, or who has handed in what.
 */
export interface LiveView {
  /** Grows when the session moves on; commands that move it carry it. */
  readonly step: number;
  readonly steppedAt: Instant;
  readonly phase: Phase;
  readonly zero: Instant | null;
  readonly scene: Scene;
  readonly order: readonly Stop[];
  readonly forecast: Forecast | null;
  /** How the order was drawn, so that anyone can redo it; null when it was not. `check` is a line for a shell that prints the same order. */
  readonly draw: { readonly seed: string; readonly check: string } | null;
  /** The régie has turned the room's screens to black. */
  readonly blackout: boolean;
}

export type Scene =
  /** Before the passages. The brief is not public: the room sees what comes next. */
  | { readonly show: 'waiting'; readonly next: 'brief' | 'introduction' | 'passages' }
  /** The public draw of the order. Screens unfold the drawn order by themselves, one team after the other from `drawn.at` on. */
  | {
      readonly show: 'draw';
      readonly numbers: readonly { readonly department: string; readonly number: number | null }[];
      readonly drawn: { readonly at: Instant; readonly order: readonly TeamId[] } | null;
    }
  | { readonly show: 'between'; readonly next: TeamId | null; readonly place: number }
  | { readonly show: 'called'; readonly team: TeamId; readonly place: number }
  | { readonly show: 'pitch' | 'questions'; readonly team: TeamId; readonly place: number; readonly clock: Clock }
  /** Every ballot is locked; the room is the witness of the journal's hash. */
  | { readonly show: 'locked'; readonly at: Instant; readonly hash: string }
  | { readonly show: 'deliberation'; readonly returnAt: Instant | null }
  /** Laureates said so far, the last one now on the wall; none yet at the opening. */
  | { readonly show: 'reveal'; readonly revealed: readonly TeamId[]; readonly of: number }
  | { readonly show: 'laureates'; readonly teams: readonly TeamId[]; readonly commitments: Commitments }
  | { readonly show: 'thanks'; readonly teams: readonly TeamId[] }
  /** It is over; the room is the witness once more. */
  | {
      readonly show: 'closed';
      readonly at: Instant;
      readonly hash: string;
      readonly laureates: readonly TeamId[];
      readonly commitments: Commitments;
    };

/** What each laureate leaves the room with, as far as it is settled. */
type Commitments = readonly ({ readonly team: TeamId } & Commitment)[];

/** A team's stop on the running order. */
export interface Stop {
  readonly team: TeamId;
  readonly place: number;
  readonly is: 'past' | 'now' | 'to-come' | 'withdrawn';
  readonly postponed: boolean;
}

export function liveView(state: State): LiveView {
  const { course } = state;
  return {
    step: state.step,
    steppedAt: state.steppedAt,
    phase: course.phase,
    zero: course.zero,
    scene: sceneOf(state),
    order: course.order.map((team) => stopOf(course, team)),
    forecast: forecastOf(state),
    draw: course.draw?.drawn
      ? { seed: course.draw.drawn.seed, check: drawCommandLine(course.draw.drawn.seed, course.draw.drawn.order) }
      : null,
    blackout: course.blackout,
  };
}

function sceneOf(state: State): Scene {
  const { course } = state;
  const revealed = course.announcement.slice(0, course.revealed);
  if (course.draw?.shown) return drawScene(state, course.draw);
  switch (course.phase) {
    case 'set-up':
      return { show: 'waiting', next: 'brief' };
    case 'brief':
      return { show: 'waiting', next: 'introduction' };
    case 'introduction':
      return { show: 'waiting', next: 'passages' };
    case 'passages':
      return passageScene(course);
    case 'deliberation':
      return { show: 'deliberation', returnAt: course.returnAt };
    case 'restitution':
      if (course.finale === 'laureates') return { show: 'laureates', teams: revealed, commitments: shownCommitments(state) };
      if (course.finale === 'thanks') return { show: 'thanks', teams: course.order.filter((team) => !course.withdrawn[team]) };
      return { show: 'reveal', revealed, of: course.announcement.length };
    case 'closed':
      return {
        show: 'closed',
        at: course.opened.closed ?? state.steppedAt,
        hash: course.closingHash ?? '',
        laureates: revealed,
        commitments: shownCommitments(state),
      };
  }
}

function drawScene({ setup }: State, { numbers, drawn }: NonNullable<Course['draw']>): Scene {
  return {
    show: 'draw',
    numbers: setup.departments.map(({ code }) => ({ department: code, number: numbers[code] ?? null })),
    drawn: drawn && { at: drawn.at, order: drawn.order },
  };
}

function passageScene(course: Course): Scene {
  const { current: team, stage, clock } = course;
  if (course.allLocked) return { show: 'locked', at: course.allLocked.at, hash: course.allLocked.hash };
  if (team !== null && stage === 'called') return { show: 'called', team, place: placeOf(course, team) };
  if (team !== null && clock) return { show: clock.kind, team, place: placeOf(course, team), clock };
  const next = nextTeam(course);
  return { show: 'between', next, place: next === null ? 0 : placeOf(course, next) };
}

function stopOf(course: Course, team: TeamId): Stop {
  const onStage = course.current === team && course.stage !== 'marking' && course.stage !== 'locked';
  const is = course.withdrawn[team] ? 'withdrawn' : onStage ? 'now' : course.passages[team] ? 'past' : 'to-come';
  return { team, place: placeOf(course, team), is, postponed: course.postponed[team] !== undefined };
}
