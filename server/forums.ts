import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import amiens from '../shared/forums/amiens-2019.json' with { type: 'json' };
import { readSetup } from '../shared/read-setup.ts';
import type { Setup } from '../shared/setup.ts';
import type { Clock } from './clock.ts';
import { Fault } from './config.ts';
import { holdFolder, Journal } from './journal.ts';
import { type Observer, Room } from './room.ts';

const ENDING = '.sqlite';

/** The forum of a first start: Amiens, 28 November 2019. */
export function sampleSetup(): Setup {
  const result = readSetup(amiens);
  if ('fault' in result) throw new Error(result.fault);
  return result.setup;
}

/**
 * Every forum of the data folder, one SQLite file each, and the given set-up's, created if new. With neither, the sample. `leave` closes
 * them all and gives the folder back. Throws a `Fault` when the folder or a file cannot be used; nothing is left open or created then.
 */
export function openForums(
  data: string,
  setup: Setup | null,
  clock: Clock,
  reached?: Observer,
): { rooms: ReadonlyMap<string, Room>; first: string; leave: () => void } {
  const release = takeFolder(data);
  const opened = new Map<string, Room>();
  const leave = () => {
    for (const room of opened.values()) room.close();
    release();
  };
  try {
    const ids = listForums(data);
    const given = setup ?? (ids.length === 0 ? sampleSetup() : null);
    const first = given?.id ?? (ids[0] as string);
    const others = ids.filter((id) => id !== first);
    // The given one last: where another cannot be opened, nothing is created or changed.
    for (const id of others) opened.set(id, openForum(data, id, clock, undefined, reached));
    const room = openForum(data, first, clock, given ?? undefined, reached);
    const rooms = new Map([[first, room], ...opened]);
    opened.set(first, room);
    return { rooms, first, leave };
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

function listForums(data: string): readonly string[] {
  try {
    return readdirSync(data)
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length))
      .sort();
  } catch (error) {
    throw new Fault(`--data: the folder "${data}" cannot be used (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function openForum(data: string, id: string, clock: Clock, setup?: Setup, reached?: Observer): Room {
  const file = join(data, `${id}${ENDING}`);
  let journal: Journal | null = null;
  try {
    journal = new Journal(file);
    const room = Room.open(journal, clock, setup, reached);
    // A copy under another name would speak to the screens of the forum it was copied from.
    if (room.state.setup.id !== id) throw new Error(`it holds the forum "${room.state.setup.id}": give it that name back, or move it away`);
    return room;
  } catch (error) {
    journal?.close();
    const { code, message } = error as { code?: string; message: string };
    if (code === 'SQLITE_BUSY') throw new Fault(`"${file}" is in use by another Estrade; stop that one first.`);
    throw new Fault(`--data: "${file}" cannot be opened: ${message}.`);
  }
}
