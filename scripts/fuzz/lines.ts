import { connect } from 'node:net';
import { RawLine } from '../../server/testing/raw-line.ts';
import type { Outcome } from '../../shared/protocol.ts';
import type { ServerProcess } from './process.ts';

/** How long an answer is waited for before it is a fault. */
const PATIENCE = 30_000;

/** The lines of one forum, one for each audience, opened again when the server or a link issued anew has closed them. */
export class Lines {
  readonly #server: ServerProcess;
  readonly #forum: string;
  readonly #open = new Map<string, Promise<RawLine>>();
  readonly #answers = new Map<string, (outcome: Outcome | null) => void>();
  #asked = 0;

  constructor(server: ServerProcess, forum: string) {
    this.#server = server;
    this.#forum = forum;
  }

  async linkOf(audience: string): Promise<string> {
    const links = await this.#server.ask('links', this.#forum);
    return links.find((link) => link.audience === audience)?.url ?? `${this.#server.url}/${this.#forum}`;
  }

  /** Give a command as text; its outcome, or null when the line was closed before. */
  async command(by: string, text: string): Promise<Outcome | null> {
    const line = await this.#lineOf(by);
    this.#asked += 1;
    const name = String(this.#asked);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no answer')), PATIENCE);
      const settle = (outcome: Outcome | null) => {
        clearTimeout(late);
        this.#answers.delete(name);
        resolve(outcome);
      };
      this.#answers.set(name, settle);
      void line.closed.then(() => settle(null));
      line.say(`42${name}["command",${text}]`);
    });
  }

  /** Say things on a line of their own, and wait until the server has answered what came after them, or has closed it. */
  async packets(by: string, frames: readonly (string | Buffer)[]): Promise<void> {
    const line = await this.#enter(by);
    const heard = new Promise<void>((resolve) => {
      line.hear = (text) => text.startsWith('43424242') && resolve();
    });
    for (const frame of frames)
      if (typeof frame === 'string') line.say(frame);
      else line.socket.write(frame);
    line.say('42424242["clock"]');
    // Half a frame swallows what comes after it: the end of the connection is then the end of it.
    line.socket.end();
    await Promise.race([heard, line.closed]);
    line.leave();
  }

  leave(): void {
    for (const line of this.#open.values()) void line.then((one) => one.leave()).catch(() => undefined);
  }

  /** Come in by the link of now: it may be issued anew while one knocks. */
  async #enter(by: string): Promise<RawLine> {
    const link = await this.linkOf(by);
    try {
      return await RawLine.enter(link);
    } catch (error) {
      if ((await this.linkOf(by)) === link) throw error;
      return this.#enter(by);
    }
  }

  #lineOf(by: string): Promise<RawLine> {
    const known = this.#open.get(by);
    if (known !== undefined) return known;
    const opening = this.#enter(by);
    this.#open.set(by, opening);
    void opening.then((line) => {
      line.hear = (text) => this.#heard(text);
      void line.closed.then(() => this.#open.delete(by));
    });
    return opening;
  }

  #heard(text: string): void {
    const [, name = '', outcome] = /^43(\d+)(\[.*\])$/s.exec(text) ?? [];
    if (outcome !== undefined) this.#answers.get(name)?.((JSON.parse(outcome) as [Outcome])[0]);
  }
}

/** Write chunks to a bare socket, then end it; resolves once the server has closed it. */
export function pour(url: string, chunks: readonly Buffer[]): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.once('close', () => resolve());
    // A long poll, or an event stream that nobody ends, is left by the client.
    socket.setTimeout(PATIENCE, () => socket.destroy());
    for (const chunk of chunks) socket.write(chunk);
    socket.end();
  });
}
