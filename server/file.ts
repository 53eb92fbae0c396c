import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Tip } from '../shared/chain.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS entries (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, by TEXT NOT NULL, event TEXT NOT NULL, hash TEXT NOT NULL, salt TEXT) STRICT;
  CREATE TABLE IF NOT EXISTS outcomes (by TEXT NOT NULL, id TEXT NOT NULL, digest TEXT NOT NULL, outcome TEXT NOT NULL, PRIMARY KEY (by, id)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS boxes (motion INTEGER NOT NULL, vote TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (motion, vote)) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS people (seat TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
`;

/** A journal that is held stays held: long enough for a process that is just dying, no longer. */
const LOCK_PATIENCE = 500;

/** The file holds something else than what was written, or not all of it: only a copy helps. */
export class Damaged extends Error {}

/**
 * Takes a folder for this process, by a lock on an empty file in it, which ends with the process however it ends. The returned function gives
 * it back. Throws when another process has it.
 */
export function holdFolder(folder: string): () => void {
  const lock = new Database(join(folder, '.held'), { timeout: LOCK_PATIENCE });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw error;
  }
  return () => lock.close();
}

/**
 * Looks into a file without touching it. What SQLite opens for writing and finds damaged, it closes without the log beside it, and the log
 * may hold the last hour. Throws as SQLite does when the file is held, damaged or none of its own.
 */
export function look(file: string): void {
  if (!existsSync(file)) return;
  if (statSync(file).size === 0) throw new Damaged('the file is empty');
  const made = ['-wal', '-shm'].map((end) => `${file}${end}`).filter((beside) => !existsSync(beside));
  const db = new Database(file, { readonly: true, timeout: LOCK_PATIENCE });
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get();
  } finally {
    db.close();
    for (const beside of made) rmSync(beside, { force: true });
  }
}

/** Opens or creates a forum's file, for this process alone. Throws as SQLite does, and `Damaged`. */
export function openFile(file: string): Database.Database {
  if (existsSync(`${file}-wal`)) look(file);
  const db = new Database(file, { timeout: LOCK_PATIENCE });
  try {
    // One process owns a forum: a second one must fail at once rather than write beside it.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    // WAL alone lets better-sqlite3 fall to NORMAL at the first write: an acknowledged ballot would then not survive a power cut.
    db.pragma('synchronous = FULL');
    // What is erased must be gone from the file, not only from its tables.
    db.pragma('secure_delete = ON');
    db.exec(SCHEMA);
    const columns = db.pragma('table_info(entries)') as { name: string }[];
    if (!columns.some(({ name }) => name === 'salt')) db.exec('ALTER TABLE entries ADD COLUMN salt TEXT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A copy says in its header that no log belongs to it (1 for 2, WAL), so that it opens from a disk that cannot be written, and in memory. */
export function loose(bytes: Buffer): Buffer {
  return bytes.fill(1, 18, 20);
}

/** Whether a copy holds every entry of an older one, by where that one's chain ends. False when either is no forum's file. */
export function continues(bytes: Buffer, older: Buffer): boolean {
  const opened: Database.Database[] = [];
  const find = (file: Buffer, sql: string): Database.Statement => {
    const db = new Database(loose(file));
    opened.push(db);
    return db.prepare(sql);
  };
  try {
    const tip = find(older, 'SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1').get() as Tip | undefined;
    return tip !== undefined && find(bytes, 'SELECT hash FROM entries WHERE seq = ?').pluck().get(tip.seq) === tip.hash;
  } catch {
    return false;
  } finally {
    for (const db of opened) db.close();
  }
}
