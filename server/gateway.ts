import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server } from 'socket.io';
import * as z from 'zod/mini';
import { type Audience, audienceKey } from '../shared/audience.ts';
import { handshakeSchema } from '../shared/protocol.ts';
import { Desk, type GatewayOptions, type RoomSocket, type SocketFacts } from './desk.ts';
import { Doorkeeper } from './doorkeeper.ts';
import { Excesses } from './excesses.ts';
import { LARGEST_MESSAGE, NAMING } from './limits.ts';
import type { Room } from './room.ts';
import { fromOurPage, visitOf } from './visit.ts';

/** What is kept for whoever is in, in counts. When everybody has left, it is what it was before anybody came. */
export interface Kept {
  readonly connections: number;
  readonly addresses: number;
  readonly views: number;
  readonly audiences: number;
}

export interface Gateway {
  close(): Promise<void>;
  /** For tests and soaks in this process; nothing of it is on the network. */
  kept(): Kept;
}

/** Who is let in, and to which desk: every frame, acknowledgement and refusal leaves from here or from there, and nowhere else. */
export function openGateway(http: HttpServer, options: GatewayOptions): Gateway {
  const excesses = new Excesses();
  const doorkeeper = new Doorkeeper(options.limits, options.clock, excesses);
  doorkeeper.watch(http);
  const io = new Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, SocketFacts>(http, {
    path: '/live',
    serveClient: false,
    transports: ['websocket', 'polling'],
    // Later requests of a connection carry an id that another site's page cannot have read.
    allowRequest: (request, answer) => {
      if (fromOurPage(request, visitOf(request, options.trustProxy), options.name)) answer(null, doorkeeper.admits(request));
      else answer('foreign-page', false);
    },
    // Screens must say within three seconds that the line is lost: they hear a ping well within that.
    pingInterval: 1_500,
    pingTimeout: 4_000,
    maxHttpBufferSize: LARGEST_MESSAGE,
    connectTimeout: NAMING,
    perMessageDeflate: false,
    httpCompression: false,
  });

  io.engine.on('connection', (line: RoomSocket['conn']) => doorkeeper.opened(line));

  const desks = new Map<Room, Desk>();
  for (const room of options.rooms.values()) desks.set(room, new Desk(io, room, options, excesses));

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
    if (!desks.get(room)?.hasRoomFor(socket)) return next(new Error('too-many'));
    // Who the device was here goes with the refusal: it says how much it still keeps of that seat.
    if (!desks.get(room)?.seats(socket, handshake.data?.take ?? false))
      return next(Object.assign(new Error('seat-taken'), { data: { audience } }));
    return next();
  });

  io.on('connection', (socket) => {
    const { room, key } = socket.data;
    if (doorkeeper.named(socket.conn, room.state.setup.id, key)) desks.get(room)?.welcome(socket);
    else socket.disconnect(true);
  });
  // After a sleep a line may look open and be dead, and the room's time went on without the screens: everyone comes back, and learns it afresh.
  const forget = [...options.rooms.values()][0]?.clock.whenWoken(() => {
    for (const { conn } of io.of('/').sockets.values()) conn.close();
  });
  return {
    close: () => {
      forget?.();
      return io.close();
    },
    kept: () => {
      const all = [...desks.values()].map((desk) => desk.kept);
      return {
        connections: io.engine.clientsCount,
        addresses: io.of('/').adapter.rooms.size,
        views: all.reduce((sum, { views }) => sum + views, 0),
        audiences: all.reduce((sum, { audiences }) => sum + audiences, 0),
      };
    },
  };
}
