import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runningClock } from '../../server/clock.ts';
import { Journal } from '../../server/journal.ts';
import { Room } from '../../server/room.ts';
import type { Setup } from '../../shared/setup.ts';

/** What the parent may ask, and what it is told. */
export interface Answers {
  readonly links: readonly { readonly audience: string; readonly url: string }[];
  /** Where the journal stands, and who has added to it since this was last asked. */
  readonly standing: { readonly head: string; readonly phase: string; readonly written: readonly string[] };
  readonly memory: { readonly rss: number; readonly heapUsed: number };
}
export interface Ask {
  readonly number: number;
  readonly name: keyof Answers;
  readonly forum: string;
}

/** A real server in a process of its own, with real files; its parent can look over its shoulder. */
export class ServerProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'estrade-'));
  url = '';
  /** Resolves with how it ended; only a stop that was asked for is none of a fault. */
  ended: Promise<string> = Promise.resolve('never begun');
  errors = '';
  #child: ChildProcess | null = null;
  #asked = 0;
  readonly #waiting = new Map<number, (answer: never) => void>();

  get data(): string {
    return join(this.folder, 'data');
  }

  async open(setups: readonly Setup[], limits: 'lifted' | 'kept'): Promise<this> {
    mkdirSync(this.data);
    for (const setup of setups) Room.open(new Journal(join(this.data, `${setup.id}.sqlite`)), runningClock(), setup).close();
    const pages = join(this.folder, 'client');
    mkdirSync(join(pages, 'assets'), { recursive: true });
    for (const page of ['index.html', 'gallery.html', 'verify.html']) writeFileSync(join(pages, page), `<title>${page}</title>`);
    const child = fork(fileURLToPath(new URL('served.ts', import.meta.url)), [this.data, pages, limits], {
      execArgv: ['--import', 'tsx', '--expose-gc'],
      env: { ...process.env, ESTRADE_LOG: 'error' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.stderr?.on('data', (text) => {
      this.errors = `${this.errors}${text}`.slice(-20_000);
    });
    this.ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(`${signal ?? code}`)));
    await new Promise<void>((resolve, reject) => {
      child.on('message', (message: { url: string } | { number: number; answer: never }) => {
        if ('url' in message) {
          this.url = message.url;
          resolve();
        } else {
          this.#waiting.get(message.number)?.(message.answer);
          this.#waiting.delete(message.number);
        }
      });
      void this.ended.then((how) => reject(new Error(`the server ended (${how}): ${this.errors}`)));
    });
    return this;
  }

  async ask<Name extends keyof Answers>(name: Name, forum = ''): Promise<Answers[Name]> {
    this.#asked += 1;
    const ask: Ask = { number: this.#asked, name, forum };
    const answer = new Promise<Answers[Name]>((resolve) => this.#waiting.set(ask.number, resolve as (answer: never) => void));
    this.#child?.send(ask);
    return Promise.race([answer, this.ended.then((how) => Promise.reject(new Error(`the server ended (${how}): ${this.errors}`)))]);
  }

  /** Ask it to stop as a person does, and wait; how it ended. */
  async stop(): Promise<string> {
    this.#child?.kill('SIGTERM');
    return this.ended;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
