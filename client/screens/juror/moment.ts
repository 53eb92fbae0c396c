import type { TeamId } from '../../../shared/ids.ts';
import type { Views } from '../../shared.ts';

/** What this seat has to do now. */
export type Moment =
  | { readonly is: 'no-seat' | 'waiting' | 'trial' | 'locked' | 'deliberation' | 'room' }
  | { readonly is: 'called'; readonly team: TeamId }
  | { readonly is: 'marking'; readonly team: TeamId };

/** Between two teams the last one to have passed stays under the thumb, until its lock. */
export function momentOf({ live, grid, seat }: Pick<Views, 'live' | 'grid' | 'seat'>): Moment {
  const { scene } = live;
  if (!seat) return { is: 'no-seat' };
  switch (scene.show) {
    case 'waiting':
      return { is: live.phase === 'brief' && tries({ grid, seat }) ? 'trial' : 'waiting' };
    case 'draw':
      return { is: 'waiting' };
    case 'called':
      return { is: 'called', team: scene.team };
    case 'pitch':
    case 'questions':
      return { is: 'marking', team: scene.team };
    case 'between': {
      const last = lastPassed(live);
      return last !== undefined && openTeams(seat).includes(last) ? { is: 'marking', team: last } : { is: 'waiting' };
    }
    case 'locked':
      return { is: 'locked' };
    case 'deliberation':
      return { is: 'deliberation' };
    default:
      return { is: 'room' };
  }
}

/** The teams this seat can mark now, in passing order: none for one who is gone, nor those it stands back from. */
export const openTeams = (seat: Views['seat']): readonly TeamId[] =>
  seat === null || seat.left ? [] : seat.ballots.filter(({ locked, recused }) => !locked && !recused).map(({ team }) => team);

/** Whether there is a trial ballot to give: not for who takes notes only, is gone, or stands back from everything. */
const tries = ({ grid, seat }: Pick<Views, 'grid' | 'seat'>): boolean =>
  grid.rules.marking === 'marks' && seat !== null && !seat.left && !seat.recused;

const lastPassed = ({ order }: Views['live']): TeamId | undefined => order.filter(({ is }) => is === 'past').at(-1)?.team;
