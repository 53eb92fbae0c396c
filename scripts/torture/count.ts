import { audienceKey } from '../../shared/audience.ts';
import { canonical } from '../../shared/digest.ts';
import type { Entry, Event } from '../../shared/events.ts';
import { audiencesOf } from '../../shared/links.ts';
import { decide, evolve } from '../../shared/session.ts';
import type { State } from '../../shared/state.ts';
import { instant } from '../../shared/time.ts';
import type { Found } from './disk.ts';
import { Broken, isRemembered, type Ledger, type Made } from './ledger.ts';

/** What was sent, and what it came to. `sent` is the sum of the four after it. */
export interface Figures {
  sent: number;
  /** With an effect in the journal, or rightly without one. */
  accepted: number;
  refused: number;
  /** Accepted, set aside as a late ballot. */
  late: number;
  /** Never put on a line, and the device knows it. */
  unsent: number;
  /** Of the accepted: those that changed nothing, because it was already so. */
  unchanged: number;
  /** Entries that the server made by itself. */
  own: number;
  /** Resent, or sent twice. */
  resends: number;
  secret: number;
  entries: number;
}

/** Every command against the file, to the unit. Throws what does not add up first. */
export function count(ledger: Ledger, entries: readonly Entry[], found: Found): Figures {
  const figures: Figures = {
    sent: 0,
    accepted: 0,
    refused: 0,
    late: 0,
    unsent: 0,
    unchanged: 0,
    own: 0,
    resends: 0,
    secret: 0,
    entries: entries.length,
  };
  const effects = matched(ledger, entries, figures);
  const known = new Set<string>();
  for (const made of ledger.all) {
    figures.sent += 1;
    figures.resends += Math.max(0, made.sends - 1);
    const outcome = found.outcomes.get(`${made.by} ${made.id}`);
    known.add(`${made.by} ${made.id}`);
    if (made.unsent) {
      if (made.sends > 0 || outcome) throw new Broken('a command that was never sent is in the journal', made);
      figures.unsent += 1;
      continue;
    }
    if (!made.outcome) throw new Broken('a command was never answered', made);
    if (isRemembered(made.outcome) && JSON.stringify(outcome) !== JSON.stringify(made.outcome))
      throw new Broken(outcome ? 'a command was answered otherwise than the journal has it' : 'an acknowledged command is lost', made);
    if (!made.outcome.ok) figures.refused += 1;
    else if (effects.get(made) === 'LateBallotReceived') figures.late += 1;
    else figures.accepted += 1;
  }
  for (const key of found.outcomes.keys())
    if (!key.startsWith('system ') && !known.has(key))
      throw new Broken(`the journal holds the outcome of a command that nobody made: ${key}`);
  if (figures.sent !== figures.accepted + figures.refused + figures.late + figures.unsent) throw new Broken('the figures do not add up');
  figures.secret = countBoxes(ledger, found);
  return figures;
}

/** Each entry to exactly one accepted command, which decided again comes to it; each accepted command to one entry, or to none with reason. */
function matched(ledger: Ledger, entries: readonly Entry[], figures: Figures): ReadonlyMap<Made, string> {
  const waiting = new Map<string, Made[]>();
  for (const made of ledger.all) {
    if (!made.outcome?.ok) continue;
    const key = `${made.by} ${made.outcome.at}`;
    waiting.set(key, [...(waiting.get(key) ?? []), made]);
  }
  const effects = new Map<Made, string>();
  const idle = new Idle();
  let state: State | null = null;
  for (const entry of entries) {
    const { at, by, event } = entry;
    const before: State | null = state;
    if (by === 'system') figures.own += 1;
    else {
      const candidates = waiting.get(`${by} ${at}`) ?? [];
      const index = candidates.findIndex((made) => before && comesTo(before, made, entry));
      const [made] = index < 0 ? [] : candidates.splice(index, 1);
      if (!made) throw new Broken(`entry ${entry.seq} (${event.type} by ${by}) is of no acknowledged command, or there twice`);
      effects.set(made, event.type);
    }
    state = evolve(state, entry);
    idle.passed(before, state, at);
  }
  for (const made of [...waiting.values()].flat()) {
    if (!idle.changedNothing(made)) throw new Broken('an acknowledged command has no effect in the journal', made);
    figures.unchanged += 1;
  }
  return effects;
}

/** What a command is decided to on a state, at its instant; what no journal holds of the stamp is taken from the entry. */
function decisionOn(state: State, { by, command, outcome }: Made, event: Event | null): readonly Event[] | null {
  const sender = audiencesOf(state.setup).find((audience) => audienceKey(audience) === by);
  if (!sender || !outcome?.ok) return null;
  const zero = event?.type === 'BriefOpened' ? event.zero : instant(0);
  const box = event?.type === 'MotionClosed' ? { [event.motion]: { for: event.for, against: event.against, abstain: event.abstain } } : {};
  const decision = decide(state, command, { by: sender, at: outcome.at, zero, box });
  return 'refused' in decision ? null : decision.events;
}

function comesTo(state: State, made: Made, { event }: Entry): boolean {
  const decision = decisionOn(state, made, event);
  return decision !== null && decision.length === 1 && canonical(decision[0]) === canonical(event);
}

/** The states that stood at each instant, to ask again a command that was accepted and left no entry. */
class Idle {
  readonly #states: { readonly at: number; readonly state: State }[] = [];

  passed(before: State | null, state: State, at: number): void {
    if (before && this.#states.at(-1)?.at !== at) this.#states.push({ at, state: before });
    this.#states.push({ at, state });
  }

  /** Whether on a state of its instant the rules accept it, and nothing happens. */
  changedNothing(made: Made): boolean {
    const { outcome } = made;
    if (!outcome?.ok) return false;
    const first = this.#states.findIndex(({ at }) => at >= outcome.at);
    const from = first < 0 ? this.#states.length - 1 : first;
    const candidates = [];
    for (let index = from; index < this.#states.length && (index === from || (this.#states[index]?.at ?? 0) <= outcome.at); index += 1)
      candidates.push(this.#states[index]?.state);
    return candidates.some((state) => state && decisionOn(state, made, null)?.length === 0);
  }
}

/** The boxes hold exactly the acknowledged votes. Returns how many. */
function countBoxes(ledger: Ledger, { boxes }: Found): number {
  const given = new Map<string, number>();
  for (const { command, outcome } of ledger.all) {
    if (command.type !== 'CastSecretVote' || !outcome?.ok) continue;
    const key = `${command.motion}/${command.vote}`;
    given.set(key, (given.get(key) ?? 0) + 1);
  }
  for (const key of new Set([...given.keys(), ...boxes.keys()]))
    if ((given.get(key) ?? 0) !== (boxes.get(key) ?? 0))
      throw new Broken(
        `the box of motion ${key.replace('/', ' has for "')}" ${boxes.get(key) ?? 0} votes, and ${given.get(key) ?? 0} were acknowledged`,
      );
  return [...given.values()].reduce((sum, votes) => sum + votes, 0);
}
