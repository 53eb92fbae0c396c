import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { readyLinks } from '../../server/links.ts';
import type { Entry } from '../../shared/events.ts';
import { Broken } from './ledger.ts';
import type { End, Told } from './server.ts';

type Links = ReturnType<typeof readyLinks>;
type Heard = { readonly loaded?: true; readonly port?: number; readonly links?: Links; readonly entries?: readonly Entry[] };
export type Serving = Omit<Extract<Told, { say: 'serve' }>, 'say'>;

const ENTRY = fileURLToPath(new URL('./server.ts', import.meta.url));

/** One life of the server, in a process of its own. */
export class Victim {
  readonly #child: ChildProcess;
  readonly #loaded: Promise<void>;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  /** What ended it, when that was not a kill. */
  fault: string | null = null;
  dead = false;
  #said = '';

  constructor() {
    this.#child = fork(ENTRY, [], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, ESTRADE_LOG: 'silent' },
    });
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#said += text;
    });
    this.gone = new Promise((resolve) => {
      this.#child.on('exit', (code, signal) => {
        this.dead = true;
        if (signal !== 'SIGKILL') this.fault = `the server ended by itself (${code ?? signal}) ${this.#said.slice(0, 500)}`;
        resolve();
      });
    });
    // A process that dies in between closes the channel under a message: that it is gone is told by `gone`.
    this.#child.on('error', () => undefined);
    this.#loaded = this.#hear(({ loaded }) => loaded).then(() => undefined);
  }

  /** Serves, once loaded; null when it died before it was ready. */
  async serve(serving: Serving): Promise<{ port: number; links: Links } | null> {
    await this.#loaded;
    const ready = this.#hear(({ port, links }) => (port !== undefined && links ? { port, links } : undefined));
    this.#tell({ say: 'serve', ...serving });
    return ready;
  }

  /** From now on it dies at this step. */
  endAt(end: End): void {
    this.#tell({ say: 'end', end });
  }

  /** The journal after an entry, as the process reads it from its disk; null when it died meanwhile. */
  async entries(after: number): Promise<readonly Entry[] | null> {
    const entries = this.#hear((heard) => heard.entries);
    this.#tell({ say: 'entries', after });
    return entries;
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #tell(told: Told): void {
    if (this.#child.connected) this.#child.send(told, () => undefined);
  }

  #hear<Kind>(read: (heard: Heard) => Kind | undefined): Promise<Kind | null> {
    return new Promise((resolve) => {
      const listener = (heard: Heard) => {
        const found = read(heard);
        if (found === undefined) return;
        this.#child.off('message', listener);
        resolve(found);
      };
      this.#child.on('message', listener);
      void this.gone.then(() => resolve(null));
    });
  }
}

/** The next life is loaded while this one is lived, so that a restart costs what the server's own start costs. */
export class Victims {
  #next: Victim | null = null;

  async rise(): Promise<Victim> {
    const victim = this.#next ?? new Victim();
    this.#next = new Victim();
    if (victim.fault) throw new Broken(victim.fault);
    return victim;
  }

  async end(): Promise<void> {
    this.#next?.kill();
    await this.#next?.gone;
    this.#next = null;
  }
}
