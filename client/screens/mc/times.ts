import { type Forecast, type Holding, slide } from '../../../shared/agenda.ts';
import { after, type HourMinute, type Instant, MINUTE, type Millis, minuteOfDay, onDay, since } from '../../../shared/time.ts';
import type { Views } from '../../shared.ts';
import { type Forum, type Live, SAME_AFTERNOON } from '../../ui/scene/facts.ts';

/** The hours of the passages as the MC needs them: printed, real, forecast, and how far apart they are. */

const passagesLine = (forum: Forum) => forum.programme.find(({ phase }) => phase === 'passages');

/** Minutes after midnight at which a place was to start, the changeovers counted; null when no start is printed. */
export function plannedMinute(forum: Forum, place: number): number | null {
  const line = passagesLine(forum);
  if (!line) return null;
  const { pitchSeconds, questionsSeconds, changeoverSeconds } = forum.times;
  return Math.floor(minuteOfDay(line.start as HourMinute) + ((place - 1) * (pitchSeconds + questionsSeconds + changeoverSeconds)) / 60);
}

/** Whole minutes a team starts after its printed minute; null when it is not late, or not on the printed day. */
export function lateness(forum: Forum, zero: Instant | null, place: number, start: Instant): number | null {
  const planned = plannedMinute(forum, place);
  if (planned === null || zero === null) return null;
  const late = start - zero - planned * MINUTE;
  return late >= MINUTE && late <= SAME_AFTERNOON ? Math.floor(late / MINUTE) : null;
}

/** How late the passages end against the printed end; null when none is printed. */
export function driftOf(forum: Forum, zero: Instant | null, end: Instant): Millis | null {
  const printed = passagesLine(forum)?.end;
  return printed && zero !== null ? since(onDay(zero, printed as HourMinute), end) : null;
}

/** Two starts say nothing of a pace; from four on, it is worth a line. */
const PACED = 4;

/** The pace seen so far, from one pitch to the next, and when it would all end; null while too few have passed. */
export function paceOf(actual: Views['regie']['actual'], forecast: Forecast): { readonly each: Millis; readonly end: Instant } | null {
  const [first, last] = [actual[0], actual.at(-1)];
  if (!first || !last || actual.length < PACED) return null;
  const each = (since(first.pitchAt, last.pitchAt) / (actual.length - 1)) as Millis;
  const left = forecast.slots.filter(({ past }) => !past).length;
  return { each, end: after(last.pitchAt, each * (left + 1)) };
}

export type Headline =
  | { readonly say: 'over' | 'holds'; readonly by: Millis; readonly endMinute: number }
  | { readonly say: 'late' | 'early' | 'on-time' | 'elsewhen' | 'end'; readonly by: Millis; readonly end: Instant }
  | { readonly say: 'passed'; readonly end: Instant }
  | null;

/** The one thing to know of the hours: before, whether the programme can hold; during, how late it is; after, when it ended. */
export function headlineOf(forum: Forum, live: Live, holding: Holding, now: number): Headline {
  if (live.phase === 'set-up' || live.phase === 'brief' || live.phase === 'introduction') {
    const { over, endMinute } = holding;
    return over === null || endMinute === null ? null : { say: over > 0 ? 'over' : 'holds', by: over, endMinute };
  }
  if (!live.forecast) return null;
  const { end } = slide(live.forecast, now as Instant);
  if (live.phase !== 'passages' || live.scene.show === 'locked') return { say: 'passed', end };
  const by = driftOf(forum, live.zero, end);
  if (by === null) return { say: 'end', by: 0 as Millis, end };
  if (Math.abs(by) > SAME_AFTERNOON) return { say: 'elsewhen', by, end };
  if (Math.abs(by) < MINUTE) return { say: 'on-time', by, end };
  return { say: by > 0 ? 'late' : 'early', by, end };
}
