import { elapsedAt } from '../clock.ts';
import type { Entry } from '../events.ts';
import type { TeamId } from '../ids.ts';
import { evolve } from '../session.ts';
import type { State } from '../state.ts';
import { after, type Instant } from '../time.ts';

/** A pause of a clock; after a restart, from the last instant at which the clock was known to run. */
export interface Pause {
  readonly team: TeamId;
  readonly during: 'pitch' | 'questions';
  readonly at: Instant;
  /** When the clock ran on, or was gone; null where it never was. */
  readonly until: Instant | null;
  readonly reason: string | null;
}

/** The real times of a team on the estrade; null for what did not happen. */
export interface TeamTimes {
  readonly team: TeamId;
  readonly calledAt: Instant | null;
  readonly pitchAt: Instant | null;
  readonly questionsAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly lockedAt: Instant | null;
  readonly pauses: readonly Omit<Pause, 'team'>[];
}

/** A session as its journal tells it: where it stands, and the pauses, which a state forgets. */
export interface Told {
  readonly state: State;
  readonly pauses: readonly Pause[];
  /** Those before the MC's last step, which come back when it is taken back. */
  readonly before: readonly Pause[];
}

export function tell(told: Told | null, entry: Entry): Told {
  const state = evolve(told?.state ?? null, entry);
  if (!told) return { state, pauses: [], before: [] };
  const pauses = entry.event.type === 'StepUndone' ? told.before : pausesAfter(told, state, entry);
  return { state, pauses, before: state.undo === told.state.undo ? told.before : told.pauses };
}

function pausesAfter({ state: before, pauses }: Told, { course }: State, { at }: Entry): readonly Pause[] {
  const { clock: last, current } = before.course;
  const { clock } = course;
  const stood = last !== null && last.runningSince === null;
  const stands = clock !== null && clock.runningSince === null;
  if (stands && !stood && last && current)
    return [
      ...pauses,
      { team: current, during: clock.kind, at: after(at, clock.elapsed - elapsedAt(last, at)), until: null, reason: clock.reason },
    ];
  if (!stood || stands) return pauses;
  return pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause));
}

/** Every team of the order, in passing order. */
export const timesOf = ({ state: { course }, pauses }: Told): readonly TeamTimes[] =>
  course.order.map((team) => {
    const passage = course.passages[team];
    return {
      team,
      calledAt: passage?.calledAt ?? null,
      pitchAt: passage?.pitchAt ?? null,
      questionsAt: passage?.questionsAt ?? null,
      endedAt: passage?.endedAt ?? null,
      lockedAt: course.locks[team] ?? null,
      pauses: pauses.filter((pause) => pause.team === team).map(({ during, at, until, reason }) => ({ during, at, until, reason })),
    };
  });
