import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TeamId } from './ids.ts';
import { byCriterion, isPassedOver, refined, tieOf } from './ladder.ts';
import type { Rules } from './setup.ts';
import { cut } from './tally/cut.ts';
import { anyMarks } from './testing/any-jury.ts';
import { type Afternoon, juror, organiser, president, type Told } from './testing/given.ts';
import { close, deliberating, deliberatingIn, forumOf, NUMBERS, open, replace, voted } from './testing/jury.ts';

const HOW = { by: 'criterion', criterion: 'how' } as Rules['ties'][number];
const WHY = { by: 'criterion', criterion: 'why' } as Rules['ties'][number];
const VOTE: Rules['ties'][number] = { by: 'vote' };
const CASTING: Rules['ties'][number] = { by: 'casting-vote' };
const DRAW: Rules['ties'][number] = { by: 'draw' };
const ladder = (...ties: Rules['ties']) => ({ ties, castingVote: ties.includes(CASTING) });

/** Three teams at 9 points for two places; by `how`, b is ahead of a, and a of c. */
const TIED = { a: [3, 3], b: [2, 5], c: [4, 1], d: [1, 1] } as const;
/** Nothing separates a, b and c. */
const ALIKE = { a: [3, 3], b: [3, 3], c: [3, 3], d: [1, 1] } as const;

const take = (more: object = {}): Told => ({ type: 'TakeTieStep', ...more });
const draw = take({ numbers: NUMBERS });
const tie = (team: string) => ({ kind: 'tie', team });
const shown = ({ state }: Afternoon) => {
  const { inside, undecided, places, next } = tieOf(state);
  return { inside, undecided, places, next: next?.rule.by ?? null, list: state.deliberation?.list };
};

describe('down the ladder', () => {
  const tied = deliberating(TIED, ladder(HOW, VOTE, DRAW));

  test('[M13] a tie across the cut is open, and says its places and its next step', () => {
    expect(shown(tied)).toEqual({ inside: [], undecided: ['a', 'b', 'c'], places: 2, next: 'criterion', list: [] });
    tied.when(close('a', 'b'), president).refuses('tie-open');
  });

  test('[M13] without a tie there is no step to take, nor once the list is closed', () => {
    const clear = deliberating({ a: [5, 5], b: [4, 4], c: [3, 3] }, ladder(DRAW));
    expect(shown(clear)).toEqual({ inside: ['a', 'b'], undecided: [], places: 0, next: null, list: ['a', 'b'] });
    clear.when(draw, president).refuses('no-tie');
    clear.and(close('a', 'b'), president).when(draw, president).refuses('list-closed');
  });

  test('[M13] the president alone goes down it', () => {
    for (const by of [juror('s2'), organiser]) tied.when(take(), by).refuses('not-yours');
  });

  test('[M14], [M18] a criterion that separates settles it, and the winners go on the list in passing order', () => {
    const taken = tied.when(take(), president).gives({ type: 'TieStepTaken', step: 0, groups: [['b'], ['a'], ['c']], seed: null });
    expect(shown(taken)).toEqual({ inside: ['b', 'a'], undecided: [], places: 0, next: null, list: ['a', 'b'] });
    taken.and(close('a', 'b'), president);
  });

  test('[M14] a criterion that separates some leaves the others to the next step', () => {
    const partly = deliberating(TIED, ladder(WHY, VOTE, DRAW)).and(take(), president);
    expect(partly.state.deliberation?.ladder.at(-1)?.groups).toEqual([['c'], ['a'], ['b']]);
    const equal = deliberating({ a: [3, 3], b: [2, 5], c: [3, 3], d: [1, 1] }, ladder(HOW, VOTE, DRAW)).and(take(), president);
    expect(shown(equal)).toEqual({ inside: ['b'], undecided: ['a', 'c'], places: 1, next: 'vote', list: ['b'] });
  });

  test('[M14] a criterion that separates nobody is recorded, and the next step comes', () => {
    const nothing = deliberating(ALIKE, ladder(HOW, WHY, DRAW)).and(take(), president);
    expect(nothing.state.deliberation?.ladder).toMatchObject([{ step: 0, groups: [['a', 'b', 'c']] }]);
    expect(shown(nothing)).toMatchObject({ undecided: ['a', 'b', 'c'], places: 2, next: 'criterion' });
    expect(shown(nothing.and(take(), president))).toMatchObject({ undecided: ['a', 'b', 'c'], next: 'draw' });
  });

  test('[M14] for any marks, the order by a criterion is that of its exact means', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const teams = ['a', 'b', 'c', 'd'] as TeamId[];
        const given = (team: string) => (marks[teams.indexOf(team as TeamId)] ?? []).flatMap((pair) => (pair ? [pair[1]] : []));
        const judged = teams.filter((team) => given(team).length > 0);
        const { state } = deliberatingIn(
          forumOf(teams),
          (seat, team) => marks[teams.indexOf(team as TeamId)]?.[Number(seat.slice(1)) - 1] ?? undefined,
        );
        const groups = byCriterion(state, judged, 'how' as never);
        expect([...groups.flat()].sort()).toEqual([...judged].sort());
        // With three jurors at most, every mean is a whole number of sixths.
        const sixths = (team: string) => (given(team).reduce((sum, mark) => sum + mark, 0) * 6) / given(team).length;
        for (const group of groups) expect(new Set(group.map(sixths)).size).toBe(1);
        const means = groups.map(([first = '']) => sixths(first));
        expect(means).toEqual([...new Set(means)].sort((one, other) => other - one));
      }),
      { numRuns: 40 },
    );
  });
});

