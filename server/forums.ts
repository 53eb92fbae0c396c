import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import amiens from '../shared/forums/amiens-2019.json' with { type: 'json' };
import { readSetup } from '../shared/read-setup.ts';
import type { Setup } from '../shared/setup.ts';
import { Backup } from './backup.ts';
import type { Clock } from './clock.ts';
import { Fault } from './fault.ts';
import { Damaged, holdFolder } from './file.ts';
import { Journal } from './journal.ts';
import { type Observer, Room } from './room.ts';

/** Every file of the data folder that ends so is a forum's, and no other. */
export const ENDING = '.sqlite';

export interface Forums {
  readonly rooms: ReadonlyMap<string, Room>;
  readonly first: string;
  readonly backups: readonly Backup[];
  /** Closes them all, and gives the folder back. */
  readonly leave: () => void;
}

export interface Opening {
  readonly reached?: Observer | undefined;
  /** Folder in which copies are kept. */
  readonly backup?: string | null;
  /** Done once the folder is held, and before anything in it is opened. */
  readonly prepare?: () => unknown;
}

interface Opened {
  readonly journal: Journal;
  readonly room: Room;
}

/** The forum of a first start: Amiens, 28 November 2019. */
export function sampleSetup(): Setup {
  const result = readSetup(amiens);
  if ('fault' in result) throw new Error(result.fault);
  return result.setup;
}

/**
 * Every forum of the data folder, one SQLite file each, and the given set-up's, created if new. With neither, the sample. Each is copied to
 * the folder for backups, if there is one. Throws a `Fault` when the folder or a file cannot be used; nothing is left open or created then.
 */
export function openForums(data: string, setup: Setup | null, clock: Clock, { reached, backup = null, prepare }: Opening = {}): Forums {
  const release = takeFolder(data);
  const opened = new Map<string, Opened>();
  const leave = () => {
    for (const { room } of opened.values()) room.close();
    release();
  };
  try {
    prepare?.();
    const ids = listForums(data);
    const given = setup ?? (ids.length === 0 ? sampleSetup() : null);
    const first = given?.id ?? (ids[0] as string);
    const others = ids.filter((id) => id !== first);
    // The given one last: where another cannot be opened, nothing is created or changed.
    for (const id of others) opened.set(id, openForum(data, id, clock, undefined, reached));
    const own = openForum(data, first, clock, given ?? undefined, reached);
    const all = new Map([[first, own], ...opened]);
    opened.set(first, own);
    const rooms = new Map([...all].map(([id, { room }]) => [id, room]));
    const backups = backup === null ? [] : [...all.values()].map(({ room, journal }) => new Backup(room, journal, backup));
    return { rooms, first, backups, leave };
  } catch (error) {
    leave();
    throw error;
  }
}

/** One process owns a folder, from before its first forum is there: two that each begin another one must not share it unawares. */
function takeFolder(data: string): () => void {
  try {
    mkdirSync(data, { recursive: true });
    return holdFolder(data);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'SQLITE_BUSY') throw new Fault(`--data: the folder "${data}" is in use by another Estrade; stop that one first.`);
    throw new Fault(`--data: the folder "${data}" cannot be used (${code}).`);
  }
}

/** The ids of the forums in a data folder, which is made if it is missing. */
export function listForums(data: string): readonly string[] {
  try {
    return readdirSync(data)
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
      .sort();
  } catch (error) {
    throw new Fault(`--data: the folder "${data}" cannot be used (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function openForum(data: string, id: string, clock: Clock, setup?: Setup, reached?: Observer): Opened {
  const file = join(data, `${id}${ENDING}`);
  let journal: Journal | null = null;
  try {
    journal = new Journal(file);
    const room = Room.open(journal, clock, setup, reached);
    // A copy under another name would speak to the screens of the forum it was copied from.
    if (room.state.setup.id !== id) throw new Error(`it holds the forum "${room.state.setup.id}": give it that name back, or move it away`);
    return { journal, room };
  } catch (error) {
    journal?.close();
    const { code = '', message } = error as { code?: string; message: string };
    if (code.startsWith('SQLITE_BUSY')) throw new Fault(inUse(file));
    if (error instanceof Damaged || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
      throw new Fault(
        `--data: "${file}" cannot be opened: ${message}; start again with --restore FILE, where FILE is the last copy that --backup kept: the damaged file stays beside it under another name.`,
      );
    throw new Fault(`--data: "${file}" cannot be opened: ${message}.`);
  }
}

/** The sentence for a file that another process holds. */
export const inUse = (file: string): string => `"${file}" is in use by another Estrade; stop that one first.`;
