import type { ComponentProps } from 'svelte';
import type { CriterionId, SeatId } from '../../../shared/ids.ts';
import type { Marks } from '../../../shared/jury.ts';
import { receiptOf } from '../../../shared/receipt.ts';
import type { Instant } from '../../../shared/time.ts';
import type { Scene } from '../../../shared/views/live.ts';
import type { OwnBallot } from '../../../shared/views/seat.ts';
import { at, forum, grid, live, room, runningClock, setup, stops, team, zero } from '../../gallery/literal.ts';
import type { Outbox, Room } from '../../room.ts';
import type { Views } from '../../shared.ts';
import type Juror from './Juror.svelte';
import { cast } from './own.ts';

/** Literal juror's phones: one seat, its ballots, and the moments of an afternoon. */
export type Props = ComponentProps<typeof Juror>;

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
export const marksOf = (written: string): Marks =>
  Object.fromEntries([...written].flatMap((mark, index) => (mark === '-' ? [] : [[criteria[index], Number(mark)]]))) as Marks;

const SEAT = 'j05' as SeatId;
const SALT = '9f3c51d07be2a8460c7d1fe35b92a6484d10c3e7f58b29a6e1d47c0b93f52a8e';

/** A ballot that nothing happened to. */
export const blank = {
  marks: {} as Marks,
  at: null,
  locked: false,
  reopened: false,
  recused: false,
  paper: false,
  receipt: null,
  late: null,
};

/** The ballots of the first teams, the last of them as written. */
export function ballots(count: number, last: string | null, when: string, locked = false): readonly OwnBallot[] {
  return Object.entries(figures)
    .slice(0, count)
    .map(([id, written], index) => {
      const marks = marksOf(index === count - 1 && last !== null ? last : written);
      const none = Object.keys(marks).length === 0;
      return {
        ...blank,
        team: team(id),
        marks,
        at: none ? null : (at(when) as Instant),
        locked,
        receipt: none ? null : receiptOf(SALT, SEAT, team(id), marks),
      };
    });
}

export const seat = (own: readonly OwnBallot[] = [], trial: Marks = {}): NonNullable<Views['seat']> => ({
  seat: SEAT,
  number: 5,
  department: '60',
  college: 'agent',
  title: 'Agente ou agent de l’Oise',
  trial,
  ballots: own,
  salt: SALT,
  present: true,
  left: false,
  recused: false,
  recusedFrom: [],
  hand: { place: null, speaking: false, given: 0 },
  feedback: [],
  entitled: [],
  votes: [],
});

const text = {
  drama:
    'En 2018, une famille sur trois a refusé un emploi ou une formation faute de garde. Les places existent, mais personne ne les voit.',
  solution: 'Un seul écran des places libres, à la journée, tenu par les assistantes maternelles et les crèches.',
  implementation: 'Trois mois à Cergy avec douze assistantes maternelles et Pôle emploi. Une référente libérée un jour par semaine.',
};

const sheets: Views['sheets'] = { sheets: ['e08', 'e06', 'e10'].map((id) => ({ team: team(id), ...text, at: at('12:20') })) };

export const shared = { forum, grid, sheets, jury: { deliberation: null } } satisfies Partial<Views>;

/** Where this phone stands at an hour: the room's part, its own, and what differs. */
export function phone(
  time: string,
  part: Views['live'],
  own: Views['seat'],
  more: Partial<Room> = {},
  jury: Views['jury'] = shared.jury,
): Props {
  return { views: { ...shared, live: part, seat: own, jury }, room: room(at(time), more) };
}

export const clocked = (kind: 'pitch' | 'questions', id: string, place: number, left: number, now: string): Scene => ({
  show: kind,
  team: team(id),
  place,
  clock: runningClock(kind, left, at(now)),
});
export const outbox = (more: Partial<Outbox>): Outbox => ({ ...room(zero).outbox, ...more });
/** One tap per mark, kept on the phone since then. */
export const taps = (id: string, written: string, since: string) =>
  Object.entries(marksOf(written)).map(([criterion, mark]) => ({
    id: `${id}-${criterion}`,
    draft: cast(team(id), criterion as CriterionId, mark, at(since)),
    keptAt: at(since),
  }));
export const late = (id: string, written: string, when: string) =>
  taps(id, written, when).map(({ id: key, draft }) => ({ id: key, draft, code: 'ballots-locked' as const, at: at(when) }));
export const lost: Room['link'] = { state: 'lost', since: at('14:55') };

export const before = (next: 'brief' | 'introduction' | 'passages', phase: Views['live']['phase']) =>
  live({ show: 'waiting', next }, 0, phase === 'set-up' ? { phase, zero: null, forecast: null } : { phase });
export const locked: Scene = { show: 'locked', at: at('16:44'), hash: '7f3a9c21d4e8b605' };
export const closed = { phase: 'deliberation' as const, order: stops(16) };
export const revealed = ['e04', 'e08', 'e06', 'e05', 'e07', 'e03', 'e01', 'e02'].map(team);
