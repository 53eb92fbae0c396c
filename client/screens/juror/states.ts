import type { CriterionId, SeatId, TeamId } from '../../../shared/ids.ts';
import type { Marks } from '../../../shared/state.ts';
import type { Instant } from '../../../shared/time.ts';
import { gridView, type OwnBallot } from '../../../shared/views/jury.ts';
import type { Scene } from '../../../shared/views/live.ts';
import { at, forum, live, room, runningClock, setup, stops, team } from '../../gallery/literal.ts';
import type { Outbox, Room, ScreenProps } from '../../room.ts';
import type { Views } from '../../shared.ts';
import { deliberation } from '../../ui/jury/literal.ts';
import { cast } from './own.ts';

export { default } from './Juror.svelte';

type Props = ScreenProps<'forum' | 'live' | 'grid' | 'sheets' | 'jury' | 'seat'> & { opened?: 'review' | TeamId };

/** Seat 5's marks in the fictitious ballots, in passing order. */
const figures: Readonly<Record<string, string>> = {
  e10: '3433',
  e04: '4334',
  e08: '3423',
  e14: '3334',
  e06: '5344',
  e09: '2424',
  e05: '5545',
  e15: '3322',
  e12: '2333',
  e07: '4555',
  e03: '5545',
  e01: '5445',
  e11: '3443',
  e02: '5444',
  e13: '2333',
};
const criteria = setup.criteria.map(({ id }) => id);
/** `54-3`: a dash is a mark not given. */
const marksOf = (written: string): Marks =>
  Object.fromEntries([...written].flatMap((mark, index) => (mark === '-' ? [] : [[criteria[index], Number(mark)]]))) as Marks;

/** The ballots of the first teams, the last of them as written. */
function ballots(count: number, last: string | null, when: string, locked = false): readonly OwnBallot[] {
  return Object.entries(figures)
    .slice(0, count)
    .map(([id, written], index) => {
      const marks = marksOf(index === count - 1 && last !== null ? last : written);
      const none = Object.keys(marks).length === 0;
      return { team: team(id), marks, at: none ? null : (at(when) as Instant), locked };
    });
}

export const seat = (own: readonly OwnBallot[] = [], trial: Marks = {}): NonNullable<Views['seat']> => ({
  seat: 'j05' as SeatId,
  number: 5,
  department: '60',
  college: 'agent',
  title: 'Agente ou agent de l’Oise',
  trial,
  ballots: own,
});

const text = {
  drama:
    'En 2018, une famille sur trois a refusé un emploi ou une formation faute de garde. Les places existent, mais personne ne les voit.',
  solution: 'Un seul écran des places libres, à la journée, tenu par les assistantes maternelles et les crèches.',
  implementation: 'Trois mois à Cergy avec douze assistantes maternelles et Pôle emploi. Une référente libérée un jour par semaine.',
};

const sheets: Views['sheets'] = { sheets: ['e08', 'e06', 'e10'].map((id) => ({ team: team(id), ...text, at: at('12:20') })) };

export const shared = { forum, grid: gridView(setup), sheets, jury: { deliberation: null } } satisfies Partial<Views>;

/** Where this phone stands at an hour: the room's part, its own, and what differs. */
function phone(time: string, part: Views['live'], own: Views['seat'], more: Partial<Room> = {}, jury: Views['jury'] = shared.jury): Props {
  return { views: { ...shared, live: part, seat: own, jury }, room: room(at(time), more) };
}

const clocked = (kind: 'pitch' | 'questions', id: string, place: number, left: number, now: string): Scene => ({
  show: kind,
  team: team(id),
  place,
  clock: runningClock(kind, left, at(now)),
});
const outbox = (more: Partial<Outbox>): Outbox => ({ pending: [], refused: [], keep: () => undefined, forget: () => undefined, ...more });
/** One tap per mark, kept on the phone since then. */
const taps = (id: string, written: string, since: string) =>
  Object.entries(marksOf(written)).map(([criterion, mark]) => ({
    id: `${id}-${criterion}`,
    draft: cast(team(id), criterion as CriterionId, mark),
    keptAt: at(since),
  }));
const late = (id: string, written: string, when: string) =>
  taps(id, written, when).map(({ id: key, draft }) => ({ id: key, draft, code: 'ballots-locked' as const, at: at(when) }));
const lost: Room['link'] = { state: 'lost', since: at('14:55') };

