import { RateLimiterMemory } from 'rate-limiter-flexible';
import { CODES } from './cards.ts';

const HOUR = 3_600;

/** How many wrong codes are taken, in how many seconds: of one address, for one card, and in all. */
export const LIMITS = {
  /** A whole room may come from one address: sixty people, each with a slip and a right code. */
  address: { points: 120, duration: HOUR },
  card: { points: 10, duration: HOUR / 6 },
  overall: { points: 500, duration: 6 * HOUR },
} as const;

/**
 * The chance that somebody who tries as fast as the limits let, from any number of addresses, finds the code of any card in so many seconds.
 * Each try is at one card, so however many cards there are, each finds one in `CODES`. A window that began before counts whole.
 */
export const chanceOfGuessing = (seconds: number): number =>
  (LIMITS.overall.points * (Math.ceil(seconds / LIMITS.overall.duration) + 1)) / CODES;

/** Wrong codes, counted before they are looked at, so that many at once are no way round; a right one gives its try back. Kept in memory. */
export class Tries {
  readonly #limiters = [LIMITS.address, LIMITS.card, LIMITS.overall].map((limit) => new RateLimiterMemory(limit));

  /** Seconds to wait, or null when the try may be made. An address that is at its limit uses up nobody else's tries. */
  async begin(address: string, card: string): Promise<number | null> {
    const keys = [address, card, 'all'];
    for (const [index, limiter] of this.#limiters.entries()) {
      const wait = await limiter.consume(keys[index] ?? '').then(
        () => null,
        (full: { msBeforeNext: number }) => Math.max(1, Math.ceil(full.msBeforeNext / 1_000)),
      );
      if (wait !== null) return wait;
    }
    return null;
  }

  async wasRight(address: string, card: string): Promise<void> {
    const keys = [address, card, 'all'];
    await Promise.all(this.#limiters.map((limiter, index) => limiter.reward(keys[index] ?? '')));
  }
}
