import type { State } from '../shared/state.ts';
import { type Channel, view } from '../shared/view.ts';

const CHANNELS: ReadonlySet<string> = new Set([
  'forum',
  'live',
  'grid',
  'sheets',
  'jury',
  'presidency',
  'regie',
  'stage',
  'office',
  'secretariat',
  'seat',
  'table',
]);
/** Whether a room of sockets is a channel, and no other list of them. */
export const isChannel = (name: string): name is Channel => CHANNELS.has(name.split('/')[0] ?? '');

/** The views of the state at hand: each channel's made once per state, whoever asks, and compared with what was last sent. */
export class Frames {
  #state: State;
  #fresh = new Map<Channel, unknown>();
  readonly #sent = new Map<Channel, string>();

  constructor(state: State) {
    this.#state = state;
  }

  /** A channel's view in this state. */
  of(state: State, channel: Channel): unknown {
    if (state !== this.#state) {
      this.#state = state;
      this.#fresh = new Map();
    }
    if (!this.#fresh.has(channel)) this.#fresh.set(channel, view(state, channel));
    return this.#fresh.get(channel);
  }

  /** The channel's view if it differs from the one last sent on it, else null: an unchanged view is no frame at all. */
  changed(state: State, channel: Channel): { readonly view: unknown } | null {
    const made = this.of(state, channel);
    const text = JSON.stringify(made);
    if (this.#sent.get(channel) === text) return null;
    this.#sent.set(channel, text);
    return { view: made };
  }

  /** What a newcomer was just given on a channel that nobody listened to before: the next change is measured against it. */
  given(state: State, channel: Channel): void {
    if (!this.#sent.has(channel)) this.#sent.set(channel, JSON.stringify(this.of(state, channel)));
  }

  /** How many channels have a view that the next one is compared with. */
  get kept(): number {
    return this.#sent.size;
  }

  /** Nobody listens any more. */
  forget(channel: Channel): void {
    this.#sent.delete(channel);
  }
}
