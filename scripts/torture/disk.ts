import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { covered, hashOf, START, type Tip } from '../../shared/chain.ts';
import type { Entry, Event } from '../../shared/events.ts';
import type { Outcome } from '../../shared/protocol.ts';
import { evolve } from '../../shared/session.ts';
import type { State } from '../../shared/state.ts';
import type { Instant } from '../../shared/time.ts';
import { Broken, isRemembered, type Made } from './ledger.ts';

/** What stands in a dead server's file: read from a copy, by nothing of the server's. */
export interface Found {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** `motion/vote`, and how many. */
  readonly boxes: ReadonlyMap<string, number>;
}

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly event: string;
  readonly hash: string;
  readonly salt: string | null;
}

/** The hash of an entry as it stands in the file, after another. */
const hashAfter = (tip: Tip, row: Row): string => {
  const event = row.salt === null ? row.event : covered({ event: JSON.parse(row.event) as Event, salt: row.salt });
  return hashOf(tip.hash, { ...row, event });
};

/** One forum's journal as the torture knows it: what was once read may never read otherwise again. */
export class Disk {
  readonly entries: Entry[] = [];
  state: State | null = null;
  tip: Tip = START;
  readonly #data: string;
  readonly #forum: string;

  constructor(data: string, forum: string) {
    this.#data = data;
    this.#forum = forum;
  }

  /** Entries that a living server read from its disk. */
  told(entries: readonly Entry[]): void {
    for (const entry of entries) this.#add({ ...entry, event: JSON.stringify(entry.event), salt: entry.salt ?? null });
  }

  /** After a death: what is new is chained to what was known, what was known stands, and every answer given since is there. */
  read(fresh: readonly Made[]): void {
    this.#open((db) => {
      const known = this.tip;
      const kept = db.prepare('SELECT hash FROM entries WHERE seq = ?').pluck().get(known.seq);
      if (known.seq > 0 && kept !== known.hash) throw new Broken(`entry ${known.seq} of the journal is gone, or another`);
      for (const row of db.prepare('SELECT * FROM entries WHERE seq > ? ORDER BY seq').iterate(known.seq)) this.#add(row as Row);
      const find = db.prepare('SELECT outcome FROM outcomes WHERE by = ? AND id = ?').pluck();
      for (const made of fresh) {
        if (!made.outcome || !isRemembered(made.outcome)) continue;
        const outcome = find.get(made.by, made.id);
        if (outcome === undefined) throw new Broken('an acknowledged command is lost', made);
        if (outcome !== JSON.stringify(made.outcome)) throw new Broken(`the journal says ${outcome} of what was answered otherwise`, made);
      }
    });
  }

  /** Everything beside the entries, at the end; the whole chain once more, from its beginning. */
  readAll(): Found {
    return this.#open((db) => {
      let tip = START;
      for (const row of db.prepare('SELECT * FROM entries ORDER BY seq').iterate() as Iterable<Row>) {
        if (row.seq !== tip.seq + 1 || hashAfter(tip, row) !== row.hash) throw new Broken(`the chain breaks at entry ${row.seq}`);
        if (JSON.stringify(this.entries[row.seq - 1]?.event) !== row.event)
          throw new Broken(`entry ${row.seq} reads otherwise than before`);
        tip = row;
      }
      if (tip.hash !== this.tip.hash) throw new Broken(`the journal ends at entry ${tip.seq}, not at ${this.tip.seq}`);
      const outcomes = db.prepare('SELECT by, id, outcome FROM outcomes').all() as { by: string; id: string; outcome: string }[];
      const boxes = db.prepare('SELECT motion, vote, count FROM boxes').all() as { motion: number; vote: string; count: number }[];
      return {
        outcomes: new Map(outcomes.map(({ by, id, outcome }) => [`${by} ${id}`, JSON.parse(outcome) as Outcome])),
        boxes: new Map(boxes.map(({ motion, vote, count }) => [`${motion}/${vote}`, count])),
      };
    });
  }

  #add(row: Row): void {
    if (row.seq !== this.tip.seq + 1 || hashAfter(this.tip, row) !== row.hash) throw new Broken(`the chain breaks at entry ${row.seq}`);
    const { salt, ...rest } = row;
    const entry: Entry = { ...rest, at: row.at as Instant, event: JSON.parse(row.event) as Event, ...(salt === null ? {} : { salt }) };
    this.entries.push(entry);
    this.state = evolve(this.state, entry);
    this.tip = { seq: row.seq, hash: row.hash };
  }

  #open<Kind>(look: (db: Database.Database) => Kind): Kind {
    const copy = join(this.#data, '..', 'copy');
    mkdirSync(copy, { recursive: true });
    for (const ending of ['.sqlite', '.sqlite-wal']) {
      const from = join(this.#data, `${this.#forum}${ending}`);
      if (existsSync(from)) copyFileSync(from, join(copy, `${this.#forum}${ending}`));
    }
    const db = new Database(join(copy, `${this.#forum}.sqlite`));
    try {
      return look(db);
    } finally {
      db.close();
      rmSync(copy, { recursive: true });
    }
  }
}
