import { Caller } from '../../server/testing/caller.ts';
import type { Setup } from '../../shared/setup.ts';
import { Honest } from '../fuzz/honest.ts';
import { Lines } from '../fuzz/lines.ts';
import { ServerProcess } from '../fuzz/process.ts';
import type { Flood } from './floods.ts';

export interface Row {
  readonly name: string;
  /** Milliseconds, p99 of an honest command. */
  readonly calm: number;
  readonly during: number;
  readonly ratio: number;
  /** What the flood met, in its own words. */
  readonly met: string;
  /** Who was named to the organiser, and what was done. */
  readonly named: string | null;
  readonly done: string | null;
  /** Honest marks refused, and honest lines lost. */
  readonly refused: number;
  readonly lost: number;
  readonly rss: number;
  /** Nobody honest was refused or lost, and who had to be named was. */
  readonly held: boolean;
}

/** Each flood in turn, on a server of its own, beside an honest jury that was measured before in calm. */
export async function measure(floods: readonly Flood[], setup: Setup, time: number, from: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const flood of floods) rows.push(await one(flood, setup, time, from));
  return rows;
}

async function one({ name, named, begin }: Flood, setup: Setup, time: number, from: string): Promise<Row> {
  const server = await new ServerProcess().open([setup], 'kept');
  const lines = new Lines(server, setup.id);
  const organiser = await Caller.join(await lines.linkOf('organiser'));
  // The last seat's link is the one that is misused.
  const seats = setup.seats.slice(0, -1);
  const honest = await Honest.gather(server, setup, seats);
  const lasting = () => new Promise((resolve) => setTimeout(resolve, time));
  // What is loaded at a first command is no part of calm.
  await lasting();
  await honest.service();
  await lasting();
  const calm = await honest.service();
  const target = {
    url: server.url,
    public: await lines.linkOf('public'),
    juror: await lines.linkOf(`juror/${setup.seats.at(-1)?.id}`),
    from,
  };
  const stop = begin(target);
  await lasting();
  const during = await honest.service();
  const met = stop();
  const { rss } = await server.ask('memory');
  const excess = organiser.presences.flatMap(({ excesses }) => excesses).at(-1);
  await honest.leave();
  organiser.leave();
  await server.stop();
  server.remove();
  const refused = during.refused;
  const lost = during.welcomes - seats.length;
  const isNamed = named === null || excess?.audience.startsWith(named) === true;
  return {
    name,
    calm: calm.p99,
    during: during.p99,
    ratio: during.p99 / calm.p99,
    met,
    named: excess ? (excess.address ?? excess.audience) : null,
    done: excess?.done ?? null,
    refused,
    lost,
    rss,
    held: refused === 0 && lost === 0 && isNamed,
  };
}