const before = (next: 'brief' | 'introduction' | 'passages', phase: Views['live']['phase']) =>
  live({ show: 'waiting', next }, 0, phase === 'set-up' ? { phase, zero: null, forecast: null } : { phase });
const locked: Scene = { show: 'locked', at: at('16:44'), hash: '7f3a9c21d4e8b605' };
const closed = { phase: 'deliberation' as const, order: stops(16) };
const revealed = ['e04', 'e08', 'e06', 'e05', 'e07', 'e03', 'e01', 'e02'].map(team);

export const states: Record<string, Props> = {
  waiting: phone('13:52', before('brief', 'set-up'), seat()),
  'waiting-introduction': phone('14:16', before('passages', 'introduction'), seat()),
  'no-seat': phone('13:52', before('brief', 'set-up'), null),
  'brief-trial': phone('14:06', before('introduction', 'brief'), seat([], marksOf('34--'))),
  called: phone('14:49', live({ show: 'called', team: team('e08'), place: 3 }, 3), seat(ballots(2, '43-4', '14:48'))),
  'pitch-empty': phone('14:50', live(clocked('pitch', 'e08', 3, 168, '14:50'), 3), seat(ballots(3, '----', '14:50'))),
  'pitch-incomplete': phone('14:52', live(clocked('pitch', 'e08', 3, 72, '14:52'), 3), seat(ballots(3, '34--', '14:52'))),
  'questions-complete': phone('14:55', live(clocked('questions', 'e08', 3, 204, '14:55'), 3), seat(ballots(3, null, '14:54'))),
  'offline-kept': phone('14:58', live(clocked('questions', 'e08', 3, 64, '14:58'), 3), seat(ballots(3, '----', '14:52')), {
    link: lost,
    outbox: outbox({ pending: taps('e08', '3423', '14:55') }),
  }),
  'refused-late': phone('16:46', live(locked, 16), seat(ballots(15, '23--', '16:40', true)), {
    outbox: outbox({ refused: late('e13', '--33', '16:45') }),
  }),
  'refused-marking': phone('14:52', live(clocked('pitch', 'e08', 3, 72, '14:52'), 3), seat(ballots(3, '34--', '14:52')), {
    outbox: outbox({ refused: late('e04', '--3-', '14:49') }),
  }),
  between: phone(
    '15:33',
    live({ show: 'between', next: team('e15'), place: 8 }, 8, { order: stops(8, 'to-come') }),
    seat(ballots(7, '554-', '15:32')),
  ),
  'all-passed': phone('16:41', live({ show: 'between', next: null, place: 0 }, 16), seat(ballots(15, null, '16:40'))),
  review: {
    ...phone('16:41', live({ show: 'between', next: null, place: 0 }, 16), seat(ballots(15, '23--', '16:40'))),
    opened: 'review',
  },
  revised: {
    ...phone('15:20', live(clocked('pitch', 'e09', 6, 96, '15:20'), 6), seat(ballots(6, '2---', '15:19'))),
    opened: team('e08'),
  },
  'closed-curtain': phone('16:44', live(locked, 16), seat(ballots(15, null, '16:40', true))),
  deliberation: phone(
    '17:04',
    live({ show: 'deliberation', returnAt: at('17:42') }, 16, closed),
    seat(ballots(15, '23--', '16:40', true)),
    {},
    { deliberation },
  ),
  'room-opening': phone('17:43', live({ show: 'reveal', revealed: [], of: 8 }, 16, { phase: 'restitution' }), seat()),
  reveal: phone('17:46', live({ show: 'reveal', revealed: revealed.slice(0, 3), of: 8 }, 16, { phase: 'restitution' }), seat()),
  laureates: phone('17:52', live({ show: 'laureates', teams: revealed }, 16, { phase: 'restitution' }), seat()),
  closed: phone('18:10', live({ show: 'closed', laureates: revealed }, 16, { phase: 'closed' }), seat()),
  'long-name': phone('15:10', live(clocked('pitch', 'e06', 5, 100, '15:10'), 5), seat(ballots(5, '534-', '15:10'))),
  'long-name-between': phone(
    '15:17',
    live({ show: 'between', next: team('e09'), place: 6 }, 6, { order: stops(6, 'to-come') }),
    seat(ballots(5, '534-', '15:10')),
    { link: lost, outbox: outbox({ pending: taps('e06', '---4', '15:16') }) },
  ),
};
