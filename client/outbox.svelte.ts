import { v7 as newId } from 'uuid';
import type { Answer, Draft, LocalRefusal, Outbox, Words } from './room.ts';
import type { Refusal } from './shared.ts';

/** Not yet answered, or not for good: to be asked again. */
const LATER: ReadonlySet<string> = new Set<Refusal | LocalRefusal>(['no-answer', 'storage-failed', 'too-many']);

interface Pending {
  readonly id: string;
  readonly draft: Draft;
  readonly keptAt: number;
}
interface Refused {
  readonly id: string;
  readonly draft: Draft;
  readonly code: Refusal;
  readonly at: number;
}

/** Where commands survive a reload. localStorage: written before the tap's handler returns, and there on plain http. */
export interface Shelf {
  put(key: string, value: string): void;
  take(key: string): void;
  all(): readonly (readonly [key: string, value: string])[];
}

export interface OutboxOptions {
  readonly shelf: Shelf;
  /** Prefix of this audience's keys. */
  readonly name: string;
  readonly now: () => number;
  readonly send: (id: string, draft: Draft) => Promise<Answer>;
  /** Wait before a command is tried again, and for the end of a sentence. */
  readonly pause: () => Promise<void>;
}

/**
 * Commands that must not be lost, in the order they were given. Each stays here and on the shelf until the server has answered it;
 * one that is refused stays too, until its owner has seen it. Sent one at a time, so that the order holds; resent under the same id.
 */
export class KeptOutbox implements Outbox {
  pending = $state.raw<readonly Pending[]>([]);
  refused = $state.raw<readonly Refused[]>([]);
  readonly #options: OutboxOptions;
  readonly #answered = new Set<string>();
  /** Words never sent, which may still be replaced under their id: with their last key while they are typed, null once their author paused. */
  readonly #words = new Map<string, symbol | null>();
  #sending = false;

  constructor(options: OutboxOptions) {
    this.#options = options;
    for (const [key, value] of options.shelf.all()) {
      if (!key.startsWith(options.name)) continue;
      const kept = readKept(value);
      if (!kept) continue;
      if ('code' in kept) this.refused = [...this.refused, kept];
      else this.pending = [...this.pending, kept];
    }
    // Version 7 identifiers sort by the time they were made.
    this.pending = [...this.pending].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  keep(draft: Draft): void {
    const kept = { id: newId(), draft, keptAt: this.#options.now() };
    this.#put(kept);
    this.pending = [...this.pending, kept];
    void this.flush();
  }

  keepWords(draft: Words): void {
    const same = this.pending.find(({ id, draft: kept }) => this.#words.has(id) && kept.type === draft.type && kept.team === draft.team);
    const kept = { id: same?.id ?? newId(), draft, keptAt: this.#options.now() };
    const key = Symbol();
    this.#words.set(kept.id, key);
    this.#put(kept);
    this.pending = same ? this.pending.map((one) => (one === same ? kept : one)) : [...this.pending, kept];
    void this.#options.pause().then(() => {
      if (this.#words.get(kept.id) !== key) return;
      this.#words.set(kept.id, null);
      void this.flush();
    });
  }

  forget(id: string): void {
    this.#options.shelf.take(this.#key(id));
    this.refused = this.refused.filter((kept) => kept.id !== id);
  }

  /** Send what waits, until it is empty or the line does not answer. */
  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#next(); next; next = this.#next()) {
        const words = this.#words.delete(next.id);
        const answer = await this.#options.send(next.id, next.draft);
        if (!answer.ok && answer.code === 'offline') {
          if (words) this.#words.set(next.id, null);
          break;
        }
        // A line that does not answer is soon offline, or comes to itself; nothing else would wake this queue.
        if (!answer.ok && LATER.has(answer.code)) await this.#options.pause();
        else this.#settle(next, answer);
      }
    } finally {
      this.#sending = false;
    }
  }

  /** The view now shows what was answered: what it overlaid can go. */
  shown(): void {
    if (this.#answered.size === 0) return;
    this.pending = this.pending.filter(({ id }) => !this.#answered.has(id));
    this.#answered.clear();
  }

  #next(): Pending | undefined {
    return this.pending.find(({ id }) => !this.#answered.has(id) && !this.#words.get(id));
  }

  #settle(kept: Pending, answer: Answer): void {
    if (answer.ok) {
      this.#options.shelf.take(this.#key(kept.id));
      // Still overlaid until a view shows it, so that a mark does not blink back; without one, not for ever.
      this.#answered.add(kept.id);
      void this.#options.pause().then(() => this.shown());
      return;
    }
    const refused = { id: kept.id, draft: kept.draft, code: answer.code as Refusal, at: this.#options.now() };
    this.#put(refused);
    this.pending = this.pending.filter(({ id }) => id !== kept.id);
    this.refused = [...this.refused, refused];
  }

  #put(kept: Pending | Refused): void {
    this.#options.shelf.put(this.#key(kept.id), JSON.stringify(kept));
  }

  #key(id: string): string {
    return `${this.#options.name}${id}`;
  }
}

/** What another version, or another hand, may have left is passed over: it must not keep the page from opening. */
function readKept(value: string): Pending | Refused | null {
  const kept = attempt(() => JSON.parse(value) as unknown);
  const complete = typeof kept === 'object' && kept !== null && 'id' in kept && 'draft' in kept;
  return complete ? (kept as Pending | Refused) : null;
}

/** This device's shelf. A browser that refuses storage still works: the commands then live as long as the page. */
export const deviceShelf: Shelf = {
  put(key, value) {
    attempt(() => localStorage.setItem(key, value));
  },
  take(key) {
    attempt(() => localStorage.removeItem(key));
  },
  all() {
    return attempt(() => Object.entries(localStorage)) ?? [];
  },
};

function attempt<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
