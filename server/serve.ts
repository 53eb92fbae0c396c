import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { Server as HttpsServer } from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { localOrigin, roomOrigins } from './addresses.ts';
import { makeApp } from './app.ts';
import { fingerprintOf, type Keys, namesOf, ownKeys } from './certificate.ts';
import { type Clock, runningClock } from './clock.ts';
import type { Config } from './config.ts';
import { Fault } from './fault.ts';
import { openForums } from './forums.ts';
import { type Kept, openGateway } from './gateway.ts';
import { GOODBYE, LIMITS, type Limits } from './limits.ts';
import { listen } from './listen.ts';
import { restoreForum } from './restore.ts';
import type { Observer, Room } from './room.ts';

export interface Served {
  readonly port: number;
  /** Where programs on this machine reach it. */
  readonly url: string;
  /** Where the room reaches it. */
  readonly origins: readonly string[];
  /** SHA-256 of the certificate; null over plain http. */
  readonly fingerprint: string | null;
  readonly forum: Room;
  /** Every forum served, by its id. */
  readonly rooms: ReadonlyMap<string, Room>;
  /** What is kept in memory for whoever is in, in counts; for tests and soaks in this process. */
  kept(): Kept & Room['kept'];
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Another time than this machine's: a rehearsal's, or a test's. */
  readonly clock?: Clock;
  /** Folder of the built pages. */
  readonly client?: string;
  /** Told of each step that a forum reaches: for the torture, which stops the process there. */
  readonly step?: Observer;
  /** Other limits than a room's: where many devices are played by one machine. */
  readonly limits?: Limits;
}

/** How long the last copy is waited for, in milliseconds: a slow key takes its time, one that hangs must not hold the stop. */
const LAST_COPY = 10_000;

/** What of the command line a server needs; the rest has its default. */
export type ServeConfig = Pick<Config, 'port' | 'host' | 'data' | 'setup'> &
  Partial<Pick<Config, 'name' | 'tls' | 'trustProxy' | 'backup' | 'restore'>>;

/** Serve as configured. The port is taken before anything is created, so that a start that fails leaves nothing behind. Throws a `Fault`. */
export async function serve(config: ServeConfig, options: ServeOptions = {}): Promise<Served> {
  const { clock = runningClock(), client = builtClient(), limits = LIMITS, step } = options;
  const { name = null, tls = 'off', trustProxy = false, restore = null, backup = null } = config;
  let answer: RequestListener = (_request, response) => response.writeHead(503).end();
  const { http, port } = await listen(config, tls !== 'off', (request, response) => answer(request, response));
  try {
    // In a folder that is held: nobody else may open what is put in place.
    const prepare = () => restore && restoreForum(config.data, restore, config.setup?.id ?? null);
    const { rooms, first, backups, leave } = openForums(config.data, config.setup, clock, { reached: step, backup, prepare });
    let keys: Keys | null = null;
    try {
      keys = tls === 'off' ? null : tls === 'own' ? await ownKeys(config.data, name) : tls;
      if (keys && http instanceof HttpsServer) http.setSecureContext(keys);
    } catch (error) {
      leave();
      throw error;
    }
    const boot = randomUUID();
    const protocol = keys ? 'https' : 'http';
    const names = name !== null ? [name] : keys && tls !== 'own' ? namesOf(keys) : [];
    // Asked anew each time: a laptop may change networks in the middle of the day.
    const origins = () => roomOrigins(protocol, config.host, port, names);
    const url = localOrigin(protocol, config.host, port);
    answer = makeApp({ rooms, first, client, origins, name, trustProxy, boot });
    const gateway = openGateway(http, { rooms, boot, clock, limits, origin: origins()[0] ?? url, name, trustProxy });
    const close = async () => {
      // The journals first: a sleeping phone or a half-sent request must not keep them open.
      const copied = Promise.all(backups.map((backup) => backup.close()));
      leave();
      const closed = gateway.close();
      http.closeAllConnections();
      await Promise.race([closed, setTimeout(GOODBYE, undefined, { ref: false })]);
      await Promise.race([copied, setTimeout(LAST_COPY, undefined, { ref: false })]);
    };
    const kept = () => {
      const all = [...rooms.values()].map((room) => room.kept);
      const waiting = all.reduce((sum, one) => sum + one.waiting, 0);
      return { ...gateway.kept(), waiting, listeners: all.reduce((sum, one) => sum + one.listeners, 0) };
    };
    const forum = rooms.get(first) as Room;
    return { port, url, origins: origins(), fingerprint: keys && fingerprintOf(keys), forum, rooms, kept, close };
  } catch (error) {
    http.close();
    throw error;
  }
}

/** The built pages, beside the built server or under the sources' dist. Throws a `Fault` when they were never built. */
function builtClient(): string {
  const folders = ['../client', '../dist/client'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const built = folders.find((folder) => existsSync(`${folder}/assets`));
  if (!built) throw new Fault('The pages are not built: run npm run build.');
  return built;
}
