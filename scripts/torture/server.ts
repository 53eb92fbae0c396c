import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runningClock } from '../../server/clock.ts';
import { readyLinks } from '../../server/links.ts';
import type { Step } from '../../server/room.ts';
import { type Served, serve } from '../../server/serve.ts';
import type { Setup } from '../../shared/setup.ts';

/** Where this process ends itself: at the so-manieth time that it reaches a step, counted from when it was told. */
export interface End {
  readonly step: Step;
  readonly nth: number;
}

/** What the torture tells this process. */
export type Told =
  | {
      readonly say: 'serve';
      readonly port: number;
      readonly data: string;
      readonly setup: Setup;
      readonly rate: number;
      readonly end: End | null;
    }
  | { readonly say: 'end'; readonly end: End }
  | { readonly say: 'entries'; readonly after: number };

/** The server under torture: the real one, in a process of its own, loaded and then told what to serve and where to die. */
let served: Served | null = null;
let end: End | null = null;
let reached = 0;

function step(name: Step): void {
  if (name !== end?.step) return;
  reached += 1;
  // Nothing after this line is carried out: no handler, no buffer, no file is closed.
  if (reached === end.nth) process.kill(process.pid, 'SIGKILL');
}

async function hear(told: Told): Promise<void> {
  switch (told.say) {
    case 'serve': {
      end = told.end;
      const client = join(told.data, '..', 'client');
      mkdirSync(join(client, 'assets'), { recursive: true });
      for (const page of ['index.html', 'gallery.html', 'verify.html']) writeFileSync(join(client, page), '');
      const config = { port: told.port, host: '127.0.0.1', data: told.data, setup: told.setup };
      served = await serve(config, { clock: runningClock(Date.now(), told.rate), client, step });
      process.send?.({ port: served.port, links: readyLinks(served.forum, served.url) });
      return;
    }
    case 'end':
      reached = 0;
      end = told.end;
      return;
    case 'entries':
      process.send?.({ entries: [...(served?.forum.entries() ?? [])].filter(({ seq }) => seq > told.after) });
  }
}

process.on('message', (told: Told) => {
  hear(told).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(3);
  });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ loaded: true });
