import type { Holding } from '../../../shared/agenda.ts';
import type { Views } from '../../shared.ts';
import { SAME_AFTERNOON } from '../../ui/scene/facts.ts';

const MINUTE = 60_000;

/** A passage on the picture of the afternoon, in minutes after midnight. */
interface Slot {
  readonly place: number;
  readonly start: number;
  readonly end: number;
  readonly past: boolean;
  /** It ends after the printed end. */
  readonly beyond: boolean;
}

/** The passages against their printed end: as the rules make them on the eve, as they really go in the afternoon. */
export interface Passages {
  readonly slots: readonly Slot[];
  readonly start: number;
  readonly end: number;
  readonly printedEnd: number | null;
}

const minuteOf = (printed: string): number => {
  const [hour = 0, minute = 0] = printed.split(':').map(Number);
  return hour * 60 + minute;
};

/** `16 h 37` of minutes after midnight. */
export const hourOf = (minute: number): string =>
  `${Math.floor(minute / 60) % 24}\u00a0h\u00a0${String(Math.floor(minute) % 60).padStart(2, '0')}`;

function printed(forum: Views['forum']): { start: number; end: number | null } | null {
  const line = forum.programme.find(({ phase }) => phase === 'passages');
  return line ? { start: minuteOf(line.start), end: line.end === null ? null : minuteOf(line.end) } : null;
}

const passage = ({ times }: Views['forum']): number => (times.pitchSeconds + times.questionsSeconds) / 60;

/** What the rules make of the programme; null when it prints no start. */
export function plannedPassages(forum: Views['forum']): Passages | null {
  const hours = printed(forum);
  if (!hours) return null;
  const slots = forum.teams.map((_, index) => {
    const start = hours.start + index * (passage(forum) + forum.times.changeoverSeconds / 60);
    return slot(index + 1, start, start + passage(forum), false, hours.end);
  });
  return { slots, start: hours.start, end: slots.at(-1)?.end ?? hours.start, printedEnd: hours.end };
}

/** What the afternoon makes of it. */
export function realPassages(forum: Views['forum'], live: Pick<Views['live'], 'zero' | 'order' | 'forecast'>): Passages | null {
  const { zero, forecast, order } = live;
  const hours = printed(forum);
  if (!hours || zero === null || !forecast) return null;
  const starts = forecast.slots.map(({ start }) => (start - zero) / MINUTE);
  const slots = forecast.slots.map(({ team, past }, index) => {
    const start = starts[index] ?? hours.start;
    const end = Math.min(start + passage(forum), starts[index + 1] ?? Number.POSITIVE_INFINITY);
    return slot(order.find((stop) => stop.team === team)?.place ?? index + 1, start, end, past, hours.end);
  });
  return { slots, start: Math.min(hours.start, ...starts), end: (forecast.end - zero) / MINUTE, printedEnd: hours.end };
}

/** The same passages without the printed end, where the day is not the printed one: a trial is neither early nor late. */
export function onPrintedDay(passages: Passages): { readonly passages: Passages; readonly printed: boolean } {
  const { printedEnd, slots, end } = passages;
  if (printedEnd === null || Math.abs(end - printedEnd) * MINUTE <= SAME_AFTERNOON) return { passages, printed: true };
  const start = Math.min(...slots.map((one) => one.start));
  return { passages: { start, end, printedEnd: null, slots: slots.map((one) => ({ ...one, beyond: false })) }, printed: false };
}

const slot = (place: number, start: number, end: number, past: boolean, printedEnd: number | null): Slot => ({
  place,
  start,
  end,
  past,
  beyond: printedEnd !== null && end > printedEnd,
});

/** The longest questions, in half minutes, with which every team fits the printed time; null under one minute. */
export function questionsThatFit({ teams, times }: Views['forum'], given: Holding['given']): number | null {
  if (given === null || teams.length === 0) return null;
  const each = (given / 1000 - (teams.length - 1) * times.changeoverSeconds) / teams.length - times.pitchSeconds;
  const questions = Math.floor(each / 30) * 30;
  return questions >= 60 && questions < times.questionsSeconds ? questions : null;
}
