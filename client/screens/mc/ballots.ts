import type { Presence, Views } from '../../shared.ts';
import { seatLine } from './present.ts';

type Regie = Views['regie'];
export type HandedIn = Regie['handedIn'][number];

export interface MissingSeat {
  readonly seat: string;
  readonly number: number;
  readonly title: string;
  /** Passing places of the teams whose ballot is not complete. */
  readonly places: readonly number[];
  /** Not one mark has come from this seat, for any of these teams. */
  readonly nothing: boolean;
  /** Marks given and expected, where it is about one team. */
  readonly marks: { readonly given: number; readonly of: number } | null;
}

/** Which ballots a lock would leave out, by seat. */
export function missingSeats(teams: readonly HandedIn[], regie: Regie, live: Views['live']): MissingSeat[] {
  return regie.seats.flatMap(({ seat, number, title }) => {
    const own = teams.flatMap(({ team, missing }) => missing.filter((one) => one.seat === seat).map((one) => ({ ...one, team })));
    const [first] = own;
    if (!first) return [];
    return [
      {
        seat,
        number,
        title,
        places: own.map(({ team }) => live.order.find((stop) => stop.team === team)?.place ?? 0),
        nothing: own.length === teams.length && own.every(({ given }) => given === 0),
        marks: teams.length === 1 ? { given: first.given, of: first.of } : null,
      },
    ];
  });
}

/** Those whose device cannot hand anything in come first: gone from the line, then never on it, then by number. */
export function byReach(seats: readonly MissingSeat[], presence: Presence | null): readonly MissingSeat[] {
  const reach = ({ seat }: MissingSeat): number => {
    const line = seatLine(presence, seat);
    if (!line || line.screens > 0) return 2;
    return line.silentSince === null ? 1 : 0;
  };
  return [...seats].sort((a, b) => reach(a) - reach(b) || a.number - b.number);
}

/** The teams whose ballots a lock would close: one, or all that passed. */
export function toLock({ cue, handedIn }: Regie): readonly HandedIn[] {
  if (cue.command !== 'LockBallots') return [];
  return handedIn.filter(({ team, locked }) => !locked && (cue.team === null || team === cue.team));
}

/** How many ballots a lock would leave out. */
export const missingBallots = (regie: Regie): number => toLock(regie).reduce((sum, { missing }) => sum + missing.length, 0);

/** The team on the estrade and the one before it, the latest first: whose ballots are still being written. */
export const latest = ({ handedIn }: Regie): readonly HandedIn[] => handedIn.slice(-2).reverse();
