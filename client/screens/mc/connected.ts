import { after, type Instant } from '../../../shared/time.ts';
import { forum, setup } from '../../gallery/literal.ts';
import type { Presence } from '../../shared.ts';

/** Fourteen jurors, one gone; a silent table; sixty-three phones. */
export function presence(now: Instant, projectorSilent: number | null = null): Presence {
  const here = (audience: string, silent: number | null = null) => ({
    audience,
    screens: silent === null ? 1 : 0,
    silentSince: silent === null ? null : after(now, -silent * 1000),
  });
  return {
    at: now,
    audiences: [
      here('mc'),
      here('projector', projectorSilent),
      here('stage'),
      ...setup.seats.map(({ id, president }) => here(`${president ? 'president' : 'juror'}/${id}`, id === 'j11' ? 40 : null)),
      ...forum.teams.map(({ id, table }) => here(`table/${id}`, table === 12 ? 40 : null)),
    ],
    publicScreens: 63,
    excesses: [],
  };
}
