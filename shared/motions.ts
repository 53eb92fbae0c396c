import * as z from 'zod/mini';
import { quorumOf } from './attendance.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { reason } from './fields.ts';
import { type SeatId, type TeamId, teamId } from './ids.ts';
import type { ClosedMotion, Count, Deliberation, Motion, Question } from './jury.ts';
import { stepTaken, tieOf } from './ladder.ts';
import { placesOf } from './ranking.ts';
import type { State } from './state.ts';
import type { Instant } from './time.ts';
import { awaitsCastingVote, countOf, entitledTo, evolveVoting, teamsOf, unfinishedVote, type VotingEvent, voterFault } from './voting.ts';

const question = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('replace'), put: teamId, out: teamId, reason }),
  z.strictObject({ kind: z.literal('tie'), team: teamId }),
  z.strictObject({ kind: z.literal('list'), teams: z.array(teamId), reason }),
  z.strictObject({ kind: z.literal('free'), text: z.string().check(z.trim(), z.minLength(1), z.maxLength(300)) }),
]);
const motion = z.int().check(z.minimum(1));

/** Motions of the jury: the president opens and closes them, and decides one that is split where the règlement says so. */
export const motionCommands = [
  z.strictObject({ type: z.literal('OpenMotion'), question, secret: z.boolean() }),
  z.strictObject({ type: z.literal('CloseMotion'), motion }),
  z.strictObject({ type: z.literal('GiveCastingVote'), motion, vote: z.enum(['for', 'against']) }),
] as const;

type Command = z.infer<(typeof motionCommands)[number]>;

interface MotionOpened {
  readonly type: 'MotionOpened';
  readonly motion: number;
  readonly question: Question;
  readonly secret: boolean;
  readonly entitled: readonly SeatId[];
}
type MotionClosed = { readonly type: 'MotionClosed'; readonly motion: number; readonly outcome: ClosedMotion['outcome'] } & Count;
interface CastingVoteGiven {
  readonly type: 'CastingVoteGiven';
  readonly motion: number;
  readonly vote: 'for' | 'against';
}
export type MotionEvent = MotionOpened | MotionClosed | CastingVoteGiven;

export function decideMotion(state: State, command: Command, { by, box }: Pick<Stamp, 'by' | 'box'>): Decision<MotionEvent> {
  const { deliberation } = state;
  if (!deliberation) return refuse('wrong-phase');
  if (deliberation.closedAt) return refuse('list-closed');
  if (command.type === 'OpenMotion') return decideOpening(state, deliberation, command);
  const asked = deliberation.motions.find(({ number }) => number === command.motion);
  if (!asked) return refuse('unknown-motion', String(command.motion));
  if (command.type === 'GiveCastingVote') return decideCastingVote(state, asked, command.vote, by);
  return asked.closed ? refuse('motion-closed', String(command.motion)) : decideClosing(state, asked, box?.[asked.number]);
}

function decideOpening(
  state: State,
  deliberation: Deliberation,
  { question: put, secret }: Extract<Command, { type: 'OpenMotion' }>,
): Decision<MotionEvent> {
  const unfinished = unfinishedVote(state);
  if (unfinished) return refuse(unfinished);
  if (!quorumOf(state).met) return refuse('no-quorum');
  const asked = questionOf(state, deliberation, put);
  if ('refused' in asked) return asked;
  const entitled = entitledTo(state, teamsOf(state, asked));
  if (entitled.length === 0) return refuse('nobody-may-vote');
  const number = deliberation.numbered + deliberation.motions.length + 1;
  return accept({ type: 'MotionOpened', motion: number, question: asked, secret, entitled });
}

type Refused = Extract<Decision<never>, { refused: unknown }>;

/** The question as it is put to the vote, or why it cannot be. */
function questionOf(state: State, { list }: Deliberation, put: z.infer<typeof question>): Question | Refused {
  switch (put.kind) {
    case 'free':
      return put;
    case 'replace':
      if (!list.includes(put.out) || list.includes(put.put)) return refuse('not-a-replacement', put.out);
      return teamsFault(state, [put.put]) ?? put;
    case 'list':
      if (put.teams.length > placesOf(state)) return refuse('list-wrong-length', String(put.teams.length));
      return teamsFault(state, put.teams) ?? put;
    case 'tie': {
      const { undecided, next } = tieOf(state);
      if (!next) return refuse('no-tie');
      if (next.rule.by !== 'vote') return refuse('not-the-vote-step', next.rule.by);
      return undecided.includes(put.team) ? { ...put, among: undecided, step: next.index } : refuse('not-tied', put.team);
    }
  }
}

