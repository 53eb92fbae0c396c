import { randomBytes, randomUUID } from 'node:crypto';
import { chain } from '../shared/chain.ts';
import type { Command } from '../shared/commands.ts';
import { nextDeadline } from '../shared/deadlines.ts';
import type { Stamp } from '../shared/decision.ts';
import { canonical } from '../shared/digest.ts';
import { setupIsFrozen } from '../shared/draw.ts';
import type { Entry } from '../shared/events.ts';
import type { SeatId } from '../shared/ids.ts';
import type { Outcome } from '../shared/protocol.ts';
import { evolve } from '../shared/session.ts';
import type { Setup } from '../shared/setup.ts';
import type { State } from '../shared/state.ts';
import { after, type Instant, instant, SECOND } from '../shared/time.ts';
import type { Clock } from './clock.ts';
import { Damaged } from './file.ts';
import { Invitations } from './invitations.ts';
import type { Journal, People } from './journal.ts';
import { Safekeeping } from './keeping.ts';
import { log } from './log.ts';
import { Turn, type Waiting } from './turn.ts';

const SYSTEM: Stamp['by'] = { role: 'system' };
const HEARTBEAT = 1_000;
const RETRY = 1_000;

/** Called after a commit with what it added; the room's state is already the new one. */
export type Listener = (entries: readonly Entry[]) => void;

/**
 * Where a process may be when its power goes: before a turn is decided, before it is written, between the disk and the acknowledgements,
 * between one screen and the next.
 */
export type Step = 'before-decide' | 'before-commit' | 'after-commit' | 'publish';

/** Told of each step as it is reached. Nothing is done otherwise for it: it is how a test stops a process there. */
export type Observer = (step: Step) => void;

/**
 * One forum, live: its state, and the only way to change it. Commands of one turn of the event loop are decided in order, committed
 * together, then answered, then published once. Nobody hears of anything that is not on the disk.
 */
export class Room {
  readonly #journal: Journal;
  readonly #clock: Clock;
  /** Called at each step of a turn; the gateway adds those of its own. */
  readonly reached: Observer;
  readonly #listeners: Listener[] = [];
  readonly keeping = new Safekeeping();
  #state: State;
  #invitations: Invitations;
  #queue: Waiting[] = [];
  #forgetDeadline: () => void = () => undefined;
  readonly #forgetWaking: () => void;
  #heartbeat: NodeJS.Timeout | null = null;
  /** The lock does not fall by itself before this instant. */
  #lockFrom = instant(0);

  private constructor(journal: Journal, clock: Clock, state: State, reached: Observer) {
    this.#journal = journal;
    this.#clock = clock;
    this.reached = reached;
    this.#state = state;
    this.#invitations = new Invitations(journal.secret(), state);
    this.#forgetWaking = clock.whenWoken((lastAwake) => this.#woken(lastAwake));
  }

  /**
   * The forum of a journal as it was left; a clock that ran is paused at the last instant it was known to run. A given set-up is
   * adopted by a new journal, or by one whose session has not begun. Throws a sentence when it cannot be.
   */
  static open(journal: Journal, clock: Clock, setup?: Setup, reached: Observer = () => undefined): Room {
    let state: State | null = null;
    let last = 0;
    for (const entry of journal.read()) {
      state = evolve(state, entry);
      last = entry.at;
    }
    const lastSeen = instant(Math.max(last, journal.aliveAt()));
    clock.goOnFrom(lastSeen);
    if (setup && (!state || canonical(state.setup) !== canonical(setup))) {
      if (state && setupIsFrozen(state.course))
        throw new Error(`forum "${setup.id}" has already begun with another set-up; give the new one another id`);
      const entry = chain(journal.tip, clock.now(), 'system', {
        type: 'SetupAdopted',
        setup,
        nonce: randomBytes(16).toString('base64url'),
      });
      journal.append([entry], []);
      state = evolve(state, entry);
    }
    if (!state) throw new Damaged('the journal is empty and no set-up was given');
    // Again at each start: an erasure that a crash cut short is ended here.
    if (state.erased) journal.scrub();
    const room = new Room(journal, clock, state, reached);
    room.#wake(lastSeen, 'restart');
    return room;
  }

  get state(): State {
    return this.#state;
  }
  get invitations(): Invitations {
    return this.#invitations;
  }
  get clock(): Clock {
    return this.#clock;
  }
  /** The journal's hash up to the last entry. */
  get head(): string {
    return this.#journal.tip.hash;
  }

  /** The whole journal, oldest first, read from the disk and checked against its hashes; to be gone through at once. */
  entries(): Iterable<Entry> {
    return this.#journal.read();
  }

  /** The names of those who sit: for the minutes, and no part of the session. */
  get people(): People {
    return this.#journal.people();
  }

  /** Name who sits there, or forget it with an empty name. Throws when the disk refuses. */
  name(seat: SeatId, name: string): void {
    this.#journal.name(seat, name);
  }

