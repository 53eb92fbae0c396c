import type { TeamId } from '../../../shared/ids.ts';
import type { Outbox, Words } from '../../room.ts';

type Refused = Outbox['refused'][number];

/** Marks of one ballot that the server refused for one reason: kept on this phone until their juror has seen them. */
export interface RefusedBallot {
  /** null: the trial ballot. */
  readonly team: TeamId | null;
  readonly code: Refused['code'];
  readonly at: number;
  readonly ids: readonly string[];
  /** Each criterion with its last mark; null where the mark was taken back. */
  readonly marks: Readonly<Record<string, number | null>>;
}

export function refusedBallots(refused: Outbox['refused']): readonly RefusedBallot[] {
  const ballots = new Map<string, RefusedBallot>();
  for (const { id, draft, code, at } of refused) {
    if (draft.type !== 'CastBallot' && draft.type !== 'CastTrialBallot') continue;
    const team = draft.type === 'CastBallot' ? draft.team : null;
    const key = `${code} ${team ?? ''}`;
    const before = ballots.get(key);
    ballots.set(key, { team, code, at, ids: [...(before?.ids ?? []), id], marks: { ...before?.marks, ...draft.marks } });
  }
  return [...ballots.values()];
}

/** Words to a team that the server refused. */
export const refusedWords = (refused: Outbox['refused']): readonly (Refused & { readonly draft: Words })[] =>
  refused.flatMap((one) => (one.draft.type === 'WriteFeedback' ? [{ ...one, draft: one.draft }] : []));

export const refusedMarks = (ballots: readonly RefusedBallot[]): number =>
  ballots.reduce((count, { marks }) => count + Object.keys(marks).length, 0);
