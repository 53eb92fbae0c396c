import * as z from 'zod/mini';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { drawIsOpen } from './draw.ts';
import { reason, step } from './fields.ts';
import { type TeamId, teamId } from './ids.ts';
import type { Course, State } from './state.ts';

export const orderCommands = [
  z.strictObject({ type: z.literal('PostponeTeam'), step, team: teamId, reason }),
  z.strictObject({ type: z.literal('WithdrawTeam'), step, team: teamId, reason }),
  z.strictObject({ type: z.literal('ReorderTeams'), step, order: z.array(teamId), reason }),
] as const;

type Command = z.infer<(typeof orderCommands)[number]>;

export type OrderEvent =
  | { readonly type: 'TeamPostponed' | 'TeamWithdrawn'; readonly team: TeamId; readonly reason: string }
  | { readonly type: 'TeamsReordered'; readonly order: readonly TeamId[]; readonly reason: string };

export function decideOrder(state: State, command: Command): Decision<OrderEvent> {
  const { course } = state;
  if (drawIsOpen(course)) return refuse('draw-open');
  if (command.type === 'ReorderTeams') {
    if (course.draw) return refuse('order-drawn');
    const same = command.order.length === course.order.length && new Set(command.order).size === course.order.length;
    if (!same || command.order.some((team) => !course.order.includes(team))) return refuse('not-a-reordering');
    return accept({ type: 'TeamsReordered', order: command.order, reason: command.reason });
  }

  const { team } = command;
  if (!course.order.includes(team)) return refuse('unknown-team', team);
  if (course.withdrawn[team]) return refuse('already-withdrawn', team);
  if (course.passages[team] && !(course.current === team && course.stage === 'called')) return refuse('already-passed', team);
  if (command.type === 'WithdrawTeam') return accept({ type: 'TeamWithdrawn', team, reason: command.reason });
  if (course.postponed[team]) return refuse('already-postponed', team);
  return accept({ type: 'TeamPostponed', team, reason: command.reason });
}

export function evolveOrder(course: Course, event: OrderEvent, stamp: Pick<Stamp, 'at'> & { by: string }): Course {
  const change = { at: stamp.at, by: stamp.by, reason: event.reason };
  switch (event.type) {
    case 'TeamPostponed':
      return {
        ...offStage(course, event.team),
        order: [...course.order.filter((team) => team !== event.team), event.team],
        postponed: { ...course.postponed, [event.team]: stamp.at },
        changes: [...course.changes, { ...change, kind: 'postponed', team: event.team }],
      };
    case 'TeamWithdrawn':
      return {
        ...offStage(course, event.team),
        withdrawn: { ...course.withdrawn, [event.team]: { at: stamp.at, reason: event.reason } },
        changes: [...course.changes, { ...change, kind: 'withdrawn', team: event.team }],
      };
    case 'TeamsReordered':
      return { ...course, order: event.order, changes: [...course.changes, { ...change, kind: 'reordered', team: null }] };
  }
}

/** A team called by mistake, or that did not come up, leaves the estrade as if it had not been called. */
function offStage(course: Course, team: TeamId): Course {
  if (course.current !== team) return course;
  const { [team]: _, ...passages } = course.passages;
  return { ...course, passages, current: null, stage: null };
}
