import { after, type Instant, instant } from '../../shared/time.ts';
import type { Clock } from '../clock.ts';

/** A clock that a test holds in its hand: it moves when told to, and runs what falls due on the way. */
export class HeldClock implements Clock {
  readonly rate = 1;
  #now: Instant;
  #due: { readonly at: Instant; readonly run: () => void }[] = [];

  constructor(start: number) {
    this.#now = instant(start);
  }

  now(): Instant {
    return this.#now;
  }

  when(at: Instant, run: () => void): () => void {
    const waiting = { at, run };
    this.#due.push(waiting);
    return () => {
      this.#due = this.#due.filter((other) => other !== waiting);
    };
  }

  goOnFrom(at: Instant): void {
    if (at > this.#now) this.#now = at;
  }

  advance(milliseconds: number): void {
    this.#now = after(this.#now, milliseconds);
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { run } of due) run();
  }
}
