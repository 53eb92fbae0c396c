import { countedBallot } from '../../shared/counting.ts';
import type { Entry } from '../../shared/events.ts';
import type { SeatId, TeamId } from '../../shared/ids.ts';
import type { Ballot } from '../../shared/jury.ts';
import type { State } from '../../shared/state.ts';
import { csv, yesNo } from './csv.ts';

/**
 * Every ballot of every team, without a name and without a seat: those of a team stand by their marks, lowest first, so that neither
 * a place nor the number of a line tells whose it is.
 */
export function ballotsCsv(state: State, entries: Iterable<Entry>): string {
  const { setup, course } = state;
  const admitted = admittedOf(entries);
  return csv(
    course.order.flatMap((team, index) =>
      ballotsFor(state, team, admitted).map(({ ballot, counted, late }) => ({
        passage: index + 1,
        projet: setup.teams.find(({ id }) => id === team)?.name ?? team,
        ...Object.fromEntries(setup.criteria.map(({ id, name }) => [name, ballot.marks[id] ?? ''])),
        compté: yesNo(counted),
        papier: yesNo(ballot.paper ?? false),
        tardif: yesNo(late),
      })),
    ),
  );
}

interface Listed {
  readonly ballot: Ballot;
  readonly counted: boolean;
  readonly late: boolean;
}

/** The ballots as they stand, and late ones that nobody admitted. */
function ballotsFor(state: State, team: TeamId, admitted: ReadonlySet<string>): readonly Listed[] {
  const { criteria, seats } = state.setup;
  const marks = ({ ballot }: Listed) => criteria.map(({ id }) => String(ballot.marks[id] ?? '').padStart(3)).join();
  const key = (listed: Listed) => `${marks(listed)} ${listed.counted} ${listed.ballot.paper ?? false} ${listed.late}`;
  return seats
    .flatMap(({ id: seat }): Listed[] => {
      const ballot = state.ballots[seat]?.[team];
      const late = state.late[seat]?.[team];
      const counted = countedBallot(state, seat, team) !== null;
      return [
        ...(ballot ? [{ ballot, counted, late: admitted.has(keyOf(seat, team)) }] : []),
        ...(late ? [{ ballot: late, counted: false, late: true }] : []),
      ];
    })
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const keyOf = (seat: SeatId, team: TeamId): string => `${seat} ${team}`;

/** Seats and teams of late ballots that the president admitted: the state keeps them among the others. */
function admittedOf(entries: Iterable<Entry>): ReadonlySet<string> {
  const admitted = new Set<string>();
  for (const { event } of entries) if (event.type === 'LateBallotAdmitted') admitted.add(keyOf(event.seat, event.team));
  return admitted;
}
