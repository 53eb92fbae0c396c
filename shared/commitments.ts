import * as z from 'zod/mini';
import { accept, type Decision, refuse } from './decision.ts';
import { type TeamId, teamId } from './ids.ts';
import type { Commitment, State } from './state.ts';

const words = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(120)));

/** What is settled for each laureate before the room empties. */
export const commitmentCommands = [
  z.strictObject({
    type: z.literal('RecordCommitment'),
    team: teamId,
    sponsor: words,
    time: words,
    coach: words,
    firstDate: z.nullable(z.iso.date('must be a date like 2019-12-28')),
  }),
] as const;

type Command = z.infer<(typeof commitmentCommands)[number]>;

export type CommitmentEvent = { readonly type: 'CommitmentRecorded'; readonly team: TeamId } & Commitment;

/** Laureates already said: the list of these must not say who comes next. */
export const saidLaureates = ({ course }: Pick<State, 'course'>): readonly TeamId[] => course.announcement.slice(0, course.revealed);

const NOTHING: Commitment = { sponsor: null, time: null, coach: null, firstDate: null };

export function decideCommitment(state: State, { team, sponsor, time, coach, firstDate }: Command): Decision<CommitmentEvent> {
  if (!saidLaureates(state).includes(team)) return refuse('not-revealed', team);
  const before = state.commitments[team] ?? NOTHING;
  const same = before.sponsor === sponsor && before.time === time && before.coach === coach && before.firstDate === firstDate;
  return same ? accept() : accept({ type: 'CommitmentRecorded', team, sponsor, time, coach, firstDate });
}

export function evolveCommitment(
  commitments: State['commitments'],
  { team, sponsor, time, coach, firstDate }: CommitmentEvent,
): State['commitments'] {
  return { ...commitments, [team]: { sponsor, time, coach, firstDate } };
}

/** What the room may see of them: of laureates already said, those of whom something is settled. */
export const shownCommitments = (state: Pick<State, 'course' | 'commitments'>): readonly ({ readonly team: TeamId } & Commitment)[] =>
  saidLaureates(state).flatMap((team) => {
    const { sponsor, time, coach, firstDate } = state.commitments[team] ?? NOTHING;
    return sponsor || time || coach || firstDate ? [{ team, sponsor, time, coach, firstDate }] : [];
  });
