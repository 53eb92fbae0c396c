import * as z from 'zod/mini';
import { hasLeft } from './attendance.ts';
import { type Counted, countedBallot } from './counting.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { drawnOrder, seedOf } from './draw.ts';
import { type CriterionId, type TeamId, teamId } from './ids.ts';
import type { TieStep } from './jury.ts';
import { aggregates, cutOf, placesOf } from './ranking.ts';
import type { TieRule } from './setup.ts';
import type { State } from './state.ts';
import type { Standing } from './tally/standing.ts';
import type { Instant } from './time.ts';
import { entitledTo, presidentOf, standsBack, unfinishedVote } from './voting.ts';

/** Down the règlement's ladder, one recorded step at a time, at the president's hand. A vote is a motion; this command takes the others. */
export const ladderCommands = [
  z.strictObject({
    type: z.literal('TakeTieStep'),
    /** Whom the president's casting vote puts ahead; absent for every other step, and for one that is passed over. */
    team: z.optional(teamId),
    /** For a draw: a number said aloud for each département. */
    numbers: z.optional(z.record(z.string(), z.int().check(z.minimum(0), z.maximum(9_999)))),
  }),
] as const;

type Command = z.infer<(typeof ladderCommands)[number]>;

export interface LadderEvent {
  readonly type: 'TieStepTaken';
  readonly step: number;
  readonly groups: readonly (readonly TeamId[])[];
  readonly seed: string | null;
}

/** The tie at the cut as it stands after the steps recorded so far. */
export interface Tie {
  /** Ahead of the cut, those that steps have settled included. */
  readonly inside: readonly TeamId[];
  /** Still tied across it; empty once settled. */
  readonly undecided: readonly TeamId[];
  /** How many of the undecided go in. */
  readonly places: number;
  /** The next step of the ladder and its place in it; null when nothing is undecided. */
  readonly next: { readonly index: number; readonly rule: TieRule } | null;
  /** The recorded steps that apply, down the ladder. */
  readonly taken: readonly TieStep[];
}

/**
 * The tie at the cut, down the ladder as far as it was recorded. A recorded step applies at its own place in the ladder, to the very teams
 * that are tied there now; by criterion, also only while the marks still say the same.
 */
export function tieOf(state: Counted, standings: readonly Standing<TeamId>[] = aggregates(state)): Tie {
  const { ties } = state.setup.rules;
  const recorded = state.deliberation?.ladder ?? [];
  const taken: TieStep[] = [];
  let order = standings;
  let { inside, open: undecided } = cutOf(state, order);
  let index = 0;
  while (undecided.length > 0) {
    const step = recorded.findLast((one) => one.step === index && applies(state, one, undecided));
    if (!step) break;
    taken.push(step);
    order = refined(order, step.groups, inside);
    ({ inside, open: undecided } = cutOf(state, order));
    // People who separated some may be asked again about those they left together; a criterion would say the same twice.
    const again = step.groups.length > 1 && ['vote', 'casting-vote'].includes(ties[index]?.by ?? '');
    if (!again) index += 1;
  }
  const rule = ties[index];
  const next = undecided.length > 0 && rule ? { index, rule } : null;
  return { inside, undecided, places: undecided.length > 0 ? placesOf(state) - inside.length : 0, next, taken };
}

function applies(state: Counted, { step, groups }: TieStep, undecided: readonly TeamId[]): boolean {
  if (!sameTeams(groups.flat(), undecided)) return false;
  const rule = state.setup.rules.ties[step];
  if (rule?.by !== 'criterion') return true;
  const now = byCriterion(state, undecided, rule.criterion);
  return now.length === groups.length && now.every((group, index) => sameTeams(group, groups[index] ?? []));
}

