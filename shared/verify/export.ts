import { countedBallot, matrixOf } from '../counting.ts';
import { departures } from '../deliberation.ts';
import type { Entry } from '../events.ts';
import type { ForumId, SeatId, TeamId } from '../ids.ts';
import type { ClosedMotion, LateBallot, Marks, Question, Reopening, TieStep, Vote } from '../jury.ts';
import { tieOf } from '../ladder.ts';
import { type Aggregate, aggregates, totalWeight } from '../ranking.ts';
import { ownReceipt } from '../receipt.ts';
import type { Setup } from '../setup.ts';
import type { Change, Draw, State } from '../state.ts';
import { tallies } from '../tally/methods.ts';
import type { Instant } from '../time.ts';
import { type TeamTimes, type Told, tell, timesOf } from './times.ts';

export const FORMAT = 'estrade-export';
const VERSION = 1;

/** A session in one file: its journal, and everything that follows from the journal, so that both can be compared. */
export interface Export {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly forum: ForumId;
  /** Hash of the last entry. */
  readonly head: string;
  /** Hash of the règlement, and the journal's at the last lock, which the room saw. */
  readonly rulesHash: string | null;
  readonly lockHash: string | null;
  readonly setup: Setup;
  /** When each phase was opened. */
  readonly opened: State['course']['opened'];
  readonly draw: Draw | null;
  /** Passing order, struck teams too; every change of it. */
  readonly order: readonly TeamId[];
  readonly changes: readonly Change[];
  readonly struck: readonly { readonly team: TeamId; readonly at: Instant; readonly reason: string }[];
  readonly times: readonly TeamTimes[];
  readonly attendance: State['attendance'];
  readonly recusals: State['recusals'];
  /** As they stand, by seat, teams in passing order. */
  readonly ballots: readonly RecordedBallot[];
  /** Late ones that nobody admitted. */
  readonly aside: readonly ({ readonly seat: SeatId; readonly team: TeamId } & LateBallot)[];
  readonly reopened: readonly ({ readonly seat: SeatId; readonly team: TeamId } & Reopening)[];
  /** A mean is `sum / (count * totalWeight)`. Official order. */
  readonly totalWeight: number;
  readonly aggregates: readonly Aggregate[];
  /** What every method makes of the same ballots, the official one among them. */
  readonly methods: ReturnType<typeof tallies<TeamId, SeatId>>;
  readonly tie: { readonly taken: readonly TieStep[]; readonly undecided: readonly TeamId[] };
  readonly motions: readonly RecordedMotion[];
  /** The list as it was closed, and each team ahead of the cut that it leaves out, with the motion that says so. */
  readonly list: readonly TeamId[];
  readonly departures: ReturnType<typeof departures>;
  readonly listReopened: { readonly at: Instant; readonly reason: string } | null;
  /** In the order in which names were said. */
  readonly announced: readonly TeamId[];
  readonly commitments: State['commitments'];
  readonly remarks: State['remarks'];
  readonly feedback: State['feedback'];
  readonly closedAt: Instant | null;
  /** When single ballots were erased, and with whose leave; there only once they are. */
  readonly erased?: { readonly at: Instant; readonly visa: string };
  readonly entries: readonly Entry[];
}

interface RecordedBallot {
  readonly seat: SeatId;
  readonly team: TeamId;
  readonly marks: Marks;
  readonly at: Instant;
  readonly paper: boolean;
  /** Whole, and expected. */
  readonly counts: boolean;
  /** The code on the juror's phone; null without a mark. */
  readonly receipt: string | null;
}

interface RecordedMotion {
  readonly number: number;
  readonly question: Question;
  readonly secret: boolean;
  readonly openedAt: Instant;
  readonly entitled: readonly SeatId[];
  readonly voted: readonly SeatId[];
  /** Empty in a secret ballot. */
  readonly votes: Readonly<Record<SeatId, Vote>>;
  readonly closed: ClosedMotion | null;
}

/** The export of a journal. Throws when the journal holds no entry, or one that no session begins with. */
export function exportOf(entries: readonly Entry[]): Export {
  let told: Told | null = null;
  for (const entry of entries) told = tell(told, entry);
  if (!told) throw new Error('a journal without an entry has no export');
  return exported(entries, told);
}

/** The same, of a journal that was already told. */
export function exported(entries: readonly Entry[], told: Told): Export {
  const { state } = told;
  const { setup, course, deliberation } = state;
  const { taken, undecided } = tieOf(state);
  const list = deliberation?.list ?? [];
  return {
    format: FORMAT,
    version: VERSION,
    forum: setup.id,
    head: entries.at(-1)?.hash ?? '',
    rulesHash: course.rulesHash,
    lockHash: course.allLocked?.hash ?? null,
    setup,
    opened: course.opened,
    draw: course.draw,
    order: course.order,
    changes: course.changes,
    struck: course.order.flatMap((team) => {
      const struck = course.withdrawn[team];
      return struck ? [{ team, at: struck.at, reason: struck.reason }] : [];
    }),
    times: timesOf(told),
    attendance: state.attendance,
    recusals: state.recusals,
    ballots: bySeat(state, state.ballots).map(({ seat, team, marks, at, paper }) => ({
      seat,
      team,
      marks,
      at,
      paper: paper ?? false,
      counts: countedBallot(state, seat, team) !== null,
      receipt: ownReceipt(state, seat, team),
    })),
    aside: bySeat(state, state.late),
    reopened: bySeat(state, state.reopened),
    totalWeight: totalWeight(setup.criteria),
    aggregates: aggregates(state),
    methods: tallies(matrixOf(state)),
    tie: { taken, undecided },
    motions: (deliberation?.motions ?? []).map(({ number, question, secret, openedAt, entitled, voted, votes, closed }) => ({
      number,
      question,
      secret,
      openedAt,
      entitled,
      voted,
      votes,
      closed,
    })),
    list,
    departures: departures(state, list),
    listReopened: deliberation?.reopened ?? null,
    announced: course.announcement.slice(0, course.revealed),
    commitments: state.commitments,
    remarks: state.remarks,
    feedback: state.feedback,
    closedAt: course.opened.closed ?? null,
    ...(state.erased ? { erased: state.erased } : {}),
    entries: entries.map(({ seq, at, by, event, hash, salt }) => ({ seq, at, by, event, hash, ...(salt === undefined ? {} : { salt }) })),
  };
}

function bySeat<Held extends object>(
  { setup, course }: State,
  held: Readonly<Record<SeatId, Readonly<Record<TeamId, Held>>>>,
): readonly ({ readonly seat: SeatId; readonly team: TeamId } & Held)[] {
  return setup.seats.flatMap(({ id: seat }) =>
    course.order.flatMap((team) => {
      const one = held[seat]?.[team];
      return one === undefined ? [] : [{ seat, team, ...one }];
    }),
  );
}
