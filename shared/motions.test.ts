import { describe, expect, test } from 'vitest';
import type { Motion } from './jury.ts';
import type { Rules } from './setup.ts';
import { type Afternoon, juror, organiser, president } from './testing/given.ts';
import { close, deliberating, open, replace, secretly, vote, voted } from './testing/jury.ts';

/** Ranked a, b, c, d, for two places. */
const MARKS = { a: [5, 5], b: [4, 4], c: [3, 3], d: [2, 2] } as const;
const QUORUM: Rules['quorum'] = { total: 2, colleges: [] };
const ready = deliberating(MARKS);
const free = { kind: 'free', text: 'Meet again in March' };
const listOf = ({ state }: Afternoon) => state.deliberation?.list;
const last = ({ state }: Afternoon): Motion => {
  const motion = state.deliberation?.motions.at(-1);
  if (!motion) throw new Error('no motion');
  return motion;
};
const outcome = (afternoon: Afternoon) => last(afternoon).closed?.outcome;
const leave = (seat: string) => ({ type: 'RecordDeparture', seat }) as const;

describe('putting a motion', () => {
  test('[M1] the president puts one at a time, numbered from 1', () => {
    const one = ready.when(open(free), president).gives({
      type: 'MotionOpened',
      motion: 1,
      question: free,
      secret: false,
      entitled: ['s1', 's2', 's3'],
    });
    one.when(open(free), president).refuses('motion-open');
    expect(last(one.and({ type: 'CloseMotion', motion: 1 }, president).and(open(free), president)).number).toBe(2);
    for (const by of [juror('s1'), juror('s2'), organiser]) {
      ready.when(open(free), by).refuses('not-yours');
      one.when({ type: 'CloseMotion', motion: 1 }, by).refuses('not-yours');
    }
  });

  test('[M1] closed once; none is put or closed on a closed list', () => {
    ready.when({ type: 'CloseMotion', motion: 1 }, president).refuses('unknown-motion', '1');
    const closed = voted(ready, free, {});
    closed.when({ type: 'CloseMotion', motion: 1 }, president).refuses('motion-closed', '1');
    const list = closed.and(close('a', 'b'), president);
    list.when(open(free), president).refuses('list-closed');
    list.when({ type: 'CloseMotion', motion: 1 }, president).refuses('list-closed');
    list.when({ type: 'GiveCastingVote', motion: 1, vote: 'for' }, president).refuses('list-closed');
  });

  test('[M2] while one is open the list stands still', () => {
    const asked = ready.and(open(replace('c', 'a')), president);
    asked.when({ type: 'ComposeList', teams: ['d'] }, president).refuses('motion-open');
    asked.when(close('a', 'b'), president).refuses('motion-open');
  });

  test('[M4] the quorum is asked when it is opened and when it is closed', () => {
    const few = deliberating(MARKS, { quorum: QUORUM }, ['s2', 's3']);
    few.and(leave('s3'), organiser).when(open(free), president).refuses('no-quorum');
    const asked = few.and(open(free), president).and(leave('s3'), organiser);
    asked.when({ type: 'CloseMotion', motion: 1 }, president).refuses('no-quorum');
    asked.and({ type: 'CheckIn' }, juror('s1')).and({ type: 'CloseMotion', motion: 1 }, president);
  });

  test('[M4] and somebody who may vote', () => {
    deliberating(MARKS, {}, []).when(open(free), president).refuses('nobody-may-vote');
    deliberating(MARKS, {}, ['s2']).and(open(free), president);
  });

  test('[M5] a replacement puts a team that is off the list for one that is on it', () => {
    ready.when(open(replace('c', 'd')), president).refuses('not-a-replacement', 'd');
    ready.when(open(replace('b', 'a')), president).refuses('not-a-replacement', 'a');
    ready.when(open(replace('x', 'a')), president).refuses('unknown-team', 'x');
    ready.and(open(replace('c', 'a')), president);
  });

  test('[M5] a list names teams of the order, none twice, no more than there are places', () => {
    const list = (...teams: string[]) => open({ kind: 'list', teams, reason: 'Balance' });
    ready.when(list('a', 'b', 'c'), president).refuses('list-wrong-length', '3');
    ready.when(list('a', 'a'), president).refuses('list-wrong-length', '1');
    ready.when(list('a', 'x'), president).refuses('unknown-team', 'x');
    ready.and(list('c', 'd'), president);
  });

  test('[M5] each has its reason, or its words', () => {
    ready.when(open({ kind: 'replace', put: 'c', out: 'a' }), president).refuses('malformed');
    ready.when(open({ kind: 'list', teams: ['a'], reason: ' ' }), president).refuses('malformed');
    ready.when(open({ kind: 'free', text: '' }), president).refuses('malformed');
  });
});

describe('an outcome', () => {
  test.each([
    ['adopted', { s1: 'for', s2: 'for', s3: 'against' }],
    ['adopted', { s1: 'abstain', s2: 'abstain', s3: 'for' }],
    ['rejected', { s1: 'for', s2: 'against', s3: 'against' }],
    ['rejected', { s2: 'against' }],
    ['split', { s1: 'for', s2: 'against', s3: 'abstain' }],
    ['split', { s1: 'abstain', s2: 'abstain' }],
    ['split', {}],
  ])('[M6] %s: %j', (expected, votes) => {
    const given = Object.values(votes);
    const count = Object.fromEntries(['for', 'against', 'abstain'].map((kind) => [kind, given.filter((one) => one === kind).length]));
    for (const question of [free, replace('c', 'a')]) {
      const closed = voted(ready, question, votes);
      expect(last(closed).closed).toEqual({ at: closed.now, count, outcome: expected, castingVote: null });
      expect(listOf(closed)).toEqual(question === free || expected !== 'adopted' ? ['a', 'b'] : ['b', 'c']);
    }
  });

  test('[M10] an adopted list takes the place of the one there was, in passing order', () => {
    expect(listOf(voted(ready, { kind: 'list', teams: ['d', 'c'], reason: 'Balance' }, { s2: 'for' }))).toEqual(['c', 'd']);
    expect(listOf(voted(ready, { kind: 'list', teams: ['d'], reason: 'Balance' }, { s2: 'for' }))).toEqual(['d']);
  });
});

