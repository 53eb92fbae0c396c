import { hasLeft, quorumOf } from '../attendance.ts';
import { competing } from '../counting.ts';
import { departures } from '../deliberation.ts';
import type { SeatId, TeamId } from '../ids.ts';
import type { Motion } from '../jury.ts';
import { isPassedOver, type Tie, tieOf } from '../ladder.ts';
import { placesOf } from '../ranking.ts';
import { openAgain } from '../reopening.ts';
import type { State } from '../state.ts';
import { awaitsCastingVote, openMotion, presidentOf, voterFault } from '../voting.ts';
import { type By, juror, type Told } from './given.ts';

export const NONCE = 'dGhlIHNhbWUgZm9yIGFsbA';

interface Act {
  readonly command: Told;
  readonly by: By;
}

/**
 * Behind closed doors: what was begun is finished, the ladder is gone down to its end, a list that departs from the ranking is voted, and
 * what was wanted is closed.
 */
export function deliberate(state: State, list: (state: State) => readonly string[] = fromTheRanking): Act {
  const by = { role: 'president', seat: presidentOf(state) } as const;
  const act = (command: Told): Act => ({ command, by });
  const away = quorumOf(state).met ? hasLeft(state, by.seat) && by.seat : absent(state);
  if (away) return act({ type: 'RecordArrival', seat: away });
  const motion = openMotion(state.deliberation);
  if (motion) return oneVote(state, motion) ?? act({ type: 'CloseMotion', motion: motion.number });
  const awaited = state.deliberation?.motions.find((one) => awaitsCastingVote(state, one));
  if (awaited) {
    const own = awaited.votes[by.seat] ?? 'against';
    return act({ type: 'GiveCastingVote', motion: awaited.number, vote: own === 'for' ? own : 'against' });
  }
  const [again] = openAgain(state);
  if (again) return act({ type: 'CloseBallot', seat: again.seat, team: again.team });
  const tie = tieOf(state);
  if (tie.next) return act(nextStep(state, tie, tie.next.rule.by));
  const teams = list(state) as readonly TeamId[];
  if (departures(state, teams, tie).every((departure) => departure.motion !== null)) return act({ type: 'CloseList', teams });
  return act({ type: 'OpenMotion', question: { kind: 'list', teams, reason: 'Balance' }, secret: false });
}

const absent = ({ setup, attendance }: State): SeatId | undefined => setup.seats.find(({ id }) => !attendance[id]?.present)?.id;

/** The first member who may vote is for it; nobody else votes. */
function oneVote(state: State, motion: Motion): Act | null {
  const voter = motion.entitled.find((seat) => voterFault(state, motion, seat) === null);
  if (!voter || motion.voted.length > 0) return null;
  const vote = { motion: motion.number, vote: 'for' };
  return { command: motion.secret ? { type: 'CastSecretVote', ...vote, nonce: NONCE } : { type: 'CastVote', ...vote }, by: juror(voter) };
}

function nextStep(state: State, tie: Tie, by: NonNullable<Tie['next']>['rule']['by']): Told {
  const [team] = tie.undecided;
  if (isPassedOver(state, tie)) return { type: 'TakeTieStep' };
  switch (by) {
    case 'criterion':
      return { type: 'TakeTieStep' };
    case 'vote':
      return { type: 'OpenMotion', question: { kind: 'tie', team }, secret: false };
    case 'casting-vote':
      return { type: 'TakeTieStep', team };
    case 'draw':
      return { type: 'TakeTieStep', numbers: Object.fromEntries(state.setup.departments.map(({ code }, index) => [code, index + 1])) };
  }
}

/** Who is ahead of the cut, then the first of the order, as many as there are places. */
function fromTheRanking(state: State): readonly TeamId[] {
  const { inside } = tieOf(state);
  const others = competing(state.course).filter((team) => !inside.includes(team));
  return [...inside, ...others].slice(0, placesOf(state));
}