describe('a vote on a tie', () => {
  const put = deliberating(ALIKE, ladder(VOTE, DRAW));

  test('[M15] adopted, its team goes ahead of the others, who may be voted on again', () => {
    const adopted = voted(put, tie('b'), { s1: 'for', s2: 'for', s3: 'against' });
    expect(adopted.state.deliberation?.ladder).toMatchObject([{ step: 0, groups: [['b'], ['a', 'c']], seed: null }]);
    expect(shown(adopted)).toEqual({ inside: ['b'], undecided: ['a', 'c'], places: 1, next: 'vote', list: ['b'] });
    expect(shown(voted(adopted, tie('c'), { s2: 'for' }))).toEqual({
      inside: ['b', 'c'],
      undecided: [],
      places: 0,
      next: null,
      list: ['b', 'c'],
    });
  });

  test('[M15] rejected, its team goes behind them', () => {
    const rejected = voted(put, tie('b'), { s1: 'for', s2: 'against', s3: 'against' });
    expect(shown(rejected)).toEqual({ inside: ['a', 'c'], undecided: [], places: 0, next: null, list: ['a', 'c'] });
    const forOne = voted(deliberating(ALIKE, { ...ladder(VOTE, DRAW), laureates: 1 }), tie('b'), { s1: 'against' });
    expect(shown(forOne)).toMatchObject({ inside: [], undecided: ['a', 'c'], places: 1, next: 'vote' });
  });

  test('[M15] split, or voted by nobody, it separates nothing, and no casting vote is asked', () => {
    for (const votes of [{ s1: 'for', s2: 'against', s3: 'abstain' }, {}]) {
      const split = voted(deliberating(ALIKE, { ...ladder(VOTE, DRAW), castingVote: true }), tie('b'), votes);
      expect(split.state.deliberation?.motions[0]?.closed?.outcome).toBe('split');
      split.when({ type: 'GiveCastingVote', motion: 1, vote: 'for' }, president).refuses('no-casting-vote');
      expect(shown(split)).toMatchObject({ undecided: ['a', 'b', 'c'], next: 'draw' });
    }
  });

  test('[M15] it is put at its step, and for a tied team', () => {
    put.when(take(), president).refuses('vote-first');
    put.when(open(tie('d')), president).refuses('not-tied', 'd');
    deliberating(ALIKE, ladder(HOW, VOTE, DRAW))
      .when(open(tie('a')), president)
      .refuses('not-the-vote-step', 'criterion');
    deliberating({ a: [5, 5], b: [4, 4], c: [3, 3] })
      .when(open(tie('a')), president)
      .refuses('no-tie');
  });

  test('[M15] it says of whom, and at which step, whatever changes before it is closed', () => {
    const asked = put.when(open(tie('b')), president).gives({
      type: 'MotionOpened',
      motion: 1,
      question: { kind: 'tie', team: 'b', among: ['a', 'b', 'c'], step: 0 },
      secret: false,
      entitled: ['s1', 's2', 's3'],
    });
    // One more point for a: b and c are now tied for one place, which is not what the jury was asked.
    const changed = asked
      .and({ type: 'CastVote', motion: 1, vote: 'for' }, juror('s2'))
      .and({ type: 'CastBallot', team: 'a', marks: { how: 4 } }, juror('s2'))
      .and({ type: 'AdmitLateBallot', seat: 's2', team: 'a', reason: 'Paper found' }, president)
      .and({ type: 'CloseMotion', motion: 1 }, president);
    expect(changed.state.deliberation?.ladder).toMatchObject([{ step: 0, groups: [['b'], ['a', 'c']] }]);
    expect(shown(changed)).toMatchObject({ inside: ['a'], undecided: ['b', 'c'], places: 1, next: 'vote' });
  });
});

