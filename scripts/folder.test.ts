import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sampleSetup } from '../server/forums.ts';
import { build, isBuilt } from './build.mjs';
import { endAll, type Ready, start, startJson } from './testing/started.ts';

const folder = mkdtempSync(join(tmpdir(), 'estrade-folder-'));
/** A data folder that does not exist yet. */
const freshData = () => join(mkdtempSync(join(folder, 'fresh-')), 'data');
const forums = (data: string) => readdirSync(data).filter((name) => name.endsWith('.sqlite'));
const setupOf = (id: string) => {
  const file = join(folder, `${id}.json`);
  writeFileSync(file, JSON.stringify({ ...sampleSetup(), id }));
  return file;
};
const startOn = (data: string, ...more: string[]) => start(['--json', '--port', '0', '--host', '127.0.0.1', '--data', data, ...more]);

beforeAll(async () => {
  if (!isBuilt()) await build();
}, 240_000);
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('[J24] of two that start in the same moment on a folder that is not there yet, each with a forum of its own, one has it', async () => {
  const data = freshData();
  const both = ['lille-2027', 'arras-2027'].map((id) => startOn(data, '--forum', setupOf(id)));
  const lines = await Promise.all(both.map(({ line }) => line));
  const won = lines.findIndex((line) => line !== '');
  const { ended, said } = both[1 - won] as (typeof both)[number];
  expect([lines[1 - won], await ended]).toEqual(['', 2]);
  expect(said.stderr).toBe(`--data: the folder "${data}" is in use by another Estrade; stop that one first.\n`);
  const { forum } = JSON.parse(lines[won] ?? '') as Ready;
  expect(forums(data)).toEqual([`${forum}.sqlite`]);
});

test('[J24] a second start with another forum creates nothing beside the first', async () => {
  const data = freshData();
  await startJson(data);
  const { ended, said } = startOn(data, '--forum', setupOf('lille-2027'));
  expect([await ended, said.stdout]).toEqual([2, '']);
  expect(said.stderr.trim().split('\n')).toHaveLength(1);
  expect(forums(data)).toEqual(['amiens-2019.sqlite']);
});

test.each(['SIGKILL', 'SIGTERM'] as const)('[J24] after %s of the first the next start has the folder at once', async (signal) => {
  const data = freshData();
  const first = await startJson(data);
  first.child.kill(signal);
  await first.ended;
  const next = await startJson(data);
  expect(next.ready.links.mc.split('#')[1]).toBe(first.ready.links.mc.split('#')[1]);
});

test('[H6] where one forum cannot be opened, the one that was asked for is not created either', async () => {
  const data = freshData();
  const first = await startJson(data);
  first.child.kill('SIGTERM');
  await first.ended;
  writeFileSync(join(data, 'broken.sqlite'), 'not a journal, but a text that is long enough to be looked at as one');
  const { ended, said } = startOn(data, '--forum', setupOf('lille-2027'));
  expect(await ended).toBe(2);
  expect(said.stderr).toContain('broken.sqlite" cannot be opened');
  expect(forums(data)).toEqual(['amiens-2019.sqlite', 'broken.sqlite']);
});
