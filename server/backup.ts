import type { Stats } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { BackupFault } from '../shared/protocol.ts';
import type { Instant } from '../shared/time.ts';
import { asideOf } from './aside.ts';
import { continues } from './file.ts';
import type { Journal } from './journal.ts';
import { log } from './log.ts';
import type { Room } from './room.ts';

/** Between two copies while something changes and no step is taken, in milliseconds. */
const APART = 10_000;
/** A copy that takes longer is said to be late. */
const LATE = 30_000;

interface Taken {
  readonly bytes: Buffer;
  readonly at: Instant;
  readonly changes: number;
}

/**
 * Keeps a whole copy of a forum's file in another folder, on a USB key. The bytes are taken between two commits; all that touches the key
 * is done off the event loop, so that however slow the key is, no commit and no screen waits for it.
 */
export class Backup {
  readonly #room: Room;
  readonly #journal: Journal;
  readonly #folder: string;
  readonly #file: string;
  readonly #timer: NodeJS.Timeout;
  #step: number;
  /** The last copy, as the folder showed it once written, and what it held. */
  #last: { readonly mark: string; readonly changes: number } | null = null;
  #working: Promise<void> | null = null;
  #again = false;
  #mounted = false;
  #closed = false;

  constructor(room: Room, journal: Journal, folder: string) {
    this.#room = room;
    this.#journal = journal;
    this.#folder = resolve(folder);
    this.#file = join(this.#folder, `${room.state.setup.id}.sqlite`);
    this.#step = room.state.step;
    room.keeping.copied({ at: null, fault: null });
    room.listen(() => {
      if (room.state.step === this.#step) return;
      this.#step = room.state.step;
      this.#soon();
    });
    this.#timer = setInterval(() => this.#soon(), APART);
    this.#soon();
  }

  /** The last copy, of all that was committed until now; resolves once it is written, or cannot be. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#closed = true;
    const taken = this.#take();
    await this.#working;
    if (taken) await this.#keep(taken.changes, () => taken);
  }

  /** After the turn in which a step was taken: its frames are on their way by then. */
  #soon(): void {
    this.#again = true;
    setImmediate(() => {
      this.#working ??= this.#work();
    });
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#closed) {
      this.#again = false;
      await this.#keep(this.#journal.changes, () => this.#take());
    }
    this.#working = null;
  }

  /** Null when the journal itself cannot be read: its room says so. */
  #take(): Taken | null {
    try {
      return { bytes: this.#journal.copy(), at: this.#room.clock.now(), changes: this.#journal.changes };
    } catch (error) {
      log.error({ error: String(error) }, 'the journal could not be copied');
      return null;
    }
  }

  /** Where nothing changed and the last copy is still there, that is all there is to see. */
  async #keep(changes: number, take: () => Taken | null): Promise<void> {
    const late = setTimeout(() => this.#say('slow'), LATE);
    try {
      await this.#find();
      const there = await markOf(this.#file);
      if (this.#last?.mark === there && this.#last?.changes === changes) return this.#say(null);
      const taken = take();
      if (taken) {
        if (there !== null && there !== this.#last?.mark) await this.#spare(taken);
        await write(this.#file, taken.bytes);
        this.#last = { mark: (await markOf(this.#file)) ?? '', changes: taken.changes };
        this.#say(null, taken.at);
      }
    } catch (error) {
      this.#say(faultOf(error as NodeJS.ErrnoException), undefined, error);
    } finally {
      clearTimeout(late);
    }
  }

  /** The folder, which is never made: where a key is to be, there must be one. */
  async #find(): Promise<void> {
    const [own, above] = await Promise.all([stat(this.#folder), stat(dirname(this.#folder))]);
    const mounted = own.dev !== above.dev;
    // Under a key that was pulled out there may be a bare folder, of this very laptop: a copy in it would keep nothing safe.
    if (this.#mounted && !mounted) throw Object.assign(new Error(`nothing is mounted on ${this.#folder}`), { code: 'ENOENT' });
    this.#mounted = mounted;
  }

  /** A copy that holds what this journal does not (another session of the forum, or more of this one) is not written over. */
  async #spare({ bytes }: Taken): Promise<void> {
    if (continues(bytes, await readFile(this.#file))) return;
    const aside = asideOf(this.#file);
    await rename(this.#file, aside);
    log.warn(
      { kept: aside },
      'the copy that was there holds what this journal does not; to go on from it, start with --restore and its name',
    );
  }

  #say(fault: BackupFault | null, at?: Instant, error?: unknown): void {
    const before = this.#room.keeping.report.backup;
    if (fault !== null && fault !== before?.fault) log.warn({ folder: this.#folder, fault, error: String(error ?? '') }, 'no copy is kept');
    if (fault === null && before?.fault) log.info({ folder: this.#folder }, 'copies are kept again');
    this.#room.keeping.copied({ at: at ?? before?.at ?? null, fault });
  }
}

/** Beside the copy and then in its place, so that a torn one never replaces a good one. */
async function write(file: string, bytes: Buffer): Promise<void> {
  const part = `${file}.part`;
  try {
    const handle = await open(part, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
  // Not every file system lets a folder be pushed to the disk; the copy itself is there.
  const folder = await open(dirname(file), 'r').catch(() => null);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

/** What tells a file from any other that stood there; null when there is none. */
async function markOf(file: string): Promise<string | null> {
  const found: Stats | null = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return found && `${found.mtimeMs} ${found.size}`;
}

const FAULTS: Record<string, BackupFault> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENODEV: 'missing',
  ENXIO: 'missing',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};
const faultOf = ({ code = '' }: NodeJS.ErrnoException): BackupFault => FAULTS[code] ?? 'failed';
