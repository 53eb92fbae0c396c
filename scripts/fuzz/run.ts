import { smallSetup } from '../../server/testing/house.ts';
import { audienceKey } from '../../shared/audience.ts';
import type { ForumId } from '../../shared/ids.ts';
import { audiencesOf } from '../../shared/links.ts';
import type { Setup } from '../../shared/setup.ts';
import { Honest, type Service } from './honest.ts';
import { type Input, inputOf } from './inputs.ts';
import { faultOf } from './judge.ts';
import { Lines, pour } from './lines.ts';
import { ServerProcess } from './process.ts';
import { replayed } from './replay.ts';
import type { World } from './shapes.ts';
import { Watch } from './watch.ts';

/** Inputs after which it is looked whether anything moved. */
const BATCH = 500;
/** Inputs that are under way at once. */
const AT_ONCE = 32;
/** Inputs that one forum gets; then the next, from its set-up on. */
const FORUM = 20_000;
/** Honest acts that lead a forum from its set-up to its end, and a few more. */
const ACTS = 60;
/** A commands' own reckoning, always the same. */
const NOW = Date.UTC(2031, 0, 1);
/** How long the honest jury is measured before. */
const CALM = 8_000;

export interface Report {
  readonly seed: number;
  readonly inputs: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly taken: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Fields replaced, `CastBallot.marks.drame`, and how many inputs replaced each. */
  readonly fields: ReadonlyMap<string, number>;
  readonly phases: readonly string[];
  readonly entries: number;
  /** Bytes after a collection: at the start, at half, and at the end. */
  readonly memory: readonly { readonly rss: number; readonly heapUsed: number }[];
  readonly service: { readonly calm: Service; readonly meanwhile: Service } | null;
  readonly faults: readonly string[];
}

export interface Plan {
  readonly seed: number;
  readonly from: number;
  readonly inputs: number;
  /** Whether an honest jury is measured beside it. */
  readonly measured: boolean;
  readonly tell?: (done: number) => void;
}

const forumOf = (number: number): Setup =>
  smallSetup((setup) => ({
    ...setup,
    id: `fuzz-${String(number).padStart(3, '0')}` as ForumId,
    rules: { ...setup.rules, ties: [{ by: 'draw' }], quotas: [], lateBallots: number % 2 ? 'refused' : 'aside', recusal: 'team' },
  }));

/** What is known of a forum to whoever speaks to it at this step. */
export function worldOf(number: number, step: number): World {
  const setup = forumOf(number);
  return { setup, step, now: NOW, audiences: audiencesOf(setup).map(audienceKey) };
}

/** Everything that is thrown at a server from one seed, and what came of it. */
export async function fuzz({ seed, from, inputs, measured, tell = () => undefined }: Plan): Promise<Report> {
  const forums = Array.from({ length: Math.ceil(inputs / FORUM) }, (_, number) => forumOf(number + 1));
  const honest = forumOf(0);
  const server = await new ServerProcess().open([honest, ...forums], 'lifted');
  const tallies = { kinds: {}, refused: {}, fields: new Map(), phases: new Set(), taken: 0 } as unknown as Tallies;
  const faults: string[] = [];
  const memory = [await server.ask('memory')];
  let entries = 0;
  let service: Report['service'] = null;
  let jury: Honest | null = null;
  try {
    const boot = await bootOf(server);
    if (measured) jury = await Honest.gather(server, honest);
    await jury?.service();
    if (jury) await new Promise((resolve) => setTimeout(resolve, CALM));
    const calm = await jury?.service();
    let number = from;
    for (const setup of forums) {
      const end = Math.min(number + FORUM, from + inputs);
      const one = new OneForum(server, setup, tallies, faults);
      await one.throwAll(seed, number, end, (done) => tell(done - from)).finally(() => one.leave());
      number = end;
      if (memory.length === 1 && number - from >= inputs / 2) memory.push(await server.ask('memory'));
      if (faults.length > 0) break;
    }
    if (jury && calm) service = { calm, meanwhile: await jury.service() };
    await jury?.leave();
    memory.push(await server.ask('memory'));
    if ((await bootOf(server)) !== boot) faults.push('the server began anew');
    entries = await replayed(server, [honest, ...forums], faults);
  } catch (error) {
    faults.push(`seed ${seed}, from ${from}: ${(error as Error).message}`);
    await server.stop();
  }
  await jury?.leave();
  server.remove();
  return { seed, inputs, ...tallies, phases: [...tallies.phases], entries, memory, service, faults };
}

