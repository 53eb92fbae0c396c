import * as z from 'zod/mini';
import { hasLeft, sits } from './attendance.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { type SeatId, seatId, type TeamId } from './ids.ts';
import { type Count, type Deliberation, type Motion, type Question, VOTES, type Vote } from './jury.ts';
import { isRecused } from './recusal.ts';
import type { State } from './state.ts';

const motion = z.int().check(z.minimum(1));
const vote = z.enum(VOTES);

/** The members vote on the motion that is open. */
export const votingCommands = [
  z.strictObject({ type: z.literal('CastVote'), motion, vote }),
  /** The nonce keeps the record of the command from telling the vote: without it a digest of three possible texts would. */
  z.strictObject({ type: z.literal('CastSecretVote'), motion, vote, nonce: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/)) }),
  /** By a member without a phone, aloud. */
  z.strictObject({ type: z.literal('RecordVote'), motion, seat: seatId, vote }),
] as const;

type Command = z.infer<(typeof votingCommands)[number]>;

export type VotingEvent =
  | { readonly type: 'VoteCast'; readonly motion: number; readonly seat: SeatId; readonly vote: Vote }
  /** Who voted in a secret ballot. What was voted goes into the box, which only counts. */
  | { readonly type: 'VoterMarked'; readonly motion: number; readonly seat: SeatId };

/** A vote for the box of a secret ballot: kept beside the journal, and tied to nobody. */
export interface Boxed {
  readonly motion: number;
  readonly vote: Vote;
}

export type VotingDecision = Decision<VotingEvent> & { readonly boxed?: Boxed };

/** The motion that is being voted; null when none is. */
export const openMotion = (deliberation: Deliberation | null): Motion | null => deliberation?.motions.find(({ closed }) => !closed) ?? null;

/**
 * Whether a motion waits for the president's casting vote: votes in two equal parts on an open motion, where the règlement gives it and the
 * president may vote. Never a secret one, nor a tie, which has its ladder.
 */
export function awaitsCastingVote(state: State, { secret, question, entitled, closed }: Motion): boolean {
  if (!state.setup.rules.castingVote || secret || question.kind === 'tie') return false;
  if (closed?.outcome !== 'split' || closed.count.for === 0) return false;
  return entitled.includes(presidentOf(state)) && !standsBack(state, presidentOf(state), teamsOf(state, question));
}

/** What the jury must finish before anything else moves, as the refusal to give; null when nothing. */
export function unfinishedVote(state: State): 'motion-open' | 'casting-vote-awaited' | null {
  const { deliberation } = state;
  if (openMotion(deliberation)) return 'motion-open';
  return deliberation?.motions.some((one) => awaitsCastingVote(state, one)) ? 'casting-vote-awaited' : null;
}

/** The teams that a question puts on the list, takes off it, or opposes: whoever stands back from one of them does not vote on it. */
export function teamsOf({ deliberation }: Pick<State, 'deliberation'>, asked: Question): readonly TeamId[] {
  const list = deliberation?.list ?? [];
  switch (asked.kind) {
    case 'replace':
      return [asked.put, asked.out];
    case 'tie':
      return asked.among;
    case 'list':
      return [...asked.teams.filter((team) => !list.includes(team)), ...list.filter((team) => !asked.teams.includes(team))];
    case 'free':
      return [];
  }
}

/** Every set-up has exactly one. */
export const presidentOf = ({ setup }: Pick<State, 'setup'>): SeatId => setup.seats.find((seat) => seat.president)?.id ?? ('' as SeatId);

/** Whether a seat stands back from the session, or from one of these teams. */
export const standsBack = (state: State, seat: SeatId, teams: readonly TeamId[]): boolean =>
  isRecused(state, seat, null) || teams.some((team) => isRecused(state, seat, team));

/** The members who may vote on these teams now: present, and standing back from none of them. */
export const entitledTo = (state: State, teams: readonly TeamId[]): readonly SeatId[] =>
  state.setup.seats.map(({ id }) => id).filter((seat) => sits(state, seat) && !standsBack(state, seat, teams));

/** Why a member does not vote: not among those who could when the motion was opened, or gone or standing back since. */
export function voterFault(state: State, asked: Motion, seat: SeatId): Extract<VotingDecision, { refused: unknown }> | null {
  if (!asked.entitled.includes(seat)) return refuse('may-not-vote', seat);
  if (hasLeft(state, seat)) return refuse('seat-left');
  return standsBack(state, seat, teamsOf(state, asked.question)) ? refuse('recused') : null;
}

export function decideVoting(state: State, command: Command, by: Stamp['by']): VotingDecision {
  if (state.deliberation?.closedAt) return refuse('list-closed');
  const asked = state.deliberation?.motions.find(({ number }) => number === command.motion);
  if (!asked) return refuse('unknown-motion', String(command.motion));
  if (asked.closed) return refuse('motion-closed', String(command.motion));
  const seat = command.type === 'RecordVote' ? command.seat : 'seat' in by ? by.seat : null;
  if (seat === null) return refuse('may-not-vote');
  const fault = voterFault(state, asked, seat);
  if (fault) return fault;
  if (asked.secret !== (command.type === 'CastSecretVote')) return refuse(asked.secret ? 'secret-ballot' : 'open-ballot');
  if (command.type !== 'CastSecretVote')
    return asked.votes[seat] === command.vote ? accept() : accept({ type: 'VoteCast', motion: asked.number, seat, vote: command.vote });
  if (asked.voted.includes(seat)) return refuse('already-voted');
  return { ...accept({ type: 'VoterMarked', motion: asked.number, seat }), boxed: { motion: asked.number, vote: command.vote } };
}

/** A member in an open ballot may change its vote until the motion is closed. */
export function evolveVoting(motion: Motion, event: VotingEvent): Motion {
  const voted = motion.voted.includes(event.seat) ? motion.voted : [...motion.voted, event.seat];
  return event.type === 'VoterMarked' ? { ...motion, voted } : { ...motion, voted, votes: { ...motion.votes, [event.seat]: event.vote } };
}

export function countOf(votes: readonly Vote[]): Count {
  const of = (wanted: Vote) => votes.filter((one) => one === wanted).length;
  return { for: of('for'), against: of('against'), abstain: of('abstain') };
}