describe('the casting vote', () => {
  const tied = deliberating(ALIKE, ladder(CASTING, DRAW));

  test('[M16] puts one of the tied ahead, then one of those that are left', () => {
    const one = tied.when(take({ team: 'c' }), president).gives({ type: 'TieStepTaken', step: 0, groups: [['c'], ['a', 'b']], seed: null });
    expect(shown(one)).toEqual({ inside: ['c'], undecided: ['a', 'b'], places: 1, next: 'casting-vote', list: ['c'] });
    expect(shown(one.and(take({ team: 'b' }), president))).toMatchObject({ undecided: [], list: ['b', 'c'] });
  });

  test('[M16] names a tied team, and is not given by a president who has left', () => {
    tied.when(take(), president).refuses('not-tied');
    tied.when(take({ team: 'd' }), president).refuses('not-tied', 'd');
    const left = tied.and({ type: 'RecordDeparture', seat: 's1' }, organiser);
    left.when(take({ team: 'a' }), president).refuses('seat-left');
    left.and({ type: 'RecordArrival', seat: 's1' }, president).and(take({ team: 'a' }), president);
  });
});

describe('the draw', () => {
  test('[M17] orders the tied by SHA-256 of the numbers said aloud and the team', () => {
    const drawn = deliberating(ALIKE, ladder(DRAW)).and(draw, president);
    const print = (team: string) => createHash('sha256').update(`7-31:${team}`).digest('hex');
    const order = ['a', 'b', 'c'].sort((one, other) => (print(one) < print(other) ? -1 : 1));
    expect(drawn.state.deliberation?.ladder).toMatchObject([{ step: 0, groups: order.map((team) => [team]), seed: '7-31' }]);
    expect(shown(drawn)).toEqual({ inside: order.slice(0, 2), undecided: [], places: 0, next: null, list: order.slice(0, 2).sort() });
  });

  test('[M17] waits for a number of each département', () => {
    const ready = deliberating(ALIKE, ladder(DRAW));
    ready.when(take(), president).refuses('number-missing');
    ready.when(take({ numbers: { '80': 7 } }), president).refuses('number-missing');
  });
});

describe('where winners go', () => {
  test('[M18] on the list as far as there is room; what the president composed is not pushed off', () => {
    const composed = deliberating(ALIKE, ladder(CASTING, DRAW)).and({ type: 'ComposeList', teams: ['c', 'd'] }, president);
    const settled = composed.and(take({ team: 'a' }), president).and(take({ team: 'b' }), president);
    expect(settled.state.deliberation?.list).toEqual(['c', 'd']);
    expect(
      composed.and({ type: 'ComposeList', teams: ['d'] }, president).and(take({ team: 'a' }), president).state.deliberation?.list,
    ).toEqual(['a', 'd']);
    settled.when(close('c', 'd'), president).refuses('departure-not-voted', 'a');
    settled.and(close('a', 'b'), president);
  });

  test('[M18] groups go in whole while they fit, and the first that does not is left to decide', () => {
    const five = ['a', 'b', 'c', 'd', 'e'] as unknown as readonly TeamId[];
    const equal = five.map((team) => ({ team, rank: 1, tied: true, score: 3, exact: '3' }));
    const order = refined(equal, [['a', 'b'], ['c'], ['d', 'e']] as unknown as readonly TeamId[][], []);
    expect(order.map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, true],
      [1, true],
      [3, false],
      [4, true],
      [4, true],
    ]);
    expect([0, 1, 2, 3, 4, 5].map((places) => cut(order, places))).toEqual([
      { inside: [], open: [] },
      { inside: [], open: ['a', 'b'] },
      { inside: ['a', 'b'], open: [] },
      { inside: ['a', 'b', 'c'], open: [] },
      { inside: ['a', 'b', 'c'], open: ['d', 'e'] },
      { inside: ['a', 'b', 'c', 'd', 'e'], open: [] },
    ]);
  });
});

