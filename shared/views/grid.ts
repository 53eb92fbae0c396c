import type { CriterionId } from '../ids.ts';
import type { Rules } from '../setup.ts';
import type { State } from '../state.ts';

/** The règlement as every juror has it: the marking grid and the rules of the deliberation, the same for all of them all afternoon. */
export interface GridView {
  readonly criteria: readonly {
    readonly id: CriterionId;
    readonly name: string;
    readonly shortName: string;
    readonly question: string;
    readonly weight: number;
  }[];
  readonly scale: { readonly min: number; readonly max: number; readonly words: readonly string[] };
  readonly lock: 'per-team' | 'once';
  readonly seats: number;
  readonly rules: Pick<
    Rules,
    'version' | 'marking' | 'tally' | 'ties' | 'quorum' | 'castingVote' | 'recusal' | 'departure' | 'quotas' | 'announcement' | 'feedback'
  >;
  /** SHA-256 of the règlement, once it is frozen. */
  readonly rulesHash: string | null;
}

export function gridView({ setup, course }: Pick<State, 'setup' | 'course'>): GridView {
  const { criteria, scale, rules, seats } = setup;
  const { version, marking, tally, ties, quorum, castingVote, recusal, departure, quotas, announcement, feedback } = rules;
  return {
    criteria: criteria.map(({ id, name, shortName, question, weight }) => ({ id, name, shortName, question, weight })),
    scale: { min: scale.min, max: scale.max, words: scale.words },
    lock: rules.lock.mode,
    seats: seats.length,
    rules: { version, marking, tally, ties, quorum, castingVote, recusal, departure, quotas, announcement, feedback },
    rulesHash: course.rulesHash,
  };
}
