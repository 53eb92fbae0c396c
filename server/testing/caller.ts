import { randomUUID } from 'node:crypto';
import { io, type ManagerOptions, type Socket } from 'socket.io-client';
import type { Command } from '../../shared/commands.ts';
import type { Frame, Keeping, Outcome, Presence, Welcome } from '../../shared/protocol.ts';
import { partOf, type Views } from '../../shared/view.ts';

/** What a link says, read as a device does: `http://host/forum/role#token`. */
function readLink(link: string): { origin: string; forum: string; token?: string } {
  const { origin, pathname, hash } = new URL(link);
  const forum = pathname.split('/')[1] ?? '';
  return hash === '' ? { origin, forum } : { origin, forum, token: hash.slice(1) };
}

/** What a device says of itself in the handshake, besides its link; `auth` of its socket can be changed before it comes back. */
type Changes = Partial<{ token: string; device: string; take: boolean }>;

/** How it comes: by which transport, with which headers, trusting which certificate. */
type How = Pick<Partial<ManagerOptions>, 'transports' | 'extraHeaders' | 'ca'>;

/** A device on a real socket, without a screen: it holds the last view, hears everything and can give commands. For tests and rehearsals. */
export class Caller {
  views: Partial<Views> = {};
  audience: Welcome['audience'] = { role: 'public' };
  /** Every frame heard after the welcome, in order. */
  readonly frames: Frame[] = [];
  readonly presences: Presence[] = [];
  readonly keepings: Keeping[] = [];
  /** The address of the public page, as the server gives it to this device. */
  join = '';
  welcomes = 0;
  readonly socket: Socket;
  #changed: (() => void)[] = [];

  private constructor(link: string, changes: Changes, how: How) {
    const { origin, ...auth } = readLink(link);
    this.socket = io(origin, {
      path: '/live',
      auth: { ...auth, ...changes },
      transports: ['websocket'],
      ...how,
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
    });
    this.socket.on('welcome', (welcome: Welcome) => {
      this.views = welcome.views;
      this.audience = welcome.audience;
      this.join = welcome.join;
      this.welcomes += 1;
      this.#tell();
    });
    this.socket.on('frame', (frame: Frame) => {
      this.frames.push(frame);
      this.views = { ...this.views, [partOf(frame.channel)]: frame.view };
      this.#tell();
    });
    this.socket.on('presence', (presence: Presence) => {
      this.presences.push(presence);
      this.#tell();
    });
    this.socket.on('keeping', (keeping: Keeping) => {
      this.keepings.push(keeping);
      this.#tell();
    });
    for (const event of ['disconnect', 'connect_error', 'closed']) this.socket.on(event, () => this.#tell());
  }

  /** Connected and welcomed; rejects with the server's reason when it is not let in. */
  static async join(link: string, changes: Changes = {}, how: How = {}): Promise<Caller> {
    const caller = new Caller(link, changes, how);
    await new Promise<void>((resolve, reject) => {
      const turnedAway = (error: Error) => {
        caller.leave();
        reject(error);
      };
      caller.socket.once('connect_error', turnedAway);
      caller.socket.once('welcome', () => {
        // Once in, a lost line is not a refusal: the device comes back by itself.
        caller.socket.off('connect_error', turnedAway);
        resolve();
      });
    });
    return caller;
  }

  /** Give a command; the same id may be given again. */
  command(command: Command, id: string = randomUUID()): Promise<Outcome> {
    return this.raw({ id, command });
  }

  /** Send anything as a command, as a broken or hostile device would. */
  raw(message: unknown): Promise<Outcome> {
    return this.socket.timeout(20_000).emitWithAck('command', message) as Promise<Outcome>;
  }

  /** The step this device saw last. */
  get step(): number {
    return this.views.regie?.step ?? this.views.live?.step ?? -1;
  }

  /** Resolves when what this device knows satisfies the condition, at once or after a message. */
  until(condition: (views: Partial<Views>) => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!condition(this.views)) return;
        this.#changed = this.#changed.filter((listener) => listener !== check);
        resolve();
      };
      this.#changed.push(check);
      check();
    });
  }

  leave(): void {
    this.socket.disconnect();
  }

  #tell(): void {
    for (const listener of [...this.#changed]) listener();
  }
}
