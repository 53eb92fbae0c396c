import * as z from 'zod/mini';
import { hasLeft, quorumOf } from './attendance.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { reason, step } from './fields.ts';
import { type SeatId, type TeamId, teamId } from './ids.ts';
import type { Deliberation } from './jury.ts';
import { type Tie, tieOf } from './ladder.ts';
import { teamsFault } from './motions.ts';
import { brokenQuota, officialCut, placesOf } from './ranking.ts';
import { openAgain } from './reopening.ts';
import type { State } from './state.ts';
import { type Instant, instant, LAST_INSTANT } from './time.ts';
import { unfinishedVote } from './voting.ts';

const teams = z.array(teamId);

/** Behind closed doors: the president composes the list, closes it, and may open it again once. */
export const deliberationCommands = [
  /** `discuss`: those the jury will speak of again. Everyone else is out. No mark changes by it. */
  z.strictObject({ type: z.literal('ComposeList'), teams, discuss: z.optional(teams) }),
  z.strictObject({ type: z.literal('CloseList'), teams }),
  z.strictObject({ type: z.literal('ReopenList'), reason }),
  z.strictObject({ type: z.literal('AnnounceReturn'), step, at: z.int().check(z.maximum(LAST_INSTANT)) }),
] as const;

type Command = z.infer<(typeof deliberationCommands)[number]>;

export type DeliberationEvent =
  | { readonly type: 'ListComposed'; readonly teams: readonly TeamId[]; readonly discuss: readonly TeamId[] }
  | { readonly type: 'ListClosed'; readonly teams: readonly TeamId[] }
  | { readonly type: 'ListReopened'; readonly reason: string }
  | { readonly type: 'ReturnAnnounced'; readonly returnAt: Instant };

const EMPTY: Deliberation = {
  list: [],
  discuss: [],
  closedAt: null,
  left: [],
  motions: [],
  numbered: 0,
  ladder: [],
  reopened: null,
};

/** The deliberation starts from who is ahead of the cut. A tie across it is left open for the jury. */
export const startOfDeliberation = (state: State): Deliberation => ({
  ...EMPTY,
  list: inOrder(state, officialCut(state).inside),
  numbered: state.deliberation?.numbered ?? 0,
});

/** A deliberation whose opening was taken back is as if it had never been, save that its motions have used up their numbers. */
export function openingTakenBack(state: State): State {
  const { deliberation, course } = state;
  if (!deliberation || course.opened.deliberation !== undefined) return state;
  return { ...state, deliberation: { ...EMPTY, numbered: deliberation.numbered + deliberation.motions.length } };
}

export function decideDeliberation(state: State, command: Command, stamp: Stamp): Decision<DeliberationEvent> {
  switch (command.type) {
    case 'AnnounceReturn':
      return command.at > stamp.at ? accept({ type: 'ReturnAnnounced', returnAt: instant(command.at) }) : refuse('return-in-the-past');
    case 'ReopenList':
      return decideReopening(state, command.reason);
    case 'ComposeList':
      return decideComposing(state, command);
    case 'CloseList':
      return decideClosing(state, command.teams);
  }
}

function decideReopening({ deliberation, course }: State, why: string): Decision<DeliberationEvent> {
  if (!deliberation?.closedAt) return refuse('list-open');
  if (deliberation.reopened) return refuse('already-reopened');
  return course.revealed > 0 ? refuse('already-revealed') : accept({ type: 'ListReopened', reason: why });
}

function decideComposing(state: State, command: Extract<Command, { type: 'ComposeList' }>): Decision<DeliberationEvent> {
  const { deliberation } = state;
  if (deliberation?.closedAt) return refuse('list-closed');
  const unfinished = unfinishedVote(state);
  if (unfinished) return refuse(unfinished);
  const discuss = command.discuss ?? deliberation?.discuss.filter((team) => !command.teams.includes(team)) ?? [];
  const fault = teamsFault(state, [...command.teams, ...discuss]);
  if (fault) return fault;
  if (command.teams.length > placesOf(state)) return refuse('list-wrong-length', String(command.teams.length));
  return accept({ type: 'ListComposed', teams: inOrder(state, command.teams), discuss: inOrder(state, discuss) });
}

