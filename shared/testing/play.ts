import { nextCue } from '../cue.ts';
import type { TeamId } from '../ids.ts';
import type { Stage } from '../phases.ts';
import { isRecused } from '../recusal.ts';
import { nextTeam } from '../running-order.ts';
import type { State } from '../state.ts';
import { after, SECOND } from '../time.ts';
import { deliberate } from './deliberate.ts';
import { type Afternoon, type By, juror, type Told } from './given.ts';

/** What people choose in an afternoon that otherwise follows the main button. */
export interface Choices {
  /** The ballot of a seat for a team, null for none. */
  readonly marks?: (seat: string, team: TeamId) => Readonly<Record<string, number>> | null;
  readonly list?: (state: State) => readonly string[];
  /** Seconds between two acts. */
  readonly pace?: number;
}

/**
 * Every moment of an afternoon led by the main button, from where it is to the end; ballots are cast as questions begin. What the jury does
 * takes no time, so that two juries that deliberate differently come back at the same instant.
 */
export function* moments(start: Afternoon, choices: Choices = {}): Generator<Afternoon> {
  let afternoon = start;
  yield afternoon;
  for (let next = nextAct(afternoon.state, choices); next !== null; next = nextAct(afternoon.state, choices)) {
    const at = next.by.role === 'mc' ? after(afternoon.now, (choices.pace ?? 60) * SECOND) : afternoon.now;
    afternoon = afternoon.and(next.command, next.by, at);
    yield afternoon;
    if (next.command.type !== 'StartQuestions') continue;
    for (const ballot of ballotsFor(afternoon.state, choices)) {
      afternoon = afternoon.and(ballot.command, juror(ballot.seat), at);
      yield afternoon;
    }
  }
}

/** What the main button or, while the list is open, the president does next; null at the end. */
export function nextAct(state: State, choices: Choices = {}): { command: Told; by: By } | null {
  const cue = nextCue(state);
  if (cue.command !== null) {
    const named = cue.command === 'CallTeam' || cue.command === 'RevealLaureate';
    return { command: named ? { type: cue.command, team: cue.team } : { type: cue.command }, by: { role: 'mc' } };
  }
  if (cue.waiting === 'draw-open') return { command: drawing(state), by: { role: 'mc' } };
  return cue.waiting === 'closed' ? null : deliberate(state, choices.list);
}

/** The number of the next département, then the draw. */
function drawing({ setup, course }: State): Told {
  const missing = setup.departments.find(({ code }) => course.draw?.numbers[code] === undefined);
  return missing ? { type: 'SayNumber', department: missing.code, number: 7 } : { type: 'DrawOrder', witnesses: '' };
}

/** Of every seat that does not stand back from the team on the estrade. */
function ballotsFor(state: State, { marks = () => null }: Choices): { seat: string; command: Told }[] {
  const team = state.course.current;
  if (team === null) return [];
  return state.setup.seats.flatMap(({ id }) => {
    const given = isRecused(state, id, team) ? null : marks(id, team);
    return given ? [{ seat: id, command: { type: 'CastBallot', team, marks: given } as const }] : [];
  });
}

/** The first moment at which something holds. */
export function until(start: Afternoon, holds: (state: State) => boolean, choices: Choices = {}): Afternoon {
  for (const moment of moments(start, choices)) if (holds(moment.state)) return moment;
  throw new Error('the afternoon ended before');
}

/** That team at that stage. */
export const stands =
  (team: string, stage: Stage) =>
  ({ course }: State): boolean =>
    course.current === team && course.stage === stage;

export const inPhase =
  (phase: State['course']['phase']) =>
  ({ course }: State): boolean =>
    course.phase === phase;

export const allLocked = ({ course }: State): boolean => course.allLocked !== null;

/** In marking or locked, with nobody left to call. */
export const lastHasPassed = ({ course }: State): boolean =>
  (course.stage === 'marking' || course.stage === 'locked') && nextTeam(course) === null;
