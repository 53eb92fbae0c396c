import * as z from 'zod/mini';
import { accept, type Decision, type Stamp } from './decision.ts';
import { step } from './fields.ts';
import type { Course } from './state.ts';

/** What the régie puts on or takes off the room's screens. */
export const screenCommands = [
  z.strictObject({ type: z.literal('SetMessage'), step, text: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))) }),
  z.strictObject({ type: z.literal('SetBlackout'), step, on: z.boolean() }),
] as const;

type Command = z.infer<(typeof screenCommands)[number]>;

export type ScreenEvent =
  | { readonly type: 'MessageSet'; readonly text: string | null }
  | { readonly type: 'BlackoutSet'; readonly on: boolean };

/** Asking for what already is changes nothing and is no fault. */
export function decideScreen(course: Course, command: Command): Decision<ScreenEvent> {
  if (command.type === 'SetBlackout') return command.on === course.blackout ? accept() : accept({ type: 'BlackoutSet', on: command.on });
  return command.text === (course.message?.text ?? null) ? accept() : accept({ type: 'MessageSet', text: command.text });
}

export function evolveScreen(course: Course, event: ScreenEvent, { at }: Pick<Stamp, 'at'>): Course {
  if (event.type === 'BlackoutSet') return { ...course, blackout: event.on };
  return { ...course, message: event.text === null ? null : { text: event.text, at } };
}