  /** How many commands wait for their turn, and how many hear of what is committed. */
  get kept(): { readonly waiting: number; readonly listeners: number } {
    return { waiting: this.#queue.length, listeners: this.#listeners.length };
  }

  listen(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** Decide a command in this turn; `answer` is called once its outcome is on the disk, and before anyone else hears of it. */
  submit(id: string, command: Command, by: Stamp['by'], answer: (outcome: Outcome) => void): void {
    this.#enqueue({ id, command, by, answer });
  }

  close(): void {
    this.#flush();
    this.#forgetDeadline();
    this.#forgetWaking();
    this.#rest();
    this.#journal.close();
    this.#listeners.length = 0;
  }

  #enqueue(waiting: Waiting): void {
    this.#queue.push(waiting);
    if (this.#queue.length === 1) setImmediate(() => this.#flush());
  }

  #flush(): void {
    const group = this.#queue;
    this.#queue = [];
    if (group.length === 0) return;

    this.reached('before-decide');
    const turn = new Turn(this.#state, this.#journal, this.#clock.now());
    let answers: readonly (() => void)[];
    try {
      answers = group.map((waiting) => {
        const outcome = turn.take(waiting);
        return () => waiting.answer(outcome);
      });
      this.reached('before-commit');
      this.#journal.append(turn.entries, turn.recorded, turn.boxed);
    } catch (error) {
      this.#stumbled(error);
      for (const { answer } of group) answer({ ok: false, code: 'storage-failed' });
      return;
    }
    this.reached('after-commit');
    if (turn.recorded.length > 0) this.keeping.wrote();
    this.#state = turn.state;
    if (turn.entries.some(({ event }) => event.type === 'LinkReissued' || event.type === 'SetupAdopted'))
      this.#invitations = new Invitations(this.#journal.secret(), this.#state);
    for (const answer of answers) answer();
    if (turn.entries.length === 0) return;
    if (turn.entries.some(({ event }) => event.type === 'BallotsErased')) this.#scrub();
    this.#follow();
    for (const listener of this.#listeners) listener(turn.entries);
  }

  #scrub(): void {
    try {
      this.#journal.scrub();
    } catch (error) {
      log.error({ error: String(error) }, 'what was erased is not yet gone from the file: the next start tries again');
    }
  }

  /** After a start or a sleep: what ran is paused, what is due is awaited. Throws when the pause cannot be written. */
  #wake(lastSeen: Instant, reason: 'restart' | 'sleep'): void {
    if (this.#state.course.clock?.runningSince != null) {
      const command: Command = { type: 'PauseClock', step: this.#state.step, reason };
      const outcomes: Outcome[] = [];
      this.#queue.push({ id: randomUUID(), command, by: SYSTEM, lastSeen, answer: (outcome) => outcomes.push(outcome) });
      this.#flush();
      for (const outcome of outcomes) if (!outcome.ok) throw new Error(`the clock that ran could not be paused (${outcome.code})`);
    }
    // While the server was away no phone could send: the wait for the lock begins anew, so that nobody is locked out by a restart.
    this.#lockFrom = after(this.#clock.now(), (this.#state.setup.rules.lock.afterSeconds ?? 0) * SECOND);
    this.#follow();
  }

  /** A sleep is as an absence of the server, save that nobody starts it again: a pause that cannot be written is tried until it can. */
  #woken(lastAwake: Instant): void {
    this.#forgetDeadline();
    try {
      this.#wake(lastAwake, 'sleep');
    } catch (error) {
      log.error({ error: String(error) }, 'the machine slept');
      this.#forgetDeadline = this.#clock.when(after(this.#clock.now(), RETRY), () => this.#woken(lastAwake));
    }
  }

  /** Keep the next deadline, and a sign of life while a clock runs. */
  #follow(): void {
    this.#forgetDeadline();
    const deadline = nextDeadline(this.#state);
    if (deadline) {
      const { step } = this.#state;
      const at = deadline.command === 'LockBallots' ? instant(Math.max(deadline.at, this.#lockFrom)) : deadline.at;
      const command: Command = { type: deadline.command, step };
      this.#forgetDeadline = this.#clock.when(at, () =>
        this.#enqueue({ id: randomUUID(), command, by: SYSTEM, answer: (outcome) => this.#again(outcome) }),
      );
    }
    const runs = this.#state.course.clock?.runningSince != null;
    if (runs) this.#heartbeat ??= setInterval(() => this.#beat(), HEARTBEAT);
    else this.#rest();
  }

  /** A deadline that met a failing disk is tried again: nobody else would. */
  #again(outcome: Outcome): void {
    if (!outcome.ok && outcome.code === 'storage-failed')
      this.#forgetDeadline = this.#clock.when(after(this.#clock.now(), RETRY), () => this.#follow());
  }

  #beat(): void {
    try {
      this.#journal.markAlive(this.#clock.now());
      this.keeping.wrote();
      if (this.#state.course.clock?.runningSince == null) this.#rest();
    } catch (error) {
      this.#stumbled(error);
    }
  }

  /** Nothing was changed. The heart beats on until the disk takes a beat: nobody has to ask whether it is back. */
  #stumbled(error: unknown): void {
    this.keeping.refused(error, this.#clock.now());
    this.#heartbeat ??= setInterval(() => this.#beat(), HEARTBEAT);
  }

  #rest(): void {
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#heartbeat = null;
  }
}
