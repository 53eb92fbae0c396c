import { setTimeout as pause } from 'node:timers/promises';
import { Caller } from '../../server/testing/caller.ts';
import { audienceKey } from '../../shared/audience.ts';
import type { Command } from '../../shared/commands.ts';
import type { Outcome } from '../../shared/protocol.ts';
import { type Chance, chanceOf } from './chance.ts';
import { Broken, type Ledger, type Made } from './ledger.ts';

/** What all devices of an afternoon share. */
export interface Room {
  readonly seed: string;
  readonly ledger: Ledger;
  /** Closed while screens are compared with the journal: nobody sends then. */
  readonly gate: Gate;
}

export class Gate {
  #open = false;
  #waiting: (() => void)[] = [];
  /** No device makes anything new any more. */
  over = false;

  get isOpen(): boolean {
    return this.#open;
  }
  set(open: boolean): void {
    this.#open = open;
    if (open) for (const go of this.#waiting.splice(0)) go();
  }
  passed(): Promise<void> {
    return this.#open ? Promise.resolve() : new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** Milliseconds after which an unanswered command is sent again, and after which a line that answers nothing is dropped. */
const PATIENCE = 250;
const SILENT = 4;

/** A device as the phones are: keeps a command until it is answered, resends it under its id; and worse: twice, late, and out of order. */
export class Device {
  readonly caller: Caller;
  readonly name: string;
  readonly chance: Chance;
  readonly room: Room;
  readonly by: string;
  /** Commands under way. */
  readonly busy = new Set<Promise<unknown>>();
  #made = 0;
  #unanswered = 0;

  private constructor(caller: Caller, name: string, room: Room) {
    this.caller = caller;
    this.name = name;
    this.room = room;
    this.by = audienceKey(caller.audience);
    this.chance = chanceOf(room.seed, `device ${name}`);
  }

  static async join(link: string, name: string, room: Room): Promise<Device> {
    const caller = await Caller.join(link);
    caller.socket.io.randomizationFactor(0);
    return new Device(caller, name, room);
  }

  get views(): Caller['views'] {
    return this.caller.views;
  }

  /** Give a command and keep it until it is answered. */
  give(command: Command): Promise<Outcome | null> {
    const made = this.room.ledger.make(this.by, `${this.name}-${String(++this.#made).padStart(6, '0')}`, command);
    return this.#follow(this.#keep(made));
  }

  /** A command that steers is given at once or not at all: null when the line was down. */
  steer(command: Command): Promise<Outcome | null> {
    if (this.caller.socket.connected) return this.give(command);
    this.room.ledger.make(this.by, `${this.name}-${String(++this.#made).padStart(6, '0')}`, command).unsent = true;
    return Promise.resolve(null);
  }

  /** Several at once, each with its own fate, put on the line in another order than they were made. */
  burst(commands: readonly Command[]): Promise<readonly (Outcome | null)[]> {
    return Promise.all(this.chance.shuffled(commands).map((command) => this.give(command)));
  }

  #follow<Kind>(work: Promise<Kind>): Promise<Kind> {
    const kept: Promise<unknown> = work
      .catch((error: unknown) => this.room.ledger.fail(new Broken(String(error))))
      .finally(() => this.busy.delete(kept));
    this.busy.add(kept);
    return work;
  }

  async #keep(made: Made): Promise<Outcome | null> {
    const twice = this.chance.happens(0.15);
    const again = this.chance.happens(0.1) ? this.chance.whole(5, 900) : null;
    const other = this.chance.happens(0.01);
    while (made.outcome === null) {
      await this.#line();
      if (twice) void this.#send(made);
      if (!(await this.#send(made))) await pause(10);
    }
    if (again !== null) void this.#follow(this.#repeat(made, again));
    if (other && made.outcome.ok && made.command.type !== 'CheckIn') void this.#follow(this.#another(made));
    return made.outcome;
  }

  /** Long after the answer, perhaps over another line or to another process. */
  async #repeat(made: Made, wait: number): Promise<void> {
    await pause(wait);
    for (const had = made.answers; made.answers === had; ) {
      await this.#line();
      await this.#send(made);
    }
  }

  /** The same id for another command is a fault of a device, and must be told as one. */
  async #another(made: Made): Promise<void> {
    for (;;) {
      await this.#line();
      const outcome = await this.#ask(made.id, { type: 'CheckIn' });
      if (outcome === null) continue;
      if (outcome.ok || outcome.code !== 'id-reused')
        this.room.ledger.fail(new Broken(`its id given to another command was answered ${JSON.stringify(outcome)}`, made));
      return;
    }
  }

  async #line(): Promise<void> {
    for (;;) {
      await this.room.gate.passed();
      if (this.caller.socket.connected) return;
      await pause(5);
    }
  }

  async #send(made: Made): Promise<boolean> {
    made.sends += 1;
    const outcome = await this.#ask(made.id, made.command);
    if (outcome) this.room.ledger.answered(made, outcome);
    return outcome !== null;
  }

  /** Null when nobody answered. A line on which nothing is answered any more is dropped for another, as the screens do. */
  async #ask(id: string, command: Command): Promise<Outcome | null> {
    try {
      const outcome = (await this.caller.socket.timeout(PATIENCE).emitWithAck('command', { id, command })) as Outcome;
      this.#unanswered = 0;
      return outcome;
    } catch {
      this.#unanswered += 1;
      if (this.#unanswered >= SILENT && this.caller.socket.connected) {
        this.#unanswered = 0;
        this.caller.socket.io.engine.close();
      }
      return null;
    }
  }
}
