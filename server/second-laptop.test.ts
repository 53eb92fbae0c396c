import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ENDING } from './forums.ts';
import type { Caller } from './testing/caller.ts';
import { House } from './testing/house.ts';
import { pitching, steerUntil } from './testing/steer.ts';

let key: string;
let first: House;
let second: House;
beforeEach(() => {
  key = mkdtempSync(join(tmpdir(), 'estrade-key-'));
  first = new House();
  second = new House();
});
afterEach(async () => {
  await first.remove();
  await second.remove();
  rmSync(key, { recursive: true, force: true });
});

const backup = (caller: Caller) => caller.keepings.at(-1)?.backup;
/** Once the copy holds this much: the copy of a step is told when it is whole. */
const copied = (caller: Caller, instant: number) =>
  caller.until(() => backup(caller)?.fault === null && (backup(caller)?.at ?? 0) >= instant);
const paths = (house: House) => Object.values(house.links).flatMap((link) => JSON.stringify(link).replaceAll(house.served.url, ''));
const mark = { type: 'CastBallot', team: 'e01', marks: { drame: 4 } } as never;

test('[X7] a second laptop on the copy serves the same links and the same state, and knows what was already answered', async () => {
  await first.open({ backup: key });
  const mc = await first.join(first.links.mc);
  const phone = await first.join(first.links.jurors[0]?.url);
  await pitching(mc);
  const answered = await phone.command(mark, 'a-mark-of-mine');
  const paused = await mc.command({ type: 'PauseClock', step: mc.step, reason: 'Micro' });
  await copied(mc, (paused as { at: number }).at);
  const state = JSON.stringify(first.served.forum.state);
  const { head } = first.served.forum;
  const links = paths(first);

  // The first laptop is as good as dead: it goes on, and nobody hears it.
  mkdirSync(second.data);
  copyFileSync(join(key, `small${ENDING}`), join(second.data, `small${ENDING}`));
  await second.open();
  expect(paths(second)).toEqual(links);
  expect(second.served.forum.head).toBe(head);
  expect(JSON.stringify(second.served.forum.state)).toBe(state);
  const back = await second.join(second.links.jurors[0]?.url);
  expect(await back.command(mark, 'a-mark-of-mine')).toEqual(answered);
  expect(back.views.seat).toEqual(phone.views.seat);
  const again = await second.join(second.links.mc);
  expect(await again.command({ type: 'ResumeClock', step: again.step })).toMatchObject({ ok: true });
});

test('[X7] a clock that ran when the copy was made is paused on the second laptop, up to the copy', async () => {
  await first.open({ backup: key });
  const mc = await first.join(first.links.mc);
  await steerUntil(mc, ({ scene }) => scene.show === 'called');
  const { steppedAt } = first.served.forum.state;
  await copied(mc, steppedAt);
  // A copy is known by its instant: the pitch must not begin in the one of the call.
  while (first.served.forum.clock.now() <= steppedAt + 1) await setImmediate();
  await pitching(mc);
  await copied(mc, first.served.forum.state.course.clock?.runningSince ?? 0);
  await second.open({ restore: join(key, `small${ENDING}`) });
  const again = await second.join(second.links.mc);
  expect(again.views.live?.scene).toMatchObject({ show: 'pitch', clock: { runningSince: null, reason: 'restart' } });
});

test('[J27] the régie and the organiser hear how the copy stands, at once and at each change, and nobody else does', async () => {
  await first.open({ backup: key });
  const { links } = first;
  const [mc, organiser] = [await first.join(links.mc), await first.join(links.organiser)];
  const others = await Promise.all([links.president, links.projector, links.public, links.jurors[0]?.url].map((link) => first.join(link)));
  await Promise.all([mc, organiser].map((caller) => copied(caller, 1)));
  renameSync(key, `${key}-in-a-pocket`);
  await steerUntil(mc, ({ phase }) => phase === 'brief');
  await Promise.all([mc, organiser].map((caller) => caller.until(() => backup(caller)?.fault === 'missing')));
  renameSync(`${key}-in-a-pocket`, key);
  await steerUntil(mc, ({ phase }) => phase === 'passages');
  await Promise.all([mc, organiser].map((caller) => copied(caller, mc.views.live?.steppedAt ?? Number.POSITIVE_INFINITY)));
  for (const other of others) await other.until(({ live }) => live?.phase === 'passages');
  expect(others.flatMap(({ keepings }) => keepings)).toEqual([]);
  expect(mc.keepings.every(({ disk }) => disk === null)).toBe(true);
});

test('[J27] without a folder for copies nothing is said of them', async () => {
  await first.open();
  const mc = await first.join(first.links.mc);
  await steerUntil(mc, ({ phase }) => phase === 'brief');
  expect(mc.keepings).toEqual([]);
});

test('[J25] a stop leaves a copy of all that was committed', async () => {
  await first.open({ backup: key });
  const table = await first.join(first.links.tables[0]?.url);
  await table.command({ type: 'WriteSheet', part: 'drama', text: 'Le drame, mot à mot' });
  await first.close();
  expect(readFileSync(join(key, `small${ENDING}`)).includes('Le drame, mot à mot')).toBe(true);
});
