import type { Decided } from '../../commands.ts';
import { competing } from '../../counting.ts';
import { sha256Hex } from '../../digest.ts';
import type { TeamId } from '../../ids.ts';
import { permission } from '../../phases.ts';
import { placesOf } from '../../ranking.ts';
import type { Setup } from '../../setup.ts';
import type { State } from '../../state.ts';
import { after, type Instant, seconds } from '../../time.ts';
import { deliberate } from '../deliberate.ts';
import { type Afternoon, given, organiser, type Seal } from '../given.ts';
import { nextAct } from '../play.ts';
import { ACTS, type Act } from '../random.ts';
import { CLOSE, type Secret } from './secrets.ts';

/**
 * Two afternoons that differ in one kind of secret and in nothing else: the same acts of everybody, at the same instants, and where the
 * secret lies other acts, or more of them, on one side.
 */
export interface Pair {
  readonly one: Side;
  readonly other: Side;
  /** The slot in which the secret is told for the first time; null when the afternoon gave no occasion. */
  readonly from: number | null;
}

/** An afternoon in slots: what happens in one is done on both sides before the next begins. */
export interface Side {
  readonly start: Afternoon;
  readonly slots: readonly (readonly Done[])[];
  /** How things stand after each slot, and when that is. */
  readonly stands: readonly Afternoon[];
  readonly at: readonly Instant[];
}

/** An act, as it was asked and answered. */
export interface Done extends Act {
  readonly at: Instant;
  readonly before: Afternoon;
  readonly answer: Decided;
  readonly after: Afternoon;
}

/** What happens in a slot: the main button is pressed (null) or somebody tries something; how many seconds pass before it; what chance says. */
export type Slot = readonly [choice: number | null, wait: number, dice: number];

/** Says nothing of the entries before: what the true chain tells is looked at by itself. */
const ALONE: Seal = ({ at, by, event }) => sha256Hex(JSON.stringify([at, by, event]));
/** Presses after the last slot, at most: an afternoon is over well before. */
const LONGEST = 120;

class Going {
  readonly start: Afternoon;
  readonly slots: Done[][] = [];
  readonly stands: Afternoon[] = [];
  readonly at: Instant[] = [];
  now: Afternoon;

  constructor(setup: Setup) {
    this.start = this.now = given(setup, ALONE);
  }

  get state(): State {
    return this.now.state;
  }

  opens(at: Instant): void {
    this.slots.push([]);
    this.at.push(at);
  }

  does({ by, command }: Act, at: Instant): void {
    const before = this.now;
    const answer = before.ask(command, by, at);
    if ('events' in answer) this.now = before.happened(answer.events, by, at, answer.boxed);
    this.slots.at(-1)?.push({ by, command: before.written(command), at, before, answer, after: this.now });
  }

  ends(): void {
    this.stands.push(this.now);
  }
}

/** Lives both afternoons, in which people try these acts. Null where a jury so mixed up finds no way to a list. */
export function livedTwice(setup: Setup, plot: readonly Slot[], secret: Secret, acts: readonly Act[] = ACTS): Pair | null {
  const sides = [new Going(setup), new Going(setup)] as const;
  const [one, other] = sides;
  let from: number | null = null;
  let told = 0;
  let now = one.now.now;
  for (let slot = 0; slot < plot.length + LONGEST && one.state.course.phase !== 'closed'; slot += 1) {
    const [choice, wait, dice] = plot[slot] ?? [null, 60, slot * 7];
    const at = after(now, seconds(wait));
    now = at;
    const before = one.slots.length;
    for (const side of sides) side.opens(at);
    if (slot === 0 && !secret.comesAndGoes) for (const { id } of setup.seats) for (const side of sides) side.does(arrived(id), at);
    if (choice !== null) for (const side of sides) tryOut(side, acts, choice, at, told > 0 ? secret.quiet : undefined);
    else if (sides.some(listOpen)) {
      if (secret.list && sides.every(listOpen)) from ??= before;
      for (const [index, side] of sides.entries()) if (!closes(side, at, secret.list ? index : 0)) return null;
    } else for (const side of sides) press(side, at);
    for (const act of secret.occasion?.(one.state) ?? []) for (const side of sides) side.does(act, at);
    const telling = told < (secret.once ? 1 : MOST) ? secret.told(one.state, dice) : null;
    if (telling) {
      told += 1;
      from ??= before;
      for (const [index, side] of sides.entries()) for (const act of telling[index] ?? []) doOrClose(side, act, at);
    }
    for (const side of sides) side.ends();
  }
  return { one, other, from };
}

/** How often a secret is told in an afternoon, at most. */
const MOST = 3;

const arrived = (seat: string): Act => ({ by: organiser, command: { type: 'RecordArrival', seat } });
const listOpen = ({ state: { course, deliberation } }: Going) => course.phase === 'deliberation' && deliberation?.closedAt === null;

function press(side: Going, at: Instant): void {
  const next = nextAct(side.state);
  if (next) side.does(next, at);
}

/** Closing and steering are the story's own; whoever holds the secret does nothing else once `quiet`. */
function tryOut(side: Going, acts: readonly Act[], choice: number, at: Instant, quiet: Act['by'] | undefined): void {
  const { phase } = side.state.course;
  const able = acts.filter(({ by, command }) => permission(command.type, by.role, phase) === null && command.type !== 'CloseList');
  const act = able[choice % able.length];
  if (act && !(quiet && concerns(act, quiet))) side.does(act, at);
}

const concerns = ({ by, command }: Act, of: Act['by']): boolean =>
  'seat' in of && (('seat' in by && by.seat === of.seat) || command.seat === of.seat);

function doOrClose(side: Going, act: Act, at: Instant): void {
  if (act === CLOSE) closes(side, at, 0);
  else side.does(act, at);
}

/** Behind closed doors, until the list is closed on the teams wanted; it takes no time. False where there is no end of it. */
function closes(side: Going, at: Instant, turn: number): boolean {
  for (let acts = 0; listOpen(side); acts += 1) {
    if (acts === 40) return false;
    side.does(
      deliberate(side.state, (state) => wanted(state, turn)),
      at,
    );
  }
  return true;
}

/** As many as there are places, beginning with another team for another turn. */
function wanted(state: State, turn: number): readonly TeamId[] {
  const teams = competing(state.course);
  return [...teams.slice(turn), ...teams.slice(0, turn)].slice(0, placesOf(state));
}
