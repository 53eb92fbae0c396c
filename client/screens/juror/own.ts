import type { CriterionId, TeamId } from '../../../shared/ids.ts';
import type { Marks } from '../../../shared/jury.ts';
import type { OwnBallot, SeatView } from '../../../shared/views/seat.ts';
import type { Draft, Outbox } from '../../room.ts';
import type { Views } from '../../shared.ts';

type Kept = Pick<Outbox['pending'][number], 'draft' | 'keptAt'>;
type Changes = Extract<Draft, { type: 'CastBallot' }>['marks'];
type Criteria = Views['grid']['criteria'];

/** A team's marks as this phone must show them: what is recorded, under what it has not yet been told is recorded. */
export function ownMarks(ballots: readonly OwnBallot[], pending: readonly Pick<Kept, 'draft'>[], team: TeamId): Marks {
  const recorded = ballots.find((ballot) => ballot.team === team)?.marks ?? {};
  return overlaid(
    recorded,
    pending.flatMap(({ draft }) => (draft.type === 'CastBallot' && draft.team === team ? [draft.marks] : [])),
  );
}

/** One's words to a team, as this phone must show them. */
export function ownWords(recorded: SeatView['feedback'], pending: readonly Pick<Kept, 'draft'>[], team: TeamId): string {
  const typed = pending.flatMap(({ draft }) => (draft.type === 'WriteFeedback' && draft.team === team ? [draft.text] : [])).at(-1);
  return typed ?? recorded.find((words) => words.team === team)?.text ?? '';
}

/** Teams with words that only this phone holds. */
export const keptWords = (pending: readonly Pick<Kept, 'draft'>[]): number =>
  new Set(pending.flatMap(({ draft }) => (draft.type === 'WriteFeedback' ? [draft.team] : []))).size;

/** The marks of the trial ballot of the brief, in the same way. */
export function trialMarks(recorded: Marks, pending: readonly Pick<Kept, 'draft'>[]): Marks {
  return overlaid(
    recorded,
    pending.flatMap(({ draft }) => (draft.type === 'CastTrialBallot' ? [draft.marks] : [])),
  );
}

/** In the order they were made; null takes a mark back. */
function overlaid(recorded: Marks, changes: readonly Changes[]): Marks {
  const marks = Object.entries(Object.assign({}, recorded, ...changes) as Changes);
  return Object.fromEntries(marks.filter(([, mark]) => mark !== null)) as Marks;
}

/** Marks only this phone holds, each counted once however often it was changed, and since when; null when there is none. */
export function keptMarks(pending: readonly Kept[]): { readonly count: number; readonly since: number } | null {
  const marks = new Set<string>();
  const since: number[] = [];
  for (const { draft, keptAt } of pending) {
    if (draft.type !== 'CastBallot' && draft.type !== 'CastTrialBallot') continue;
    since.push(keptAt);
    for (const criterion of Object.keys(draft.marks)) marks.add(`${'team' in draft ? draft.team : ''}/${criterion}`);
  }
  return since.length === 0 ? null : { count: marks.size, since: Math.min(...since) };
}

export const missingMarks = (criteria: Criteria, marks: Marks): number => criteria.filter(({ id }) => marks[id] === undefined).length;

/** The weighted sum of a whole ballot, exact; null while a mark is missing: a missing mark is not a 0. */
export function weighted(criteria: Criteria, marks: Marks): number | null {
  if (missingMarks(criteria, marks) > 0) return null;
  return criteria.reduce((sum, { id, weight }) => sum + weight * (marks[id] ?? 0), 0);
}

export const totalWeight = (criteria: Criteria): number => criteria.reduce((total, { weight }) => total + weight, 0);

/** One tap, as the outbox keeps it. `now`: on the room's clock, as this phone reckons it; said of marks that come too late. */
export const cast = (team: TeamId, criterion: CriterionId, mark: number | null, now: number): Draft => ({
  type: 'CastBallot',
  team,
  marks: { [criterion]: mark } as Changes,
  madeAt: Math.round(now),
});
export const castTrial = (criterion: CriterionId, mark: number | null): Draft => ({
  type: 'CastTrialBallot',
  marks: { [criterion]: mark } as Changes,
});
