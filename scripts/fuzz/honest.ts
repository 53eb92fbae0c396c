import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Setup } from '../../shared/setup.ts';
import { Lines } from './lines.ts';
import type { ServerProcess } from './process.ts';
import { Watch } from './watch.ts';

/** How an honest jury was served for a while. */
export interface Service {
  readonly commands: number;
  readonly refused: number;
  /** Milliseconds from a touch to its answer. */
  readonly p50: number;
  readonly p99: number;
  /** Connections since the beginning, one for each phone that never lost its line. */
  readonly welcomes: number;
}

/** The honest jury of a forum, measured from a process of its own. */
export class Honest {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Open the brief of that forum and let its jury mark. */
  static async gather(server: ServerProcess, setup: Setup, seats = setup.seats): Promise<Honest> {
    const lines = new Lines(server, setup.id);
    const mc = new Watch(lines, ['mc']);
    await mc.gather();
    await mc.advance(setup);
    mc.leave();
    const links = await Promise.all(seats.map(({ id }) => lines.linkOf(`juror/${id}`)));
    const child = fork(fileURLToPath(new URL('probe.ts', import.meta.url)), [setup.criteria[0]?.id ?? '', ...links], {
      execArgv: ['--import', 'tsx'],
    });
    await new Promise((resolve) => child.once('message', resolve));
    return new Honest(child);
  }

  /** How it was served since this was last asked. */
  async service(): Promise<Service> {
    const told = new Promise<{ took: number[]; refused: number; welcomes: number }>((resolve) =>
      this.#child.once('message', (message) => resolve(message as never)),
    );
    this.#child.send('tell');
    const { took, refused, welcomes } = await told;
    const sorted = took.toSorted((a, b) => a - b);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    return { commands: took.length, refused, p50: at(0.5), p99: at(0.99), welcomes };
  }

  /** Resolves once it has gone. */
  async leave(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    if (this.#child.connected) this.#child.disconnect();
    await gone;
  }
}
