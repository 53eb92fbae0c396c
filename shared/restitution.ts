import * as z from 'zod/mini';
import { accept, type Decision, refuse } from './decision.ts';
import { step } from './fields.ts';
import { type TeamId, teamId } from './ids.ts';
import type { Course, State } from './state.ts';

/** One laureate at a time, then all of them together, then every team thanked. */
export const restitutionCommands = [
  z.strictObject({ type: z.literal('RevealLaureate'), step, team: teamId }),
  z.strictObject({ type: z.literal('ShowLaureates'), step }),
  z.strictObject({ type: z.literal('ThankTeams'), step }),
] as const;

type Command = z.infer<(typeof restitutionCommands)[number]>;

export type RestitutionEvent =
  | { readonly type: 'LaureateRevealed'; readonly team: TeamId }
  | { readonly type: 'LaureatesShown' | 'TeamsThanked' };

/** The order in which names are said: passing order, or département by département in the set-up's order. Never by rank. */
export function announcementOf({ setup, deliberation }: State): readonly TeamId[] {
  const list = deliberation?.list ?? [];
  if (setup.rules.announcement === 'running-order') return list;
  const codes = setup.departments.map(({ code }) => code);
  const department = (team: TeamId) => codes.indexOf(setup.teams.find(({ id }) => id === team)?.department ?? '');
  return [...list].sort((a, b) => department(a) - department(b));
}

export function decideRestitution({ course }: State, command: Command): Decision<RestitutionEvent> {
  const left = course.announcement.length - course.revealed;
  switch (command.type) {
    case 'RevealLaureate':
      if (left === 0) return refuse('all-revealed');
      return course.announcement[course.revealed] === command.team
        ? accept({ type: 'LaureateRevealed', team: command.team })
        : refuse('not-next', command.team);
    case 'ShowLaureates':
      if (left > 0) return refuse('not-all-revealed');
      return course.finale === 'none' ? accept({ type: 'LaureatesShown' }) : refuse('already-shown');
    case 'ThankTeams':
      if (course.finale === 'none') return refuse('not-all-revealed');
      return course.finale === 'laureates' ? accept({ type: 'TeamsThanked' }) : refuse('already-shown');
  }
}

export function evolveRestitution(course: Course, event: RestitutionEvent): Course {
  switch (event.type) {
    case 'LaureateRevealed':
      return { ...course, revealed: course.revealed + 1 };
    case 'LaureatesShown':
      return { ...course, finale: 'laureates' };
    case 'TeamsThanked':
      return { ...course, finale: 'thanks' };
  }
}
