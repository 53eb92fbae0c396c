import { runningClock } from '../../server/clock.ts';
import { LIMITS, type Limits } from '../../server/limits.ts';
import { linksOf } from '../../server/links.ts';
import { serve } from '../../server/serve.ts';
import type { Answers, Ask } from './process.ts';

/** The server as a process of its own, which its parent can ask what no device may know: `node served.ts DATA PAGES lifted|kept`. */

const [data = '', client = '', limits] = process.argv.slice(2);
const none = { burst: Number.POSITIVE_INFINITY, perSecond: 0 };
/** Of a fuzz: a thousand years of commands come in a minute, and each is to be decided. */
const LIFTED: Limits = { ...LIMITS, commandsOfLine: none, commandsOfLink: none, messagesOfLine: none, openingsOfAddress: none };

const served = await serve(
  { port: 0, host: '127.0.0.1', data, setup: null },
  { clock: runningClock(), client, limits: limits === 'lifted' ? LIFTED : LIMITS },
);
const authors = new Map<string, string[]>();
for (const [id, room] of served.rooms) {
  authors.set(id, []);
  room.listen((entries) => authors.get(id)?.push(...entries.map(({ by }) => by)));
}

const ANSWERS: { readonly [Name in keyof Answers]: (forum: string) => Answers[Name] } = {
  links: (forum) => linksOf(roomOf(forum), served.url).map(({ audience, url }) => ({ audience, url })),
  standing: (forum) => {
    const written = authors.get(forum)?.splice(0) ?? [];
    return { head: roomOf(forum).head, phase: roomOf(forum).state.course.phase, written };
  },
  memory: () => {
    (globalThis as { gc?: () => void }).gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { rss, heapUsed };
  },
};

function roomOf(forum: string) {
  const room = served.rooms.get(forum);
  if (!room) throw new Error(`no forum "${forum}"`);
  return room;
}

process.on('message', ({ number, name, forum }: Ask) => process.send?.({ number, answer: ANSWERS[name](forum) }));
process.on('SIGTERM', () => void served.close().then(() => process.exit(0)));
process.on('disconnect', () => process.exit(0));
process.send?.({ url: served.url });
