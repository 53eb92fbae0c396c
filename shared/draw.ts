import * as z from 'zod/mini';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { sha256Hex } from './digest.ts';
import { step } from './fields.ts';
import type { TeamId } from './ids.ts';
import type { Setup } from './setup.ts';
import type { Course, Draw, State } from './state.ts';
import type { Instant } from './time.ts';

/** The public draw of the passing order: the list is frozen, numbers are said aloud, and anyone can redo the sum. */
export const drawCommands = [
  z.strictObject({ type: z.literal('OpenDraw'), step }),
  /** Null takes a number back. */
  z.strictObject({
    type: z.literal('SayNumber'),
    department: z.string().check(z.maxLength(3)),
    number: z.nullable(z.int().check(z.minimum(0), z.maximum(9_999))),
  }),
  z.strictObject({ type: z.literal('DrawOrder'), step, witnesses: z.string().check(z.trim(), z.maxLength(200)) }),
  z.strictObject({ type: z.literal('CloseDraw'), step }),
] as const;

type Command = z.infer<(typeof drawCommands)[number]>;

export type DrawEvent =
  | { readonly type: 'DrawOpened' | 'DrawClosed' }
  | { readonly type: 'NumberSaid'; readonly department: string; readonly number: number | null }
  | { readonly type: 'OrderDrawn'; readonly seed: string; readonly order: readonly TeamId[]; readonly witnesses: string };

type Numbers = Readonly<Record<string, number>>;

/** The numbers said aloud, joined by hyphens in the order of the départements: `7-31-12-5-88`. Null while one is missing. */
export function seedOf(departments: Setup['departments'], numbers: Numbers): string | null {
  const said = departments.map(({ code }) => numbers[code]);
  return said.every((number) => number !== undefined) ? said.join('-') : null;
}

/**
 * Teams in the order of SHA-256("{seed}:{team}"), in hexadecimal, smallest first. The same on any machine:
 * `printf '%s' '7-31-12-5-88:e05' | sha256sum`.
 */
export function drawnOrder(seed: string, teams: readonly TeamId[]): readonly TeamId[] {
  const prints = new Map(teams.map((team) => [team, sha256Hex(`${seed}:${team}`)]));
  return [...teams].sort((a, b) => ((prints.get(a) ?? '') < (prints.get(b) ?? '') ? -1 : 1));
}

/** A line for a shell that prints the teams in drawn order, so that anyone may check it. */
export function drawCommandLine(seed: string, teams: readonly TeamId[]): string {
  const each = `for t in ${[...teams].sort().join(' ')}`;
  return `${each}; do printf '%s %s\\n' "$(printf '%s' "${seed}:$t" | sha256sum | cut -d' ' -f1)" "$t"; done | sort`;
}

/** An open draw waits for its numbers; nothing else may change the order then. */
export const drawIsOpen = ({ draw }: Course): boolean => draw !== null && draw.drawn === null;

/** Whether the set-up is what it will be: from the brief on, and from the opening of a draw on, which is of one list of teams. */
export const setupIsFrozen = ({ phase, draw }: Course): boolean => phase !== 'set-up' || draw !== null;

export function decideDraw({ setup, course }: State, command: Command): Decision<DrawEvent> {
  const { draw } = course;
  if (command.type === 'OpenDraw') {
    if (draw) return refuse(draw.drawn ? 'order-drawn' : 'draw-open');
    return accept({ type: 'DrawOpened' });
  }
  if (!draw) return refuse('no-draw');
  if (command.type === 'CloseDraw') return draw.shown ? accept({ type: 'DrawClosed' }) : accept();
  if (draw.drawn) return refuse('order-drawn');
  if (command.type === 'SayNumber') {
    const { department, number } = command;
    if (!setup.departments.some(({ code }) => code === department)) return refuse('unknown-department', department);
    return (draw.numbers[department] ?? null) === number ? accept() : accept({ type: 'NumberSaid', department, number });
  }
  const seed = seedOf(setup.departments, draw.numbers);
  if (seed === null) return refuse('number-missing');
  // Struck teams are drawn too: a draw is of the list as it was frozen, and each keeps its place.
  return accept({ type: 'OrderDrawn', seed, order: drawnOrder(seed, course.order), witnesses: command.witnesses });
}

export function evolveDraw(course: Course, event: DrawEvent, { at, by }: Pick<Stamp, 'at'> & { by: string }): Course {
  if (event.type === 'DrawOpened') return { ...course, draw: { openedAt: at, numbers: {}, drawn: null, shown: true } };
  const { draw } = course;
  if (!draw) return course;
  switch (event.type) {
    case 'NumberSaid':
      return { ...course, draw: { ...draw, numbers: said(draw.numbers, event.department, event.number) } };
    case 'OrderDrawn':
      // A place drawn by lot owes nothing to a postponement of before: each team may be late once more.
      return { ...course, order: event.order, postponed: {}, draw: drawnAt(draw, event, at), changes: [...course.changes, change(at, by)] };
    case 'DrawClosed':
      // Put away before it was drawn, it never was: the list is free again.
      return { ...course, draw: draw.drawn ? { ...draw, shown: false } : null };
  }
}

function said(numbers: Numbers, department: string, number: number | null): Numbers {
  const { [department]: _, ...others } = numbers;
  return number === null ? others : { ...others, [department]: number };
}

const drawnAt = (draw: Draw, { seed, order, witnesses }: Extract<DrawEvent, { type: 'OrderDrawn' }>, at: Instant): Draw => ({
  ...draw,
  drawn: { at, seed, order, witnesses },
});

const change = (at: Instant, by: string): Course['changes'][number] => ({ at, by, kind: 'drawn', team: null, reason: '' });
