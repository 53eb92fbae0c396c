import * as z from 'zod/mini';
import { hasLeft } from './attendance.ts';
import { accept, type Decision, type Refusal, refuse, type Stamp } from './decision.ts';
import { type CriterionId, criterionId, type SeatId, seatId, type TeamId, teamId } from './ids.ts';
import type { Ballot, LateBallot, Marks } from './jury.ts';
import { isRecused } from './recusal.ts';
import type { State } from './state.ts';
import { type Instant, instant, LAST_INSTANT } from './time.ts';

/** Only the criteria named change; null takes a mark back. So two devices of one seat, or a late resend, never undo each other's marks. */
const changes = z.record(criterionId, z.nullable(z.int()));
/** When the juror made the marks, by the device's reckoning of the server's time. Kept only for what comes too late. */
const madeAt = z.optional(z.int().check(z.minimum(0), z.maximum(LAST_INSTANT)));

export const ballotCommands = [
  z.strictObject({ type: z.literal('CastBallot'), team: teamId, marks: changes, madeAt }),
  z.strictObject({ type: z.literal('CastTrialBallot'), marks: changes }),
  /** The secretary, for a juror without a phone. */
  z.strictObject({ type: z.literal('KeyPaperBallot'), seat: seatId, team: teamId, marks: changes }),
] as const;

type Command = z.infer<(typeof ballotCommands)[number]>;
type Changes = Readonly<Record<CriterionId, number | null>>;

interface Cast {
  readonly seat: SeatId;
  readonly team: TeamId;
  readonly marks: Changes;
}

export type BallotEvent =
  | ({ readonly type: 'BallotCast' | 'PaperBallotKeyed' } & Cast)
  | ({ readonly type: 'LateBallotReceived'; readonly madeAt: Instant | null; readonly paper?: true } & Cast)
  | { readonly type: 'TrialBallotCast'; readonly seat: SeatId; readonly marks: Changes };

/** Whether this team's ballots can still change, or a seat's that was opened again, as the refusal to give otherwise. */
export function ballotsClosed(
  { course, reopened }: Pick<State, 'course' | 'reopened'>,
  team: TeamId,
  seat?: SeatId,
): 'unknown-team' | 'team-withdrawn' | 'ballots-locked' | 'not-on-stage-yet' | null {
  if (!course.order.includes(team)) return 'unknown-team';
  if (course.withdrawn[team]) return 'team-withdrawn';
  if (seat && reopened[seat]?.[team]?.closedAt === null) return null;
  if (course.locks[team] || course.allLocked || course.phase !== 'passages') return 'ballots-locked';
  return course.passages[team]?.pitchAt === undefined ? 'not-on-stage-yet' : null;
}

/** Until the list is closed, a ballot that comes after its lock is kept for the president to see. */
function takesLate({ setup, course, deliberation }: State, team: TeamId): boolean {
  if (setup.rules.lateBallots === 'refused' || deliberation?.closedAt) return false;
  return (course.phase === 'passages' || course.phase === 'deliberation') && course.passages[team]?.pitchAt !== undefined;
}

export function decideBallot(state: State, command: Command, by: Stamp['by']): Decision<BallotEvent> {
  const paper = command.type === 'KeyPaperBallot';
  const seat = paper ? command.seat : 'seat' in by ? by.seat : null;
  if (seat === null) return refuse('not-yours');
  const fault = seatFault(state, seat, paper ? command.team : null) ?? marksFault(state, command.marks);
  if (fault) return fault;
  const { marks } = command;
  if (command.type === 'CastTrialBallot')
    return changesNothing(state.trial[seat], marks) ? accept() : accept({ type: 'TrialBallotCast', seat, marks });

  const { team } = command;
  const closed = ballotsClosed(state, team, seat);
  if (isRecused(state, seat, team)) return refuse('recused', team);
  if (closed === 'ballots-locked' && takesLate(state, team)) {
    if (changesNothing(state.late[seat]?.[team] ?? state.ballots[seat]?.[team], marks)) return accept();
    const made = command.type === 'CastBallot' && command.madeAt !== undefined ? instant(command.madeAt) : null;
    return accept({ type: 'LateBallotReceived', seat, team, marks, madeAt: made, ...(paper ? { paper } : {}) });
  }
  if (closed) return refuse(closed, team);
  if (changesNothing(state.ballots[seat]?.[team], marks)) return accept();
  return accept({ type: paper ? 'PaperBallotKeyed' : 'BallotCast', seat, team, marks });
}