/** An order in which equal teams stand as a step's groups put them: between those already in and those already out. */
export function refined(
  standings: readonly Standing<TeamId>[],
  groups: readonly (readonly TeamId[])[],
  inside: readonly TeamId[],
): readonly Standing<TeamId>[] {
  const placeOf = (team: TeamId) => {
    const group = groups.findIndex((teams) => teams.includes(team));
    if (group >= 0) return group;
    return inside.includes(team) ? -1 : groups.length;
  };
  const rows = standings
    .map((standing) => ({ ...standing, place: placeOf(standing.team) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place);
  const same = (a: number, b: number) => rows[a]?.rank === rows[b]?.rank && rows[a]?.place === rows[b]?.place;
  let rank = 1;
  return rows.map(({ place: _, ...standing }, index) => {
    if (!same(index, index - 1)) rank = index + 1;
    return { ...standing, rank, tied: same(index, index - 1) || same(index, index + 1) };
  });
}

const sameTeams = (a: readonly TeamId[], b: readonly TeamId[]): boolean => a.length === b.length && a.every((team) => b.includes(team));

/** Whether nobody may take the next step, which is then passed over: no member present may vote on the tie, or the president stands back. */
export function isPassedOver(state: State, { undecided, next }: Pick<Tie, 'undecided' | 'next'>): boolean {
  if (next?.rule.by === 'vote') return entitledTo(state, undecided).length === 0;
  return next?.rule.by === 'casting-vote' && standsBack(state, presidentOf(state), undecided);
}

export function decideLadder(state: State, { team, numbers }: Command): Decision<LadderEvent> {
  if (state.deliberation?.closedAt) return refuse('list-closed');
  const unfinished = unfinishedVote(state);
  if (unfinished) return refuse(unfinished);
  const tie = tieOf(state);
  const { undecided, next } = tie;
  if (!next) return refuse('no-tie');
  const taken = (groups: readonly (readonly TeamId[])[], seed: string | null = null): Decision<LadderEvent> =>
    accept({ type: 'TieStepTaken', step: next.index, groups, seed });
  if (isPassedOver(state, tie)) return team === undefined ? taken([undecided]) : refuse('recused', team);
  switch (next.rule.by) {
    case 'criterion':
      return taken(byCriterion(state, undecided, next.rule.criterion));
    case 'vote':
      return refuse('vote-first');
    case 'casting-vote':
      if (hasLeft(state, presidentOf(state))) return refuse('seat-left');
      if (team === undefined || !undecided.includes(team)) return refuse('not-tied', team);
      return taken([[team], undecided.filter((one) => one !== team)]);
    case 'draw': {
      const seed = seedOf(state.setup.departments, numbers ?? {});
      if (seed === null) return refuse('number-missing');
      const drawn = drawnOrder(seed, undecided);
      return taken(
        drawn.map((one) => [one]),
        seed,
      );
    }
  }
}

/** Tied teams by the mean of one criterion's marks, best first; equal ones together. Compared by cross-multiplication. */
export function byCriterion(state: Counted, teams: readonly TeamId[], criterion: CriterionId): readonly (readonly TeamId[])[] {
  const rows = teams.map((team) => ({ team, ...criterionSum(state, team, criterion) })).sort((a, b) => b.sum * a.count - a.sum * b.count);
  const groups: (typeof rows)[] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && first.sum * row.count === row.sum * first.count) group.push(row);
    else groups.push([row]);
  }
  return groups.map((group) => group.map(({ team }) => team));
}

/** Exact sum and number of the counted marks of one criterion. */
export function criterionSum(state: Counted, team: TeamId, criterion: CriterionId): { readonly sum: number; readonly count: number } {
  const marks = state.setup.seats.flatMap(({ id }) => countedBallot(state, id, team)?.marks[criterion] ?? []);
  return { sum: marks.reduce((total, mark) => total + mark, 0), count: marks.length };
}

/** One more step recorded; whoever it settles in goes on the list, as far as there is room. */
export function stepTaken(state: State, { step, groups, seed }: Omit<TieStep, 'at'>, at: Instant): State {
  const { deliberation } = state;
  if (!deliberation) return state;
  const { inside: before } = tieOf(state);
  const ladder = [...deliberation.ladder, { at, step, groups, seed }];
  const { inside } = tieOf({ ...state, deliberation: { ...deliberation, ladder } });
  const won = inside.filter((team) => !before.includes(team) && !deliberation.list.includes(team));
  const wanted = [...deliberation.list, ...won].slice(0, placesOf(state));
  return { ...state, deliberation: { ...deliberation, ladder, list: state.course.order.filter((team) => wanted.includes(team)) } };
}
