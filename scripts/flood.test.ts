import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { smallSetup } from '../server/testing/house.ts';
import { FLOODS } from './flood/floods.ts';
import { measure } from './flood/measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

test('[H42] while one link floods the server no honest mark is refused, no line lost, and the organiser sees whose link it is', async () => {
  const flood = FLOODS.filter(({ name }) => name.startsWith('one link'));
  const [row] = await measure(flood, smallSetup(), 2_000, '127.0.0.1');
  expect(row).toMatchObject({ refused: 0, lost: 0, held: true });
  expect(row?.named).toMatch(/^juror\//);
  expect(row?.met).toMatch(/[1-9]\d* refused as too many/);
});

test('[H42] npm run flood refuses what it does not understand', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/flood.ts', '--seconds', '0'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([2, '--seconds must be a whole number from 1 to 999, not "0".\n']);
});
