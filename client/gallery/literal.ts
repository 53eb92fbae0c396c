import type { Clock } from '../../shared/clock.ts';
import amiens from '../../shared/forums/amiens-2019.json' with { type: 'json' };
import type { TeamId } from '../../shared/ids.ts';
import { readSetup } from '../../shared/read-setup.ts';
import type { Setup } from '../../shared/setup.ts';
import { startOf } from '../../shared/state.ts';
import type { Instant } from '../../shared/time.ts';
import type { Views } from '../../shared/view.ts';
import { forumView } from '../../shared/views/forum.ts';
import { gridView } from '../../shared/views/grid.ts';
import type { Scene, Stop } from '../../shared/views/live.ts';
import type { Room } from '../room.ts';
import { fixedTime } from '../time.svelte.ts';

/** Literal views for the gallery and the tests of the screens: the Amiens forum, stopped at chosen instants. */

function read(): Setup {
  const result = readSetup(amiens);
  if ('fault' in result) throw new Error(result.fault);
  return result.setup;
}

export const setup = read();
export const forum = forumView(setup);

/** Noon less twelve hours, 28 November 2019 in Amiens (UTC+1). */
export const zero = Date.UTC(2019, 10, 27, 23) as Instant;

export const grid = gridView(startOf(setup, zero));

/** An instant of that day: `at('15:10:30')`. */
export function at(time: string): Instant {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return (zero + ((hour * 60 + minute) * 60 + second) * 1000) as Instant;
}

export const team = (id: string): TeamId => id as TeamId;

const order = setup.order ?? [];

/** The running order with `place` on stage or next: those before are past. */
export function stops(place: number, is: Stop['is'] = 'now'): readonly Stop[] {
  return order.map((id, index) => ({
    team: id,
    place: index + 1,
    is: index + 1 < place ? 'past' : index + 1 === place ? is : 'to-come',
    postponed: false,
  }));
}

/** The clock of a pitch or of questions with `left` seconds left at `now`, running. */
export function runningClock(kind: 'pitch' | 'questions', left: number, now: Instant) {
  const given = kind === 'pitch' ? 180_000 : 300_000;
  return {
    kind,
    given,
    duration: given,
    elapsed: 0,
    runningSince: now - (given - left * 1000),
    pausedAt: null,
    reason: null,
    warnings: kind === 'pitch' ? [60, 30, 10] : [60, 10],
  } as unknown as Clock;
}

/** The public part, with a plausible forecast; give it the scene and what differs. */
export function live(scene: Scene, place: number, more: Partial<Views['live']> = {}): Views['live'] {
  const first = at('14:33');
  return {
    step: 10,
    steppedAt: at('15:00'),
    phase: 'passages',
    zero,
    scene,
    draw: null,
    order: stops(place),
    forecast: {
      slots: order.map((id, index) => ({ team: id, start: (first + index * 510_000) as Instant, past: index + 1 < place })),
      end: at('16:42'),
      deliberation: at('16:42'),
      restitution: at('17:42'),
      due: null,
    },
    blackout: false,
    ...more,
  };
}

/** A room in which nothing moves: the line is live, nothing is kept, and commands are accepted and forgotten. */
export function room(now: Instant, more: Partial<Room> = {}): Room {
  return {
    time: fixedTime(now),
    link: { state: 'live', since: now },
    outbox: { pending: [], refused: [], keep: () => undefined, keepWords: () => undefined, forget: () => undefined },
    presence: null,
    keeping: null,
    join: 'http://estrade.local/amiens-2019',
    send: () => Promise.resolve({ ok: true, at: now }),
    ...more,
  };
}
