import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../shared/commands.ts';
import { Fault } from './fault.ts';
import { openForums } from './forums.ts';
import { Journal } from './journal.ts';
import { restoreForum } from './restore.ts';
import { Room } from './room.ts';
import { HeldClock } from './testing/held-clock.ts';
import { smallSetup } from './testing/house.ts';

let folder: string;
let data: string;
let file: string;
let copy: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'estrade-restore-test-'));
  data = join(folder, 'data');
  file = join(data, 'small.sqlite');
  copy = join(folder, 'key.sqlite');
  mkdirSync(data);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const STEPS = ['OpenBrief', 'OpenIntroduction', 'OpenPassages'];

/** A forum's file taken as far as so many steps; what is there is gone on with. */
async function written(path: string, steps: number, id = 'small'): Promise<void> {
  const setup = existsSync(path) ? undefined : smallSetup((small) => ({ ...small, id: id as typeof small.id }));
  const room = Room.open(new Journal(path), new HeldClock(Date.UTC(2019, 10, 28, 13)), setup);
  for (const type of STEPS.slice(room.state.step, steps))
    await new Promise((resolve) => room.submit(crypto.randomUUID(), { type, step: room.state.step } as Command, { role: 'mc' }, resolve));
  room.close();
}

function damage(path: string, sql = "UPDATE entries SET event = replace(event, 'zero', 'sero') WHERE seq = 2"): void {
  const raw = new Database(path);
  raw.exec(sql);
  raw.close();
}

/** A journal of three entries in place, and a copy of its first two. */
async function withCopy(): Promise<void> {
  await written(file, 1);
  copyFileSync(file, copy);
  await written(file, 2);
}

function fault(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
  throw new Error('no fault');
}

/** Names and hashes of everything in a folder. */
/** Without the lock by which a process holds a folder. */
const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.held'))
    .sort();
const all = (path: string) =>
  Object.fromEntries(
    filesOf(path).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(path, name)))
        .digest('hex'),
    ]),
  );
const start = () => {
  const { rooms } = openForums(data, null, new HeldClock(0));
  const found = [...rooms.values()].map(({ state }) => [state.setup.id, state.step]);
  for (const room of rooms.values()) room.close();
  return found;
};

test.each([
  [
    'an entry that was changed',
    () => damage(file),
    /^--data: ".*small\.sqlite" cannot be opened: journal entry 2 is damaged; start again with --restore FILE, /,
  ],
  [
    'a file cut short',
    () => writeFileSync(file, readFileSync(file).subarray(0, 9_000)),
    /cannot be opened: .*; start again with --restore FILE/,
  ],
  [
    'something else',
    () => writeFileSync(file, 'x'.repeat(9_000)),
    /cannot be opened: file is not a database; start again with --restore FILE/,
  ],
])('[X8] a damaged file, %s, is not started from: what is wrong is said, and what to do', async (_what, harm, sentence) => {
  await withCopy();
  harm();
  expect(fault(start)).toMatch(sentence);
});

test.each([
  ['changed by hand', () => damage(file)],
  ['cut short', () => writeFileSync(file, readFileSync(file).subarray(0, 9_000))],
  ['something else', () => writeFileSync(file, 'x'.repeat(9_000))],
  ['empty', () => writeFileSync(file, '')],
])('[X9] a copy takes the place of a damaged file, %s, which is kept under another name', async (_what, harm) => {
  await withCopy();
  harm();
  const damaged = readFileSync(file);
  restoreForum(data, copy, null);
  expect(start()).toEqual([['small', 1]]);
  expect(filesOf(data)).toEqual(['small.sqlite', 'small.sqlite.aside-1']);
  expect(readFileSync(`${file}.aside-1`).equals(damaged)).toBe(true);
});

test('[X9] what belonged to the damaged file goes aside with it, and is not written into the copy', async () => {
  await withCopy();
  // A crash: the last entries are in the log beside the file only.
  const journal = new Journal(file);
  const room = Room.open(journal, new HeldClock(0));
  await new Promise((resolve) => room.submit(crypto.randomUUID(), { type: 'OpenPassages', step: 2 }, { role: 'mc' }, resolve));
  const crashed = join(folder, 'crashed');
  mkdirSync(crashed);
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, join(crashed, `small.sqlite${end}`));
  room.close();
  writeFileSync(join(crashed, 'small.sqlite'), 'x'.repeat(9_000));
  // The start that was tried first has left it all there.
  data = crashed;
  const found = all(crashed);
  expect(fault(start)).toMatch(/start again with --restore FILE/);
  expect(all(crashed)).toEqual(found);
  restoreForum(crashed, copy, null);
  expect(all(crashed)['small.sqlite.aside-1-wal']).toBe(found['small.sqlite-wal']);
  expect(start()).toEqual([['small', 1]]);
  expect(filesOf(crashed)).toEqual(['small.sqlite', 'small.sqlite.aside-1', 'small.sqlite.aside-1-wal']);
});

