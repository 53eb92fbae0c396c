import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import * as z from 'zod/mini';
import { type Audience, audienceKey } from '../shared/audience.ts';
import { commandSchema } from '../shared/commands.ts';
import type { Entry } from '../shared/events.ts';
import { PERMISSIONS } from '../shared/phases.ts';
import { commandIdSchema, type Frame, handshakeSchema, type Outcome, type Welcome } from '../shared/protocol.ts';
import { type Channel, channelsOf, partOf } from '../shared/view.ts';
import { originFor } from './addresses.ts';
import { Frames } from './frames.ts';
import { Holders } from './holders.ts';
import { publicUrl } from './links.ts';
import { Attendance } from './presence.ts';
import type { Room } from './room.ts';

/** A command larger than this is refused. */
const LARGEST_COMMAND = 16_384;
/** A message larger than this closes its connection: it is not one of ours. */
const LARGEST_MESSAGE = 1_000_000;
/** Counts of ballots reach the régie at most this often; what moves the session is published at once. */
const QUIET = 80;
/** Who is connected is told at most this often. */
const PRESENCE = 1_000;

interface SocketFacts {
  readonly room: Room;
  readonly audience: Audience;
  readonly key: string;
  /** The device by which a juror's seat is held; null for every other audience, and for a program that names none. */
  readonly device: string | null;
}
type RoomSocket = Socket<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketFacts>;

export interface GatewayOptions {
  readonly rooms: ReadonlyMap<string, Room>;
  readonly boot: string;
  /** The room's own origin, for links asked for under this machine's name for itself. */
  readonly origin: string;
}

/** The only emitter: every frame, acknowledgement and refusal leaves from here. */
export function openGateway(http: HttpServer, options: GatewayOptions): Server {
  const io = new Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketFacts>(http, {
    path: '/live',
    serveClient: false,
    transports: ['websocket', 'polling'],
    // Screens must say within three seconds that the line is lost: they hear a ping well within that.
    pingInterval: 1_500,
    pingTimeout: 4_000,
    maxHttpBufferSize: LARGEST_MESSAGE,
    perMessageDeflate: false,
    httpCompression: false,
  });

  const desks = new Map<Room, Desk>();
  for (const room of options.rooms.values()) desks.set(room, new Desk(io, room, options));

  // Before any handler is attached: whoever is not let in has said nothing.
  io.use((socket, next) => {
    const handshake = z.safeParse(handshakeSchema, socket.handshake.auth);
    const room = handshake.success ? options.rooms.get(handshake.data.forum) : undefined;
    if (!room) return next(new Error('unknown-forum'));
    const token = handshake.data?.token;
    const audience: Audience | null = token ? room.invitations.audienceOf(token) : { role: 'public' };
    if (!audience) return next(new Error('unknown-link'));
    const device = audience.role === 'juror' ? (handshake.data?.device ?? null) : null;
    socket.data = { room, audience, key: audienceKey(audience), device };
    // Who the device was here goes with the refusal: it says how much it still keeps of that seat.
    if (!desks.get(room)?.seats(socket, handshake.data?.take ?? false))
      return next(Object.assign(new Error('seat-taken'), { data: { audience } }));
    return next();
  });

  io.on('connection', (socket) => desks.get(socket.data.room)?.welcome(socket));
  // After a sleep a line may look open and be dead, and the room's time went on without the screens: everyone comes back, and learns it afresh.
  const [room] = options.rooms.values();
  room?.clock.whenWoken(() => {
    for (const { conn } of io.of('/').sockets.values()) conn.close();
  });
  return io;
}

/** One forum's front desk: who is in, what each may hear, and what was last said. */
class Desk {
  readonly #io: Server;
  readonly #room: Room;
  readonly #options: GatewayOptions;
  readonly #frames: Frames;
  readonly #attendance = new Attendance();
  readonly #holders = new Holders();
  #publishing: NodeJS.Timeout | null = null;
  #telling: NodeJS.Timeout | null = null;