describe('what a step still says', () => {
  const admit = (afternoon: Afternoon, team: string, marks: object) =>
    afternoon
      .and({ type: 'CastBallot', team, marks }, juror('s2'))
      .and({ type: 'AdmitLateBallot', seat: 's2', team, reason: 'Paper found' }, president);

  test('[M19] a step about teams no longer tied counts no more, and the list stays', () => {
    const drawn = deliberating(ALIKE, ladder(DRAW)).and(draw, president);
    const { list } = drawn.state.deliberation ?? {};
    const apart = admit(drawn, 'a', { how: 4 });
    expect(shown(apart)).toEqual({ inside: ['a'], undecided: ['b', 'c'], places: 1, next: 'draw', list });
    expect(tieOf(apart.state).taken).toEqual([]);
    expect(apart.state.deliberation?.ladder).toHaveLength(1);
  });

  test('[M19] the same teams tied again are not drawn twice', () => {
    const drawn = deliberating(ALIKE, ladder(DRAW)).and(draw, president);
    const again = admit(admit(drawn, 'a', { how: 4 }), 'a', { how: 3 });
    expect(tieOf(again.state)).toEqual(tieOf(drawn.state));
    again.when(draw, president).refuses('no-tie');
  });

  test('[M19] a criterion counts only while the marks say the same', () => {
    const settled = deliberating(TIED, ladder(HOW, DRAW)).and(take(), president);
    // As many points for a as before, otherwise given: it now has the most of `how`.
    const others = { s1: { why: 1, how: 5 }, s2: { why: 1, how: 5 }, s3: { why: 4, how: 5 } };
    let changed = settled;
    for (const [seat, marks] of Object.entries(others)) {
      const of = { seat, team: 'a', reason: 'Paper found' };
      changed = changed.and({ type: 'CastBallot', team: 'a', marks }, juror(seat)).and({ type: 'AdmitLateBallot', ...of }, president);
    }
    expect(shown(changed)).toMatchObject({ undecided: ['a', 'b', 'c'], next: 'criterion' });
    expect(changed.and(take(), president).state.deliberation?.ladder.at(-1)?.groups).toEqual([['a', 'b'], ['c']]);
  });

  test('[M19] a later step does not stand in for an earlier one that must be taken again', () => {
    const after = deliberating(ALIKE, ladder(HOW, CASTING, DRAW))
      .and(take(), president)
      .and(take({ team: 'a' }), president);
    const changed = admit(admit(after, 'b', { why: 2, how: 5 }), 'c', { why: 4, how: 1 });
    expect(shown(changed)).toMatchObject({ inside: [], undecided: ['a', 'b', 'c'], next: 'criterion' });
  });
});

describe('a step that nobody may take', () => {
  const recused = (rules: Partial<Rules>, seats: readonly string[], team = 'a') => {
    let tied = deliberating(ALIKE, { ...rules, recusal: 'team', laureates: 1 });
    for (const seat of seats) tied = tied.and({ type: 'RecordRecusal', seat, team }, organiser);
    return tied;
  };

  test('[M22] a vote from which every member present stands back is passed over', () => {
    const apart = recused(ladder(VOTE, DRAW), ['s1', 's2']).and({ type: 'RecordDeparture', seat: 's3' }, organiser);
    expect(isPassedOver(apart.state, tieOf(apart.state))).toBe(true);
    apart.when(open(tie('b')), president).refuses('nobody-may-vote');
    const passed = apart.when(take(), president).gives({ type: 'TieStepTaken', step: 0, groups: [['a', 'b', 'c']], seed: null });
    expect(shown(passed)).toMatchObject({ undecided: ['a', 'b', 'c'], next: 'draw' });
    recused(ladder(VOTE, DRAW), ['s1', 's2']).when(take(), president).refuses('vote-first');
  });

  test('[M22] so is the casting vote of a president who stands back from a tied team', () => {
    const apart = recused(ladder(CASTING, DRAW), ['s1'], 'b');
    apart.when(take({ team: 'a' }), president).refuses('recused', 'a');
    expect(shown(apart.and(take(), president))).toMatchObject({ undecided: ['a', 'b', 'c'], next: 'draw' });
  });
});

test('[M2] while a vote is unfinished no step is taken', () => {
  const tied = deliberating(ALIKE, { ...ladder(DRAW), castingVote: true }).and({ type: 'ComposeList', teams: ['a'] }, president);
  const asked = tied.and(open(replace('d', 'a')), president);
  asked.when(draw, president).refuses('motion-open');
  voted(tied, replace('d', 'a'), { s2: 'for', s3: 'against' }).when(draw, president).refuses('casting-vote-awaited');
});
