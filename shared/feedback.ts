import * as z from 'zod/mini';
import { hasLeft } from './attendance.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { type SeatId, type TeamId, teamId } from './ids.ts';
import { FEEDBACK_LIMIT } from './jury.ts';
import { isRecused } from './recusal.ts';
import type { State } from './state.ts';

export const feedbackCommands = [
  z.strictObject({ type: z.literal('WriteFeedback'), team: teamId, text: z.string().check(z.maxLength(FEEDBACK_LIMIT)) }),
] as const;

type Command = z.infer<(typeof feedbackCommands)[number]>;

export interface FeedbackEvent {
  readonly type: 'FeedbackWritten';
  readonly seat: SeatId;
  readonly team: TeamId;
  readonly text: string;
}

/** What a team will read afterwards, unlike a juror's private notes, which never leave the phone. Not a mark: no lock closes it. */
export function decideFeedback(state: State, command: Command, by: Stamp['by']): Decision<FeedbackEvent> {
  if (!('seat' in by)) return refuse('not-yours');
  const { team, text } = command;
  const { course, setup } = state;
  if (!setup.rules.feedback.comments) return refuse('no-feedback');
  if (!course.order.includes(team)) return refuse('unknown-team', team);
  if (course.withdrawn[team]) return refuse('team-withdrawn', team);
  if (course.passages[team]?.pitchAt === undefined) return refuse('not-on-stage-yet', team);
  if (hasLeft(state, by.seat)) return refuse('seat-left');
  if (isRecused(state, by.seat, team)) return refuse('recused', team);
  if ((state.feedback[team]?.[by.seat] ?? '') === text) return accept();
  return accept({ type: 'FeedbackWritten', seat: by.seat, team, text });
}

export function evolveFeedback(feedback: State['feedback'], { seat, team, text }: FeedbackEvent): State['feedback'] {
  return { ...feedback, [team]: { ...feedback[team], [seat]: text } };
}
