import * as z from 'zod/mini';
import { adjustClock, elapsedAt, pauseClock, resumeClock, startClock } from './clock.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { step } from './fields.ts';
import type { Course, State } from './state.ts';
import { type Instant, type Millis, seconds } from './time.ts';

/** The MC's hand on the clock that runs. */
export const timingCommands = [
  z.strictObject({ type: z.literal('PauseClock'), step, reason: z.nullable(z.string().check(z.trim(), z.maxLength(120))) }),
  z.strictObject({ type: z.literal('ResumeClock'), step }),
  z.strictObject({ type: z.literal('AdjustClock'), step, seconds: z.int().check(z.minimum(-600), z.maximum(600)) }),
  z.strictObject({ type: z.literal('RestartClock'), step }),
] as const;

type Command = z.infer<(typeof timingCommands)[number]>;

export type TimingEvent =
  | { readonly type: 'ClockPaused'; readonly elapsed: Millis; readonly reason: string | null }
  | { readonly type: 'ClockResumed' | 'ClockRestarted' }
  | { readonly type: 'ClockAdjusted'; readonly by: Millis };

/** A pause after a restart gives the last instant at which the clock was known to run; the server was away since. */
export function decideTiming(state: State, command: Command, stamp: Pick<Stamp, 'at' | 'lastSeen'>): Decision<TimingEvent> {
  const { clock } = state.course;
  if (!clock) return refuse('no-clock');
  switch (command.type) {
    case 'PauseClock':
      if (clock.runningSince === null) return refuse('clock-paused');
      return accept({ type: 'ClockPaused', elapsed: elapsedAt(clock, stamp.lastSeen ?? stamp.at), reason: command.reason || null });
    case 'ResumeClock':
      return clock.runningSince === null ? accept({ type: 'ClockResumed' }) : refuse('clock-running');
    case 'AdjustClock': {
      const by = seconds(command.seconds);
      return adjustClock(clock, by).duration === clock.duration ? accept() : accept({ type: 'ClockAdjusted', by });
    }
    case 'RestartClock':
      return accept({ type: 'ClockRestarted' });
  }
}

/** A restarted clock runs from the top, with the time the rules give. */
export function evolveTiming(course: Course, event: TimingEvent, at: Instant): Course {
  const { clock } = course;
  if (!clock) return course;
  switch (event.type) {
    case 'ClockPaused':
      return { ...course, clock: pauseClock(clock, at, event.elapsed, event.reason) };
    case 'ClockResumed':
      return { ...course, clock: resumeClock(clock, at) };
    case 'ClockAdjusted':
      return { ...course, clock: adjustClock(clock, event.by) };
    case 'ClockRestarted':
      return { ...course, clock: startClock(clock.kind, clock.given, clock.warnings, at) };
  }
}