  constructor(io: Server, room: Room, options: GatewayOptions) {
    this.#io = io;
    this.#room = room;
    this.#options = options;
    this.#frames = new Frames(room.state);
    room.listen((entries) => this.#heard(entries));
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
    const channels = channelsOf(audience);
    for (const channel of channels) {
      void socket.join(this.#address(channel));
      this.#frames.given(this.#room.state, channel);
    }
    void socket.join(this.#address(`audience/${key}`));
    if (device !== null) void socket.join([this.#address(`holder/${key}`), this.#address(`holder/${key}/${device}`)]);
    if (hearsPresence(audience)) void socket.join(this.#address('presence'));
    this.#attendance.came(key);
    this.#tellPresence();

    socket.on('command', (message: unknown, answer: unknown) => this.#command(socket, message, answer));
    socket.on('clock', (answer: unknown) => {
      const received = this.#room.clock.now();
      if (typeof answer === 'function') answer([received, this.#room.clock.now()]);
    });
    socket.on('disconnect', () => {
      this.#attendance.left(key, this.#room.clock.now());
      for (const channel of channels) if (!this.#io.sockets.adapter.rooms.has(this.#address(channel))) this.#frames.forget(channel);
      this.#tellPresence();
    });
    socket.emit('welcome', this.#welcomeOf(socket, audience, channels));
  }

  #welcomeOf(socket: RoomSocket, audience: Audience, channels: readonly Channel[]): Welcome {
    const { state, clock } = this.#room;
    const { host, 'x-forwarded-proto': forwarded } = socket.handshake.headers;
    const origin = originFor(host, typeof forwarded === 'string' ? forwarded : 'http', this.#options.origin);
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

  #command(socket: RoomSocket, message: unknown, answer: unknown): void {
    const reply = (outcome: Outcome) => {
      if (typeof answer === 'function') answer(outcome);
    };
    const { audience } = socket.data;
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
    this.#io.to(address).emit('closed');
    this.#io.in(address).disconnectSockets(true);
  }

  #tellPresence(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = null;
      this.#io.to(this.#address('presence')).emit('presence', this.#attendance.report(this.#room.state.setup, this.#room.clock.now()));
    }, PRESENCE);
  }

  #address(name: string): string {
    return `${this.#room.state.setup.id}:${name}`;
  }
}

const hearsPresence = ({ role }: Audience): boolean => role === 'mc' || role === 'organiser' || role === 'president';

const CHANNELS: ReadonlySet<string> = new Set([
  'forum',
  'live',
  'grid',
  'sheets',
  'jury',
  'presidency',
  'regie',
  'stage',
  'office',
  'secretariat',
  'seat',
  'table',
]);
const isChannel = (name: string): name is Channel => CHANNELS.has(name.split('/')[0] ?? '');

/** A command out of whatever a socket sent, or why it is not one. Never throws. */
function readCommand(message: unknown): { id: string; command: z.infer<typeof commandSchema> } | Extract<Outcome, { ok: false }> {
  if (typeof message !== 'object' || message === null) return { ok: false, code: 'malformed', detail: 'message' };
  const { id, command } = message as Record<string, unknown>;
  const readId = z.safeParse(commandIdSchema, id);
  if (!readId.success) return { ok: false, code: 'malformed', detail: 'id' };
  if (sizeOf(command) > LARGEST_COMMAND) return { ok: false, code: 'too-large' };
  const type = (command as { type?: unknown } | null | undefined)?.type;
  if (typeof type !== 'string' || !Object.hasOwn(PERMISSIONS, type)) return { ok: false, code: 'unknown-command' };
  const read = z.safeParse(commandSchema, command);
  if (read.success) return { id: readId.data, command: read.data };
  return { ok: false, code: 'malformed', detail: read.error.issues[0]?.path.join('.') || type };
}

/** Characters of a command as JSON; one too deep to write down is too large. */
function sizeOf(command: unknown): number {
  try {
    return JSON.stringify(command)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
