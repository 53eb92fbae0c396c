import type { SeatId, TeamId } from '../../../shared/ids.ts';
import type { Aggregate } from '../../../shared/ranking.ts';
import type { DeliberationView } from '../../../shared/views/jury.ts';
import type { Scene } from '../../../shared/views/live.ts';
import { apart, many, matrix, three } from '../../gallery/ballots.ts';
import { at, live, room, setup, stops, team } from '../../gallery/literal.ts';
import type { Room, ScreenProps } from '../../room.ts';
import type { Views } from '../../shared.ts';
import { settled } from '../../ui/jury/literal.ts';
import { states as juror } from '../juror/states.ts';
import * as moments from './moments.ts';

export { default } from './President.svelte';

type Props = ScreenProps<'forum' | 'live' | 'grid' | 'sheets' | 'jury' | 'presidency' | 'seat'>;

const seats = setup.seats.map(({ id, number, title, department, college, president = false }) => ({
  seat: id,
  number,
  title,
  department,
  college,
  president,
  present: true,
  since: at('13:50'),
  recused: false,
  recusedFrom: id === 'j07' ? [team('e10')] : [],
}));
const seat = (id: string) => id as SeatId;

/** The presidency before the deliberation: nothing late, nobody asks to speak. */
const presidency: Omit<Views['presidency'], 'handedIn'> = {
  seats,
  quorum: { present: 15, of: 15, needed: 8, met: true, colleges: [] },
  hands: { queue: [], speaking: null },
  late: [],
  reopened: [],
  matrix: null,
  votes: [],
};

/** Who lacks marks for a team: `j03` has given two of the four. */
function handed(id: string, missing: Readonly<Record<string, number>> = {}, locked = false): Views['presidency']['handedIn'][number] {
  const lacking = Object.entries(missing).map(([one, given]) => ({ seat: seat(one), given, of: 4 }));
  return { team: team(id), complete: 15 - lacking.length, of: 15, locked, missing: lacking };
}

/** The presiding seat's own phone, at a moment the juror's gallery has. */
function beside(state: string, handedIn: Views['presidency']['handedIn'], more: Partial<Views['presidency']> = {}): Props {
  const found = juror[state];
  if (!found) throw new Error(state);
  const { views, room: own } = found;
  const mine = views.seat && {
    ...views.seat,
    seat: seat('j10'),
    number: 10,
    department: '80',
    college: 'elu',
    title: 'Élue ou élu de la Somme',
  };
  return { views: { ...views, seat: mine, presidency: { ...presidency, handedIn, ...more } }, room: own };
}

/** Behind closed doors, after the fifteen passages. */
function doors(
  time: string,
  jury: DeliberationView,
  { line = {}, returnAt = '17:45', ...more }: Partial<Views['presidency']> & { line?: Partial<Room>; returnAt?: string } = {},
): Props {
  const { views } = beside('deliberation', []);
  const scene: Scene = { show: 'deliberation', returnAt: at(returnAt) };
  return {
    views: {
      ...views,
      grid: moments.reglement,
      live: live(scene, 16, { phase: 'deliberation', order: stops(16) }),
      jury: { deliberation: jury },
      presidency: { ...presidency, handedIn: [], matrix, votes: moments.votesIn(jury.motions), ...more },
    },
    room: room(at(time), line),
  };
}

/** The deliberation on other ballots than the fifteen teams’: ranks by sum, ties at the same sum. */
function ranked(ballots: typeof matrix, places: number): DeliberationView {
  const weights = ballots.criteria.map(({ weight }) => weight);
  const rows = ballots.teams.map((id, t) => {
    const given = (ballots.ballots[t] ?? []).filter((ballot) => ballot !== null);
    const sum = given.reduce((total, ballot) => total + ballot.reduce((own, mark, c) => own + mark * (weights[c] ?? 0), 0), 0);
    const score = given.length === 0 ? null : sum / given.length / 100;
    return { team: id, score, exact: null, sum, count: given.length, missing: 15 - given.length, excused: 0 };
  });
  const meanOf = ({ sum, count }: { readonly sum: number; readonly count: number }) => sum / Math.max(1, count);
  const order: readonly Aggregate[] = rows
    .map((row) => {
      const ahead = rows.filter((other) => meanOf(other) > meanOf(row)).length;
      return { ...row, rank: ahead + 1, tied: rows.some((other) => other !== row && meanOf(other) === meanOf(row)) };
    })
    .sort((a, b) => a.rank - b.rank);
  const last = order[places - 1]?.rank;
  const open = order[places]?.rank === last ? order.filter(({ rank }) => rank === last).map((row) => row.team) : [];
  const inside = order.slice(0, places).flatMap((row): TeamId[] => (open.includes(row.team) ? [] : [row.team]));
  const tie = {
    places: open.length === 0 ? 0 : places - inside.length,
    next: open.length === 0 ? null : moments.tie.tie.next,
    passedOver: false,
    taken: [],
  };
  return { ...moments.tie, rows: order, places, inside, open, tie, list: inside };
}

