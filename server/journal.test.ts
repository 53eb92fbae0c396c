import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chain } from '../shared/chain.ts';
import { instant } from '../shared/time.ts';
import { sampleSetup } from './forums.ts';
import { Journal } from './journal.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'estrade-journal-'));
  file = join(folder, 'forum.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A journal with the set-up and a message: two entries. */
function written(): Journal {
  const journal = new Journal(file);
  const adopted = chain(journal.tip, instant(1), 'system', { type: 'SetupAdopted', setup: sampleSetup() });
  const message = chain(adopted, instant(2), 'mc', { type: 'MessageSet', text: 'Concluez' });
  journal.append([adopted, message], [{ by: 'mc', id: 'an-id-of-mine', digest: 'd', outcome: { ok: true, at: instant(2) } }]);
  return journal;
}

test('[J1] a commit is pushed to the disk: synchronous is FULL, also after a write', () => {
  const journal = written();
  expect(journal.synchronous).toBe(2);
  journal.close();
});

test('[J2] what was appended is read back by another process’s start, in order, with outcomes and the same secret', () => {
  const first = written();
  const secret = first.secret();
  first.close();
  const second = new Journal(file);
  const entries = [...second.read()];
  expect(entries.map(({ seq, by, event }) => [seq, by, event.type])).toEqual([
    [1, 'system', 'SetupAdopted'],
    [2, 'mc', 'MessageSet'],
  ]);
  expect(second.outcome('mc', 'an-id-of-mine')).toEqual({ digest: 'd', outcome: { ok: true, at: 2 } });
  expect(second.outcome('juror/j01', 'an-id-of-mine')).toBeNull();
  expect(second.secret()).toEqual(secret);
  second.close();
});

test.each([
  ['its event', "UPDATE entries SET event = replace(event, 'Concluez', 'Continuez') WHERE seq = 2", 2],
  ['its sender', "UPDATE entries SET by = 'president/j10' WHERE seq = 2", 2],
  ['its time', 'UPDATE entries SET at = 3 WHERE seq = 2', 2],
  ['its hash', "UPDATE entries SET hash = '0' WHERE seq = 1", 1],
  ['a missing entry', 'DELETE FROM entries WHERE seq = 1', 2],
])('[J3] a journal changed by hand in %s is not opened silently: the first bad entry is named', (_what, sql, seq) => {
  written().close();
  const raw = new Database(file);
  raw.exec(sql);
  raw.close();
  const journal = new Journal(file);
  expect(() => [...journal.read()]).toThrow(`journal entry ${seq} is damaged`);
  journal.close();
});

test('[J2] the entries can be gone through again at any time, and the chain goes on from where it stood', () => {
  written().close();
  const journal = new Journal(file);
  const read = [...journal.read()];
  const { tip } = journal;
  expect([...journal.read()]).toEqual(read);
  expect(journal.tip).toEqual(tip);
  const next = chain(tip, instant(3), 'mc', { type: 'MessageSet', text: null });
  journal.append([next], []);
  expect([...journal.read()]).toEqual([...read, next]);
  journal.close();
});

test('[J4] a second process cannot open a journal that is in use', () => {
  const journal = written();
  expect(() => new Journal(file)).toThrow(/locked/);
  journal.close();
  new Journal(file).close();
});

test('[J5] entries and outcomes of a turn are kept together or not at all', () => {
  const journal = written();
  const entry = chain(journal.tip, instant(3), 'mc', { type: 'BlackoutSet', on: true });
  const again = { by: 'mc', id: 'an-id-of-mine', digest: 'd', outcome: { ok: true as const, at: instant(3) } };
  expect(() => journal.append([entry], [again])).toThrow(/UNIQUE/);
  expect(journal.tip.seq).toBe(2);
  journal.append([entry], []);
  expect(journal.tip.seq).toBe(3);
  journal.close();
});

test('[T1] no token is in the file', async () => {
  const { Room } = await import('./room.ts');
  const { runningClock } = await import('./clock.ts');
  const journal = new Journal(file);
  const room = Room.open(journal, runningClock(), sampleSetup());
  const { invitations } = room;
  room.close();
  const bytes = readFileSync(file).toString('latin1');
  for (const { token } of invitations.all) expect(bytes.includes(token)).toBe(false);
  expect(invitations.all.length).toBeGreaterThan(30);
});
