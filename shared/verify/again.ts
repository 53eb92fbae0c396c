import { audienceKey } from '../audience.ts';
import { elapsedAt } from '../clock.ts';
import { commandSchema, type Decided } from '../commands.ts';
import type { Refusal, Stamp } from '../decision.ts';
import type { Entry } from '../events.ts';
import { audiencesOf } from '../links.ts';
import { readSetup } from '../read-setup.ts';
import { isErased } from '../seal.ts';
import type { Setup } from '../setup.ts';
import type { State } from '../state.ts';
import { after, type Instant, instant, MINUTE, since } from '../time.ts';
import { upcast } from '../upcast.ts';
import { askedFor } from './asked.ts';
import { differenceOf } from './compare.ts';
import { decideAsThen } from './earlier.ts';
import type { Fault } from './faults.ts';

export type Wrong = Omit<Fault, 'entry' | 'event'>;

/** Decides again what led to an entry, by the same rules, and says what is wrong when it does not come to exactly the same event. */
export function wrongAgain(state: State | null, written: Entry, erased: boolean): Wrong | null {
  if (!state) return wrongBeginning(written);
  // What rested on marks that are gone cannot be decided again.
  if (erased && (isErased(written.event) || state.course.phase === 'deliberation')) return null;
  const by = senderOf(state.setup, written.by);
  if (!by) return { code: 'unknown-sender' };
  if (written.event.type === 'SetupAdopted') {
    const read = readSetup(written.event.setup);
    if ('fault' in read) return { code: 'bad-setup', words: read.fault };
  }
  const entry = { ...written, event: upcast(written.event) };
  const { event } = entry;
  if (event.type === 'BriefOpened' && !isDayOf(event.zero, entry.at)) return { code: 'another-day' };
  return wrongDecision(state, entry, by) ?? wrongCount(state, entry);
}

function wrongBeginning({ event, by }: Entry): Wrong | null {
  if (event.type !== 'SetupAdopted' || by !== 'system') return { code: 'no-beginning' };
  const read = readSetup(event.setup);
  return 'fault' in read ? { code: 'bad-setup', words: read.fault } : null;
}

function senderOf(setup: Setup, key: string): Stamp['by'] | null {
  if (key === 'system') return { role: 'system' };
  return audiencesOf(setup).find((audience) => audienceKey(audience) === key) ?? null;
}

/** Any of the commands that may have been given must come to this event; what is said of none of them is said of the first. */
function wrongDecision(state: State, entry: Entry, by: Stamp['by']): Wrong | null {
  const stamp = stampOf(state, entry, by);
  const wrongs = askedFor(entry.event, state).map((asked) => {
    const command = commandSchema.safeParse(asked);
    return command.success
      ? wrongOutcome(entry, decideAsThen(state, command.data, stamp, entry.event))
      : ({ code: 'impossible' } satisfies Wrong);
  });
  return wrongs.includes(null) ? null : (wrongs.find((wrong) => wrong?.refusal !== ('not-yours' satisfies Refusal)) ?? wrongs[0] ?? null);
}

function wrongOutcome({ event }: Entry, decided: Decided): Wrong | null {
  if ('refused' in decided) return { code: 'refused', refusal: decided.refused };
  const difference = differenceOf(event, decided.events[0] ?? null);
  return difference && { code: 'decided-otherwise', ...difference };
}

/** The stamp under which it was decided; what the journal does not hold is taken from what it led to. */
function stampOf(state: State, { event, at }: Entry, by: Stamp['by']): Stamp {
  const stamp = { by, at, zero: event.type === 'BriefOpened' ? event.zero : instant(0) };
  if (event.type === 'MotionClosed')
    return { ...stamp, box: { [event.motion]: { for: event.for, against: event.against, abstain: event.abstain } } };
  if (event.type !== 'ClockPaused' || by.role !== 'system') return stamp;
  const lastSeen = lastSeenAt(state, event.elapsed, at);
  return lastSeen === null ? stamp : { ...stamp, lastSeen };
}

/** When the server was last known to run, from the time that the clock had then spent: between the clock's start and the pause. */
function lastSeenAt({ course: { clock } }: State, elapsed: number, at: Instant): Instant | null {
  if (!clock || clock.runningSince === null) return null;
  return elapsed >= clock.elapsed && elapsed <= elapsedAt(clock, at) ? after(clock.runningSince, elapsed - clock.elapsed) : null;
}

const DAY = 24 * 60 * MINUTE;

/** Noon less twelve hours of the day of an instant, as far as it can be told without the time zone's rules. */
const isDayOf = (zero: Instant, at: Instant): boolean =>
  zero % (15 * MINUTE) === 0 && since(zero, at) >= -60 * MINUTE && since(zero, at) <= DAY + 60 * MINUTE;

/** A secret ballot's box is in no journal: its three counts must be whole, and add up to those who voted. */
function wrongCount({ deliberation }: State, { event }: Entry): Wrong | null {
  if (event.type !== 'MotionClosed') return null;
  const motion = deliberation?.motions.find(({ number }) => number === event.motion);
  const counts = [event.for, event.against, event.abstain];
  const whole = counts.every((count) => Number.isSafeInteger(count) && count >= 0);
  const adds = counts.reduce((sum, count) => sum + count, 0) === motion?.voted.length;
  return whole && adds ? null : { code: 'votes-do-not-add-up' };
}
