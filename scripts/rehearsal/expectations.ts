import type { Outcome } from '../../shared/protocol.ts';

export interface Expectation {
  readonly what: string;
  readonly held: boolean;
  readonly seen: string;
}

/** What a rehearsal checks as it goes; it fails if one of them does not hold. */
export class Expectations {
  readonly #all: Expectation[] = [];
  readonly #counts = new Map<string, number>();

  that(what: string, held: boolean, seen: string): void {
    this.#all.push({ what, held, seen });
  }

  /** A command that must be accepted. Counted, and listed one by one only when refused. */
  accepted(what: string, outcome: Outcome): void {
    if (outcome.ok) this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
    else this.that(`${what} is accepted`, false, reason(outcome));
  }

  /** The same, where nothing that follows makes sense without it. Throws a sentence when it was refused. */
  must(what: string, outcome: Outcome): void {
    this.accepted(what, outcome);
    if (!outcome.ok) throw new Error(`${what} was refused: ${reason(outcome)}`);
  }

  count(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  get all(): readonly Expectation[] {
    return this.#all;
  }

  get held(): boolean {
    return this.#all.length > 0 && this.#all.every(({ held }) => held);
  }
}

const reason = (outcome: Extract<Outcome, { ok: false }>): string =>
  outcome.detail ? `${outcome.code} (${outcome.detail})` : outcome.code;
