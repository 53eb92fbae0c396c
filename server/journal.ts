import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { covered, hashOf, START, type Tip } from '../shared/chain.ts';
import type { Entry, Event } from '../shared/events.ts';
import type { SeatId } from '../shared/ids.ts';
import type { Count, Vote } from '../shared/jury.ts';
import type { Outcome } from '../shared/protocol.ts';
import type { Instant } from '../shared/time.ts';
import type { Boxed } from '../shared/voting.ts';
import { Damaged, loose, openFile } from './file.ts';

/** What a command came to, kept with the body it came for. */
export interface Recorded {
  readonly by: string;
  readonly id: string;
  /** Of the command's body: the same id with another body is a fault of the device. */
  readonly digest: string;
  readonly outcome: Outcome;
}

/** The names of those who sit, by seat. */
export type People = Readonly<Record<SeatId, string>>;

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly event: string;
  readonly hash: string;
  readonly salt: string | null;
}

/** A salted event is covered sealed; any other as its text stands, to the byte. */
const coveredText = ({ event, salt }: Pick<Row, 'event' | 'salt'>): string =>
  salt === null ? event : covered({ event: JSON.parse(event) as Event, salt });

/** The journal of one forum in one SQLite file: the only place where the session is kept. Synchronous, as SQLite is. */
export class Journal {
  readonly #db: Database.Database;
  readonly #addEntry: Database.Statement;
  readonly #addOutcome: Database.Statement;
  readonly #findOutcome: Database.Statement;
  readonly #setFact: Database.Statement;
  readonly #getFact: Database.Statement;
  readonly #emptyBox: Database.Statement;
  readonly #addVote: Database.Statement;
  readonly #countChanges: Database.Statement;
  readonly #write: (entries: readonly Entry[], outcomes: readonly Recorded[], boxed: readonly Boxed[]) => void;
  #tip: Tip = START;

