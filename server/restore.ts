import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tip } from '../shared/chain.ts';
import { evolve } from '../shared/session.ts';
import type { State } from '../shared/state.ts';
import { asideOf } from './aside.ts';
import { Fault } from './fault.ts';
import { Damaged, look } from './file.ts';
import { ENDING, inUse, listForums } from './forums.ts';
import { Journal } from './journal.ts';
import { log } from './log.ts';

/** What SQLite may keep beside a file, and what belongs to it alone. */
const BESIDE = ['-wal', '-shm', '-journal'];

/** A whole journal: of which forum, and how far it goes. */
interface Whole {
  readonly forum: string;
  readonly tip: Tip;
  readonly bytes: Buffer;
}

class NoForum extends Error {}

/**
 * Puts a copy in the place of its forum's file, which is kept under another name and never deleted. Throws a `Fault`, and changes nothing,
 * when the copy is no whole journal, is of another forum, or when the journal in place is whole and goes further.
 */
export function restoreForum(data: string, copy: string, asked: string | null): void {
  const { forum, tip, bytes } = readCopy(copy);
  const refuse = (why: string): never => {
    throw new Fault(`--restore: ${why}.`);
  };
  if (asked !== null && asked !== forum) refuse(`"${copy}" is of the forum "${forum}", and --forum names "${asked}"`);
  const forums = existsSync(data) ? listForums(data) : [];
  const file = join(data, `${forum}${ENDING}`);
  if (forums.length > 0 && !forums.includes(forum))
    refuse(
      `"${copy}" is of the forum "${forum}", and "${data}" holds "${forums.join('", "')}"; name a new folder with --data to start from it`,
    );
  const present = forums.includes(forum) ? readPresent(file) : null;
  if (present && present.tip.seq > tip.seq)
    refuse(
      `"${file}" is whole and goes further than the copy (to entry ${present.tip.seq}, the copy to ${tip.seq}); start without --restore to go on from it, or move it away first to go back to the copy`,
    );
  if (present?.tip.hash === tip.hash) log.info({ file }, 'the journal is what the copy is: there is nothing to restore');
  else place(data, file, bytes);
}

function readCopy(copy: string): Whole {
  try {
    return readWhole(copy);
  } catch (error) {
    throw new Fault(`--restore: "${copy}" ${whatIsWrong(error as NodeJS.ErrnoException)}.`);
  }
}

function whatIsWrong(error: NodeJS.ErrnoException): string {
  const { code = '', message } = error;
  if (error instanceof NoForum || code === 'SQLITE_NOTADB' || code === 'SQLITE_ERROR') return 'is not an Estrade forum';
  // Without a code: an entry that is not of this version's session.
  if (error instanceof Damaged || code === '' || code.startsWith('SQLITE_')) return `is damaged (${message}); take another copy`;
  return `cannot be read (${code})`;
}

/** The journal in place if it is whole; null when it is damaged. */
function readPresent(file: string): Whole | null {
  try {
    look(file);
    return readWhole(file);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code.startsWith('SQLITE_BUSY')) throw new Fault(inUse(file));
    return null;
  }
}

/**
 * Every entry by its hash and by the rules, every page, and the secret of the links. Throws when anything is amiss. All of it on a duplicate:
 * a key may be write-protected, a file taken from a crashed laptop has a log beside it, and what is damaged must stay as it is.
 */
function readWhole(file: string): Whole {
  const folder = mkdtempSync(join(tmpdir(), 'estrade-restore-'));
  const duplicate = join(folder, 'copy');
  try {
    copyFileSync(file, duplicate);
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${duplicate}-wal`);
    return readJournal(new Journal(duplicate));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readJournal(journal: Journal): Whole {
  try {
    let state: State | null = null;
    for (const entry of journal.read()) state = evolve(state, entry);
    if (state === null) throw new NoForum();
    if (!journal.sound) throw new Damaged('its pages are not in order or its secret is gone');
    return { forum: state.setup.id, tip: journal.tip, bytes: journal.copy() };
  } finally {
    journal.close();
  }
}

/** The copy is on the disk before anything moves; a stop at any point leaves a file under the forum's name. */
function place(data: string, file: string, bytes: Buffer): void {
  const coming = `${file}.coming`;
  try {
    mkdirSync(data, { recursive: true });
    writeFileSync(coming, bytes, { mode: 0o600, flush: true });
    const aside = existsSync(file) ? asideOf(file) : null;
    if (aside) setAside(file, aside);
    renameSync(coming, file);
    log.warn({ file, kept: aside }, 'started from the copy; what was there is kept');
  } catch (error) {
    rmSync(coming, { force: true });
    throw new Fault(`--restore: the copy cannot be put into "${data}" (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function setAside(file: string, aside: string): void {
  try {
    linkSync(file, aside);
  } catch {
    copyFileSync(file, aside);
  }
  // What is left beside it would be written into the copy.
  for (const end of BESIDE) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`);
}
