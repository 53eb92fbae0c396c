import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Caller } from '../server/testing/caller.ts';
import { pitching } from '../server/testing/steer.ts';
import { build, isBuilt } from './build.mjs';
import { endAll, startJson } from './testing/started.ts';

const folder = mkdtempSync(join(tmpdir(), 'estrade-steps-'));
const callers: Caller[] = [];

beforeAll(async () => {
  if (!isBuilt()) await build();
}, 240_000);
afterEach(() => {
  for (const caller of callers.splice(0)) caller.leave();
  endAll();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Loaded before the server: its date can be set, and its machine sent to sleep, from here. What counts without a date is left true. */
const MACHINE = `
  import os from 'node:os';
  import { syncBuiltinESMExports } from 'node:module';
  const real = { Date, uptime: os.uptime };
  let [set, slept] = [0, 0];
  globalThis.Date = class extends real.Date {
    constructor(...given) { given.length === 0 ? super(real.Date.now() + set) : super(...given); }
    static now() { return real.Date.now() + set; }
  };
  os.uptime = () => real.uptime() + slept / 1000;
  syncBuiltinESMExports();
  process.on('message', (asked) => {
    set += asked.set ?? 0;
    slept += asked.sleep ?? 0;
    process.send(Date.now() - real.Date.now());
  });
`;

/** A real server on such a machine, in a time zone that changes its hours. */
async function startOn() {
  const options = `--import data:text/javascript,${encodeURIComponent(MACHINE)}`;
  const { child, ready } = await startJson(join(folder, 'data'), { env: { NODE_OPTIONS: options, TZ: 'Europe/Paris' } });
  const { links } = ready;
  const tell = async (asked: { set?: number; sleep?: number }): Promise<number> => {
    const answer = once(child, 'message');
    child.send(asked);
    return ((await answer) as [number])[0];
  };
  const mc = await Caller.join(links.mc);
  const projector = await Caller.join(links.projector);
  callers.push(mc, projector);
  return { tell, mc, projector };
}

/** Between which two values the room's time lies ahead of this process's monotonic time: what a device knows after one exchange. */
async function ahead({ socket }: Caller): Promise<readonly [least: number, most: number]> {
  const asked = performance.now();
  const [received, sent] = (await socket.emitWithAck('clock')) as [number, number];
  return [sent - performance.now(), received - asked];
}

const clockOf = ({ views }: Caller) => (views.live?.scene.show === 'pitch' ? views.live.scene.clock : null);

test('[C12] [X4] [X6] a server whose date is set runs on; one whose machine slept pauses, with its time right', async () => {
  const { tell, mc, projector } = await startOn();
  await pitching(mc);
  await projector.until(() => clockOf(projector) !== null);
  const started = clockOf(projector);
  const before = await ahead(projector);
  let set = 0;
  for (const by of [60_000, -120_000, 3_660_000, -7_200_000]) {
    set += by;
    expect(Math.abs((await tell({ set: by })) - set)).toBeLessThanOrEqual(1);
    const now = await ahead(projector);
    // How far the room's time must have moved for both exchanges to be true; a millisecond is rounded away.
    expect(Math.max(now[0] - before[1], before[0] - now[1])).toBeLessThanOrEqual(50);
    expect(await mc.command({ type: 'SetMessage', step: mc.step, text: `Set by ${by}` })).toMatchObject({ ok: true });
    expect(clockOf(projector)).toEqual(started);
  }
  expect([mc.welcomes, projector.welcomes]).toEqual([1, 1]);

  await tell({ sleep: 300_000 });
  await projector.until(() => projector.welcomes === 2 && clockOf(projector)?.reason === 'sleep');
  await mc.until(() => mc.welcomes === 2);
  const paused = clockOf(projector);
  if (!started?.runningSince || !paused?.pausedAt) throw new Error('no pause');
  expect(paused.elapsed + 300_000).toBeLessThanOrEqual(paused.pausedAt - started.runningSince + 50);
  const [least, most] = await ahead(projector);
  expect(least - before[1]).toBeLessThanOrEqual(300_050);
  expect(most - before[0]).toBeGreaterThanOrEqual(299_950);
  expect(await mc.command({ type: 'ResumeClock', step: mc.step })).toMatchObject({ ok: true });
});