describe('the casting vote', () => {
  const forum = deliberating(MARKS, { castingVote: true });
  const cast = (wanted: string, motion = 1) => ({ type: 'GiveCastingVote', motion, vote: wanted }) as const;
  const split = voted(forum, replace('c', 'a'), { s1: 'for', s2: 'against', s3: 'abstain' });

  test('[M11] decides an open vote in two equal parts, and counts at once', () => {
    const decided = split.when(cast('for'), president).gives({ type: 'CastingVoteGiven', motion: 1, vote: 'for' });
    expect(last(decided).closed).toMatchObject({ outcome: 'adopted', castingVote: 'for', count: { for: 1, against: 1, abstain: 1 } });
    expect(listOf(decided)).toEqual(['b', 'c']);
    decided.when(cast('for'), president).refuses('no-casting-vote');
  });

  test('[M11] cannot contradict what the president voted', () => {
    split.when(cast('against'), president).refuses('casting-vote-differs');
    const abstained = voted(forum, replace('c', 'a'), { s1: 'abstain', s2: 'for', s3: 'against' });
    const silent = voted(forum, replace('c', 'a'), { s2: 'for', s3: 'against' });
    for (const open of [abstained, silent]) {
      expect(listOf(open.and(cast('against'), president))).toEqual(['a', 'b']);
      expect(outcome(open.and(cast('against'), president))).toBe('rejected');
      expect(listOf(open.and(cast('for'), president))).toEqual(['b', 'c']);
    }
  });

  test('[M11], [M2] until it is given, nothing else moves', () => {
    split.when(open(free), president).refuses('casting-vote-awaited');
    split.when(close('a', 'b'), president).refuses('casting-vote-awaited');
    split.when({ type: 'ComposeList', teams: ['a'] }, president).refuses('casting-vote-awaited');
  });

  test('[M11] there is none where the règlement gives none, without a vote for or against, in a secret ballot, or before the end', () => {
    voted(ready, replace('c', 'a'), { s1: 'for', s2: 'against' }).when(cast('for'), president).refuses('no-casting-vote');
    for (const votes of [{}, { s1: 'abstain' }]) {
      const nobody = voted(forum, replace('c', 'a'), votes);
      nobody.when(cast('for'), president).refuses('no-casting-vote');
      nobody.and(close('a', 'b'), president);
    }
    const secret = forum
      .and(open(replace('c', 'a'), true), president)
      .and(secretly(1, 'for'), juror('s2'))
      .and(secretly(1, 'against'), juror('s3'))
      .and({ type: 'CloseMotion', motion: 1 }, president);
    expect(outcome(secret)).toBe('split');
    secret.when(cast('for'), president).refuses('no-casting-vote');
    forum.and(open(free), president).when(cast('for'), president).refuses('no-casting-vote');
    voted(forum, free, { s2: 'for' }).when(cast('against'), president).refuses('no-casting-vote');
    forum.when(cast('for'), president).refuses('unknown-motion', '1');
  });

  test('[M11] nor for a president who may not vote: the motion is then not adopted, and blocks nothing', () => {
    const away = forum.and(leave('s1'), organiser);
    const closed = voted(away, replace('c', 'a'), { s2: 'for', s3: 'against' }).and({ type: 'RecordArrival', seat: 's1' }, organiser);
    const recused = voted(
      deliberating(MARKS, { castingVote: true, recusal: 'team' }).and({ type: 'RecordRecusal', seat: 's1', team: 'c' }, organiser),
      replace('c', 'a'),
      { s2: 'for', s3: 'against' },
    );
    for (const one of [closed, recused]) {
      one.when(cast('for'), president).refuses('no-casting-vote');
      one.and(close('a', 'b'), president);
    }
  });

  test('[M11] a president who has left since gives it after coming back', () => {
    const left = split.and(leave('s1'), organiser);
    left.when(cast('for'), president).refuses('seat-left');
    left.and({ type: 'RecordArrival', seat: 's1' }, organiser).and(cast('for'), president);
  });
});

describe('a number serves once', () => {
  test('[M12] an opening of the deliberation that is taken back leaves no list, and uses up the numbers of its motions', () => {
    const begun = ready
      .and(open(replace('c', 'a'), true), president)
      .and(secretly(1, 'for'), juror('s2'))
      .and({ type: 'CloseMotion', motion: 1 }, president)
      .and(close('b', 'c'), president)
      .and({ type: 'UndoStep' });
    expect(begun.state.deliberation).toMatchObject({ list: [], closedAt: null, motions: [], numbered: 1 });
    const anew = begun.and({ type: 'OpenDeliberation' });
    expect(listOf(anew)).toEqual(['a', 'b']);
    const again = anew
      .and(open(free, true), president)
      .and(secretly(2, 'against'), juror('s2'))
      .and({ type: 'CloseMotion', motion: 2 }, president);
    expect(last(again)).toMatchObject({ number: 2, closed: { count: { for: 0, against: 1, abstain: 0 } } });
    again.when(vote(1, 'for'), juror('s2')).refuses('unknown-motion', '1');
  });
});
