import * as z from 'zod/mini';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { step } from './fields.ts';
import { type TeamId, teamId } from './ids.ts';
import type { State } from './state.ts';
import { aggregates, cutAt } from './tally/mean.ts';
import { type Instant, instant } from './time.ts';

/** The last instant that a date can name: beyond it a screen could not print the hour. */
const LAST_INSTANT = 8_640_000_000_000_000;

/** Behind closed doors: the president composes the list and closes it. */
export const deliberationCommands = [
  z.strictObject({ type: z.literal('ComposeList'), teams: z.array(teamId) }),
  z.strictObject({ type: z.literal('CloseList'), teams: z.array(teamId) }),
  z.strictObject({ type: z.literal('AnnounceReturn'), step, at: z.int().check(z.maximum(LAST_INSTANT)) }),
] as const;

type Command = z.infer<(typeof deliberationCommands)[number]>;

export type DeliberationEvent =
  | { readonly type: 'ListComposed' | 'ListClosed'; readonly teams: readonly TeamId[] }
  | { readonly type: 'ReturnAnnounced'; readonly returnAt: Instant };

/** How many the list must name: the laureates of the rules, or every team left if strikes have left fewer. */
export function placesOf({ setup, course }: State): number {
  return Math.min(setup.rules.laureates, course.order.filter((team) => !course.withdrawn[team]).length);
}

/** The list the deliberation starts from: who is ahead of the cut. A tie across it is left open for the jury. */
export function startingList(state: State): readonly TeamId[] {
  return inOrder(state, cutAt(aggregates(state), placesOf(state)).inside);
}

export function decideDeliberation(state: State, command: Command, stamp: Stamp): Decision<DeliberationEvent> {
  if (command.type === 'AnnounceReturn')
    return command.at > stamp.at ? accept({ type: 'ReturnAnnounced', returnAt: instant(command.at) }) : refuse('return-in-the-past');
  if (state.deliberation?.closedAt) return refuse('list-closed');

  const { course } = state;
  for (const team of command.teams) {
    if (!course.order.includes(team)) return refuse('unknown-team', team);
    if (course.withdrawn[team]) return refuse('team-withdrawn', team);
  }
  const places = placesOf(state);
  const distinct = new Set(command.teams).size;
  if (distinct !== command.teams.length || distinct > places) return refuse('list-wrong-length', String(distinct));
  // The president closes what is on the screen: the list travels with the command, so a stale screen cannot close another one.
  if (command.type === 'CloseList' && distinct !== places) return refuse('list-wrong-length', String(distinct));
  return accept({ type: command.type === 'CloseList' ? 'ListClosed' : 'ListComposed', teams: inOrder(state, command.teams) });
}

export function evolveDeliberation(state: State, event: DeliberationEvent, at: Instant): State {
  if (event.type === 'ReturnAnnounced') return { ...state, course: { ...state.course, returnAt: event.returnAt } };
  if (event.type === 'ListComposed') return { ...state, deliberation: { list: event.teams, closedAt: null } };
  return { ...state, deliberation: { list: event.teams, closedAt: at } };
}

/** Lists stand in passing order, which says nothing of ranks. */
function inOrder({ course }: State, teams: readonly TeamId[]): readonly TeamId[] {
  return course.order.filter((team) => teams.includes(team));
}
