import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { commandSchema } from '../shared/commands.ts';
import { Chance } from './fuzz/chance.ts';
import { inputOf } from './fuzz/inputs.ts';
import { Fields, Raw, written } from './fuzz/json.ts';
import { fuzz, worldOf } from './fuzz/run.ts';
import { COMMANDS, pathsOf, replaced, wellFormed } from './fuzz/shapes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/fuzz.ts', ...args], { cwd: root, encoding: 'utf8' });
const world = worldOf(1, 4);

describe('[H41] what npm run fuzz throws', () => {
  test('is the same for the same seed and number, and other for another', () => {
    const thrown = (seed: number) => JSON.stringify(Array.from({ length: 300 }, (_, number) => inputOf(seed, number, world)));
    expect(thrown(7)).toBe(thrown(7));
    expect(thrown(7)).not.toBe(thrown(8));
  });

  test('begins from commands that the schema takes, of every type', () => {
    expect(COMMANDS.size).toBeGreaterThan(50);
    for (const type of COMMANDS.keys())
      for (let number = 0; number < 20; number += 1)
        expect(z.safeParse(commandSchema, wellFormed(type, world, new Chance(1, number))).error?.issues ?? [], type).toEqual([]);
  });

  test('reaches every field of every command, the set-up’s apart, within 20,000 inputs', () => {
    const reached = new Set<string>();
    for (let number = 0; number < 20_000; number += 1) {
      const input = inputOf(1, number, world);
      if (input.kind === 'command' && input.field) reached.add([input.type, ...input.field].join('.'));
    }
    const missed = [...COMMANDS.keys()]
      .filter((type) => type !== 'AdoptSetup')
      .flatMap((type) => pathsOf(wellFormed(type, world, new Chance(1, 1))).map((path) => [type, ...path].join('.')))
      .filter((field) => !reached.has(field));
    expect(missed).toEqual([]);
    expect(reached.has('AdoptSetup.setup')).toBe(true);
  });

  test('is written as no library writes it', () => {
    expect(written({ a: new Raw('-0'), b: [new Fields([['__proto__', 1]])] })).toBe('{"a":-0,"b":[{"__proto__":1}]}');
    expect(replaced({ a: { b: [1, 2] } }, ['a', 'b', 1], 'x')).toEqual({ a: { b: [1, 'x'] } });
  });
});

test('[H40] whatever a real server is sent it stays up, what is refused changes nothing, and what is taken is replayed to the same views', async () => {
  const report = await fuzz({ seed: 1, from: 0, inputs: 3_000, measured: false });
  expect(report.faults).toEqual([]);
  expect(Object.keys(report.kinds).sort()).toEqual(['command', 'packet', 'request', 'stream']);
  expect(report.taken).toBeGreaterThan(20);
  expect(Object.keys(report.refused).length).toBeGreaterThan(10);
  expect(report.phases.length).toBeGreaterThan(1);
  expect(report.entries).toBeGreaterThan(20);
  // A generous ceiling, against a leak and nothing else.
  const [, half, end] = report.memory;
  expect((end?.heapUsed ?? 0) - (half?.heapUsed ?? 0)).toBeLessThan(50_000_000);
});

test('[H41] npm run fuzz refuses what it does not understand', () => {
  const { status, stderr } = run('--inputs', 'many');
  expect([status, stderr]).toEqual([2, '--inputs must be a whole number of nine digits at most, not "many".\n']);
});
