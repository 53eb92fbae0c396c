import * as z from 'zod/mini';
import { type Audience, audienceKey } from './audience.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { Setup } from './setup.ts';
import type { State } from './state.ts';

/** Links are made from the set-up; one can be revoked and issued anew. */
export const linkCommands = [
  z.strictObject({ type: z.literal('ReissueLink'), audience: z.string().check(z.minLength(1), z.maxLength(80)) }),
] as const;

type Command = z.infer<(typeof linkCommands)[number]>;

export interface LinkEvent {
  readonly type: 'LinkReissued';
  /** The audience's key. */
  readonly audience: string;
}

/** Everyone who gets a link of their own. The president also holds a juror's link for the same seat: a tablet and a phone. The public needs none. */
export function audiencesOf(setup: Setup): readonly Audience[] {
  const president = setup.seats.find((seat) => seat.president);
  return [
    { role: 'organiser' },
    { role: 'mc' },
    ...(president ? [{ role: 'president', seat: president.id } as const] : []),
    ...setup.seats.map(({ id }) => ({ role: 'juror', seat: id }) as const),
    ...setup.teams.map(({ id }) => ({ role: 'table', team: id }) as const),
    ...setup.coaches.map(({ id }) => ({ role: 'coach', coach: id }) as const),
    { role: 'projector' },
    { role: 'stage' },
  ];
}

export function decideLink(state: State, command: Command): Decision<LinkEvent> {
  const known = audiencesOf(state.setup).some((audience) => audienceKey(audience) === command.audience);
  return known ? accept({ type: 'LinkReissued', audience: command.audience }) : refuse('unknown-audience', command.audience);
}

export function evolveLink(generations: State['generations'], event: LinkEvent): State['generations'] {
  return { ...generations, [event.audience]: (generations[event.audience] ?? 0) + 1 };
}
