import type { SeatId, TeamId } from '../../shared/ids.ts';
import type { Setup } from '../../shared/setup.ts';
import type { State } from '../../shared/state.ts';
import { dateAt, quoted } from './french/forms.ts';

/** How papers name who is in the set-up; an unknown id names itself. */
export interface Names {
  readonly short: (id: TeamId) => string;
  /** Short, in guillemets, for sentences. */
  readonly team: (id: TeamId) => string;
  /** In full, as it stands in tables. */
  readonly project: (id: TeamId) => string;
  /** Its code, and its name with the code. */
  readonly departmentOf: (id: TeamId) => string;
  readonly departmentName: (id: TeamId) => string;
  /** The number on the card. */
  readonly seat: (id: SeatId) => string;
  readonly title: (id: SeatId) => string;
}

export function namesOf({ teams, seats, departments }: Setup): Names {
  const team = (id: TeamId) => teams.find((one) => one.id === id);
  const seat = (id: SeatId) => seats.find((one) => one.id === id);
  const short = (id: TeamId) => team(id)?.shortName ?? team(id)?.name ?? id;
  return {
    short,
    team: (id) => quoted(short(id)),
    project: (id) => team(id)?.name ?? id,
    departmentOf: (id) => team(id)?.department ?? '',
    departmentName: (id) => {
      const department = departments.find(({ code }) => code === team(id)?.department);
      return department ? `${department.name} (${department.code})` : '';
    },
    seat: (id) => String(seat(id)?.number ?? id),
    title: (id) => seat(id)?.title ?? id,
  };
}

/** The day of the session, `2019-11-28`: the one on which the brief was opened; until then, the one printed. */
export const heldOn = ({ setup, course }: State): string =>
  course.opened.brief === undefined ? setup.date : dateAt(course.opened.brief, setup.timeZone);
