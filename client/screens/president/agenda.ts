import type { SeatId, TeamId } from '../../../shared/ids.ts';
import type { Place } from '../../../shared/tally/cut.ts';
import { METHODS, type Method } from '../../../shared/tally/methods.ts';
import type { TeamSensitivity } from '../../../shared/tally/sensitivity.ts';
import type { DeliberationView } from '../../../shared/views/jury.ts';
import type { Views } from '../../shared.ts';
import { matrix as words } from '../../text/matrix.ts';
import { teamOf } from '../../ui/scene/facts.ts';
import type { JurySensitivity } from './reading.ts';

/** A team whose place hangs on the method or on a seat. */
export interface Point {
  readonly team: TeamId;
  /** What happens to it, seen from where the official tally puts it. */
  readonly move: 'enters' | 'leaves' | 'ties';
  /** Left out one at a time, under the official method. */
  readonly seats: readonly SeatId[];
  /** With the whole jury. */
  readonly methods: readonly Method[];
  /** Another method and a seat left out, where neither does it alone. */
  readonly pairs: readonly { readonly method: Method; readonly seats: readonly SeatId[] }[];
}

type Row = TeamSensitivity<TeamId, SeatId>;

/** The agenda of the deliberation: the teams the readings disagree on, less those that the jury has settled by a step or a vote. */
export function agenda(sensitivity: JurySensitivity, deliberation: DeliberationView, official: Method): readonly Point[] {
  if (deliberation.closedAt !== null) return [];
  const order = deliberation.rows.map(({ team }) => team);
  return sensitivity.teams
    .filter(({ verdict, team }) => verdict === 'depends' && !isSettled(deliberation, team))
    .sort((a, b) => order.indexOf(a.team) - order.indexOf(b.team))
    .map((row) => pointOf(row, official));
}

function isSettled({ open, tie, motions, places }: DeliberationView, team: TeamId): boolean {
  if (open.includes(team)) return false;
  if (tie.taken.some(({ groups }) => groups.flat().includes(team))) return true;
  return motions.some(({ question, closed }) => {
    if (closed?.outcome !== 'adopted') return false;
    // A list that leaves places open says nothing yet of those it does not name.
    if (question.kind === 'list') return question.teams.includes(team) || question.teams.length === places;
    return question.kind === 'replace' && (question.put === team || question.out === team);
  });
}

const SIDES: readonly (readonly [Point['move'], Place])[] = [
  ['enters', 'in'],
  ['leaves', 'out'],
  ['ties', 'open'],
];

function pointOf(row: Row, official: Method): Point {
  const from = row.whole[official]?.place;
  let first: Point | null = null;
  for (const [move, to] of SIDES) {
    if (to === from) continue;
    const point = groundsOf(row, official, move, to);
    // What a single change does is said before what only two together do.
    if (point.seats.length + point.methods.length > 0) return point;
    if (first === null || first.pairs.length === 0) first = point;
  }
  return first ?? groundsOf(row, official, 'ties', 'open');
}

function groundsOf({ team, whole, without }: Row, official: Method, move: Point['move'], to: Place): Point {
  const seatsUnder = (method: Method) => without.filter(({ readings }) => readings[method]?.place === to).map(({ juror }) => juror);
  const others = METHODS.filter((method) => method !== official);
  const methods = others.filter((method) => whole[method]?.place === to);
  const pairs = others
    .filter((method) => !methods.includes(method))
    .map((method) => ({ method, seats: seatsUnder(method) }))
    .filter(({ seats }) => seats.length > 0);
  return { team, move, seats: seatsUnder(official), methods, pairs };
}

/** A point as one sentence: `Projet 15 entre dans les huit sans le siège 3, et selon Borda.` */
export function sentence(point: Point, places: number, forum: Views['forum'], seats: Views['presidency']['seats']): string {
  const numbers = (ids: readonly SeatId[]) => ids.map((id) => seats.find(({ seat }) => seat === id)?.number ?? 0).sort((a, b) => a - b);
  const grounds: string[] = [];
  if (point.seats.length > 0) grounds.push(words.withoutSeats(numbers(point.seats)));
  if (point.methods.length > 0) grounds.push(words.byMethods(point.methods));
  if (grounds.length === 0) grounds.push(...point.pairs.map(({ method, seats: left }) => words.byMethodWithout(method, numbers(left))));
  return words.point(teamOf(forum, point.team).shortName, point.move, places, grounds);
}
