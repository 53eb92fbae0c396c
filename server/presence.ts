import { audienceKey } from '../shared/audience.ts';
import { audiencesOf } from '../shared/links.ts';
import type { Presence } from '../shared/protocol.ts';
import type { Setup } from '../shared/setup.ts';
import type { Instant } from '../shared/time.ts';

/** How many screens each audience has open, and since when one that had some has none. Kept in memory: it is about now. */
export class Attendance {
  readonly #screens = new Map<string, number>();
  readonly #silentSince = new Map<string, Instant>();

  came(key: string): void {
    this.#screens.set(key, this.of(key) + 1);
    this.#silentSince.delete(key);
  }

  left(key: string, at: Instant): void {
    const screens = this.of(key) - 1;
    this.#screens.set(key, screens);
    if (screens === 0) this.#silentSince.set(key, at);
  }

  of(key: string): number {
    return this.#screens.get(key) ?? 0;
  }

  /** One line per audience that has a link; the public is only counted. */
  report(setup: Setup, at: Instant): Presence {
    return {
      at,
      audiences: audiencesOf(setup).map((audience) => {
        const key = audienceKey(audience);
        return { audience: key, screens: this.of(key), silentSince: this.#silentSince.get(key) ?? null };
      }),
      publicScreens: this.of('public'),
    };
  }
}
