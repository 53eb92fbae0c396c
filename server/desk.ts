import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Audience } from '../shared/audience.ts';
import type { Entry } from '../shared/events.ts';
import type { Excess, Frame, Outcome, Presence, Welcome } from '../shared/protocol.ts';
import { type Channel, channelsOf, partOf } from '../shared/view.ts';
import { originFor } from './addresses.ts';
import { Budget, Budgets } from './budget.ts';
import type { Clock } from './clock.ts';
import type { Excesses } from './excesses.ts';
import { Frames, isChannel } from './frames.ts';
import { Holders } from './holders.ts';
import type { Limits } from './limits.ts';
import { publicUrl } from './links.ts';
import { Attendance } from './presence.ts';
import { readCommand } from './reading.ts';
import type { Room } from './room.ts';
import { visitOf } from './visit.ts';

/** Counts of ballots reach the régie at most this often; what moves the session is published at once. */
const QUIET = 80;
/** Who is connected is told at most this often. */
const PRESENCE = 1_000;

export interface SocketFacts {
  readonly room: Room;
  readonly audience: Audience;
  readonly key: string;
  /** The device by which a juror's seat is held; null for every other audience, and for a program that names none. */
  readonly device: string | null;
}
export type RoomSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketFacts>;

export interface GatewayOptions {
  readonly rooms: ReadonlyMap<string, Room>;
  readonly boot: string;
  readonly clock: Clock;
  readonly limits: Limits;
  /** The room's own origin, for links asked for under this machine's name for itself. */
  readonly origin: string;
  /** The one name of this server (`--name`); null: it goes by any that leads to it. */
  readonly name: string | null;
  readonly trustProxy: boolean;
}

/** One forum's front desk: who is in, what each may hear, and what was last said. */
export class Desk {
  readonly #io: Server;
  readonly #room: Room;
  readonly #options: GatewayOptions;
  readonly #frames: Frames;
  readonly #attendance = new Attendance();
  readonly #excesses: Excesses;
  readonly #budgets: Budgets;
  readonly #holders = new Holders();
  #publishing: NodeJS.Timeout | null = null;
  #telling: NodeJS.Timeout | null = null;