test('[X9] a file with its log, from a laptop that crashed, is restored with what is in the log', async () => {
  await written(file, 1);
  const room = Room.open(new Journal(file), new HeldClock(0));
  await new Promise((resolve) => room.submit(crypto.randomUUID(), { type: 'OpenIntroduction', step: 1 }, { role: 'mc' }, resolve));
  for (const end of ['', '-wal']) copyFileSync(`${file}${end}`, `${copy}${end}`);
  room.close();
  data = join(folder, 'another');
  restoreForum(data, copy, null);
  expect(start()).toEqual([['small', 2]]);
});

test('[X9] a copy that goes further than a whole journal takes its place; the same once more changes nothing', async () => {
  await withCopy();
  copyFileSync(copy, join(folder, 'older'));
  copyFileSync(file, copy);
  copyFileSync(join(folder, 'older'), file);
  restoreForum(data, copy, null);
  const once = all(data);
  expect(Object.keys(once)).toEqual(['small.sqlite', 'small.sqlite.aside-1']);
  restoreForum(data, copy, null);
  expect(Object.keys(all(data))).toEqual(Object.keys(once));
  expect(start()).toEqual([['small', 2]]);
});

test.each([
  ['is not there', () => rmSync(copy), 'cannot be read (ENOENT).'],
  ['is a text', () => writeFileSync(copy, 'holiday'.repeat(999)), 'is not an Estrade forum.'],
  ['is empty', () => writeFileSync(copy, ''), 'is not an Estrade forum.'],
  [
    'is another program’s',
    () => {
      rmSync(copy);
      damage(copy, 'CREATE TABLE entries (holiday TEXT); INSERT INTO entries VALUES (1)');
    },
    'is not an Estrade forum.',
  ],
  ['is damaged itself', () => damage(copy), 'is damaged (journal entry 2 is damaged); take another copy.'],
  [
    'lost the secret of its links',
    () => damage(copy, "DELETE FROM facts WHERE name = 'secret'"),
    'is damaged (its pages are not in order or its secret is gone); take another copy.',
  ],
  ['is cut short', () => writeFileSync(copy, readFileSync(copy).subarray(0, 9_000)), /is damaged \(.*\); take another copy\.$/],
])('[X10] a copy that %s is refused in one sentence, and nothing is changed', async (_what, harm, sentence) => {
  await withCopy();
  damage(file);
  harm();
  const before = all(data);
  const said = fault(() => restoreForum(data, copy, null));
  expect(said.startsWith(`--restore: "${copy}" `)).toBe(true);
  if (typeof sentence === 'string') expect(said.endsWith(sentence)).toBe(true);
  else expect(said).toMatch(sentence);
  expect(all(data)).toEqual(before);
});

test('[X10] a copy of another forum is refused, by the folder and by --forum', async () => {
  await withCopy();
  rmSync(copy);
  await written(copy, 1, 'other');
  const before = all(data);
  expect(fault(() => restoreForum(data, copy, null))).toBe(
    `--restore: "${copy}" is of the forum "other", and "${data}" holds "small"; name a new folder with --data to start from it.`,
  );
  expect(fault(() => restoreForum(data, copy, 'small'))).toBe(`--restore: "${copy}" is of the forum "other", and --forum names "small".`);
  expect(all(data)).toEqual(before);
});

test('[X10] a whole journal that goes further than the copy is not replaced: how to go on and how to go back are said', async () => {
  await withCopy();
  const before = all(data);
  expect(fault(() => restoreForum(data, copy, null))).toBe(
    `--restore: "${file}" is whole and goes further than the copy (to entry 3, the copy to 2); start without --restore to go on from it, or move it away first to go back to the copy.`,
  );
  expect(all(data)).toEqual(before);
  expect(start()).toEqual([['small', 2]]);
});

test('[X10] a journal that is in use is not replaced', async () => {
  await withCopy();
  const journal = new Journal(file);
  expect(fault(() => restoreForum(data, copy, null))).toBe(`"${file}" is in use by another Estrade; stop that one first.`);
  journal.close();
  expect(readdirSync(data)).toEqual(['small.sqlite']);
});
