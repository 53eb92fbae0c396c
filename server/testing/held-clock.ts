import { after, type Instant, instant } from '../../shared/time.ts';
import type { Clock, Woken } from '../clock.ts';

/** A clock that a test holds in its hand: it moves when told to, and runs what falls due on the way. */
export class HeldClock implements Clock {
  readonly rate = 1;
  #now: Instant;
  #woken: readonly Woken[] = [];
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

  whenWoken(tell: Woken): () => void {
    this.#woken = [...this.#woken, tell];
    return () => {
      this.#woken = this.#woken.filter((other) => other !== tell);
    };
  }

  goOnFrom(at: Instant): void {
    if (at > this.#now) this.#now = at;
  }

  /** The machine sleeps: time goes on, and whoever asked is told before what fell due is run. */
  asleepFor(milliseconds: number): void {
    const lastAwake = this.#now;
    this.#now = after(this.#now, milliseconds);
    for (const tell of this.#woken) tell(lastAwake);
    this.advance(0);
  }

  advance(milliseconds: number): void {
    this.#now = after(this.#now, milliseconds);
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { run } of due) run();
  }
}
