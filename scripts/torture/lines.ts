import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { type Chance, chanceOf } from './chance.ts';
import { isAcknowledgement, Wire } from './wire.ts';

/** What happens to one connection; counted in messages of the server, so that it does not depend on the machine's speed. */
interface Fate {
  /** Milliseconds that every piece waits, and at most how many more. */
  readonly delay: number;
  readonly jitter: number;
  /** After so many messages nothing comes through any more, in neither direction, and nobody is told. */
  readonly silentAfter: number;
  /** Milliseconds until a silent line is cut. */
  readonly silence: number;
  /** After so many messages the line is cut. */
  readonly cutAfter: number;
  /** Share of the acknowledgements that never arrive, though the line stays. */
  readonly swallows: number;
}

const GOOD: Fate = { delay: 0, jitter: 0, silentAfter: Infinity, silence: 0, cutAfter: Infinity, swallows: 0 };

function fateOf(chance: Chance): Fate {
  const kind = chance.whole(1, 20);
  const slow = { delay: chance.whole(1, 30), jitter: chance.whole(0, 40) };
  const count = chance.whole(2, 60);
  if (kind <= 7) return GOOD;
  if (kind <= 11) return { ...GOOD, ...slow };
  if (kind <= 14) return { ...GOOD, ...slow, cutAfter: count };
  if (kind <= 16) return { ...GOOD, silentAfter: count, silence: chance.whole(200, 1500) };
  return { ...GOOD, swallows: chance.whole(2, 6) / 10 };
}

export interface Faults {
  delayed: number;
  cuts: number;
  silences: number;
  swallowed: number;
}

interface Line {
  cut(): void;
  /** Resolves when it has ended, what was under way having arrived. */
  drained(): Promise<void> | void;
}

/** Bad Wi-Fi on the loopback: a port for each device, which carries its bytes to the server and does to them what chance says. */
export class BadLines {
  readonly faults: Faults = { delayed: 0, cuts: 0, silences: 0, swallowed: 0 };
  /** Where the server listens. */
  target = 0;
  /** Whether lines go wrong. */
  bad = false;
  readonly #servers: Server[] = [];
  readonly #lines = new Set<Line>();

  /** The port of a device of this name. */
  async open(seed: string, name: string): Promise<number> {
    const chance = chanceOf(seed, `line ${name}`);
    const server = createServer((client) => this.#carry(client, chance));
    this.#servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  /**
   * The server is dead: what it said before arrives, then its lines end; silent ones are cut. What comes next is good until somebody says
   * otherwise.
   */
  async drained(): Promise<void> {
    this.bad = false;
    await Promise.all([...this.#lines].map((line) => line.drained()));
  }

  close(): void {
    for (const { cut } of [...this.#lines]) cut();
    for (const server of this.#servers.splice(0)) server.close();
  }

  #carry(client: Socket, chance: Chance): void {
    const fate = fateOf(chance);
    const server = connect(this.target, '127.0.0.1');
    let silent = false;
    let seen = 0;
    let ended: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const cut = () => {
      client.destroy();
      server.destroy();
      this.#lines.delete(line);
      ended();
    };
    const line: Line = { cut, drained: () => (silent ? cut() : gone) };
    this.#lines.add(line);
    for (const socket of [client, server]) socket.setNoDelay(true);
    client.on('error', cut);
    // Its close follows.
    server.on('error', () => undefined);
    const wait = () => (this.bad && fate.delay > 0 ? fate.delay + chance.whole(0, fate.jitter) : 0);
    const up = new Lane(server, () => this.#delayed(wait()));
    const down = new Lane(client, () => this.#delayed(wait()));
    const wire = new Wire();
    client.on('data', (bytes) => {
      if (!silent) up.put(bytes);
    });
    server.on('data', (bytes) => {
      for (const piece of wire.take(bytes)) {
        if (silent) return;
        seen += this.bad ? 1 : 0;
        if (this.bad && seen >= fate.cutAfter) {
          this.faults.cuts += 1;
          return cut();
        }
        if (this.bad && seen >= fate.silentAfter) {
          this.faults.silences += 1;
          silent = true;
          setTimeout(cut, fate.silence);
          return;
        }
        if (this.bad && fate.swallows > 0 && isAcknowledgement(piece) && chance.happens(fate.swallows)) this.faults.swallowed += 1;
        else down.put(piece);
      }
    });
    client.on('close', () => (silent ? undefined : cut()));
    server.on('close', () => (silent ? undefined : down.end(() => client.end(cut))));
  }

  #delayed(wait: number): number {
    if (wait > 0) this.faults.delayed += 1;
    return wait;
  }
}

/** One direction of a line: pieces arrive late, never out of order. */
class Lane {
  readonly #to: Socket;
  readonly #wait: () => number;
  readonly #queue: { readonly bytes: Buffer; readonly at: number }[] = [];
  #timer: NodeJS.Timeout | null = null;
  #last = 0;
  #after: (() => void) | null = null;

  constructor(to: Socket, wait: () => number) {
    this.#to = to;
    this.#wait = wait;
  }

  put(bytes: Buffer): void {
    this.#last = Math.max(this.#last, performance.now() + this.#wait());
    this.#queue.push({ bytes, at: this.#last });
    this.#pump();
  }

  end(after: () => void): void {
    this.#after = after;
    this.#pump();
  }

  #pump(): void {
    if (this.#timer) return;
    for (let head = this.#queue[0]; head; head = this.#queue[0]) {
      const left = head.at - performance.now();
      if (left > 0) {
        this.#timer = setTimeout(() => {
          this.#timer = null;
          this.#pump();
        }, left);
        return;
      }
      this.#queue.shift();
      if (!this.#to.destroyed) this.#to.write(head.bytes);
    }
    this.#after?.();
  }
}
