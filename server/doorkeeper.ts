import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'socket.io';
import { Budget, Budgets, Waiting } from './budget.ts';
import type { Clock } from './clock.ts';
import type { Excesses } from './excesses.ts';
import { GOODBYE, type Limits, ONE_MESSAGE, STILL } from './limits.ts';

/** A connection of Engine.IO, before and under Socket.IO's. */
export type Line = Socket['conn'];
interface Packet {
  readonly type: string;
  readonly data?: unknown;
}

/** Who may come to the door, and how much anyone may say or leave unread there, whoever it is. */
export class Doorkeeper {
  readonly #limits: Limits;
  readonly #clock: Clock;
  readonly #excesses: Excesses;
  readonly #openings: Budgets;
  readonly #unnamed: Waiting<Line>;
  readonly #names = new WeakMap<Line, { readonly forum: string; readonly key: string }>();

  constructor(limits: Limits, clock: Clock, excesses: Excesses) {
    this.#limits = limits;
    this.#clock = clock;
    this.#excesses = excesses;
    this.#openings = new Budgets(limits.openingsOfAddress);
    this.#unnamed = new Waiting(limits.unnamedLines, (line) => this.#end(line));
  }

  /** Sockets that have asked for no line yet: of too many the oldest is closed, as is one on which nothing moves. */
  watch(http: HttpServer): void {
    const strange = new Waiting<Duplex>(this.#limits.strangeSockets, (socket) => socket.destroy());
    http.setTimeout(STILL);
    http.on('connection', (socket) => {
      strange.came(socket);
      socket.once('close', () => strange.left(socket));
    });
    http.on('upgrade', (_request, socket) => strange.left(socket));
  }

  /** Whether this address may open one more line now. */
  admits({ socket }: IncomingMessage): boolean {
    const [address, now] = [socket.remoteAddress ?? '', this.#clock.now()];
    const admitted = this.#openings.spend(address, now);
    if (!admitted) this.#excesses.note(null, 'public', address, 'kept-out', now);
    return admitted;
  }

  /** A line is open, and nobody knows whose it is. */
  opened(line: Line): void {
    this.#unnamed.came(line);
    const messages = new Budget(this.#limits.messagesOfLine, this.#clock.now());
    let unread = 0;
    line.on('packet', ({ type, data }: Packet) => {
      // Ours speak in text: bytes would be kept until all that was announced of them has come.
      const isOurs = type !== 'message' || typeof data === 'string';
      if (!isOurs || !messages.spend(this.#clock.now(), 1 + Math.floor(lengthOf(data) / ONE_MESSAGE))) this.#end(line);
    });
    line.on('packetCreate', ({ data }: Packet) => {
      // A view may be larger than all that may wait, so long as nothing waits before it.
      if (unread > this.#limits.unread) this.#end(line);
      else unread += lengthOf(data);
    });
    line.on('flush', () => {
      unread = 0;
    });
    line.once('close', () => {
      this.#unnamed.left(line);
      // Whoever does not answer the closing would keep its socket for as long as the library waits.
      setTimeout(() => terminate(line), GOODBYE).unref();
    });
  }

  /** It has said who it is; false if it had before, or had to go: one line is one screen. */
  named(line: Line, forum: string, key: string): boolean {
    this.#names.set(line, { forum, key });
    return this.#unnamed.left(line);
  }

  #end(line: Line): void {
    if (line.readyState !== 'open') return;
    const { forum = null, key = 'public' } = this.#names.get(line) ?? {};
    this.#excesses.note(forum, key, line.remoteAddress, 'closed', this.#clock.now());
    line.close(true);
    // Who reads nothing would not hear a goodbye either.
    terminate(line);
  }
}

/** The WebSocket under a line, if there is one, without a word. */
function terminate({ transport }: Line): void {
  const { socket } = transport as { socket?: { terminate?(): void } };
  socket?.terminate?.();
}

const lengthOf = (data: unknown): number => (typeof data === 'string' ? data.length : 0);
