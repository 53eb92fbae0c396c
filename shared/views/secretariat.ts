import { saidLaureates, shownCommitments } from '../commitments.ts';
import { keptUntil } from '../erasure.ts';
import type { CriterionId, TeamId } from '../ids.ts';
import type { Commitment, Remark, State } from '../state.ts';
import type { Instant } from '../time.ts';
import { type BenchView, benchView } from './bench.ts';
import { type HandedIn, handedIn } from './handed-in.ts';

/** The secretary's own part: who sits, which ballots are in, the grid to key a paper by, what the minutes will say. Never a mark, never a vote. */
export interface SecretariatView extends BenchView {
  readonly rules: { readonly version: string; readonly hash: string | null; readonly recusal: 'session' | 'team' | 'department' };
  readonly criteria: readonly { readonly id: CriterionId; readonly name: string }[];
  readonly scale: { readonly min: number; readonly max: number };
  /** During the passages; the deliberation is the jury's. */
  readonly handedIn: readonly HandedIn[];
  readonly remarks: readonly Remark[];
  /** The public draw, once it was opened; null before. */
  readonly draw: { readonly drawn: boolean; readonly shown: boolean } | null;
  /** Laureates already said, and what is settled for them. */
  readonly laureates: readonly TeamId[];
  readonly commitments: readonly ({ readonly team: TeamId } & Commitment)[];
  /** Whether a draft of the minutes, and their annex, can be printed. */
  readonly papers: { readonly annex: boolean; readonly final: boolean };
  /** Until when single ballots are kept, from the closing on; when they were erased; whether they can be. */
  readonly retention: { readonly until: Instant; readonly erasedAt: Instant | null; readonly erasable: boolean } | null;
}

export function secretariatView(state: State): SecretariatView {
  const { setup, course, remarks } = state;
  const { version, recusal } = setup.rules;
  return {
    ...benchView(state),
    rules: { version, hash: course.rulesHash, recusal },
    criteria: setup.criteria.map(({ id, name }) => ({ id, name })),
    scale: { min: setup.scale.min, max: setup.scale.max },
    handedIn: course.phase === 'passages' ? handedIn(state) : [],
    remarks,
    draw: course.draw && { drawn: course.draw.drawn !== null, shown: course.draw.shown },
    laureates: saidLaureates(state),
    commitments: shownCommitments(state),
    retention: retentionOf(state),
    papers: {
      annex: !state.erased && ['deliberation', 'restitution', 'closed'].includes(course.phase),
      final: course.phase === 'closed' && !state.erased,
    },
  };
}

function retentionOf(state: State): SecretariatView['retention'] {
  const until = keptUntil(state);
  return until === null ? null : { until, erasedAt: state.erased?.at ?? null, erasable: state.erasable };
}
