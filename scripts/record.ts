import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import about from '../package.json' with { type: 'json' };
import { dumpOf } from '../server/testing/dump.ts';
import { HeldClock } from '../server/testing/held-clock.ts';
import { House } from '../server/testing/house.ts';
import { type Cast, castOf, seenBy } from './record/cast.ts';
import { recordedSetup, untilClosed, untilHalfWay } from './record/session.ts';

/** Journals of this version, with what every screen saw last: kept so that later versions prove that they open them. */

const START = Date.UTC(2019, 10, 28, 12, 50);

async function record(kind: string, play: (cast: Cast) => Promise<void>): Promise<void> {
  const name = fileURLToPath(new URL(`../server/testing/journals/${about.version}-${kind}`, import.meta.url));
  // What a version wrote is what it wrote: unreleased code must not write in its name.
  if (existsSync(`${name}.sql`)) throw new Error(`"${name}.sql" is there already: set the new version in package.json first`);
  const clock = new HeldClock(START);
  const house = await new House(recordedSetup(), clock).open();
  const cast = await castOf(house, clock);
  await play(cast);
  const seen = await seenBy(cast);
  const tokens = Object.fromEntries(house.served.forum.invitations.all.map(({ key, token }) => [key, token]));
  await house.close();
  writeFileSync(`${name}.sql`, dumpOf(`${house.data}/small.sqlite`));
  writeFileSync(`${name}.seen.jsonl`, `${[JSON.stringify({ tokens }), ...seen].join('\n')}\n`);
  await house.remove();
  process.stdout.write(`${name}.sql\n`);
}

try {
  await record('closed', untilClosed);
  await record('half-way', untilHalfWay);
} catch (error) {
  process.stderr.write(`${(error as Error).message}.\n`);
  process.exitCode = 2;
}
