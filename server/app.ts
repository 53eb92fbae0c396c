import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { ROLES, type Role } from '../shared/audience.ts';
import { originFor } from './addresses.ts';
import { openCardDoor } from './card-door.ts';
import { DOWNLOADS } from './exports/downloads.ts';
import { linksOf, publicUrl } from './links.ts';
import { log } from './log.ts';
import { handOut, KINDS } from './papers/shelf.ts';
import { readPerson } from './people.ts';
import type { Room } from './room.ts';
import { isOurAddress, type Visit, visitOf } from './visit.ts';

export interface AppOptions {
  readonly rooms: ReadonlyMap<string, Room>;
  /** The forum shown at `/`. */
  readonly first: string;
  /** Built pages. */
  readonly client: string;
  /** Where the room reaches the server, the likeliest first. */
  readonly origins: () => readonly string[];
  /** The one name of this server (`--name`), or null. */
  readonly name: string | null;
  readonly trustProxy: boolean;
  readonly boot: string;
}

/** Pages of their own, beside the screens. */
const PAGES = { '/gallery.html': 'gallery.html', '/verify': 'verify.html' };

/** Where somebody with a card types what it says. */
const CARD_PAGE = 'carte';

/** Answers whoever may ask, once that is known. */
type Answer = (room: Room, request: Request, response: Response) => void | Promise<void>;

const YEAR = 365 * 24 * 3_600_000;

/** Pages, cards, exports and health. Nothing here changes the session. */
export function makeApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  const visit = (request: IncomingMessage) => visitOf(request, options.trustProxy);
  app.use(securityHeaders(visit));
  app.use(compression());
  app.use((request, response, next) => {
    if (isOurAddress(visit(request), options.name)) return next();
    const [origin] = options.origins();
    return response.status(421).type('text/plain; charset=utf-8').send(`Cette adresse n’est pas celle d’Estrade. Ouvrez ${origin}\n`);
  });

  app.get('/healthz', (_request, response) => {
    response.json({ ok: true, boot: options.boot, forums: [...options.rooms.keys()] });
  });
  app.get('/', (_request, response) => response.redirect(`/${options.first}`));
  app.use('/assets', express.static(join(options.client, 'assets'), { immutable: true, maxAge: YEAR, fallthrough: false }));

  openCardDoor(app, {
    rooms: options.rooms,
    name: options.name,
    visit,
    linkOf: (room, key, asked) =>
      linksOf(room, originFor(asked, options.origins()[0] ?? '')).find(({ audience }) => audience === key)?.url ?? '',
  });
  const only = (roles: readonly Role[], run: Answer) => async (request: Request, response: Response) => {
    const room = options.rooms.get(String(request.params.forum));
    const token = request.headers.authorization?.replace(/^Bearer +/i, '') ?? '';
    const role = room?.invitations.audienceOf(token)?.role;
    if (room && role && roles.includes(role)) await run(room, request, response.set('Cache-Control', 'no-store'));
    else response.status(403).json({ ok: false, code: 'not-yours' });
  };
  const organiser = (run: Answer) => only(['organiser'], run);
  const closed = (lasting: boolean, run: (room: Room, response: Response) => void) =>
    organiser((room, _request, response) => {
      if (room.state.course.phase !== 'closed') response.status(409).json({ ok: false, code: 'wrong-phase' });
      else if (room.state.erased && !lasting) response.status(410).json({ ok: false, code: 'ballots-erased' });
      else run(room, response);
    });

  app.get(
    '/api/:forum/links',
    organiser((room, request, response) => {
      const origins = options.origins();
      const origin = originFor(visit(request), origins[0] ?? '');
      response.json({ addresses: origins, links: linksOf(room, origin), public: publicUrl(origin, room.state.setup.id) });
    }),
  );
  app.get(
    '/api/:forum/people',
    organiser((room, _request, response) => {
      response.json({ people: room.people });
    }),
  );
  app.put(
    '/api/:forum/people/:seat',
    express.json({ limit: 1_000 }),
    organiser((room, { params, body }, response) => {
      const read = readPerson(room.state.setup, String(params.seat), body);
      if ('code' in read) response.status(read.code === 'unknown-seat' ? 404 : 400).json({ ok: false, ...read });
      else {
        room.name(read.seat, read.name);
        response.json({ ok: true });
      }
    }),
  );
  for (const [file, { name, type, lasting, content }] of Object.entries(DOWNLOADS))
    app.get(
      `/api/:forum/${file}`,
      closed(lasting, (room, response) => response.attachment(`${room.state.setup.id}-${name}`).type(type).send(content(room))),
    );

  for (const kind of KINDS)
    app.get(
      `/api/:forum/${kind.path}`,
      only(kind.by, async (room, { params }, response) => {
        const handed = await handOut(room, kind, params.team === undefined ? undefined : String(params.team));
        if ('bytes' in handed) response.attachment(handed.file).type('application/pdf').send(handed.bytes);
        else response.status(handed.status).json({ ok: false, code: handed.code, message: handed.message });
      }),
    );

  const page = readFileSync(join(options.client, 'index.html'), 'utf8');
  for (const [path, file] of Object.entries(PAGES)) {
    const content = readFileSync(join(options.client, file), 'utf8');
    app.get(path, (_request, response) => sendPage(response, content));
  }
  app.get('/:forum{/:screen}', (request, response, next) => {
    const { forum, screen } = request.params;
    const known =
      options.rooms.has(String(forum)) && (screen === undefined || screen === CARD_PAGE || ROLES.some((role) => role === screen));
    return known ? sendPage(response, page) : next();
  });
  app.use((_request, response) => {
    response
      .status(404)
      .type('text/plain; charset=utf-8')
      .send('Cette page n’existe pas. Vérifiez l’adresse, ou demandez un lien au secrétariat.\n');
  });
  app.use(answerFault);
  return app;
}

/** A request that cannot be read, or a file that is not there: no word of where it was looked for. */
function answerFault(error: { status?: number }, _request: Request, response: Response, _next: NextFunction): void {
  const status = error.status ?? 500;
  if (status >= 500) log.error({ error: String(error) }, 'a request failed');
  response
    .status(status)
    .type('text/plain; charset=utf-8')
    .send(status === 404 ? 'Not found\n' : 'This request cannot be answered\n');
}

const sendPage = (response: Response, page: string) => response.set('Cache-Control', 'no-cache').type('html').send(page);

/** The live line of the very host that was asked, and of no other. */
function socketsOf({ host }: Visit): string {
  return host === undefined ? "'self'" : `ws://${host} wss://${host}`;
}

/** No third party, no inline script. HSTS and upgrade-insecure-requests stay off: they break plain http on a room's network. */
function securityHeaders(visit: (request: IncomingMessage) => Visit) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        // Older Safari does not count a WebSocket to the same host as 'self'.
        connectSrc: ["'self'", (request) => socketsOf(visit(request))],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    // On plain http these only warn in the console.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
}
