import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { instant } from '../shared/time.ts';
import { runningClock } from './clock.ts';
import { Journal } from './journal.ts';
import { Room } from './room.ts';
import { smallSetup } from './testing/house.ts';

const HOUR = 3_600_000;

test('[J16] a machine set back between two starts goes on from the journal’s last instant, and its screens with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'estrade-clock-'));
  const file = join(folder, 'small.sqlite');
  const before = runningClock(10 * HOUR);
  const first = Room.open(new Journal(file), before, smallSetup());
  first.close();
  const back = runningClock(9 * HOUR);
  const second = Room.open(new Journal(file), back);
  const outcome = new Promise((resolve) =>
    second.submit('the-first-act', { type: 'SetBlackout', step: 0, on: true }, { role: 'mc' }, resolve),
  );
  expect(await outcome).toMatchObject({ ok: true });
  const [adopted, act] = [...second.entries()];
  expect(act?.at).toBeGreaterThanOrEqual(adopted?.at ?? Number.POSITIVE_INFINITY);
  expect(back.now()).toBeGreaterThanOrEqual(10 * HOUR);
  second.close();
  rmSync(folder, { recursive: true, force: true });
});

test('[J16] a clock that is ahead stays as it is', () => {
  const clock = runningClock(10 * HOUR, 1);
  clock.goOnFrom(instant(9 * HOUR));
  expect(clock.now()).toBeGreaterThanOrEqual(10 * HOUR);
  expect(clock.now()).toBeLessThan(11 * HOUR);
});