  constructor(io: Server, room: Room, options: GatewayOptions, excesses: Excesses) {
    this.#io = io;
    this.#room = room;
    this.#options = options;
    this.#frames = new Frames(room.state);
    this.#excesses = excesses;
    this.#budgets = new Budgets(options.limits.commandsOfLink);
    excesses.listen(() => this.#tellPresence());
    room.listen((entries) => this.#heard(entries));
    room.keeping.listen((report) => io.to(this.#address('keeping')).emit('keeping', report));
  }

  get kept(): { readonly views: number; readonly audiences: number } {
    return { views: this.#frames.kept, audiences: this.#attendance.open };
  }

  /** Whether one more screen may open here: links never lack room for want of what the public takes. */
  hasRoomFor({ data: { audience, key }, handshake: { address } }: RoomSocket): boolean {
    const { screensOfLink, publicScreens, publicScreensOfAddress } = this.#options.limits;
    const isPublic = audience.role === 'public';
    const fits = this.#attendance.of(key) < (isPublic ? publicScreens : screensOfLink);
    if (fits && (!isPublic || this.#attendance.ofAddress(address) < publicScreensOfAddress)) return true;
    this.#exceeded(key, address, 'kept-out');
    return false;
  }

  /** Whether a device may sit down: not where another took its seat, unless a person takes it back. Then that other one is sent away. */
  seats({ data: { key, device } }: RoomSocket, take: boolean): boolean {
    if (device === null) return true;
    if (!this.#holders.opened(key, device, take)) return false;
    const [held, own] = [this.#address(`holder/${key}`), this.#address(`holder/${key}/${device}`)];
    this.#io.to(held).except(own).emit('taken');
    this.#io.in(held).except(own).disconnectSockets(true);
    return true;
  }

  welcome(socket: RoomSocket): void {
    const { audience, key, device } = socket.data;
    const { address } = socket.handshake;
    const budget = new Budget(this.#options.limits.commandsOfLine, this.#room.clock.now());
    const channels = channelsOf(audience);
    for (const channel of channels) {
      void socket.join(this.#address(channel));
      this.#frames.given(this.#room.state, channel);
    }
    void socket.join(this.#address(`audience/${key}`));
    if (device !== null) void socket.join([this.#address(`holder/${key}`), this.#address(`holder/${key}/${device}`)]);
    if (hearsPresence(audience)) void socket.join(this.#address('presence'));
    this.#attendance.came(key, address);
    this.#tellPresence();

    socket.on('command', (message: unknown, answer: unknown) => this.#command(socket, budget, message, answer));
    socket.on('clock', (answer: unknown) => {
      const received = this.#room.clock.now();
      if (typeof answer === 'function') answer([received, this.#room.clock.now()]);
    });
    socket.on('disconnect', () => {
      this.#attendance.left(key, address, this.#room.clock.now());
      for (const channel of channels) if (!this.#io.sockets.adapter.rooms.has(this.#address(channel))) this.#frames.forget(channel);
      this.#tellPresence();
    });
    socket.emit('welcome', this.#welcomeOf(socket, audience, channels));
    if (hearsKeeping(audience)) {
      void socket.join(this.#address('keeping'));
      const { report } = this.#room.keeping;
      if (report.disk || report.backup) socket.emit('keeping', report);
    }
  }

  #welcomeOf(socket: RoomSocket, audience: Audience, channels: readonly Channel[]): Welcome {
    const { state, clock } = this.#room;
    const origin = originFor(visitOf(socket.request, this.#options.trustProxy), this.#options.origin);
    return {
      forum: state.setup.id,
      audience,
      boot: this.#options.boot,
      rate: clock.rate,
      now: clock.now(),
      join: publicUrl(origin, state.setup.id),
      views: Object.fromEntries(channels.map((channel) => [partOf(channel), this.#frames.of(state, channel)])),
    };
  }

  #command(socket: RoomSocket, budget: Budget, message: unknown, answer: unknown): void {
    const reply = (outcome: Outcome) => {
      if (typeof answer === 'function') answer(outcome);
    };
    const { audience, key } = socket.data;
    const now = this.#room.clock.now();
    if (!budget.spend(now) || !this.#budgets.spend(key, now)) {
      this.#exceeded(key, socket.handshake.address, 'slowed');
      reply({ ok: false, code: 'too-many' });
      return;
    }
    const read = readCommand(message);
    if ('code' in read) reply(read);
    else this.#room.submit(read.id, read.command, audience, reply);
  }

  #heard(entries: readonly Entry[]): void {
    for (const { event } of entries) if (event.type === 'LinkReissued') this.#turnAway(event.audience);
    const quiet = entries.every(({ event }) => event.type === 'BallotCast' || event.type === 'TrialBallotCast');
    if (quiet) this.#publishing ??= setTimeout(() => this.#publish(), QUIET);
    else this.#publish();
  }

  /** Every channel that somebody listens to and whose view has changed, once. */
  #publish(): void {
    if (this.#publishing) clearTimeout(this.#publishing);
    this.#publishing = null;
    const { state } = this.#room;
    const prefix = this.#address('');
    for (const address of this.#io.sockets.adapter.rooms.keys()) {
      if (!address.startsWith(prefix)) continue;
      const channel = address.slice(prefix.length);
      if (!isChannel(channel)) continue;
      const changed = this.#frames.changed(state, channel);
      if (!changed) continue;
      this.#io.to(address).emit('frame', { channel, view: changed.view } satisfies Frame);
      this.#room.reached('publish');
    }
  }

  /** A link issued anew closes the screens that came in by the old one. */
  #turnAway(key: string): void {
    const address = this.#address(`audience/${key}`);
    this.#holders.forget(key);
    this.#budgets.forget(key);
    this.#excesses.forget(this.#room.state.setup.id, key);
    this.#io.to(address).emit('closed');
    this.#io.in(address).disconnectSockets(true);
  }

  #exceeded(key: string, address: string, done: Excess['done']): void {
    this.#excesses.note(this.#room.state.setup.id, key, address, done, this.#room.clock.now());
  }

  #tellPresence(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      const [{ setup }, now] = [this.#room.state, this.#room.clock.now()];
      const presence: Presence = { ...this.#attendance.report(setup, now), excesses: this.#excesses.report(setup.id, now) };
      this.#io.to(this.#address('presence')).emit('presence', presence);
    }, PRESENCE);
  }

  #address(name: string): string {
    return `${this.#room.state.setup.id}:${name}`;
  }
}

const hearsPresence = ({ role }: Audience): boolean => role === 'mc' || role === 'organiser' || role === 'president';
const hearsKeeping = ({ role }: Audience): boolean => role === 'mc' || role === 'organiser';