interface Tallies {
  readonly kinds: Record<string, number>;
  readonly refused: Record<string, number>;
  readonly fields: Map<string, number>;
  readonly phases: Set<string>;
  taken: number;
}

/** The inputs that one forum gets. */
class OneForum {
  readonly #server: ServerProcess;
  readonly #setup: Setup;
  readonly #tallies: Tallies;
  readonly #faults: string[];
  readonly #audiences: readonly string[];
  readonly #lines: Lines;
  readonly #watch: Watch;

  constructor(server: ServerProcess, setup: Setup, tallies: Tallies, faults: string[]) {
    [this.#server, this.#setup, this.#tallies, this.#faults] = [server, setup, tallies, faults];
    this.#audiences = audiencesOf(setup).map(audienceKey);
    this.#lines = new Lines(server, setup.id);
    this.#watch = new Watch(this.#lines, [...this.#audiences, 'public']);
  }

  async throwAll(seed: number, from: number, end: number, tell: (done: number) => void): Promise<void> {
    const apart = Math.max(BATCH, Math.floor((end - from) / ACTS));
    let due = from + apart;
    for (let number = from; number < end && this.#faults.length === 0; number += BATCH) {
      await this.#watch.gather();
      const world: World = { setup: this.#setup, step: this.#watch.step, now: NOW, audiences: this.#audiences };
      const batch = Array.from({ length: Math.min(BATCH, end - number) }, (_, index) => inputOf(seed, number + index, world));
      await this.#throw(seed, number, batch);
      for (; due <= number + BATCH; due += apart) {
        await this.#watch.gather();
        this.#tallies.taken += await this.#watch.advance(this.#setup);
      }
      tell(number + batch.length);
    }
  }

  leave(): void {
    this.#watch.leave();
    this.#lines.leave();
  }

  async #throw(seed: number, from: number, batch: readonly Input[]): Promise<void> {
    const before = await this.#server.ask('standing', this.#setup.id);
    const heard = await this.#watch.heard();
    this.#tallies.phases.add(before.phase);
    const takenFrom = new Set<string>(['system']);
    const left = batch.map((input, index) => [index, input] as const);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = left.shift(); next; next = left.shift()) {
          const fault = await this.#one(next[1], takenFrom).catch((error: unknown) => String(error));
          if (fault !== null) this.#faults.push(lineOf(seed, from + next[0], next[1], fault));
        }
      }),
    );
    const after = await this.#server.ask('standing', this.#setup.id);
    const strangers = after.written.filter((by) => !takenFrom.has(by));
    const where = `npm run fuzz -- --seed ${seed} --from ${from} --inputs ${batch.length}`;
    if (strangers.length > 0) this.#faults.push(`${where}: entries of ${strangers[0]}, from whom nothing was taken`);
    if (after.written.length === 0 && after.head !== before.head) this.#faults.push(`${where}: the head moved without an entry`);
    if (after.written.length === 0 && (await this.#watch.heard()) !== heard) this.#faults.push(`${where}: a view changed without an entry`);
  }

  /** Send one input; what is wrong with its answer, or null. */
  async #one(input: Input, takenFrom: Set<string>): Promise<string | null> {
    const { kinds, refused, fields } = this.#tallies;
    kinds[input.kind] = (kinds[input.kind] ?? 0) + 1;
    if (input.kind === 'packet') return this.#lines.packets(input.by, input.frames).then(() => null);
    if (input.kind !== 'command') return pour(this.#server.url, input.chunks).then(() => null);
    // Another's message may have closed the line, or a link issued anew: a device comes back and sends the same id again.
    const outcome = (await this.#lines.command(input.by, input.text)) ?? (await this.#lines.command(input.by, input.text));
    if (input.field) {
      const field = [input.type, ...input.field.map((key) => (typeof key === 'number' ? '[]' : key))].join('.');
      fields.set(field, (fields.get(field) ?? 0) + 1);
    }
    if (outcome?.ok) {
      this.#tallies.taken += 1;
      takenFrom.add(input.by);
    } else refused[outcome?.code ?? 'closed'] = (refused[outcome?.code ?? 'closed'] ?? 0) + 1;
    return faultOf(input, outcome);
  }
}

const lineOf = (seed: number, number: number, input: Input, fault: string): string =>
  `npm run fuzz -- --seed ${seed} --from ${number} --inputs 1: ${fault}; ${JSON.stringify(input).slice(0, 400)}`;

async function bootOf(server: ServerProcess): Promise<string> {
  const answer = (await (await fetch(`${server.url}/healthz`)).json()) as { boot: string };
  return answer.boot;
}
