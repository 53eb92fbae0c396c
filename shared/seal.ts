import { sha256Hex } from './digest.ts';
import type { Event } from './events.ts';

/**
 * What of an event says how one person judged. The journal's hash covers a salted digest in its place, so that it can be erased one day
 * and the chain still holds. Salted: a mark is one of a few, and a bare digest would be guessed.
 */
const SEALED = {
  BallotCast: 'marks',
  TrialBallotCast: 'marks',
  PaperBallotKeyed: 'marks',
  LateBallotReceived: 'marks',
  FeedbackWritten: 'text',
  VoteCast: 'vote',
} as const satisfies Partial<Record<Event['type'], string>>;

type SealedKind = keyof typeof SEALED;
type Fields = Readonly<Record<string, unknown>>;

export const isSealed = (type: Event['type']): type is SealedKind => Object.hasOwn(SEALED, type);

/** The event as the hash covers it, and as it stays once erased: SHA-256("{salt}\n{field as JSON}") in the place of the field. */
export function sealed(event: Event, salt: string): object {
  if (!isSealed(event.type)) return event;
  const field = SEALED[event.type];
  return { ...event, [field]: { sealed: sha256Hex(`${salt}\n${JSON.stringify((event as unknown as Fields)[field])}`) } };
}

/** Whether an event is of a kind that can be erased, and was. */
export function isErased(event: Event): boolean {
  if (!isSealed(event.type)) return false;
  const content = (event as unknown as Fields)[SEALED[event.type]];
  return typeof content === 'object' && content !== null && Object.hasOwn(content, 'sealed');
}

/** An event as it is told again: of what was erased, that it happened, not what it said. */
export function unsealed(event: Event): Event {
  if (!isErased(event)) return event;
  switch (event.type) {
    case 'FeedbackWritten':
      return { ...event, text: '' };
    case 'VoteCast':
      return { type: 'VoterMarked', motion: event.motion, seat: event.seat };
    default:
      return { ...event, marks: {} } as Event;
  }
}
