import type { TeamId } from '../../../shared/ids.ts';
import type { Question } from '../../../shared/jury.ts';
import type { MotionView } from '../../../shared/views/jury.ts';
import type { JurorViews } from './standing.ts';

/** What this member voted in a motion, as far as anyone knows; null: not yet. */
export const ownVote = (seat: JurorViews['seat'], motion: number) => seat?.votes.find((vote) => vote.motion === motion) ?? null;

/** Why this member does not vote on a motion; null where it does. */
export function mayNotVote(
  { seat, jury }: Pick<JurorViews, 'seat' | 'jury'>,
  { number, question }: MotionView,
): 'left' | 'session' | 'team' | 'absent' | null {
  if (!seat || seat.left) return 'left';
  if (seat.entitled.includes(number)) return null;
  if (seat.recused) return 'session';
  const opposed = teamsOf(question, jury.deliberation?.open ?? []);
  return opposed.some((team) => seat.recusedFrom.includes(team)) ? 'team' : 'absent';
}

/** The teams that a question opposes. */
function teamsOf(question: Question, tied: readonly TeamId[]): readonly TeamId[] {
  if (question.kind === 'replace') return [question.put, question.out];
  return question.kind === 'tie' ? tied : [];
}