/** The president closes what is on the screen: the list travels with the command, so a stale screen cannot close another one. */
function decideClosing(state: State, list: readonly TeamId[]): Decision<DeliberationEvent> {
  const { deliberation } = state;
  if (!deliberation || deliberation.closedAt) return refuse('list-closed');
  const fault = teamsFault(state, list);
  if (fault) return fault;
  if (list.length !== placesOf(state)) return refuse('list-wrong-length', String(list.length));
  const unfinished = unfinishedVote(state);
  if (unfinished) return refuse(unfinished);
  const [again] = openAgain(state);
  if (again) return refuse('ballot-open-again', again.seat);
  const tie = tieOf(state);
  if (tie.undecided.length > 0) return refuse('tie-open');
  if (!quorumOf(state).met) return refuse('no-quorum');
  const broken = brokenQuota(state, list);
  if (broken) return refuse('quota-broken', broken);
  const unvoted = departures(state, list, tie).find(({ motion }) => motion === null)?.team ?? intruder(state, list, tie);
  return unvoted ? refuse('departure-not-voted', unvoted) : accept({ type: 'ListClosed', teams: inOrder(state, list) });
}

/**
 * Where a list departs from the ranking: the teams ahead of the cut that it leaves out, each with the adopted motion that says so, and why.
 * Null: the jury has not voted it.
 */
export function departures(
  state: State,
  list: readonly TeamId[],
  tie: Tie = tieOf(state),
): readonly { readonly team: TeamId; readonly motion: number | null; readonly reason: string }[] {
  return tie.inside
    .filter((team) => !list.includes(team))
    .map((team) => {
      const said = lastWord(state, team);
      return said && !said.in ? { team, motion: said.motion, reason: said.reason } : { team, motion: null, reason: '' };
    });
}

/** A team that came in for one that was voted out, without being the one that was voted in; there is none while places are free. */
function intruder(state: State, list: readonly TeamId[], { inside }: Tie): TeamId | undefined {
  const unasked = list.filter((team) => !inside.includes(team) && !lastWord(state, team)?.in);
  return unasked[placesOf(state) - inside.length];
}

/** The last adopted motion that put a team on the list or took it off. */
function lastWord(state: State, team: TeamId): { readonly motion: number; readonly in: boolean; readonly reason: string } | null {
  const adopted = (state.deliberation?.motions ?? []).filter(({ closed }) => closed?.outcome === 'adopted');
  for (const { number, question } of adopted.reverse()) {
    if (question.kind === 'list') return { motion: number, in: question.teams.includes(team), reason: question.reason };
    if (question.kind !== 'replace') continue;
    if (question.put === team || question.out === team) return { motion: number, in: question.put === team, reason: question.reason };
  }
  return null;
}

export function evolveDeliberation(state: State, event: DeliberationEvent, at: Instant): State {
  const { deliberation, course } = state;
  if (event.type === 'ReturnAnnounced') return { ...state, course: { ...course, returnAt: event.returnAt } };
  if (!deliberation) return state;
  switch (event.type) {
    case 'ListComposed':
      return { ...state, deliberation: { ...deliberation, list: event.teams, discuss: event.discuss } };
    case 'ListClosed':
      return { ...state, deliberation: { ...deliberation, list: event.teams, closedAt: at, left: absentees(state) } };
    case 'ListReopened':
      return {
        ...backBehindDoors(state),
        deliberation: { ...deliberation, closedAt: null, left: [], reopened: { at, reason: event.reason } },
      };
  }
}

const absentees = (state: State): readonly SeatId[] => state.setup.seats.map(({ id }) => id).filter((seat) => hasLeft(state, seat));

/** A restitution that had been opened, and in which nothing was said, is closed again. */
function backBehindDoors(state: State): State {
  const { restitution: _, ...opened } = state.course.opened;
  return { ...state, course: { ...state.course, phase: 'deliberation', opened, announcement: [] } };
}

/** Lists stand in passing order, which says nothing of ranks. */
function inOrder({ course }: State, list: readonly TeamId[]): readonly TeamId[] {
  return course.order.filter((team) => list.includes(team));
}
