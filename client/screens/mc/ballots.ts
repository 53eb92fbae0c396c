import type { Views } from '../../shared.ts';

type Regie = Views['regie'];
export type HandedIn = Regie['handedIn'][number];

export interface MissingSeat {
  readonly seat: string;
  readonly number: number;
  readonly title: string;
  /** Passing places of the teams whose ballot is not complete. */
  readonly places: readonly number[];
}

/** Which ballots a lock would leave out, by seat. */
export function missingSeats(teams: readonly HandedIn[], regie: Regie, live: Views['live']): MissingSeat[] {
  return regie.seats.flatMap(({ seat, number, title }) => {
    const places = teams
      .filter(({ missing }) => missing.some((one) => one.seat === seat))
      .map(({ team }) => live.order.find((stop) => stop.team === team)?.place ?? 0);
    return places.length === 0 ? [] : [{ seat, number, title, places }];
  });
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
