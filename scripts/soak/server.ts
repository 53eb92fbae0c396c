import { runningClock } from '../../server/clock.ts';
import { sampleSetup } from '../../server/forums.ts';
import type { AudienceLink } from '../../server/links.ts';
import { linksOf } from '../../server/links.ts';
import { serve } from '../../server/serve.ts';
import type { Setup } from '../../shared/setup.ts';

/** The server of a soak, a process of its own: what it keeps is told to the one that started it, and to nobody else. */

/** What the server is asked: to begin with so many forums, or what it keeps now. */
export type Asked =
  | { readonly begin: { readonly data: string; readonly forums: number; readonly start: number; readonly speed: number } }
  | 'measure';

export interface Begun {
  readonly url: string;
  /** Every link of each forum. */
  readonly forums: readonly { readonly id: string; readonly links: readonly AudienceLink[] }[];
}

/** Bytes after everything that can be let go was, and counts. */
export interface Measured {
  readonly at: number;
  readonly resident: number;
  readonly heap: number;
  readonly timers: number;
  readonly kept: ReturnType<Served['kept']>;
}
type Served = Awaited<ReturnType<typeof serve>>;

const forumId = (index: number) => `soak-${String(index + 1).padStart(2, '0')}` as Setup['id'];

async function begin({ data, forums, start, speed }: Extract<Asked, object>['begin']): Promise<Served> {
  const clock = runningClock(start, speed);
  const options = { port: 0, host: '127.0.0.1', data };
  // A forum at a time is made, as on so many evenings before; then all are served at once.
  for (let index = 0; index < forums - 1; index += 1) await (await serve({ ...options, setup: setupOf(index) }, { clock })).close();
  return serve({ ...options, setup: setupOf(forums - 1) }, { clock });
}
const setupOf = (index: number): Setup => ({ ...sampleSetup(), id: forumId(index) });

let served: Served | null = null;
process.on('message', (asked: Asked) => {
  if (asked === 'measure') process.send?.(measured());
  else
    void begin(asked.begin).then((begun) => {
      served = begun;
      const forums = [...begun.rooms].map(([id, room]) => ({ id, links: linksOf(room, begun.url) })).sort((a, b) => (a.id < b.id ? -1 : 1));
      process.send?.({ url: begun.url, forums } satisfies Begun);
    });
});
process.on('disconnect', () => process.exit(0));

function measured(): Measured {
  if (!served || !global.gc) throw new Error('begin first, with --expose-gc');
  // Twice: what the first sweep frees may hold the last word on something else.
  global.gc();
  global.gc();
  const { rss, heapUsed } = process.memoryUsage();
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  return { at: served.forum.clock.now(), resident: rss, heap: heapUsed, timers, kept: served.kept() };
}
