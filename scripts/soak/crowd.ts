import { type AudienceLink, byRole } from '../../server/links.ts';
import { Caller } from '../../server/testing/caller.ts';
import { seeded } from '../rehearsal/marks.ts';

/** So many devices beside those who play: each comes, stays a while and goes, with a goodbye or without, until it is called in or sent home. */
export class Crowd {
  readonly #size: number;
  readonly #chance: () => number;
  /** Real milliseconds of a room minute. */
  readonly #minute: number;
  readonly #in = new Map<number, Caller>();
  #links: ReturnType<typeof byRole> | null = null;
  #assembled = false;
  #over = false;
  /** How often somebody came. */
  came = 0;
  #lives: readonly Promise<void>[] = [];

  constructor(size: number, seed: number, minute: number) {
    this.#size = size;
    this.#chance = seeded(seed);
    this.#minute = minute;
  }

  /** To another forum, from now on. */
  goTo(links: readonly AudienceLink[], publicLink: string): void {
    this.#links = byRole(links, publicLink);
    if (this.#lives.length === 0) this.#lives = Array.from({ length: this.#size }, (_, index) => this.#live(index));
  }

  /** Everybody in, and staying, until they are let go again. */
  async assemble(): Promise<void> {
    this.#assembled = true;
    while (this.#in.size < this.#size) await pause(20);
  }
  letGo(): void {
    this.#assembled = false;
  }

  async goHome(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#lives);
  }

  async #live(index: number): Promise<void> {
    while (!this.#over) {
      await this.#wait(1 + 9 * this.#chance(), () => this.#assembled);
      if (this.#over) return;
      const caller = await Caller.join(this.#linkOf(index), { device: `soak-device-${index}`, take: true });
      this.came += 1;
      this.#in.set(index, caller);
      await this.#wait(2 + 28 * this.#chance(), () => false);
      while (this.#assembled && !this.#over) await pause(20);
      this.#in.delete(index);
      // Half of them say goodbye; the others walk out of the Wi-Fi.
      if (this.#chance() < 0.5) caller.leave();
      else {
        caller.socket.io.reconnection(false);
        caller.socket.io.engine.close();
      }
    }
  }

  #linkOf(index: number): string {
    const links = this.#links;
    if (!links) throw new Error('nowhere to go');
    const [one, of] = [index % 10, Math.floor(index / 10)];
    const several = <One>(list: readonly One[]) => list[of % list.length] as One;
    if (one < 2) return several(links.jurors).url;
    if (one < 4) return several(links.tables).url;
    if (one === 4) return several([links.projector, links.stage, ...links.coaches]) ?? links.public;
    return links.public;
  }

  /** Minutes of the room, shorter when it is over or `enough`. */
  async #wait(minutes: number, enough: () => boolean): Promise<void> {
    const until = performance.now() + minutes * this.#minute;
    while (performance.now() < until && !this.#over && !enough()) await pause(Math.min(20, this.#minute));
  }
}

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
