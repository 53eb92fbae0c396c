import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const torture = (...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL('torture.ts', import.meta.url)), ...args]);
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].on('data', (chunk) => {
        said[stream] += chunk;
      });
    child.on('close', (code) => resolve({ code, ...said }));
  });

test('[H43] a server killed six times in the middle of its work has lost nothing and doubled nothing', async () => {
  const { code, stdout, stderr } = await torture('--kills', '6', '--seed', 'six', '--json');
  expect([code, stderr]).toEqual([0, '']);
  const told = JSON.parse(stdout) as Record<string, number>;
  expect(told).toMatchObject({ ok: true, kills: 6, lost: 0, doubled: 0, broken: null });
  const { sent = 0, accepted = 0, refused = 0, late = 0, unsent = 0 } = told;
  expect(sent).toBe(accepted + refused + late + unsent);
  expect(accepted).toBeGreaterThan(50);
});

test.each([
  [['--kills', '0'], '--kills must be a whole number from 1 to 9999999, not "0".'],
  [['--kills', '1', '--minutes', '1'], '--minutes and --kills exclude each other: give one of them.'],
  [['--seed', 'a b'], '--seed must be 1 to 40 letters, digits or hyphens, not "a b".'],
  [['--fast'], "Unknown option '--fast'. See npm run torture -- --help."],
])('[H43] %j is refused in a sentence', async (args, sentence) => {
  expect(await torture(...args)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
});
