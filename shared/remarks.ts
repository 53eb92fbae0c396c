import * as z from 'zod/mini';
import { accept, type Decision, refuse } from './decision.ts';
import { type TeamId, teamId } from './ids.ts';
import type { Remark, State } from './state.ts';
import type { Instant } from './time.ts';

/** What the minutes must say in somebody's words: an incident, or the dissent of a member who asks for it. */
export const remarkCommands = [
  z.strictObject({
    type: z.literal('EnterRemark'),
    kind: z.enum(['incident', 'dissent']),
    team: z.nullable(teamId),
    text: z.string().check(z.trim(), z.minLength(1), z.maxLength(600)),
  }),
] as const;

type Command = z.infer<(typeof remarkCommands)[number]>;

export interface RemarkEvent {
  readonly type: 'RemarkEntered';
  readonly kind: Remark['kind'];
  readonly team: TeamId | null;
  readonly text: string;
}

export function decideRemark({ course }: State, { kind, team, text }: Command): Decision<RemarkEvent> {
  if (team !== null && !course.order.includes(team)) return refuse('unknown-team', team);
  return accept({ type: 'RemarkEntered', kind, team, text });
}

export const evolveRemark = (remarks: readonly Remark[], { kind, team, text }: RemarkEvent, at: Instant, by: string): readonly Remark[] => [
  ...remarks,
  { at, by, kind, team, text },
];
