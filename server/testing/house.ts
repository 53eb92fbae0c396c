import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Setup } from '../../shared/setup.ts';
import { type Clock, runningClock } from '../clock.ts';
import { sampleSetup } from '../forums.ts';
import type { Limits } from '../limits.ts';
import { readyLinks } from '../links.ts';
import { type ServeConfig, type Served, serve } from '../serve.ts';
import { Caller } from './caller.ts';

/** The sample cut down to a few teams and seats, and changed as a test needs. */
export function smallSetup(change: (setup: Setup) => Setup = (setup) => setup): Setup {
  const sample = sampleSetup();
  const teams = sample.teams.slice(0, 3);
  const seats = [...sample.seats.slice(0, 2), ...sample.seats.filter((seat) => seat.president)];
  return change({
    ...sample,
    id: 'small' as Setup['id'],
    teams,
    seats,
    order: teams.map(({ id }) => id),
    rules: { ...sample.rules, laureates: 2, quorum: { total: 0, colleges: [] } },
  });
}

type Said = Parameters<typeof Caller.join> extends [string, ...infer Rest] ? Rest : never;

/** A real server on a free port, with a real file in a folder of its own. */
export class House {
  readonly folder = mkdtempSync(join(tmpdir(), 'estrade-'));
  readonly #setup: Setup | null;
  readonly #clock: Clock | undefined;
  readonly #limits: Limits | undefined;
  readonly #callers: Caller[] = [];
  #served: Served | null = null;

  /** `null`: no set-up is given, so that the folder must hold a journal before the house opens. */
  constructor(setup: Setup | null = smallSetup(), clock?: Clock, limits?: Limits) {
    this.#setup = setup;
    this.#clock = clock;
    this.#limits = limits;
    mkdirSync(join(this.folder, 'client/assets'), { recursive: true });
    for (const page of ['index.html', 'gallery.html', 'verify.html'])
      writeFileSync(join(this.folder, 'client', page), `<title>${page}</title>`);
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  get served(): Served {
    if (!this.#served) throw new Error('the house is closed');
    return this.#served;
  }

  get links() {
    return readyLinks(this.served.forum, this.served.url);
  }

  async open(more: Partial<ServeConfig> = {}): Promise<this> {
    const clock = this.#clock ?? runningClock();
    this.#served = await serve(
      { port: 0, host: '127.0.0.1', data: this.data, setup: this.#setup, ...more },
      { clock, client: join(this.folder, 'client'), ...(this.#limits ? { limits: this.#limits } : {}) },
    );
    return this;
  }

  async join(link: string | null | undefined, ...said: Said): Promise<Caller> {
    const caller = await Caller.join(link ?? 'http://127.0.0.1:1', ...said);
    this.#callers.push(caller);
    return caller;
  }

  /** Stop the server as a signal would; the file stays. */
  async close(): Promise<void> {
    for (const caller of this.#callers.splice(0)) caller.leave();
    await this.#served?.close();
    this.#served = null;
  }

  async remove(): Promise<void> {
    await this.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
