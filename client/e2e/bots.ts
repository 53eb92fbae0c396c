import { io, type Socket } from 'socket.io-client';
import type { Command } from '../../shared/commands.ts';
import type { Frame, Outcome, Welcome } from '../../shared/protocol.ts';
import type { Views } from '../../shared/view.ts';

/** A device without a screen, for the members of a large jury that no test looks at. */
export class Bot {
  readonly #socket: Socket;
  #views: Partial<Views> = {};
  #count = 0;
  #changed: () => void = () => undefined;

  private constructor(link: string) {
    const { origin, pathname, hash } = new URL(link);
    const auth = { forum: pathname.split('/')[1], token: hash.slice(1) };
    this.#socket = io(origin, { path: '/live', auth, transports: ['websocket'], forceNew: true });
    this.#socket.on('frame', ({ channel, view }: Frame) => {
      this.#views = { ...this.#views, [channel.split('/')[0] as keyof Views]: view };
      this.#changed();
    });
  }

  static async join(link: string): Promise<Bot> {
    const bot = new Bot(link);
    const welcome = await new Promise<Welcome>((resolve, reject) => {
      bot.#socket.once('welcome', resolve);
      bot.#socket.once('connect_error', reject);
    });
    bot.#views = welcome.views;
    return bot;
  }

  /** Give a command that must be taken. */
  async give(command: Command): Promise<void> {
    this.#count += 1;
    const outcome = (await this.#socket.emitWithAck('command', { id: `of-a-bot-${this.#count}`, command })) as Outcome;
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.code}`);
  }

  /** As the MC: press the main button, and wait until the régie has moved on. Gives the scene that is then shown. */
  async press(): Promise<NonNullable<Views['live']>['scene']> {
    const { step, cue } = this.#views.regie ?? {};
    if (step === undefined || !cue?.command) throw new Error('the régie has no next act');
    const team = cue.command === 'CallTeam' ? { team: cue.team } : {};
    const moved = new Promise<void>((resolve) => {
      this.#changed = () => {
        const { live, regie } = this.#views;
        if (live && regie && live.step > step && regie.step > step) resolve();
      };
    });
    await this.give({ type: cue.command, step, ...team } as Command);
    await moved;
    return (this.#views.live as NonNullable<Views['live']>).scene;
  }

  leave(): void {
    this.#socket.disconnect();
  }
}