  /** Opens or creates the file. Throws when it cannot be written, when another process holds it, or when an entry is damaged. */
  constructor(file: string) {
    this.#db = openFile(file);
    this.#addEntry = this.#db.prepare('INSERT INTO entries (seq, at, by, event, hash, salt) VALUES (?, ?, ?, ?, ?, ?)');
    this.#addOutcome = this.#db.prepare('INSERT INTO outcomes (by, id, digest, outcome) VALUES (?, ?, ?, ?)');
    this.#findOutcome = this.#db.prepare('SELECT digest, outcome FROM outcomes WHERE by = ? AND id = ?');
    this.#setFact = this.#db.prepare(
      'INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    );
    this.#getFact = this.#db.prepare('SELECT value FROM facts WHERE name = ?').pluck();
    this.#countChanges = this.#db.prepare('SELECT total_changes()').pluck();
    this.#emptyBox = this.#db.prepare('DELETE FROM boxes WHERE motion = ?');
    this.#addVote = this.#db.prepare(
      'INSERT INTO boxes (motion, vote, count) VALUES (?, ?, 1) ON CONFLICT (motion, vote) DO UPDATE SET count = count + 1',
    );
    this.#write = this.#db.transaction((entries: readonly Entry[], outcomes: readonly Recorded[], boxed: readonly Boxed[]) => {
      for (const { seq, at, by, event, hash, salt } of entries) {
        this.#addEntry.run(seq, at, by, JSON.stringify(event), hash, salt ?? null);
        if (event.type === 'MotionOpened') this.#emptyBox.run(event.motion);
        if (event.type === 'BallotsErased') this.#erase();
      }
      for (const { motion, vote } of boxed) this.#addVote.run(motion, vote);
      for (const { by, id, digest, outcome } of outcomes) this.#addOutcome.run(by, id, digest, JSON.stringify(outcome));
    });
  }

  /** SQLite's own word on how hard a commit is pushed to the disk: 2 is FULL. */
  get synchronous(): number {
    return this.#db.pragma('synchronous', { simple: true }) as number;
  }

  /** Every entry, oldest first, each checked against its hash. Read to its end before anything is appended; it may be read again. */
  *read(): Generator<Entry> {
    let tip = START;
    try {
      for (const row of this.#db.prepare('SELECT seq, at, by, event, hash, salt FROM entries ORDER BY seq').iterate() as Iterable<Row>) {
        if (row.seq !== tip.seq + 1 || hashOf(tip.hash, { ...row, event: coveredText(row) }) !== row.hash)
          throw new Damaged(`journal entry ${row.seq} is damaged`);
        tip = row;
        const entry = { seq: row.seq, at: row.at as Instant, by: row.by, event: JSON.parse(row.event) as Event, hash: row.hash };
        yield row.salt === null ? entry : { ...entry, salt: row.salt };
      }
    } catch (error) {
      if ((error as { code?: string }).code?.startsWith('SQLITE_CORRUPT')) throw new Damaged(`journal entry ${tip.seq + 1} cannot be read`);
      throw error;
    }
    this.#tip = { seq: tip.seq, hash: tip.hash };
  }

  /** Where the chain stands: entries of a turn are chained from here, before they are written. */
  get tip(): Tip {
    return this.#tip;
  }

  /** One transaction for everything that was decided in a turn; after it, all of it is on the disk. Throws and keeps nothing otherwise. */
  append(entries: readonly Entry[], outcomes: readonly Recorded[], boxed: readonly Boxed[] = []): void {
    if (entries.length === 0 && outcomes.length === 0) return;
    this.#write(entries, outcomes, boxed);
    const last = entries.at(-1);
    if (last) this.#tip = { seq: last.seq, hash: last.hash };
  }

  outcome(by: string, id: string): Pick<Recorded, 'digest' | 'outcome'> | null {
    const row = this.#findOutcome.get(by, id) as { digest: string; outcome: string } | undefined;
    return row ? { digest: row.digest, outcome: JSON.parse(row.outcome) as Outcome } : null;
  }

  /** Within a commit: a digest in the place of how each person judged, and no trace of the commands that said it. */
  #erase(): void {
    const seal = this.#db.prepare('UPDATE entries SET event = ?, salt = NULL WHERE seq = ?');
    const rows = this.#db.prepare('SELECT seq, event, salt FROM entries WHERE salt IS NOT NULL').all() as Pick<
      Row,
      'seq' | 'event' | 'salt'
    >[];
    for (const row of rows) seal.run(coveredText(row), row.seq);
    this.#db.exec('DELETE FROM outcomes');
  }

  /** After an erasure: nothing of it stays in free pages or in the log beside the file. */
  scrub(): void {
    this.#db.exec('VACUUM');
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** What is in the box of a secret ballot: how many of each, and no more. The box is beside the chain, so that no order tells whose vote is whose. */
  box(motion: number): Count {
    const rows = this.#db.prepare('SELECT vote, count FROM boxes WHERE motion = ?').all(motion) as { vote: Vote; count: number }[];
    return { for: 0, against: 0, abstain: 0, ...Object.fromEntries(rows.map(({ vote, count }) => [vote, count])) };
  }

  /** The secret that this forum's links are made from, made once. */
  secret(): Buffer {
    const kept = this.#getFact.get('secret') as Buffer | undefined;
    if (kept) return kept;
    const made = randomBytes(32);
    this.#setFact.run('secret', made);
    return made;
  }

  /** Who sits where, for the minutes alone. Beside the chain, so that a person can be forgotten and the journal still holds. */
  people(): People {
    const rows = this.#db.prepare('SELECT seat, name FROM people').all() as { seat: SeatId; name: string }[];
    return Object.fromEntries(rows.map(({ seat, name }) => [seat, name]));
  }

  /** A name that is empty is forgotten, and gone from the file. */
  name(seat: SeatId, name: string): void {
    if (name === '') this.#db.prepare('DELETE FROM people WHERE seat = ?').run(seat);
    else
      this.#db
        .prepare('INSERT INTO people (seat, name) VALUES (?, ?) ON CONFLICT (seat) DO UPDATE SET name = excluded.name')
        .run(seat, name);
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  /** While a clock runs: the server was alive at this instant. After a crash the clock is known up to here. */
  markAlive(at: Instant): void {
    this.#setFact.run('alive', at);
  }

  /** The last sign of life, from `markAlive`; 0 if there is none. */
  aliveAt(): Instant {
    return ((this.#getFact.get('alive') as number | undefined) ?? 0) as Instant;
  }

  /** Grows with everything that is written, be it an entry, an outcome or a sign of life. */
  get changes(): number {
    return this.#countChanges.get() as number;
  }

  /** The file as of the last commit, whole and on its own, in memory: about a millisecond for an afternoon, whatever disk it then goes to. */
  copy(): Buffer {
    return loose(this.#db.serialize());
  }

  /** Whether the secret is there and SQLite finds every page and index in order; the chain is checked by `read`. */
  get sound(): boolean {
    return this.#getFact.get('secret') !== undefined && this.#db.pragma('integrity_check(1)', { simple: true }) === 'ok';
  }

  close(): void {
    this.#db.close();
  }
}
