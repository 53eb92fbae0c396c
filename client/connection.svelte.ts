import { io, type Socket } from 'socket.io-client';
import { v7 as newId } from 'uuid';
import { type Audience, audienceKey } from '../shared/audience.ts';
import type { Frame, Outcome, Welcome } from '../shared/protocol.ts';
import type { Address } from './address.ts';
import { deviceName } from './device.ts';
import { deviceShelf, KeptOutbox } from './outbox.svelte.ts';
import type { Answer, Draft, Link, Room } from './room.ts';
import { exchange, RoomClock } from './room-clock.svelte.ts';
import type { Keeping, Presence, Views } from './shared.ts';

/** Silence after which what is shown may be old. The server pings every 1.5 s. */
const SILENCE = 2_700;
/** How long an answer is waited for before the command is sent again. */
const PATIENCE = 4_000;
const RETRY = 1_000;
const RESYNC = 60_000;
/** How long, at least, until one asks again who was told that there is no room. */
const CROWDED = 5_000;

const wait = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

/** The line to one forum: the last view, the time, and what is still to be sent. Recovers by itself. */
export class Connection implements Room {
  views = $state.raw<Partial<Views>>({});
  audience = $state.raw<Audience | null>(null);
  link = $state.raw<Link>({ state: 'joining', since: 0 });
  presence = $state.raw<Presence | null>(null);
  keeping = $state.raw<Keeping | null>(null);
  join = $state.raw('');
  /** Another device has taken this seat; the link is then `closed`. */
  taken = $state.raw(false);
  /** There is no room for one more screen; it asks again by itself. */
  crowded = $state.raw(false);
  outbox = $state.raw(this.#makeOutbox('estrade/nobody/'));
  readonly time = new RoomClock();
  readonly #socket: Socket;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #lastHeard = 0;
  /** A person asked for the seat back: said once, in the next handshake. */
  #take = false;

  constructor(address: Pick<Address, 'forum' | 'token'>, origin: string = location.origin) {
    const { forum, token } = address;
    const says = { forum, ...(token === null ? {} : { token }), device: deviceName() };
    this.#socket = io(origin, {
      path: '/live',
      auth: (give) => give(this.#take ? { ...says, take: true } : says),
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      // Two hundred phones that lost the same server must not come back in the same instant.
      reconnectionDelay: 500,
      reconnectionDelayMax: 2_000,
      randomizationFactor: 0.5,
    });
    this.#socket.on('welcome', (welcome: Welcome) => this.#welcomed(welcome));
    this.#socket.on('frame', (frame: Frame) => this.#framed(frame));
    this.#socket.on('presence', (presence: Presence) => {
      this.presence = presence;
    });
    this.#socket.on('keeping', (keeping: Keeping) => {
      this.keeping = keeping;
    });
    this.#socket.on('closed', () => this.#close());
    this.#socket.on('taken', () => this.#leaveSeat());
    this.#socket.on('disconnect', () => this.#lost());
    this.#socket.on('connect_error', ({ message, data }: Error & { data?: { audience: Audience } }) => {
      if (message === 'seat-taken' && data) {
        this.#openOutbox(forum, data.audience);
        this.#leaveSeat();
      } else if (message === 'unknown-link' || message === 'unknown-forum') this.#close();
      else {
        this.#lost();
        this.crowded = message === 'too-many';
        // The library comes back by itself from a lost line, and from no refusal.
        if (this.crowded) void wait(CROWDED * (1 + Math.random())).then(() => this.link.state !== 'closed' && this.#socket.connect());
      }
    });
    this.#socket.io.on('open', () => this.#socket.io.engine.on('packet', () => this.#heard()));
    addEventListener('offline', () => this.#lost());
    addEventListener('online', () => this.#comeBack());
    addEventListener('pageshow', () => this.#comeBack());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.#comeBack());
    setInterval(() => void this.#measure(5, 0), RESYNC);
  }

  async send(draft: Draft): Promise<Answer> {
    const id = newId();
    const answer = await this.#ask(id, draft);
    // The answer may have been lost on its way: the same id gets the same answer.
    return !answer.ok && answer.code === 'no-answer' ? this.#ask(id, draft) : answer;
  }

  /** Take back the seat that another device took. */
  takeBack(): void {
    this.#take = true;
    this.taken = false;
    this.#setLink('joining');
    this.#socket.connect();
  }

  async #ask(id: string, command: Draft): Promise<Answer> {
    if (this.link.state !== 'live') return { ok: false, code: 'offline' };
    try {
      return (await this.#socket.timeout(PATIENCE).emitWithAck('command', { id, command })) as Outcome;
    } catch {
      return { ok: false, code: 'no-answer' };
    }
  }

  #welcomed(welcome: Welcome): void {
    this.time.begin(welcome.now, welcome.rate);
    this.#take = false;
    this.#openOutbox(welcome.forum, welcome.audience);
    this.audience = welcome.audience;
    this.views = welcome.views;
    // Told after the welcome, where there is something to tell.
    this.keeping = null;
    this.join = welcome.join;
    this.#setLink('live');
    this.#heard();
    this.outbox.shown();
    void this.outbox.flush();
    void this.#measure(5, 0).then(() => this.#measure(15, 600));
  }

  /** Whose page this is, until it was let in: what it keeps is kept under that name. */
  #openOutbox(forum: string, audience: Audience): void {
    if (this.audience === null) this.outbox = this.#makeOutbox(`estrade/${forum}/${audienceKey(audience)}/`);
  }

  #framed({ channel, view }: Frame): void {
    const [part] = channel.split('/');
    this.views = { ...this.views, [part as keyof Views]: view };
    if (channel.includes('/')) this.outbox.shown();
  }

  #makeOutbox(name: string): KeptOutbox {
    return new KeptOutbox({
      shelf: deviceShelf,
      name,
      now: () => this.time.instant(),
      send: (id, draft) => this.#ask(id, draft),
      pause: () => wait(RETRY),
    });
  }

  async #measure(times: number, apart: number): Promise<void> {
    const ask = () => this.#socket.timeout(PATIENCE).emitWithAck('clock') as Promise<[number, number]>;
    // A lost line ends the burst; the next welcome starts another.
    if (this.#socket.connected) await exchange(this.time, ask, times, apart).catch(() => undefined);
  }

  #heard(): void {
    this.#lastHeard = performance.now();
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lost(), SILENCE);
    if (this.link.state === 'lost' && this.#socket.connected) {
      this.#setLink('live');
      void this.outbox.flush();
    }
  }

  #lost(): void {
    clearTimeout(this.#silence);
    if (this.link.state === 'live') this.#setLink('lost');
  }

  /** The page or the network is back: a socket that looks open may be dead, and the device's clock may have slept. */
  #comeBack(): void {
    this.time.forget();
    if (this.link.state === 'closed' || this.link.state === 'joining') return;
    if (this.#socket.connected && performance.now() - this.#lastHeard < SILENCE) return void this.#measure(5, 0);
    this.#socket.disconnect().connect();
  }

  #leaveSeat(): void {
    this.taken = true;
    this.#close();
  }

  #close(): void {
    this.#setLink('closed');
    this.#socket.disconnect();
  }

  #setLink(state: Link['state']): void {
    this.link = { state, since: this.time.instant() };
  }
}
