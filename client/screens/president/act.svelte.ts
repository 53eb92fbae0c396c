import type { Answer, Draft, Room } from '../../room.ts';
import { refusals } from '../../text/refusals.ts';

/** One act at a time: sent, then said in words, done or refused. What was typed for it is its form's to keep. */
export class Act {
  readonly #room: () => Room;
  said = $state('');
  refused = $state(false);
  sending = $state(false);

  constructor(room: () => Room) {
    this.#room = room;
  }

  /** True when it was done. A second touch while the first is on its way does nothing. */
  async send(draft: Draft, done = ''): Promise<boolean> {
    if (this.sending) return false;
    this.sending = true;
    const answer = await this.#room().send(draft);
    this.sending = false;
    this.say(answer, done);
    return answer.ok;
  }

  say(answer: Answer, done = ''): void {
    this.refused = !answer.ok;
    this.said = answer.ok ? done : refusals[answer.code];
  }
}
