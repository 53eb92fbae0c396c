import type { Command, Decided } from '../commands.ts';
import { accept, type Refusal, type Stamp } from '../decision.ts';
import type { Event } from '../events.ts';
import { decide } from '../session.ts';
import type { State } from '../state.ts';

/** What later versions ask of a list, besides its number. */
const ASKED_SINCE: ReadonlySet<Refusal> = new Set<Refusal>(['tie-open', 'departure-not-voted']);

/**
 * Decides a command as it was decided when the event was written: by the rules of today, save in a session whose brief version 0.1 opened,
 * which took no hash of the règlement and asked nothing of a list but its number.
 */
export function decideAsThen(state: State, command: Command, stamp: Stamp, event: Event): Decided {
  const decided = decide(state, command, stamp);
  if (event.type === 'BriefOpened' && event.rulesHash === null && 'events' in decided)
    return accept(...decided.events.map((one) => (one.type === 'BriefOpened' ? { ...one, rulesHash: null } : one)));
  if (event.type !== 'ListClosed' || !('refused' in decided)) return decided;
  if (!ASKED_SINCE.has(decided.refused) || !isOfVersion01(state)) return decided;
  return accept({ type: 'ListClosed', teams: state.course.order.filter((team) => event.teams.includes(team)) });
}

/** Begun by version 0.1, and nothing yet in its deliberation that a later version brought: one that goes on with today's Estrade is held to its rules. */
const isOfVersion01 = ({ course, deliberation }: State): boolean =>
  course.rulesHash === null && deliberation?.motions.length === 0 && deliberation.ladder.length === 0 && deliberation.reopened === null;
