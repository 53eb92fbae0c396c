import type { TeamId } from './ids.ts';
import type { Course } from './state.ts';

/** The next team to call: the first of the order that has neither passed nor been struck. */
export function nextTeam(course: Course): TeamId | null {
  return course.order.find((team) => !course.passages[team] && !course.withdrawn[team]) ?? null;
}

/** 1 for the first to pass. A struck team keeps its number, so that printed orders stay true. */
export const placeOf = (course: Course, team: TeamId): number => course.order.indexOf(team) + 1;