/** Two hundred teams in a forum of their own. */
function crowd(): Props {
  const props = doors('17:04', ranked(many, 8), { matrix: many });
  const teams = many.teams.map((id, index) => ({ ...props.views.forum.teams[index % 15], id, shortName: `Projet ${index + 1}` }));
  return { ...props, views: { ...props.views, forum: { ...props.views.forum, teams: teams as Views['forum']['teams'] } } };
}

/** The restitution is open, and no name has been said. */
function unsaid(): Props {
  const { views, room: own } = beside('reveal', []);
  const scene: Scene = { show: 'reveal', revealed: [], of: 8 };
  return { views: { ...views, live: { ...views.live, scene }, jury: { deliberation: moments.closed } }, room: own };
}

/** A jury that gives no marks. */
function withoutMarks(): Props {
  const props = doors('17:04', notesOnly, { matrix: null });
  const { grid } = props.views;
  return { ...props, views: { ...props.views, grid: { ...grid, rules: { ...grid.rules, marking: 'notes' } } } };
}

const handedIn = [handed('e10'), handed('e04', { j03: 2 }), handed('e08', { j01: 2, j03: 0, j06: 3, j07: 0, j10: 2, j13: 1 })];
const late = [
  { seat: seat('j11'), team: team('e02'), at: at('17:01'), madeAt: at('16:24'), given: 4, paper: false },
  { seat: seat('j07'), team: team('e11'), at: at('17:03'), madeAt: null, given: 3, paper: true },
];
const reopened = [{ seat: seat('j06'), team: team('e15'), at: at('17:02'), reason: 'Deux critères inversés à la saisie.', closedAt: null }];
const hands = {
  queue: [
    { seat: seat('j03'), at: at('15:10'), given: 2 },
    { seat: seat('j12'), at: at('15:11'), given: 0 },
  ],
  speaking: seat('j05'),
};
const away = {
  seats: seats.map((one, index) => (index < 6 ? one : { ...one, present: false, since: index < 12 ? at('16:40') : null })),
  quorum: { present: 6, of: 15, needed: 8, met: false, colleges: [] },
};
const noMarks = stops(16).map((stop) => ({
  team: stop.team,
  rank: 1,
  tied: true,
  score: null,
  exact: null,
  sum: 0,
  count: 0,
  missing: 0,
  excused: 0,
}));
const notesOnly: DeliberationView = {
  ...moments.tie,
  rows: noMarks,
  inside: [],
  open: [],
  tie: { places: 0, next: null, passedOver: false, taken: [] },
  list: moments.eight.slice(0, 3),
  discuss: [moments.e15],
};

export const states: Record<string, Props> = {
  waiting: beside('waiting', []),
  passages: beside('pitch-incomplete', handedIn),
  hands: beside('pitch-incomplete', handedIn, { hands }),
  called: beside('called', [handed('e10'), handed('e04', { j03: 2, j10: 3 })]),
  curtain: beside('closed-curtain', [handed('e10', { j07: 0 }, true), handed('e02', { j11: 0 }, true), handed('e13', { j11: 0 }, true)], {
    late,
  }),
  'deliberation-tie': doors('17:04', moments.tie),
  'deliberation-step-taken': doors('17:04', moments.stepTaken),
  'deliberation-vote-open': doors('17:04', moments.voteOpen),
  'deliberation-vote-secret': doors('17:04', moments.secretVote),
  'deliberation-vote-closed': doors('17:04', moments.voteClosed),
  'deliberation-tie-split': doors('17:04', moments.tieSplit),
  'deliberation-draw': doors('17:04', moments.toDraw),
  'deliberation-split': doors('17:08', moments.split),
  'deliberation-departed': doors('17:10', moments.departed),
  'deliberation-to-depart': doors('17:06', moments.toDepart),
  'deliberation-settled': doors('17:04', { ...settled, quorum: moments.tie.quorum }),
  'deliberation-short-list': doors('17:20', { ...settled, list: settled.list.slice(1) }),
  'deliberation-late': doors('17:04', moments.tie, { late, reopened }),
  'deliberation-no-quorum': doors('17:04', { ...moments.stepTaken, quorum: away.quorum }, away),
  'deliberation-apart': doors('17:04', ranked(apart, 8), { matrix: apart }),
  'deliberation-three': doors('17:04', ranked(three, 3), { matrix: three }),
  'deliberation-many': crowd(),
  'deliberation-notes': withoutMarks(),
  'deliberation-lost': doors('17:04', moments.tie, { line: { link: { state: 'lost', since: at('17:03') } } }),
  'return-late': doors('17:48', moments.stepTaken),
  'list-closed': doors('17:14', moments.closed),
  'list-reopened': doors('17:22', moments.reopened),
  restitution: beside('reveal', []),
  'restitution-unsaid': unsaid(),
};
