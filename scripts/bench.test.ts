import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from './bench/rounds.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/bench.ts', ...args], { cwd: root, encoding: 'utf8' });

describe('[A21] npm run bench', { timeout: 120_000 }, () => {
  test('gives a flat row for each thing measured, and nothing but JSON', () => {
    const { status, stdout } = bench('--only', 'tally', '--quick', '--json');
    expect(status).toBe(0);
    const { machine, date, rows } = JSON.parse(stdout);
    expect([typeof machine, new Date(date).toISOString()]).toEqual(['string', date]);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(['name', 'ours', 'p99', 'max', 'floor', 'ratio', 'goal', 'met']);
      expect(row.ratio).toBeCloseTo(row.ours / row.floor, 6);
      expect(row.max).toBeGreaterThanOrEqual(row.ours);
      expect(typeof row.met).toBe('boolean');
    }
  });

  test('runs both in turn, and judges by the goal', () => {
    const turns: string[] = [];
    const race = {
      name: 'a race',
      ours: () => void turns.push('ours'),
      floor: () => void turns.push('floor'),
      times: { ours: 1, floor: 2 },
      rounds: { full: 50, quick: 2 },
      goal: 'none',
    };
    expect(run({ ...race, met: () => true }, true)).toMatchObject({ name: 'a race', goal: 'none', met: true });
    // Two rounds and one to warm up.
    expect(turns).toEqual(new Array(3).fill(['ours', 'floor', 'floor']).flat());
    expect(run({ ...race, met: () => false }, true).met).toBe(false);
  });

  test('refuses a subject it does not know', () => {
    const { status, stderr } = bench('--only', 'everything');
    expect([status, stderr]).toEqual([2, '--only must be one of tally, not "everything".\n']);
  });
});