/** Why these teams cannot be on a list: unknown, struck, or one of them twice. */
export function teamsFault({ course }: Pick<State, 'course'>, teams: readonly TeamId[]): Refused | null {
  for (const team of teams) {
    if (!course.order.includes(team)) return refuse('unknown-team', team);
    if (course.withdrawn[team]) return refuse('team-withdrawn', team);
  }
  const distinct = new Set(teams).size;
  return distinct === teams.length ? null : refuse('list-wrong-length', String(distinct));
}

const NONE: Count = { for: 0, against: 0, abstain: 0 };

/** Carried by a majority of the votes for or against: abstentions are not counted among them. */
function decideClosing(state: State, asked: Motion, box: Count = NONE): Decision<MotionEvent> {
  if (!quorumOf(state).met) return refuse('no-quorum');
  const count = asked.secret ? box : countOf(Object.values(asked.votes));
  const outcome = count.for > count.against ? 'adopted' : count.for < count.against ? 'rejected' : 'split';
  return accept({ type: 'MotionClosed', motion: asked.number, outcome, for: count.for, against: count.against, abstain: count.abstain });
}

/** The president's vote, given again with the weight of one more: it cannot contradict what the president voted. */
function decideCastingVote(state: State, asked: Motion, vote: 'for' | 'against', by: Stamp['by']): Decision<MotionEvent> {
  if (!awaitsCastingVote(state, asked)) return refuse('no-casting-vote');
  if (!('seat' in by)) return refuse('may-not-vote');
  const fault = voterFault(state, asked, by.seat);
  if (fault) return fault;
  const own = asked.votes[by.seat] ?? 'abstain';
  return own === 'abstain' || own === vote
    ? accept({ type: 'CastingVoteGiven', motion: asked.number, vote })
    : refuse('casting-vote-differs');
}

export function evolveMotion(state: State, event: MotionEvent | VotingEvent, at: Instant): State {
  if (event.type === 'MotionOpened') return withMotions(state, (motions) => [...motions, opened(event, at)]);
  const change = (changed: (asked: Motion) => Motion) =>
    withMotions(state, (motions) => motions.map((one) => (one.number === event.motion ? changed(one) : one)));
  switch (event.type) {
    case 'VoteCast':
    case 'VoterMarked':
      return change((asked) => evolveVoting(asked, event));
    case 'MotionClosed': {
      const count = { for: event.for, against: event.against, abstain: event.abstain };
      return applied(
        change((asked) => ({ ...asked, closed: { at, count, outcome: event.outcome, castingVote: null } })),
        event.motion,
        at,
      );
    }
    case 'CastingVoteGiven': {
      const outcome = event.vote === 'for' ? 'adopted' : 'rejected';
      return applied(
        change((asked) => ({ ...asked, closed: asked.closed && { ...asked.closed, outcome, castingVote: event.vote } })),
        event.motion,
        at,
      );
    }
  }
}

const opened = ({ motion: number, question: asked, secret, entitled }: MotionOpened, at: Instant): Motion => ({
  number,
  question: asked,
  secret,
  openedAt: at,
  entitled,
  voted: [],
  votes: {},
  closed: null,
});

function withMotions(state: State, change: (motions: readonly Motion[]) => readonly Motion[]): State {
  const { deliberation } = state;
  return deliberation ? { ...state, deliberation: { ...deliberation, motions: change(deliberation.motions) } } : state;
}

/** What an outcome does: a vote on a tie is a step of its ladder, an adopted replacement or list is on the list at once. */
function applied(state: State, number: number, at: Instant): State {
  const { deliberation } = state;
  const asked = deliberation?.motions.find((one) => one.number === number);
  if (!deliberation || !asked?.closed) return state;
  const { question: about, closed } = asked;
  if (about.kind === 'tie') return stepTaken(state, { step: about.step, groups: tieGroups(about, closed.outcome), seed: null }, at);
  if (closed.outcome !== 'adopted' || about.kind === 'free') return state;
  const list = about.kind === 'list' ? about.teams : replaced(deliberation.list, about.out, about.put);
  return { ...state, deliberation: { ...deliberation, list: state.course.order.filter((team) => list.includes(team)) } };
}

const replaced = (list: readonly TeamId[], out: TeamId, put: TeamId): readonly TeamId[] => list.map((team) => (team === out ? put : team));

/** Adopted: the team goes ahead of those it is tied with; rejected: behind them; split: nothing is separated. */
function tieGroups({ team, among }: Extract<Question, { kind: 'tie' }>, outcome: ClosedMotion['outcome']): readonly (readonly TeamId[])[] {
  const others = among.filter((one) => one !== team);
  if (outcome === 'split') return [among];
  return outcome === 'adopted' ? [[team], others] : [others, [team]];
}
