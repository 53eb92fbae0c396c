import { createHash, randomBytes } from 'node:crypto';
import { chain } from '../shared/chain.ts';
import type { Command } from '../shared/commands.ts';
import type { Stamp } from '../shared/decision.ts';
import type { Entry } from '../shared/events.ts';
import type { Count } from '../shared/jury.ts';
import type { Outcome } from '../shared/protocol.ts';
import { decide, evolve, senderKey } from '../shared/session.ts';
import type { State } from '../shared/state.ts';
import type { Instant } from '../shared/time.ts';
import type { Boxed } from '../shared/voting.ts';
import { zeroOf } from './day.ts';
import type { Journal, Recorded } from './journal.ts';

/** A command that waits for its turn. */
export interface Waiting {
  readonly id: string;
  readonly command: Command;
  readonly by: Stamp['by'];
  readonly lastSeen?: Instant;
  readonly answer: (outcome: Outcome) => void;
}

const salt = (): string => randomBytes(16).toString('hex');

/** The commands of one turn, decided one after the other on a state that nobody has seen yet. */
export class Turn {
  readonly entries: Entry[] = [];
  readonly boxed: Boxed[] = [];
  state: State;
  readonly #journal: Journal;
  readonly #at: Instant;
  readonly #zero: Instant;
  readonly #recorded = new Map<string, Recorded>();

  constructor(state: State, journal: Journal, at: Instant) {
    this.state = state;
    this.#journal = journal;
    this.#at = at;
    this.#zero = zeroOf(at, state.setup.timeZone);
  }

  get recorded(): readonly Recorded[] {
    return [...this.#recorded.values()];
  }

  /** The outcome of a command; of a repeated one, what it came to the first time. */
  take(waiting: Waiting): Outcome {
    const { id, command } = waiting;
    const by = senderKey(waiting.by);
    const digest = createHash('sha256').update(JSON.stringify(command)).digest('base64');
    const first = this.#recorded.get(`${by} ${id}`) ?? this.#journal.outcome(by, id);
    if (first) return first.digest === digest ? first.outcome : { ok: false, code: 'id-reused' };
    const outcome = this.#decide(waiting, by);
    // What a role may never do is refused the same way every time: nothing to remember.
    if (outcome.ok || outcome.code !== 'not-yours') this.#recorded.set(`${by} ${id}`, { by, id, digest, outcome });
    return outcome;
  }

  #decide({ command, by, lastSeen }: Waiting, sender: string): Outcome {
    const box = command.type === 'CloseMotion' ? { [command.motion]: this.#boxOf(command.motion) } : {};
    const stamp = { by, at: this.#at, zero: this.#zero, box };
    const decision = decide(this.state, command, lastSeen === undefined ? stamp : { ...stamp, lastSeen });
    if ('refused' in decision) {
      const { refused: code, detail } = decision;
      return detail === undefined ? { ok: false, code } : { ok: false, code, detail };
    }
    if (decision.boxed) this.boxed.push(decision.boxed);
    for (const event of decision.events) {
      const entry = chain(this.entries.at(-1) ?? this.#journal.tip, this.#at, sender, event, salt);
      this.entries.push(entry);
      this.state = evolve(this.state, entry);
    }
    return { ok: true, at: this.#at };
  }

  /** The box as it is on the disk, with what this turn has put in. */
  #boxOf(motion: number): Count {
    const box = { ...this.#journal.box(motion) };
    for (const one of this.boxed) if (one.motion === motion) box[one.vote] += 1;
    return box;
  }
}
