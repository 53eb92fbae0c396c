import type { Draft, LocalRefusal, Room } from '../room.ts';
import type { Refusal } from '../shared.ts';

type WithoutStep<Command> = Command extends { step: number } ? Omit<Command, 'step'> : never;
/** A command that moves the session, before the step it saw is added. */
export type Act = WithoutStep<Draft>;
type Stepless<Command> = Command extends { step: number } ? never : Command;
/** A command that does not move the session, and carries no step. */
export type Aside = Stepless<Draft>;

/** A desk's hand: what moves the session goes one command at a time, never late, each with the step it saw. */
export class Steering {
  readonly #room: () => Room;
  readonly #step: () => number;
  #awaiting = $state(false);
  /** The step whose next act was accepted: until a view shows it done, the button must not ask twice. */
  #passed = $state<number | null>(null);
  #refusal = $state<Refusal | LocalRefusal | null>(null);

  constructor(room: () => Room, step: () => number) {
    this.#room = room;
    this.#step = step;
  }

  /** Nothing can be steered: what would be sent could only arrive late. */
  get lost(): boolean {
    return this.#room().link.state !== 'live';
  }
  get awaiting(): boolean {
    return this.#awaiting;
  }
  /** The next act was asked for and its effect is not here yet. */
  get passing(): boolean {
    return this.#awaiting || this.#passed === this.#step();
  }
  /** Why the last command was refused; null once another is accepted. */
  get refusal(): Refusal | LocalRefusal | null {
    return this.#refusal;
  }

  /** Send, unless an answer is still awaited. True if it was accepted. */
  async send(act: Act): Promise<boolean> {
    if (this.#awaiting) return false;
    if (this.lost) {
      this.#refusal = 'offline';
      return false;
    }
    this.#awaiting = true;
    const answer = await this.#room().send({ ...act, step: this.#step() });
    this.#awaiting = false;
    this.#refusal = answer.ok ? null : answer.code;
    return answer.ok;
  }

  /** Send what does not move the session: at once, whatever else is awaited. True if it was accepted. */
  async note(aside: Aside): Promise<boolean> {
    const answer = await this.#room().send(aside);
    this.#refusal = answer.ok ? null : answer.code;
    return answer.ok;
  }

  /** Send what moves the session on, once. */
  async advance(act: Act): Promise<void> {
    if (this.passing) return;
    const step = this.#step();
    if (await this.send(act)) this.#passed = step;
  }
}
