import type { Instant } from '../shared/time.ts';
import type { Allowance } from './limits.ts';

/** What somebody may still ask for: full at first, spent by asking, filled again by time. */
export class Budget {
  readonly #allowance: Allowance;
  #left: number;
  #at: Instant;

  constructor(allowance: Allowance, now: Instant) {
    this.#allowance = allowance;
    this.#left = allowance.burst;
    this.#at = now;
  }

  /** Whether there is enough left for this; if so it is spent. */
  spend(now: Instant, cost = 1): boolean {
    const { burst, perSecond } = this.#allowance;
    this.#left = Math.min(burst, this.#left + (Math.max(0, now - this.#at) / 1_000) * perSecond);
    this.#at = now;
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }
}

/** Names beyond which the one asked for longest ago is forgotten: addresses are many. */
const NAMES = 10_000;

/** A budget for each name. */
export class Budgets {
  readonly #allowance: Allowance;
  readonly #budgets = new Map<string, Budget>();

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  spend(name: string, now: Instant): boolean {
    const budget = this.#budgets.get(name) ?? new Budget(this.#allowance, now);
    this.#budgets.delete(name);
    this.#budgets.set(name, budget);
    for (const oldest of this.#budgets.keys()) {
      if (this.#budgets.size <= NAMES) break;
      this.#budgets.delete(oldest);
    }
    return budget.spend(now);
  }

  /** Begin afresh: the name belongs to somebody else now. */
  forget(name: string): void {
    this.#budgets.delete(name);
  }
}

/** Who waits, in the order of coming; where too many do, the one that has waited longest has to go. */
export class Waiting<T> {
  readonly #most: number;
  readonly #dismiss: (one: T) => void;
  readonly #all = new Set<T>();

  constructor(most: number, dismiss: (one: T) => void) {
    this.#most = most;
    this.#dismiss = dismiss;
  }

  came(one: T): void {
    this.#all.add(one);
    const [oldest] = this.#all;
    if (this.#all.size <= this.#most || oldest === undefined) return;
    this.#all.delete(oldest);
    this.#dismiss(oldest);
  }

  /** It waits no more; false if it did not. */
  left(one: T): boolean {
    return this.#all.delete(one);
  }
}
