import { type Quorum, quorumOf } from '../attendance.ts';
import { departures } from '../deliberation.ts';
import type { TeamId } from '../ids.ts';
import type { ClosedMotion, Question, TieStep } from '../jury.ts';
import { isPassedOver, type Tie, tieOf } from '../ladder.ts';
import { type Aggregate, aggregates, officialTally, placesOf, selection, totalWeight } from '../ranking.ts';
import type { State } from '../state.ts';
import type { Instant } from '../time.ts';
import { awaitsCastingVote } from '../voting.ts';

/** What the jury alone learns, and only behind closed doors: the aggregates, the motions, and the list as it stands. No single mark, no vote. */
export interface JuryView {
  readonly deliberation: DeliberationView | null;
}

export interface DeliberationView {
  /** Whether the official method can rank these ballots: the additive fit refuses a jury that no ballots join. The order is then that of the means. */
  readonly ranked: boolean;
  /** Teams that a quota keeps out, and the département and clause that do; or that no list can keep to the quotas. */
  readonly quotas: {
    readonly displaced: readonly { readonly team: TeamId; readonly by: string; readonly clause: 'min' | 'max' }[];
    readonly infeasible: boolean;
  };
  /** Official order; none where the jury gives no marks. */
  readonly rows: readonly Aggregate[];
  /** A mean is `sum / (count * totalWeight)`. */
  readonly totalWeight: number;
  readonly places: number;
  /** Ahead of the cut, with those that the ladder has settled. */
  readonly inside: readonly TeamId[];
  /** Teams still tied across the cut: the jury decides. */
  readonly open: readonly TeamId[];
  /** The steps of the ladder that apply, and its next one; `passedOver` when nobody may take that one. */
  readonly tie: {
    readonly places: number;
    readonly next: Tie['next'];
    readonly passedOver: boolean;
    readonly taken: readonly TieStep[];
  };
  readonly list: readonly TeamId[];
  readonly discuss: readonly TeamId[];
  readonly motions: readonly MotionView[];
  /** Teams ahead of the cut that the list leaves out, with the motion that says so; null where the jury has not voted it. */
  readonly departures: readonly { readonly team: TeamId; readonly motion: number | null; readonly reason: string }[];
  readonly quorum: Quorum;
  readonly closedAt: Instant | null;
  readonly reopened: { readonly at: Instant; readonly reason: string } | null;
}

export interface MotionView {
  readonly number: number;
  readonly question: Question;
  readonly secret: boolean;
  readonly openedAt: Instant;
  /** How many may vote, and have. */
  readonly entitled: number;
  readonly voted: number;
  readonly closed: ClosedMotion | null;
  readonly awaitsCastingVote: boolean;
}

/** Aggregates leave the server from the opening of the deliberation on, to the jury only. */
export function juryView(state: State): JuryView {
  const { setup, course, deliberation } = state;
  if (deliberation === null || course.opened.deliberation === undefined) return { deliberation: null };
  const rows = aggregates(state);
  const tie = tieOf(state, rows);
  const selected = selection(state, rows);
  return {
    deliberation: {
      ranked: 'standings' in officialTally(state),
      quotas: 'infeasible' in selected ? { displaced: [], infeasible: true } : { displaced: selected.displaced, infeasible: false },
      rows: setup.rules.marking === 'marks' ? rows : [],
      totalWeight: totalWeight(setup.criteria),
      places: placesOf(state),
      inside: tie.inside,
      open: tie.undecided,
      tie: { places: tie.places, next: tie.next, passedOver: isPassedOver(state, tie), taken: tie.taken },
      list: deliberation.list,
      discuss: deliberation.discuss,
      motions: deliberation.motions.map((motion) => ({
        number: motion.number,
        question: motion.question,
        secret: motion.secret,
        openedAt: motion.openedAt,
        entitled: motion.entitled.length,
        voted: motion.voted.length,
        closed: motion.closed,
        awaitsCastingVote: awaitsCastingVote(state, motion),
      })),
      departures: departures(state, deliberation.list, tie),
      quorum: quorumOf(state),
      closedAt: deliberation.closedAt,
      reopened: deliberation.reopened,
    },
  };
}
