import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { readCard } from './cards.ts';
import type { Room } from './room.ts';
import { Tries } from './tries.ts';
import { fromOurPage, type Visit } from './visit.ts';

interface DoorOptions {
  readonly rooms: ReadonlyMap<string, Room>;
  readonly name: string | null;
  readonly visit: (request: Request) => Visit;
  readonly linkOf: (room: Room, key: string, visit: Visit) => string;
}

/** Somebody types what a card says and is given its link. A wrong code, a card or a forum that is not there: the same answer. */
export function openCardDoor(app: Express, { rooms, name, visit, linkOf }: DoorOptions): void {
  const tries = new Tries();
  const answer = async (request: Request, response: Response): Promise<unknown> => {
    const from = visit(request);
    response.set('Cache-Control', 'no-store');
    if (!fromOurPage(request, from, name)) return response.status(403).json({ ok: false, code: 'foreign-page' });
    const text = (request.body as { card?: unknown } | undefined)?.card;
    const typed = typeof text === 'string' && text.length <= 40 ? readCard(text) : null;
    if (!typed) return response.status(400).json({ ok: false, code: 'malformed' });
    const forum = String(request.params.forum);
    const wait = await tries.begin(from.address, `${rooms.has(forum) ? forum : ''}/${typed.card}`);
    if (wait !== null)
      return response.status(429).set('Retry-After', String(wait)).json({ ok: false, code: 'too-many-tries', seconds: wait });
    const room = rooms.get(forum);
    const key = room?.invitations.keyOfCard(typed) ?? null;
    if (!room || key === null) return response.status(404).json({ ok: false, code: 'unknown-card' });
    await tries.wasRight(from.address, `${forum}/${typed.card}`);
    return response.json({ ok: true, url: linkOf(room, key, from) });
  };
  app.post('/api/:forum/card', express.json({ limit: '1kb' }), answer as RequestHandler);
}
