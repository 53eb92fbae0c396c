import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { zeroOf } from '../../server/day.ts';
import { sampleSetup } from '../../server/forums.ts';
import { byRole } from '../../server/links.ts';
import { instant, MINUTE } from '../../shared/time.ts';
import { playAfternoon } from '../rehearsal/afternoon.ts';
import { lockAndAnnounce } from '../rehearsal/announcement.ts';
import { everyone, gather } from '../rehearsal/company.ts';
import { Expectations } from '../rehearsal/expectations.ts';
import { partsOf } from '../rehearsal/parts.ts';
import { Crowd } from './crowd.ts';
import type { Asked, Begun, Measured } from './server.ts';

export interface Day {
  /** At the end of each hour, with everybody in. */
  readonly hours: readonly Measured[];
  /** Before anybody came, and when everybody had left. */
  readonly before: Measured;
  readonly after: Measured;
  readonly afternoons: number;
  readonly came: number;
  /** What the server said on stderr; it should say nothing. */
  readonly said: string;
  /** What an afternoon expected and did not find. */
  readonly unmet: readonly string[];
}

const HOUR = 60 * MINUTE;
/** A clock that runs when the day ends has a timer of its own. */
export const HEARTBEAT = 1;

/** So many hours of afternoons on one server process, one forum after the other, among a crowd that comes and goes. */
export async function liveDay(
  { hours, clients, speed, seed }: { hours: number; clients: number; speed: number; seed: number },
  data: string,
  say: (line: string) => void,
): Promise<Day> {
  const { ask, child, said } = startServer();
  const sample = sampleSetup();
  const start = zeroOf(instant(Date.parse(`${sample.date}T12:00:00Z`)), sample.timeZone) + 9 * HOUR;
  const crowd = new Crowd(clients, seed, MINUTE / speed);
  try {
    // An afternoon is never shorter than an hour and a half: there are forums enough.
    const { url, forums } = (await ask({ begin: { data, forums: Math.ceil(hours / 1.5) + 1, start, speed } })) as Begun;
    const measure = () => ask('measure') as Promise<Measured>;
    const before = await measure();
    const measured: Measured[] = [];
    let afternoons = 0;
    const unmet: string[] = [];
    const playing = (async () => {
      for (const { id, links } of forums) {
        if (measured.length >= hours) return;
        const [here, publicLink] = [links, `${url}/${id}`];
        crowd.goTo(here, publicLink);
        unmet.push(...(await afternoon(byRole(here, publicLink), speed, () => measured.length >= hours)));
        if (measured.length < hours) afternoons += 1;
      }
    })();
    for (let hour = 1; hour <= hours; hour += 1) {
      const left = before.at + hour * HOUR - (await measure()).at;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, left / speed)));
      await crowd.assemble();
      const one = await least(measure);
      crowd.letGo();
      measured.push(one);
      say(lineOf(hour, one));
    }
    await Promise.all([playing, crowd.goHome()]);
    return { hours: measured, before, after: await settled(measure, before), afternoons, came: crowd.came, said: said(), unmet };
  } finally {
    child.kill('SIGKILL');
  }
}

const lineOf = (hour: number, { resident, heap, timers, kept }: Measured): string =>
  `hour ${hour}: ${megabytes(resident)} MB resident, ${megabytes(heap)} MB heap, ${kept.connections} connections, ${kept.views} views, ${kept.waiting} waiting, ${timers} timers`;
const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1);

/** The server's process, and how to ask it. */
function startServer() {
  const server = fileURLToPath(new URL('server.ts', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', server], {
    env: { ...process.env, ESTRADE_LOG: 'warn' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let heard = '';
  child.stderr?.on('data', (text: Buffer) => {
    heard += text;
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error(`the server ended: ${heard}`);
  });
  let last: Promise<unknown> = Promise.resolve();
  // One question at a time, so that each has its own answer.
  const ask = (asked: Asked): Promise<unknown> => {
    const asking = async () => {
      const answer = once(child, 'message');
      child.send(asked);
      return ((await Promise.race([answer, ended])) as [unknown])[0];
    };
    last = last.then(asking);
    return last;
  };
  return { child, ask, said: () => heard };
}

/** A whole afternoon by bots, until its end or until the day is over. What was expected and not found. */
async function afternoon(links: Parameters<typeof gather>[0], speed: number, over: () => boolean): Promise<readonly string[]> {
  const company = await gather(links);
  const expect = new Expectations();
  const pace = {
    wait: async (seconds: number) => {
      if (over()) throw OVER;
      await new Promise<void>((resolve) => setTimeout(resolve, (seconds * 1000) / speed));
    },
  };
  try {
    const parts = partsOf(company);
    const played = await playAfternoon(company, pace, expect, () => undefined, parts);
    await lockAndAnnounce(company, pace, expect, () => undefined, played, parts);
  } catch (error) {
    if (error !== OVER) throw error;
  } finally {
    for (const caller of everyone(company)) caller.leave();
  }
  return expect.all.filter(({ held }) => !held).map(({ what, seen }) => `${what}: ${seen}`);
}
const OVER = new Error('the day is over');

/** The reading with the least resident memory of several: a page that was let go is taken back by the machine when it likes. */
async function least(measure: () => Promise<Measured>): Promise<Measured> {
  let smallest = await measure();
  for (let more = 0; more < 6; more += 1) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const one = await measure();
    if (one.resident < smallest.resident) smallest = one;
  }
  return smallest;
}

/** When everybody has left, and what is kept for them with it; or what is still kept after a minute. */
async function settled(measure: () => Promise<Measured>, before: Measured): Promise<Measured> {
  for (let tries = 0; ; tries += 1) {
    const now = await measure();
    const gone = JSON.stringify(now.kept) === JSON.stringify(before.kept) && now.timers <= before.timers + HEARTBEAT;
    if (tries === 120 || gone) return now;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
