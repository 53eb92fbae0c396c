import { expectedEnd } from './clock.ts';
import type { TeamId } from './ids.ts';
import { nextTeam } from './running-order.ts';
import type { Setup } from './setup.ts';
import type { State } from './state.ts';
import {
  after,
  type HourMinute,
  type Instant,
  instant,
  MINUTE,
  type Millis,
  millis,
  minuteOfDay,
  minutes,
  onDay,
  SECOND,
  seconds,
  since,
} from './time.ts';

/** How the printed programme holds against its own rules: known the evening before, said at once. */
export interface Holding {
  /** Time the passages take: pitches, questions, and a changeover between two teams. */
  readonly needed: Millis;
  /** Time the programme gives them; null when it names no start or no end. */
  readonly given: Millis | null;
  /** How much too long; 0 or less when it holds, null when unknown. */
  readonly over: Millis | null;
  /** Minutes after midnight at which the passages really end; null when no start is printed. */
  readonly endMinute: number | null;
}

const passageLength = ({ pitchSeconds, questionsSeconds }: Setup['rules']): Millis => seconds(pitchSeconds + questionsSeconds);

/** n passages have n - 1 changeovers: 15 x 8 min and 14 x 30 s make 127 min. */
export function passagesLength(rules: Setup['rules'], teams: number): Millis {
  return millis(teams * passageLength(rules) + Math.max(0, teams - 1) * rules.changeoverSeconds * SECOND);
}

export function holdingOf(setup: Setup, teams: number = setup.teams.length): Holding {
  const line = setup.programme.find(({ phase }) => phase === 'passages');
  const needed = passagesLength(setup.rules, teams);
  const given = line?.end ? minutes(minuteOfDay(line.end) - minuteOfDay(line.start)) : null;
  return {
    needed,
    given,
    over: given === null ? null : millis(needed - given),
    endMinute: line ? minuteOfDay(line.start) + Math.ceil(needed / MINUTE) : null,
  };
}

/** Hours that the printed programme cannot keep, by the phase they announce: known before there is a day to count on. */
export function lateStarts(setup: Setup): Readonly<Record<'deliberation' | 'restitution', HourMinute | null>> {
  const { endMinute } = holdingOf(setup);
  if (endMinute === null) return { deliberation: null, restitution: null };
  const printed = (phase: string, otherwise: number) => {
    const line = setup.programme.find((candidate) => candidate.phase === phase);
    return line ? minuteOfDay(line.start) : otherwise;
  };
  const late = (phase: string, minute: number) => (printed(phase, minute) < minute ? hourOf(minute) : null);
  const deliberation = Math.max(endMinute, printed('deliberation', endMinute));
  return {
    deliberation: late('deliberation', deliberation),
    restitution: late('restitution', deliberation + setup.rules.deliberationMinutes),
  };
}

