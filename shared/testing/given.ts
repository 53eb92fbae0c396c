import { expect } from 'vitest';
import { commandSchema, type Decided } from '../commands.ts';
import type { Refusal, Stamp } from '../decision.ts';
import type { Entry, Event } from '../events.ts';
import type { SeatId, TeamId } from '../ids.ts';
import type { CommandType } from '../phases.ts';
import { isSealed } from '../seal.ts';
import { decide, evolve, senderKey, UNDO_TIME } from '../session.ts';
import type { Setup } from '../setup.ts';
import type { State } from '../state.ts';
import type { Instant } from '../time.ts';
import type { Boxed } from '../voting.ts';
import { at as instantOf, ZERO } from './times.ts';

export type By = Stamp['by'];
export const mc: By = { role: 'mc' };
export const organiser: By = { role: 'organiser' };
export const system: By = { role: 'system' };
export const president: By = { role: 'president', seat: 's1' as SeatId };
export const juror = (seat: string): By => ({ role: 'juror', seat: seat as SeatId });
export const table = (team: string): By => ({ role: 'table', team: team as TeamId });

/** A command as a device writes it. It is parsed as the server does; the step is the present one unless the test says otherwise. */
export type Told = { readonly type: CommandType } & Readonly<Record<string, unknown>>;
type Box = NonNullable<Stamp['box']>;
/** The hash of an entry: of its number, save where a test looks at what hashes may tell. */
export type Seal = (entry: Omit<Entry, 'hash'>) => string;
const numbered: Seal = ({ seq }) => `hash-${seq}`;

const schemas = new Map(commandSchema.def.options.map((schema) => [schema.shape.type.def.values[0] as string, schema.shape]));
const carriesStep = (type: CommandType): boolean => 'step' in (schemas.get(type) ?? {});

/** An afternoon so far. Every act gives another one; none changes. */
export class Afternoon {
  readonly state: State;
  readonly entries: readonly Entry[];
  readonly now: Instant;
  /** The votes of secret ballots, as the server keeps them beside its journal. */
  readonly box: Box;
  readonly #seal: Seal;

  constructor(state: State, entries: readonly Entry[], now: Instant, box: Box = {}, seal: Seal = numbered) {
    this.state = state;
    this.entries = entries;
    this.now = now;
    this.box = box;
    this.#seal = seal;
  }

  /** Something else that happens first. A refusal is a fault of the test. */
  and(command: Told, by: By = mc, at: string | Instant = this.now): Afternoon {
    const answer = this.ask(command, by, at);
    if ('refused' in answer) throw new Error(`${command.type} was refused: ${answer.refused}`);
    return this.happened(answer.events, by, at, answer.boxed);
  }

  /** Something that may be refused, and then changes nothing. */
  tried(command: Told, by: By, at: string | Instant = this.now): Afternoon {
    return 'refused' in this.ask(command, by, at) ? this : this.and(command, by, at);
  }

  /** Takes what was decided into the state, as the journal would, and a secret vote into its box. */
  happened(events: readonly Event[], by: By, at: string | Instant, boxed?: Boxed): Afternoon {
    const now = typeof at === 'string' ? instantOf(at) : at;
    const entries = [...this.entries];
    let { state } = this;
    for (const event of events) {
      const seq = entries.length + 1;
      const salt = isSealed(event.type) ? { salt: `salt-${seq}` } : {};
      const unsealed = { seq, at: now, by: senderKey(by), event, ...salt };
      const entry: Entry = { ...unsealed, hash: this.#seal(unsealed) };
      entries.push(entry);
      state = evolve(state, entry);
    }
    return new Afternoon(state, entries, now, boxed ? dropped(this.box, boxed) : this.box, this.#seal);
  }

  /** What the sender's screen shows: the step, and for taking back, until when the last act can be. */
  #seen(type: Told['type']): object {
    const { step, undo } = this.state;
    return type === 'UndoStep' ? { step, until: undo ? undo.at + UNDO_TIME : 0 } : { step };
  }

  /** The command as the sender's device writes it now. */
  written(command: Told): Told {
    return carriesStep(command.type) ? { ...this.#seen(command.type), ...command } : command;
  }

  ask(command: Told, by: By, at: string | Instant = this.now, lastSeen?: Instant): Decided {
    const parsed = commandSchema.safeParse(this.written(command));
    if (!parsed.success) return { refused: 'malformed' };
    const stamp = { by, at: typeof at === 'string' ? instantOf(at) : at, zero: ZERO, box: this.box };
    return decide(this.state, parsed.data, lastSeen === undefined ? stamp : { ...stamp, lastSeen });
  }

  /** Not called `then`: an object with such a method is taken for a promise. */
  when(command: Told, by: By = mc, at: string | Instant = this.now, lastSeen?: Instant) {
    const answer = this.ask(command, by, at, lastSeen);
    return {
      gives: (...events: readonly object[]) => {
        expect('events' in answer ? { events: answer.events } : answer).toEqual({ events });
        return 'events' in answer ? this.happened(answer.events, by, at, answer.boxed) : this;
      },
      refuses: (code: Refusal, detail?: string) => {
        expect(answer).toMatchObject({ refused: code });
        if (detail !== undefined) expect(answer).toMatchObject({ detail });
      },
    };
  }
}

function dropped(box: Box, { motion, vote }: Boxed): Box {
  const count = box[motion] ?? { for: 0, against: 0, abstain: 0 };
  return { ...box, [motion]: { ...count, [vote]: count[vote] + 1 } };
}

/** A forum whose set-up was adopted at 13:00, before anything else. */
export function given(setup: Setup, seal: Seal = numbered): Afternoon {
  const unsealed = { seq: 1, at: instantOf('13:00'), by: 'system', event: { type: 'SetupAdopted', setup } } as const;
  const entry: Entry = { ...unsealed, hash: seal(unsealed) };
  return new Afternoon(evolve(null, entry), [entry], entry.at, {}, seal);
}
