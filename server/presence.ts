import { audienceKey } from '../shared/audience.ts';
import { audiencesOf } from '../shared/links.ts';
import type { Presence } from '../shared/protocol.ts';
import type { Setup } from '../shared/setup.ts';
import type { Instant } from '../shared/time.ts';

const PUBLIC = 'public';

/** How many screens each audience has open, and since when one that had some has none. Kept in memory: it is about now. */
export class Attendance {
  readonly #screens = new Map<string, number>();
  readonly #addresses = new Map<string, number>();
  readonly #silentSince = new Map<string, Instant>();

  came(key: string, address: string): void {
    if (key === PUBLIC) this.#addresses.set(address, this.ofAddress(address) + 1);
    this.#screens.set(key, this.of(key) + 1);
    this.#silentSince.delete(key);
  }

  left(key: string, address: string, at: Instant): void {
    if (key === PUBLIC && this.ofAddress(address) > 1) this.#addresses.set(address, this.ofAddress(address) - 1);
    else if (key === PUBLIC) this.#addresses.delete(address);
    const screens = this.of(key) - 1;
    this.#screens.set(key, screens);
    if (screens === 0) this.#silentSince.set(key, at);
  }

  of(key: string): number {
    return this.#screens.get(key) ?? 0;
  }

  /** Screens of the public that came from there. */
  ofAddress(address: string): number {
    return this.#addresses.get(address) ?? 0;
  }

  /** How many audiences have a screen open. */
  get open(): number {
    return [...this.#screens.values()].filter((screens) => screens > 0).length;
  }

  /** One line per audience that has a link; the public is only counted. */
  report(setup: Setup, at: Instant): Omit<Presence, 'excesses'> {
    return {
      at,
      audiences: audiencesOf(setup).map((audience) => {
        const key = audienceKey(audience);
        return { audience: key, screens: this.of(key), silentSince: this.#silentSince.get(key) ?? null };
      }),
      publicScreens: this.of(PUBLIC),
    };
  }
}