const hourOf = (minute: number): HourMinute =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(Math.floor(minute) % 60).padStart(2, '0')}` as HourMinute;

interface Slot {
  readonly team: TeamId;
  /** Real start of the pitch for a team that has passed, else the forecast of it. */
  readonly start: Instant;
  readonly past: boolean;
}

export interface Forecast {
  readonly slots: readonly Slot[];
  readonly end: Instant;
  readonly deliberation: Instant;
  readonly restitution: Instant;
  /** When the step under way should end. Once it is past, everything ahead slides by as much: see `slide`. Null when nothing is due. */
  readonly due: Instant | null;
}

/**
 * When each team passes, when the passages end and the jury is back, as far as is known at the last step. Null before the brief:
 * until then there is no day to count on. It holds no "now", so it changes only when the session does.
 */
export function forecastOf(state: State): Forecast | null {
  const { setup, course } = state;
  if (course.zero === null) return null;
  const { due, free } = underWay(state, course.zero);
  const changeover = seconds(setup.rules.changeoverSeconds);
  const length = passageLength(setup.rules);

  let end = free;
  let start = course.current === null ? free : after(free, changeover);
  const slots: Slot[] = [];
  for (const team of course.order) {
    if (course.withdrawn[team]) continue;
    const begun = course.passages[team]?.pitchAt;
    if (begun !== undefined || team === course.current) {
      slots.push({ team, start: begun ?? due, past: begun !== undefined });
      continue;
    }
    slots.push({ team, start, past: false });
    end = after(start, length);
    start = after(end, changeover);
  }
  const over = course.allLocked?.at ?? end;
  const deliberation = course.opened.deliberation ?? over;
  const restitution = course.opened.restitution ?? course.returnAt ?? plannedReturn(setup, course.zero, deliberation);
  return { slots, end: over, deliberation, restitution, due: nothingDue(state) ? null : due };
}

/** The printed hour of the restitution, or the deliberation's length if that is later: nobody is promised what cannot be kept. */
export function plannedReturn(setup: Setup, zero: Instant | null, deliberation: Instant): Instant {
  const earliest = after(deliberation, minutes(setup.rules.deliberationMinutes));
  const printed = setup.programme.find(({ phase }) => phase === 'restitution');
  return printed && zero !== null ? instant(Math.max(onDay(zero, printed.start), earliest)) : earliest;
}

const nothingDue = ({ course }: State): boolean => course.phase === 'restitution' || course.phase === 'closed' || course.phase === 'set-up';

/** When the step under way should end, and from when the estrade is free again. */
function underWay({ setup, course, steppedAt }: State, zero: Instant): { due: Instant; free: Instant } {
  const { rules } = setup;
  const passage = course.current === null ? undefined : course.passages[course.current];
  if (course.phase === 'deliberation') return { due: course.returnAt ?? steppedAt, free: steppedAt };
  if (course.allLocked) return { due: course.allLocked.at, free: course.allLocked.at };
  if (!passage) {
    const printed = setup.programme.find(({ phase }) => phase === 'passages');
    // With the estrade empty, before the first call or after a team left it, the next can come no earlier than the last step.
    const start = course.phase !== 'passages' && printed ? onDay(zero, printed.start) : steppedAt;
    return { due: start, free: start };
  }
  if (course.stage === 'called') {
    const first = Object.keys(course.passages).length === 1;
    const due = after(passage.calledAt, first ? 0 : rules.changeoverSeconds * SECOND);
    return { due, free: after(due, passageLength(rules)) };
  }
  if (course.clock) {
    const timeUp = expectedEnd(course.clock);
    // A pause pushes everything from the instant it began: nothing is due until the clock runs again. In overtime time was up before.
    const due = course.clock.pausedAt ?? timeUp;
    const end = instant(Math.max(timeUp, due));
    return { due, free: course.clock.kind === 'pitch' ? after(end, rules.questionsSeconds * SECOND) : end };
  }
  const ended = passage.endedAt ?? steppedAt;
  return { due: nextTeam(course) === null ? ended : after(ended, rules.changeoverSeconds * SECOND), free: ended };
}

/** The forecast seen from an instant: what should have happened and has not pushes everything ahead of it by as much. */
export function slide(forecast: Forecast, now: Instant): Forecast {
  const { due } = forecast;
  if (due === null || now <= due) return forecast;
  const late = since(due, now);
  const shift = (at: Instant): Instant => (at >= due ? after(at, late) : at);
  return {
    ...forecast,
    slots: forecast.slots.map((slot) => (slot.past ? slot : { ...slot, start: shift(slot.start) })),
    end: shift(forecast.end),
    deliberation: shift(forecast.deliberation),
    restitution: shift(forecast.restitution),
  };
}

/** How late the passages end against the printed end; negative when early, null when no end is printed. */
export function driftOf(setup: Pick<Setup, 'programme'>, zero: Instant, forecast: Pick<Forecast, 'end'>): Millis | null {
  const printed = setup.programme.find(({ phase }) => phase === 'passages')?.end;
  return printed ? since(onDay(zero, printed), forecast.end) : null;
}

/** The printed start of each team's passage: start of the passages plus its place, the changeovers counted. */
export function plannedStart(setup: Setup, place: number): HourMinute | null {
  const line = setup.programme.find(({ phase }) => phase === 'passages');
  if (!line) return null;
  const minute = minuteOfDay(line.start) + ((place - 1) * (passageLength(setup.rules) + setup.rules.changeoverSeconds * SECOND)) / MINUTE;
  return hourOf(minute);
}
