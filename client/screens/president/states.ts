import type { SeatId, TeamId } from '../../../shared/ids.ts';
import type { DeliberationView } from '../../../shared/views/jury.ts';
import type { Scene } from '../../../shared/views/live.ts';
import { at, live, room, setup, stops, team } from '../../gallery/literal.ts';
import type { Room, ScreenProps } from '../../room.ts';
import type { Views } from '../../shared.ts';
import { ahead, deliberation, settled } from '../../ui/jury/literal.ts';
import { states as juror } from '../juror/states.ts';

export { default } from './President.svelte';

type Props = ScreenProps<'forum' | 'live' | 'grid' | 'sheets' | 'jury' | 'presidency' | 'seat'>;

const seats = setup.seats.map(({ id, number, title, department, college }) => ({ seat: id, number, title, department, college }));

/** Who lacks marks for a team: `j03` has given two of the four. */
function handed(id: string, missing: Readonly<Record<string, number>> = {}): Views['presidency']['handedIn'][number] {
  const lacking = Object.entries(missing).map(([seat, given]) => ({ seat: seat as SeatId, given, of: 4 }));
  return { team: team(id), complete: 15 - lacking.length, of: 15, locked: false, missing: lacking };
}

/** The presiding seat's own phone, at a moment the juror's gallery has. */
function beside(state: string, handedIn: Views['presidency']['handedIn']): Props {
  const found = juror[state];
  if (!found) throw new Error(state);
  const { views, room: own } = found;
  const seat = views.seat && {
    ...views.seat,
    seat: 'j10' as SeatId,
    number: 10,
    department: '80',
    college: 'elu',
    title: 'Élue ou élu de la Somme',
  };
  return { views: { ...views, seat, presidency: { handedIn, seats } }, room: own };
}

/** Behind closed doors, after the fifteen passages. */
function doors(time: string, jury: DeliberationView, more: Partial<Room> = {}, returnAt = '17:42'): Props {
  const { views } = beside('deliberation', []);
  const scene: Scene = { show: 'deliberation', returnAt: at(returnAt) };
  return {
    views: { ...views, live: live(scene, 16, { phase: 'deliberation', order: stops(16) }), jury: { deliberation: jury } },
    room: room(at(time), more),
  };
}

const eight: readonly TeamId[] = [team('e04'), ...ahead];

export const states: Record<string, Props> = {
  waiting: beside('waiting', []),
  passages: beside('pitch-incomplete', [
    handed('e10'),
    handed('e04', { j03: 2 }),
    handed('e08', { j01: 2, j03: 0, j06: 3, j07: 0, j10: 2, j13: 1 }),
  ]),
  called: beside('called', [handed('e10'), handed('e04', { j03: 2, j10: 3 })]),
  curtain: beside('closed-curtain', [handed('e10', { j07: 0 }), handed('e02', { j11: 0 }), handed('e13', { j11: 0 })]),
  'deliberation-tie': doors('17:04', deliberation),
  'deliberation-settled': doors('17:04', settled),
  'deliberation-short-list': doors('17:20', { ...settled, list: settled.list.slice(1) }),
  'deliberation-chosen': doors('17:31', { ...deliberation, list: eight }),
  'return-late': doors('17:45', { ...deliberation, list: eight }),
  'list-closed': doors('17:14', { ...deliberation, list: eight, closedAt: at('17:12') }),
  restitution: beside('reveal', []),
  'deliberation-lost': doors('17:04', deliberation, { link: { state: 'lost', since: at('17:03') } }),
};
