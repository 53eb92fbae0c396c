import { Caller } from '../../server/testing/caller.ts';
import type { Command } from '../../shared/commands.ts';
import type { Setup } from '../../shared/setup.ts';
import type { Views } from '../../shared/view.ts';
import type { Lines } from './lines.ts';

/** Honest screens of one forum: they see whether anything moved that nobody moved, and the MC among them leads the session on. */
export class Watch {
  readonly callers = new Map<string, Caller>();
  readonly #lines: Lines;
  readonly #audiences: readonly string[];

  constructor(lines: Lines, audiences: readonly string[]) {
    this.#lines = lines;
    this.#audiences = audiences;
  }

  /** Come in, or back by the link of now. */
  async gather(): Promise<void> {
    await Promise.all(
      this.#audiences.map(async (audience) => {
        if (this.callers.get(audience)?.socket.connected) return;
        this.callers.get(audience)?.leave();
        this.callers.set(audience, await Caller.join(await this.#lines.linkOf(audience)));
      }),
    );
  }

  /** Frames heard so far, by all; asked only once every line has answered, so that what was under way is counted. */
  async heard(): Promise<number> {
    const callers = [...this.callers];
    await Promise.all(
      callers.map(async ([audience, { socket }]) => {
        if (!socket.connected) return;
        const left = new Promise((resolve) => socket.once('disconnect', resolve));
        const answered = socket.timeout(30_000).emitWithAck('clock');
        await Promise.race([answered, left]).catch((error: unknown) => {
          if (socket.connected) throw new Error(`${audience} was not answered (${error})`);
        });
      }),
    );
    return callers.reduce((sum, [, { frames }]) => sum + frames.length, 0);
  }

  views(audience: string): Partial<Views> {
    return this.callers.get(audience)?.views ?? {};
  }

  get step(): number {
    return this.callers.get('mc')?.step ?? 0;
  }

  /** One honest act towards the end of the session. What is refused is refused: others steer too. */
  async advance(setup: Setup): Promise<number> {
    const cue = this.views('mc').regie?.cue;
    const president = this.#audiences.find((audience) => audience.startsWith('president/')) ?? '';
    if (cue?.command) {
      const team = cue.command === 'CallTeam' || cue.command === 'RevealLaureate' ? { team: cue.team } : {};
      return this.#give('mc', { type: cue.command, step: this.step, ...team } as Command);
    }
    const numbers = setup.departments.map(({ code }, index) => [code, index] as const);
    if (cue?.command === null && cue.waiting === 'draw-open') {
      const said = numbers.map(([department, number]) => ({ type: 'SayNumber', department, number }) as Command);
      return this.#give('mc', ...said, { type: 'DrawOrder', step: this.step, witnesses: '' });
    }
    const deliberation = this.views(president).jury?.deliberation;
    if (cue?.command !== null || cue.waiting !== 'list-open' || !deliberation) return 0;
    const motions = deliberation.motions.filter(({ closed }) => closed === null).map(({ number }) => number);
    const open = this.views(president).presidency?.reopened ?? [];
    return this.#give(
      president,
      ...motions.map((motion): Command => ({ type: 'CloseMotion', motion })),
      ...open.map(({ seat, team }) => ({ type: 'CloseBallot', seat, team }) as Command),
      { type: 'TakeTieStep', numbers: Object.fromEntries(numbers) },
      { type: 'ComposeList', teams: [...deliberation.inside] },
      { type: 'CloseList', teams: [...deliberation.inside] },
    );
  }

  async #give(by: string, ...commands: readonly Command[]): Promise<number> {
    let taken = 0;
    for (const command of commands) if ((await this.callers.get(by)?.command(command))?.ok) taken += 1;
    return taken;
  }

  leave(): void {
    for (const caller of this.callers.values()) caller.leave();
  }
}
