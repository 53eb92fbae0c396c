import { accessSync, constants, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runningClock } from '../server/clock.ts';
import { zeroOf } from '../server/day.ts';
import { sampleSetup } from '../server/forums.ts';
import { type Served, serve } from '../server/serve.ts';
import type { Caller } from '../server/testing/caller.ts';
import { instant } from '../shared/time.ts';
import { build, isBuilt } from './build.mjs';
import { playAfternoon } from './rehearsal/afternoon.ts';
import { lockAndAnnounce, nameOf } from './rehearsal/announcement.ts';
import { checkAfternoon, kinds, seenBy } from './rehearsal/checks.ts';
import { type Company, everyone, gather, type Links, linksOfOrganiser, linksOfServer } from './rehearsal/company.ts';
import { Expectations } from './rehearsal/expectations.ts';
import { partsOf } from './rehearsal/parts.ts';
import { checkTakenAway } from './rehearsal/taken-away.ts';

const USAGE = `Usage: npm run rehearse -- [--speed N] [--url ORGANISER_LINK] [--export FILE] [--json]

  --speed N   the afternoon N times as fast (60); 600 ends within a minute
  --url LINK  play on a running server: the organiser's link of a forum whose brief is not open yet;
              its clock stays real, the bots only wait N times less
  --export F  write the export of the session to this file; npm run verify recounts it
  --json      one line of JSON on stdout instead of the report`;

interface Options {
  readonly speed: number;
  readonly url: string | null;
  /** Where the export goes; null: nowhere. */
  readonly file: string | null;
  readonly json: boolean;
}

/** The command line; a sentence when it cannot be used. */
function readOptions(): Options | string {
  try {
    const { values } = parseArgs({
      options: {
        speed: { type: 'string', default: '60' },
        url: { type: 'string' },
        export: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return USAGE;
    const speed = Number(values.speed);
    if (!(speed >= 1 && speed <= 100_000)) return `--speed must be a number from 1 to 100000, not "${values.speed}".`;
    if (values.url !== undefined && !/^https?:\/\/[^/]+\/[^/]+\/organiser#.+/.test(values.url))
      return '--url must be an organiser’s link, like http://127.0.0.1:3000/amiens-2019/organiser#…: a rehearsal needs every role’s link, and only the organiser may ask for them.';
    const file = values.export ?? null;
    if (file !== null && !isWritable(file)) return `--export: "${file}" cannot be written there.`;
    return { speed, url: values.url ?? null, file, json: values.json };
  } catch (error) {
    return `${(error as Error).message}\n${USAGE}`;
  }
}

/** Whether a file can be written there; an afternoon must not be played in vain. */
function isWritable(file: string): boolean {
  try {
    accessSync(dirname(file), constants.W_OK);
    return !existsSync(file) || statSync(file).isFile();
  } catch {
    return false;
  }
}

/** A server of our own on the day of the sample forum, from 13:58 on, in a folder that goes with it. */
async function ownServer(speed: number): Promise<{ served: Served; remove: () => Promise<void> }> {
  if (!isBuilt()) await build();
  const folder = mkdtempSync(join(tmpdir(), 'estrade-rehearsal-'));
  const setup = sampleSetup();
  const start = zeroOf(instant(Date.parse(`${setup.date}T12:00:00Z`)), setup.timeZone) + (13 * 60 + 58) * 60_000;
  const served = await serve({ port: 0, host: '127.0.0.1', data: folder, setup }, { clock: runningClock(start, speed) });
  const remove = async () => {
    await served.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { served, remove };
}

async function rehearse({ speed, url, file, json }: Options): Promise<boolean> {
  const own = url === null ? await ownServer(speed) : null;
  const say = (line: string) => {
    if (!json) process.stdout.write(`${line}\n`);
  };
  let company: Company | null = null;
  try {
    const links: Links = own ? linksOfServer(own.served) : await linksOfOrganiser(url as string);
    say(`Watch it: ${links.projector}\n          ${links.mc}\n`);
    company = await gather(links);
    if (company.mc.views.live?.phase !== 'set-up')
      throw new Error('this session has already begun: a rehearsal needs one whose brief is not open yet');
    const pace = { wait: (seconds: number) => new Promise<void>((resolve) => setTimeout(resolve, (seconds * 1000) / speed)) };
    const expect = new Expectations();
    const parts = partsOf(company);
    const played = await playAfternoon(company, pace, expect, say, parts);
    const decided = await lockAndAnnounce(company, pace, expect, say, played, parts);
    const { list } = decided;
    checkAfternoon(company, expect, played, list, parts);
    const text = await checkTakenAway(company, links, expect, played, decided);
    if (file !== null) writeFileSync(file, text);
    report(company, expect, list, json);
    return expect.held;
  } finally {
    if (company) for (const caller of everyone(company)) caller.leave();
    await own?.remove();
  }
}

function report(company: Company, expect: Expectations, list: readonly string[], json: boolean): void {
  const screens = kinds(company).map(([kind, callers]) => ({
    kind,
    screens: callers.length,
    frames: callers.at(-1)?.frames.length ?? 0,
    saw: seenBy(callers.at(-1) as Caller),
  }));
  if (json) {
    process.stdout.write(`${JSON.stringify({ ok: expect.held, list, screens, expectations: expect.all })}\n`);
    return;
  }
  const lines = [
    '',
    'The list, as announced:',
    ...list.map((team, index) => `  ${index + 1}. ${nameOf(company, team)}`),
    '',
    'What each kind of screen saw:',
    ...screens.map(({ kind, screens: count, frames, saw }) => `  ${String(count).padStart(2)} × ${kind}, ${frames} frames: ${saw}`),
    '',
    ...expect.all.map(({ what, held, seen }) => `  ${held ? '✓' : '✗'} ${what}${held ? '' : ` — ${seen}`}`),
    '',
    expect.held ? 'Every expectation held.' : 'Some expectations did not hold.',
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

const options = readOptions();
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(options === USAGE ? 0 : 2);
}
rehearse(options).then(
  (held) => process.exit(held ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`The rehearsal stopped: ${(error as Error).message}.\n`);
    process.exit(1);
  },
);
