import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const soak = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/soak.ts', ...args], { cwd: root, encoding: 'utf8' });

test('[H14] a soak lives its hours among a crowd, says what it measured, and leaves nothing behind', () => {
  const { status, stdout, stderr } = soak('--hours', '1', '--clients', '12', '--speed', '1200', '--seed', '7', '--json');
  const day = JSON.parse(stdout) as { hours: { kept: object }[]; before: { kept: object }; after: { kept: object }; came: number };
  expect([status, stderr]).toEqual([0, '']);
  expect(day.after.kept).toEqual(day.before.kept);
  expect(day.hours).toHaveLength(1);
  expect(day.hours[0]?.kept).toMatchObject({ listeners: 2 });
  expect(day.came).toBeGreaterThanOrEqual(12);
});

test('[H14] a wrong command line is one sentence, and 2', () => {
  for (const [args, sentence] of [
    [['--hours', '0'], '--hours must be a whole number from 1 to 48, not "0".\n'],
    [['--clients', 'many'], '--clients must be a whole number from 0 to 2000, not "many".\n'],
  ] as const) {
    const { status, stdout, stderr } = soak(...args);
    expect([status, stdout, stderr]).toEqual([2, '', sentence]);
  }
});
