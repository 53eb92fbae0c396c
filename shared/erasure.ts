import * as z from 'zod/mini';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import type { Setup } from './setup.ts';
import type { State } from './state.ts';
import { after, type Instant, MINUTE } from './time.ts';

/** Two months in which a decision can be contested, and a day: Code de justice administrative, article R. 421-1. */
const RETENTION_DAYS = 62;
const DAY = 24 * 60 * MINUTE;

export const erasureCommands = [
  /** `visa`: the reference of the archives' leave, without which a public body destroys no record (Code du patrimoine, article L. 212-2). */
  z.strictObject({ type: z.literal('EraseBallots'), visa: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)) }),
] as const;

type Command = z.infer<(typeof erasureCommands)[number]>;

export interface ErasureEvent {
  readonly type: 'BallotsErased';
  readonly visa: string;
}

/** Until when the ballots are kept; null before the session is closed. */
export function keptUntil({
  setup,
  course,
}: {
  readonly setup: Pick<Setup, 'retentionDays'>;
  readonly course: State['course'];
}): Instant | null {
  const closedAt = course.opened.closed;
  return closedAt === undefined ? null : after(closedAt, (setup.retentionDays ?? RETENTION_DAYS) * DAY);
}

export function decideErasure(state: State, { visa }: Command, { at }: Pick<Stamp, 'at'>): Decision<ErasureEvent> {
  if (state.erased) return refuse('already-erased');
  if (!state.erasable) return refuse('not-erasable');
  const until = keptUntil(state);
  return until === null || at < until ? refuse('still-kept') : accept({ type: 'BallotsErased', visa });
}

/** How one person judged is gone; what was decided, by how many and with which list, stays. */
export function evolveErasure(state: State, { visa }: ErasureEvent, at: Instant): State {
  const { deliberation } = state;
  return {
    ...state,
    ballots: {},
    trial: {},
    late: {},
    feedback: {},
    deliberation: deliberation && { ...deliberation, motions: deliberation.motions.map((motion) => ({ ...motion, votes: {} })) },
    erased: { at, visa },
  };
}
