import type { Draft, Room } from '../../room.ts';
import { refusals } from '../../text/refusals.ts';

/** A command sent at once or not at all, and what is said when it does not succeed. One at a time. */
export function asking(room: () => Room) {
  let busy = $state(false);
  let fault = $state('');
  return {
    get busy() {
      return busy;
    },
    get fault() {
      return fault;
    },
    /** Whether it was accepted. */
    async ask(draft: Draft): Promise<boolean> {
      if (busy) return false;
      busy = true;
      fault = '';
      const answer = await room().send(draft);
      busy = false;
      if (!answer.ok) fault = refusals[answer.code];
      return answer.ok;
    },
  };
}
