import * as z from 'zod/mini';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { type CriterionId, criterionId, type SeatId, type TeamId, teamId } from './ids.ts';
import type { Ballot, Marks, State } from './state.ts';
import type { Instant } from './time.ts';

/** Only the criteria named change; null takes a mark back. So two devices of one seat, or a late resend, never undo each other's marks. */
const changes = z.record(criterionId, z.nullable(z.int()));

export const ballotCommands = [
  z.strictObject({ type: z.literal('CastBallot'), team: teamId, marks: changes }),
  z.strictObject({ type: z.literal('CastTrialBallot'), marks: changes }),
] as const;

type Command = z.infer<(typeof ballotCommands)[number]>;
type Changes = Readonly<Record<CriterionId, number | null>>;

export type BallotEvent =
  | { readonly type: 'BallotCast'; readonly seat: SeatId; readonly team: TeamId; readonly marks: Changes }
  | { readonly type: 'TrialBallotCast'; readonly seat: SeatId; readonly marks: Changes };

/** Whether this team's ballots can still change, as the refusal to give otherwise. */
export function ballotsClosed(
  state: State,
  team: TeamId,
): 'unknown-team' | 'team-withdrawn' | 'ballots-locked' | 'not-on-stage-yet' | null {
  const { course } = state;
  if (!course.order.includes(team)) return 'unknown-team';
  if (course.withdrawn[team]) return 'team-withdrawn';
  if (course.locks[team] || course.allLocked || course.phase !== 'passages') return 'ballots-locked';
  return course.passages[team]?.pitchAt === undefined ? 'not-on-stage-yet' : null;
}

export function decideBallot(state: State, command: Command, by: Stamp['by']): Decision<BallotEvent> {
  if (!('seat' in by)) return refuse('not-yours');
  if (command.type === 'CastBallot') {
    const closed = ballotsClosed(state, command.team);
    if (closed) return refuse(closed, command.team);
  }
  const { criteria, scale } = state.setup;
  for (const [criterion, mark] of Object.entries(command.marks)) {
    if (!criteria.some(({ id }) => id === criterion)) return refuse('unknown-criterion', criterion);
    if (mark !== null && (mark < scale.min || mark > scale.max)) return refuse('mark-off-scale', criterion);
  }
  const { marks } = command;
  const recorded = command.type === 'CastBallot' ? state.ballots[by.seat]?.[command.team] : state.trial[by.seat];
  if (Object.entries(marks).every(([id, mark]) => (recorded?.marks[id as CriterionId] ?? null) === mark)) return accept();
  return command.type === 'CastBallot'
    ? accept({ type: 'BallotCast', seat: by.seat, team: command.team, marks })
    : accept({ type: 'TrialBallotCast', seat: by.seat, marks });
}

export function evolveBallot(state: State, event: BallotEvent, at: Instant): State {
  if (event.type === 'TrialBallotCast')
    return { ...state, trial: { ...state.trial, [event.seat]: marked(state.trial[event.seat], event.marks, at) } };
  const own = state.ballots[event.seat] ?? {};
  return {
    ...state,
    ballots: { ...state.ballots, [event.seat]: { ...own, [event.team]: marked(own[event.team], event.marks, at) } },
  };
}

function marked(ballot: Ballot | undefined, changed: Changes, at: Instant): Ballot {
  const marks = Object.entries({ ...ballot?.marks, ...changed }).filter(([, mark]) => mark !== null);
  return { marks: Object.fromEntries(marks) as Marks, at };
}

/** A ballot counts once every criterion has its mark; until then it is given but incomplete. */
export function isComplete(criteria: readonly { readonly id: CriterionId }[], ballot: Ballot | undefined): ballot is Ballot {
  return ballot !== undefined && criteria.every(({ id }) => ballot.marks[id] !== undefined);
}
