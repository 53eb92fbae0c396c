import { slide } from '../../../shared/agenda.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Stop } from '../../../shared/views/live.ts';
import type { Views } from '../../shared.ts';
import { hourAt, printedHour } from '../../text/format.ts';
import { type Team, teamOf } from '../../ui/scene/facts.ts';
import { lateness, plannedMinute } from './times.ts';

/** A line of the running order. */
export interface Row extends Stop {
  readonly facts: Team;
  /** Real start, else the forecast, else the printed one; empty for a struck team. */
  readonly hour: string;
  /** Whole minutes after the printed start, for a team that has begun; null when not late. */
  readonly late: number | null;
  /** Why a struck team was struck. */
  readonly reason: string | null;
}

/** A printed minute after midnight, as an hour: `870` is `14 h 30`. */
export const minuteHour = (minute: number): string =>
  printedHour(`${Math.floor(minute / 60) % 24}:${String(minute % 60).padStart(2, '0')}`);

/** The running order with its hours, as they look at this instant. */
export function rowsOf({ forum, live, regie }: Pick<Views, 'forum' | 'live' | 'regie'>, now: number): Row[] {
  const slots = live.forecast ? slide(live.forecast, now as Instant).slots : [];
  return live.order.map((stop) => {
    const begun = regie.actual.find(({ team }) => team === stop.team)?.pitchAt;
    const start = begun ?? slots.find(({ team }) => team === stop.team)?.start;
    const planned = plannedMinute(forum, stop.place);
    const hour = start !== undefined ? hourAt(start, forum.timeZone) : planned === null ? '' : minuteHour(planned);
    return {
      ...stop,
      facts: teamOf(forum, stop.team),
      hour: stop.is === 'withdrawn' ? '' : hour,
      late: begun === undefined ? null : lateness(forum, live.zero, stop.place, begun),
      reason: regie.withdrawn.find(({ team }) => team === stop.team)?.reason ?? null,
    };
  });
}

/** A list with one of its lines moved up or down by one; the same list at an end. */
export function moved<Line>(list: readonly Line[], index: number, by: -1 | 1): Line[] {
  const copy = [...list];
  const [line, other] = [copy[index], copy[index + by]];
  if (line === undefined || other === undefined) return copy;
  copy[index] = other;
  copy[index + by] = line;
  return copy;
}
