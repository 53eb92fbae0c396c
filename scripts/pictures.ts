import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { zeroOf } from '../server/day.ts';
import { sampleSetup } from '../server/forums.ts';
import { readyLinks } from '../server/links.ts';
import { serve } from '../server/serve.ts';
import { Caller } from '../server/testing/caller.ts';
import { HeldClock } from '../server/testing/held-clock.ts';
import type { Command } from '../shared/commands.ts';
import type { CriterionId, TeamId } from '../shared/ids.ts';
import { instant, MINUTE, SECOND } from '../shared/time.ts';
import { browserFlags, findBrowser } from './browser.ts';
import { build, isBuilt } from './build.mjs';
import { markNear, seeded } from './rehearsal/marks.ts';

/** The README's pictures, from a real server in the middle of the fifth pitch of the sample forum. */

const folder = fileURLToPath(new URL('pictures', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'estrade-pictures-'));
const setup = sampleSetup();
const chance = seeded(5);

if (!isBuilt()) await build();
const midnight = zeroOf(instant(Date.parse(`${setup.date}T12:00:00Z`)), setup.timeZone);
const clock = new HeldClock(midnight + 14 * 60 * MINUTE);
const served = await serve({ port: 0, host: '127.0.0.1', data, setup }, { clock });
const links = readyLinks(served.forum, served.url);
const mc = await Caller.join(links.mc ?? '');
const jurors = await Promise.all(links.jurors.map(({ url }) => Caller.join(url)));
const tables = await Promise.all(links.tables.map(({ url }) => Caller.join(url)));
const stage = await Caller.join(links.stage ?? '');

/** The régie's next act, after so many seconds. */
async function cue(seconds: number): Promise<void> {
  clock.advance(seconds * SECOND);
  const next = mc.views.regie?.cue;
  const step = mc.step;
  await mc.command({ type: next?.command, step, ...(next?.command === 'CallTeam' ? { team: next.team } : {}) } as Command);
  await mc.until(() => mc.step > step);
}

async function mark(team: TeamId, givers: readonly Caller[], criteria: number): Promise<void> {
  const level = 2 + chance() * 2.5;
  for (const juror of givers) {
    const marks = Object.fromEntries(
      setup.criteria.slice(0, criteria).map(({ id }) => [id, markNear(level, setup.scale, chance)]),
    ) as Record<CriterionId, number>;
    await juror.command({ type: 'CastBallot', team, marks });
  }
}

await cue(0);
await cue(15 * 60);
await cue(18 * 60);
for (const team of (setup.order ?? []).slice(0, 4)) {
  await cue(20);
  await cue(15);
  await cue(185);
  await mark(team, jurors, setup.criteria.length);
  await cue(310);
}
const [, , , , fifth] = setup.order ?? [];
await cue(25);
await cue(12);
await mark(fifth as TeamId, jurors.slice(0, 2), 2);
await mc.command({ type: 'SetMessage', step: mc.step, text: 'Plus près du micro' });
clock.advance(62 * SECOND - 200);

// The page takes the régie over from here: one desk, as in the room.
mc.leave();

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ ...findBrowser(), args: [...browserFlags] });
const screens = [
  { name: 'projector', link: links.projector, width: 1920, height: 1080, scale: 0.5 },
  { name: 'regie', link: links.mc, width: 1440, height: 900, scale: 1 },
  { name: 'juror', link: links.jurors[0]?.url, width: 390, height: 844, scale: 1 },
  { name: 'public', link: links.public, width: 390, height: 844, scale: 1 },
] as const;
// All are open before the first is taken: the régie then sees them connected.
const pages = [];
for (const { link, width, height, scale, name } of screens) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'fr-FR' });
  await page.goto(link ?? '');
  await page.getByRole('heading').first().waitFor();
  await page.evaluate('document.fonts.ready');
  pages.push({ page, name });
}
// Who is connected is told within a second.
await pages
  .find(({ name }) => name === 'regie')
  ?.page.getByText('15 sur 15')
  .nth(2)
  .waitFor();
for (const { page, name } of pages) {
  await page.screenshot({ path: join(folder, `${name}.png`) });
  process.stdout.write(`${join('scripts/pictures', `${name}.png`)}\n`);
}

await browser.close();
for (const caller of [...jurors, ...tables, stage]) caller.leave();
await served.close();
rmSync(data, { recursive: true, force: true });
