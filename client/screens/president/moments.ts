import type { CriterionId, SeatId, TeamId } from '../../../shared/ids.ts';
import type { ClosedMotion, Question, Vote } from '../../../shared/jury.ts';
import type { DeliberationView, MotionView } from '../../../shared/views/jury.ts';
import { at, grid, setup, team } from '../../gallery/literal.ts';
import type { Views } from '../../shared.ts';
import { ahead, deliberation } from '../../ui/jury/literal.ts';

/** Moments of a deliberation, for the gallery and the tests. */

const seatIds: readonly SeatId[] = setup.seats.map(({ id }) => id);
const drame = 'drame' as CriterionId;
const impact = 'impact' as CriterionId;

/** A règlement with a whole ladder: two criteria, a vote, the casting vote, a draw. */
export const reglement: Views['grid'] = {
  ...grid,
  rules: {
    ...grid.rules,
    castingVote: true,
    quorum: { total: 8, colleges: [] },
    ties: [
      { by: 'criterion', criterion: drame },
      { by: 'criterion', criterion: impact },
      { by: 'vote' },
      { by: 'casting-vote' },
      { by: 'draw' },
    ],
  },
};

export const [e04, e15, e08, e11] = ['e04', 'e15', 'e08', 'e11'].map(team) as [TeamId, TeamId, TeamId, TeamId];
export const eight: readonly TeamId[] = [e04, ...ahead];

/** Motion 2 of the drawing, and the one before it. */
const retain: Question = { kind: 'tie', team: e04, among: [e04, e15], step: 2 };
const first: MotionView = motion(1, { kind: 'list', teams: ahead, reason: 'Sept équipes sont devant partout.' }, [14, 0, 1]);

/** A motion, open with so many votes, or closed with its count. */
function motion(
  number: number,
  question: Question,
  votes: number | readonly [number, number, number],
  more: Partial<MotionView> & { outcome?: ClosedMotion['outcome'] } = {},
): MotionView {
  const { outcome, ...rest } = more;
  const [yes, no, none] = typeof votes === 'number' ? [0, 0, 0] : votes;
  const found = yes > no ? 'adopted' : yes < no ? 'rejected' : 'split';
  return {
    number,
    question,
    secret: false,
    openedAt: at('16:58'),
    entitled: 15,
    voted: typeof votes === 'number' ? votes : yes + no + none,
    closed:
      typeof votes === 'number'
        ? null
        : { at: at('17:02'), count: { for: yes, against: no, abstain: none }, outcome: outcome ?? found, castingVote: null },
    awaitsCastingVote: false,
    ...rest,
  };
}

/** Who has voted in each motion, as the president sees it: the first seats of the table. */
export const votesIn = (motions: readonly MotionView[]): Views['presidency']['votes'] =>
  motions.map(({ number, voted, closed, secret }) => {
    const { count } = closed ?? { count: { for: 0, against: 0, abstain: 0 } };
    const cast: readonly Vote[] = (['for', 'against', 'abstain'] as const).flatMap((vote) =>
      Array.from({ length: count[vote] }, () => vote),
    );
    return {
      motion: number,
      entitled: seatIds,
      voted: seatIds.slice(0, voted),
      votes: secret ? [] : cast.flatMap((vote, index) => (seatIds[index] ? [{ seat: seatIds[index], vote }] : [])),
    };
  });

const step = (index: number, groups: readonly (readonly TeamId[])[], seed: string | null = null) => ({
  at: at('17:01'),
  step: index,
  groups,
  seed,
});
const next = (index: number) => ({ index, rule: reglement.rules.ties[index] as never });

export const tie: DeliberationView = { ...deliberation, tie: { places: 1, next: next(0), passedOver: false, taken: [] } };
const toVote: DeliberationView = {
  ...tie,
  motions: [first],
  tie: { places: 1, next: next(2), passedOver: false, taken: [step(0, [[e04, e15]]), step(1, [[e04, e15]])] },
};
export const stepTaken: DeliberationView = {
  ...tie,
  open: [],
  inside: eight,
  list: eight,
  tie: { places: 0, next: null, passedOver: false, taken: [step(0, [[e04], [e15]])] },
};
export const voteOpen: DeliberationView = { ...toVote, motions: [first, motion(2, retain, 11)] };
export const secretVote: DeliberationView = { ...toVote, motions: [first, motion(2, retain, 11, { secret: true })] };
/** The drawing's own: 7 for, 6 against, 2 abstentions. */
export const voteClosed: DeliberationView = {
  ...toVote,
  motions: [first, motion(2, retain, [7, 6, 2])],
  open: [],
  inside: eight,
  list: eight,
  tie: { places: 0, next: null, passedOver: false, taken: [...toVote.tie.taken, step(2, [[e04], [e15]])] },
};
export const tieSplit: DeliberationView = {
  ...toVote,
  motions: [first, motion(2, retain, [7, 7, 1])],
  tie: { places: 1, next: next(3), passedOver: false, taken: [...toVote.tie.taken, step(2, [[e04, e15]])] },
};
export const toDraw: DeliberationView = { ...tieSplit, tie: { ...tieSplit.tie, next: next(4) } };
const swap: Question = { kind: 'replace', put: e11, out: e08, reason: 'Un premier essai est déjà possible en trois mois.' };
export const split: DeliberationView = {
  ...stepTaken,
  motions: [first, motion(2, swap, [7, 7, 1], { awaitsCastingVote: true })],
};
export const departed: DeliberationView = {
  ...stepTaken,
  motions: [first, motion(2, swap, [9, 4, 2])],
  list: [...eight.filter((one) => one !== e08), e11],
  departures: [{ team: e08, motion: 2, reason: swap.reason }],
};
export const toDepart: DeliberationView = {
  ...stepTaken,
  list: [...eight.filter((one) => one !== e08), e11],
  discuss: [e15],
  departures: [{ team: e08, motion: null, reason: '' }],
};
export const closed: DeliberationView = { ...voteClosed, closedAt: at('17:12') };
export const reopened: DeliberationView = {
  ...voteClosed,
  reopened: { at: at('17:20'), reason: 'Un département a été mal lu.' },
};
