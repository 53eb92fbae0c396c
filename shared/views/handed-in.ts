import { isComplete } from '../ballot.ts';
import { isExpected } from '../counting.ts';
import type { SeatId, TeamId } from '../ids.ts';
import type { State } from '../state.ts';

/** Who has handed in a team's ballot: counts and names, never a mark. */
export interface HandedIn {
  readonly team: TeamId;
  readonly complete: number;
  /** Ballots expected: of every seat but those that stand back, or whose ballots are struck. */
  readonly of: number;
  readonly locked: boolean;
  readonly missing: readonly { readonly seat: SeatId; readonly given: number; readonly of: number }[];
}

/** One line per team whose pitch has begun, in passing order. */
export function handedIn(state: State): readonly HandedIn[] {
  const { setup, course, ballots } = state;
  if (setup.rules.marking === 'notes') return [];
  return course.order
    .filter((team) => course.passages[team]?.pitchAt !== undefined)
    .map((team) => {
      const expected = setup.seats.filter(({ id }) => isExpected(state, id, team));
      const missing = expected
        .filter(({ id }) => !isComplete(setup.criteria, ballots[id]?.[team]))
        .map(({ id }) => ({ seat: id, given: Object.keys(ballots[id]?.[team]?.marks ?? {}).length, of: setup.criteria.length }));
      return { team, complete: expected.length - missing.length, of: expected.length, locked: Boolean(course.locks[team]), missing };
    });
}
