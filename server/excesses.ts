import type { Excess } from '../shared/protocol.ts';
import type { Instant } from '../shared/time.ts';

/** How long an excess that has ended is still told, and how many are. */
const TOLD = 10 * 60_000;
const MOST = 20;

/** Who asked for more than the server gives: kept in memory, told to those who can act on it, forgotten when it is over. */
export class Excesses {
  #all = new Map<string, Excess & { readonly forum: string | null }>();
  readonly #listeners: (() => void)[] = [];

  listen(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** An excess of a link, or of an address where there is none; of no forum while it has not said which. */
  note(forum: string | null, audience: string, address: string, done: Excess['done'], at: Instant): void {
    const from = audience === 'public' ? address : null;
    const name = `${forum} ${audience} ${from}`;
    const known = this.#all.get(name);
    this.#all.delete(name);
    this.#all.set(name, { forum, audience, address: from, since: known?.since ?? at, last: at, done, times: (known?.times ?? 0) + 1 });
    const [oldest] = this.#all.keys();
    if (this.#all.size > MOST && oldest !== undefined) this.#all.delete(oldest);
    for (const listener of this.#listeners) listener();
  }

  /** A link was issued anew: what it did was done by another. */
  forget(forum: string, audience: string): void {
    this.#all.delete(`${forum} ${audience} null`);
  }

  /** Those of a forum, and those that have not said which; the latest first. */
  report(forum: string, at: Instant): readonly Excess[] {
    for (const [name, { last }] of this.#all) if (at - last > TOLD) this.#all.delete(name);
    return [...this.#all.values()]
      .filter((one) => one.forum === null || one.forum === forum)
      .map(({ audience, address, since, last, done, times }) => ({ audience, address, since, last, done, times }))
      .reverse();
  }
}
