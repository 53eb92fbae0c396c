import { zeroOf } from './clock.ts';
import { nextTeam } from './running-order.ts';
import type { State } from './state.ts';
import { after, type Instant, instant, SECOND } from './time.ts';

export interface Deadline {
  readonly at: Instant;
  readonly command: 'StartQuestions' | 'EndQuestions' | 'LockBallots';
}

/** What the server must do by itself, and when: chained stages at zero, and the lock some time after the questions. */
export function nextDeadline({ setup, course, steppedAt }: State): Deadline | null {
  const { chaining, lock } = setup.rules;
  if (course.phase !== 'passages' || course.current === null) return null;
  if (course.clock) {
    const zero = zeroOf(course.clock);
    if (!chaining || zero === null) return null;
    return { at: zero, command: course.clock.kind === 'pitch' ? 'StartQuestions' : 'EndQuestions' };
  }
  const endedAt = course.passages[course.current]?.endedAt;
  if (course.stage !== 'marking' || endedAt === undefined || lock.afterSeconds === null) return null;
  if (lock.mode === 'once' && nextTeam(course) !== null) return null;
  // A step since, such as a lock taken back or the last team struck, starts the wait anew: nobody is locked out by surprise.
  return { at: after(instant(Math.max(endedAt, steppedAt)), lock.afterSeconds * SECOND), command: 'LockBallots' };
}
