import { lateStarts } from '../agenda.ts';
import type { Setup } from '../setup.ts';

/** What anyone may know of the forum, and what does not change during the afternoon. */
export interface ForumView {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly date: string;
  readonly city: string;
  readonly timeZone: string;
  readonly language: 'fr' | 'en';
  readonly organiser: string;
  readonly departments: readonly { readonly code: string; readonly name: string; readonly of: string; readonly colour: string }[];
  readonly teams: readonly TeamFacts[];
  readonly laureates: number;
  readonly times: { readonly pitchSeconds: number; readonly questionsSeconds: number; readonly changeoverSeconds: number };
  readonly programme: readonly {
    readonly id: string;
    readonly start: string;
    readonly end: string | null;
    readonly title: string;
    readonly phase: string | null;
    /** The hour at which it can begin, where the printed one cannot be kept. */
    readonly expected: string | null;
  }[];
}

interface TeamFacts {
  readonly id: string;
  readonly table: number;
  readonly department: string;
  readonly name: string;
  /** The short name, or the whole one where none was given. */
  readonly shortName: string;
}

export function forumView(setup: Setup): ForumView {
  const { rules } = setup;
  const late: Readonly<Record<string, string | null>> = lateStarts(setup);
  return {
    id: setup.id,
    name: setup.name,
    shortName: setup.shortName ?? setup.name,
    date: setup.date,
    city: setup.city,
    timeZone: setup.timeZone,
    language: setup.language,
    organiser: setup.organiser,
    departments: setup.departments.map(({ code, name, of, colour }) => ({ code, name, of, colour })),
    teams: setup.teams.map(({ id, table, department, name, shortName }) => ({ id, table, department, name, shortName: shortName ?? name })),
    laureates: rules.laureates,
    times: { pitchSeconds: rules.pitchSeconds, questionsSeconds: rules.questionsSeconds, changeoverSeconds: rules.changeoverSeconds },
    programme: setup.programme.map(({ id, start, end, title, phase }) => ({
      id,
      start,
      end,
      title,
      phase: phase ?? null,
      expected: late[phase ?? ''] ?? null,
    })),
  };
}