type Fault = { readonly refused: Refusal; readonly detail?: string } | null;

function seatFault(state: State, seat: SeatId, onPaper: TeamId | null): Fault {
  if (!state.setup.seats.some(({ id }) => id === seat)) return refuse('unknown-seat', seat);
  if (state.setup.rules.marking === 'notes') return refuse('notes-only');
  return hasLeft(state, seat) && !(onPaper && wasThereFor(state, seat, onPaper)) ? refuse('seat-left') : null;
}

/** A paper that was handed in before its juror left may be keyed afterwards. */
function wasThereFor({ attendance, course }: State, seat: SeatId, team: TeamId): boolean {
  const pitchAt = course.passages[team]?.pitchAt;
  const leftAt = attendance[seat]?.moves.at(-1)?.at;
  return pitchAt !== undefined && leftAt !== undefined && pitchAt < leftAt;
}

function marksFault({ setup: { criteria, scale } }: State, marks: Changes): Fault {
  for (const [criterion, mark] of Object.entries(marks)) {
    if (!criteria.some(({ id }) => id === criterion)) return refuse('unknown-criterion', criterion);
    if (mark !== null && (mark < scale.min || mark > scale.max)) return refuse('mark-off-scale', criterion);
  }
  return null;
}

const changesNothing = (recorded: Ballot | undefined, marks: Changes): boolean =>
  Object.entries(marks).every(([id, mark]) => (recorded?.marks[id as CriterionId] ?? null) === mark);

export function evolveBallot(state: State, event: BallotEvent, at: Instant): State {
  const { seat } = event;
  if (event.type === 'TrialBallotCast') return { ...state, trial: { ...state.trial, [seat]: marked(state.trial[seat], event.marks, at) } };
  const own = state.ballots[seat] ?? {};
  if (event.type === 'LateBallotReceived') {
    const late = state.late[seat] ?? {};
    const ballot = marked(late[event.team] ?? own[event.team], event.marks, at, event.paper);
    return {
      ...state,
      late: { ...state.late, [seat]: { ...late, [event.team]: { ...ballot, madeAt: event.madeAt } satisfies LateBallot } },
    };
  }
  const ballot = marked(own[event.team], event.marks, at, event.type === 'PaperBallotKeyed' || undefined);
  // Opened again and cast anew: the late one is out of date, and must not be admitted over it.
  return {
    ...state,
    ballots: { ...state.ballots, [seat]: { ...own, [event.team]: ballot } },
    late: withoutLate(state.late, seat, event.team),
  };
}

export function withoutLate(late: State['late'], seat: SeatId, team: TeamId): State['late'] {
  if (!late[seat]?.[team]) return late;
  const { [team]: _, ...others } = late[seat];
  return { ...late, [seat]: others };
}

/** A ballot once keyed from a paper stays marked as such, whoever changes it later. */
function marked(ballot: Ballot | undefined, changed: Changes, at: Instant, paper: true | undefined = ballot?.paper): Ballot {
  const marks = Object.entries({ ...ballot?.marks, ...changed }).filter(([, mark]) => mark !== null);
  return { marks: Object.fromEntries(marks) as Marks, at, ...(paper ? { paper } : {}) };
}

/** A ballot counts once every criterion has its mark; until then it is given but incomplete. */
export function isComplete(criteria: readonly { readonly id: CriterionId }[], ballot: Ballot | undefined): ballot is Ballot {
  return ballot !== undefined && criteria.every(({ id }) => ballot.marks[id] !== undefined);
}
