import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Aggregate, aggregates, brokenQuota, officialCut, totalWeight } from './ranking.ts';
import type { State } from './state.ts';
import { cut } from './tally/cut.ts';
import { amiensIncompleteMarks, amiensMarks, EXPECTED, EXPECTED_INCOMPLETE } from './testing/amiens-ballots.ts';
import { amiens, ONCE, small } from './testing/forums.ts';
import { given, juror } from './testing/given.ts';
import { allLocked, type Choices, until } from './testing/play.ts';

const counted = (marks: Choices['marks'], setup = amiens) => until(given(setup), allLocked, { marks: marks ?? (() => null) }).state;
const sums = (rows: readonly Aggregate[]) => Object.fromEntries(rows.map(({ team, sum, count }) => [team, [sum, count]]));
/** A small afternoon where each team got these [why, how] marks from s1, s2, s3. */
const marked = (table: Record<string, readonly (readonly [number, number] | null)[]>) =>
  counted((seat, team) => {
    const pair = table[team]?.[Number(seat.slice(1)) - 1];
    return pair ? { why: pair[0], how: pair[1] } : null;
  }, small());
const places = (state: State) => aggregates(state).map(({ team, rank, tied }) => `${team}${rank}${tied ? '=' : ''}`);

describe('the fifteen teams of Amiens, with fictitious ballots', () => {
  const complete = aggregates(counted(amiensMarks));

  test('[A1] each sum is the one computed apart from this program', () => {
    expect(sums(complete)).toEqual(Object.fromEntries(Object.entries(EXPECTED.sums).map(([team, sum]) => [team, [sum, 15]])));
    expect(totalWeight(amiens.criteria)).toBe(100);
  });

  test('[A2] the exact tie at rank 8 between e04 and e15 is a tie', () => {
    const tied = complete.filter((row) => row.tied);
    expect(tied.map(({ team, rank, sum }) => [team, rank, sum])).toEqual([
      ['e04', 8, 4710],
      ['e15', 8, 4710],
    ]);
    expect(complete.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 8, 10, 11, 12, 13, 14, 15]);
    expect(complete.map(({ team }) => team)).toEqual(EXPECTED.ranking);
  });

  test('[A6] the cut at eight leaves the tie open', () => {
    expect(cut(complete, 8)).toEqual({ inside: EXPECTED.ranking.slice(0, 7), open: EXPECTED.tie });
    expect(cut(complete, 9)).toEqual({ inside: EXPECTED.ranking.slice(0, 9), open: [] });
    expect(cut(complete, 7)).toEqual({ inside: EXPECTED.ranking.slice(0, 7), open: [] });
  });

  test('[A3] four ballots missing change the counts and the means, and are never 0', () => {
    const rows = aggregates(counted(amiensIncompleteMarks));
    expect(sums(rows)).toEqual(EXPECTED_INCOMPLETE.sums);
    expect(rows.map(({ team }) => team)).toEqual(EXPECTED_INCOMPLETE.ranking);
    expect(rows.filter(({ missing }) => missing > 0).map(({ team, missing }) => [team, missing])).toEqual([
      ['e02', 1],
      ['e11', 1],
      ['e13', 1],
      ['e10', 1],
    ]);
  });

  test('[A1] the order in which the jury locks changes nothing', () => {
    const perTeam = { ...amiens, rules: { ...amiens.rules, lock: { ...ONCE, mode: 'per-team' as const } } };
    expect(aggregates(counted(amiensMarks, perTeam))).toEqual(complete);
  });
});

describe('ranks', () => {
  test('[A1] a mark weighs what its criterion weighs', () => {
    const rows = aggregates(marked({ a: [[5, 1]], b: [[1, 5]], c: [[3, 4]] }));
    expect(sums(rows)).toEqual({ a: [11, 1], b: [7, 1], c: [10, 1] });
    expect(rows.map(({ team }) => team)).toEqual(['a', 'c', 'b']);
  });

  test('[A2] equal means share a rank, whatever the number of ballots', () => {
    expect(
      places(
        marked({
          a: [[3, 3]],
          b: [
            [2, 2],
            [3, 3],
            [4, 4],
          ],
          c: [
            [1, 1],
            [5, 5],
          ],
        }),
      ),
    ).toEqual(['a1=', 'b1=', 'c1=']);
    expect(
      places(
        marked({
          a: [[3, 3]],
          b: [
            [3, 3],
            [3, 3],
          ],
          c: [[4, 4]],
        }),
      ),
    ).toEqual(['c1', 'a2=', 'b2=']);
  });

  test('[A2] thirds are compared exactly: 10/3 is a tie with 20/6, not nearly one', () => {
    // a: 10 over one ballot; b: 20 over two; c: 29 over three.
    expect(
      places(
        marked({
          a: [[3, 4]],
          b: [
            [3, 4],
            [3, 4],
          ],
          c: [
            [3, 4],
            [3, 4],
            [3, 3],
          ],
        }),
      ),
    ).toEqual(['a1=', 'b1=', 'c3']);
  });

  test('[A3] a team with one good ballot is not behind for want of others', () => {
    expect(
      places(
        marked({
          a: [[5, 5]],
          b: [
            [4, 4],
            [4, 4],
            [4, 4],
          ],
          c: [
            [1, 1],
            [1, 1],
            [1, 1],
          ],
        }),
      ),
    ).toEqual(['a1', 'b2', 'c3']);
  });

  test('[A4] teams without a ballot come last, tied among themselves', () => {
    const rows = aggregates(marked({ b: [[1, 1]] }));
    expect(rows.map(({ team, rank, tied, count, missing }) => [team, rank, tied, count, missing])).toEqual([
      ['b', 1, false, 1, 2],
      ['a', 2, true, 0, 3],
      ['c', 2, true, 0, 3],
    ]);
  });

  test('[A5] a struck team is left out, whatever was cast for it', () => {
    const called = until(given(small()), ({ course }) => course.stage === 'pitch' && course.current === 'a')
      .and({ type: 'CastBallot', team: 'a', marks: { why: 5, how: 5 } }, juror('s1'))
      .and({ type: 'UndoStep' })
      .and({ type: 'WithdrawTeam', team: 'a', reason: 'left' });
    expect(places(called.state)).toEqual(['b1=', 'c1=']);
  });
});

describe('the cut', () => {
  const cutAt = (table: Parameters<typeof marked>[0], at: number) => cut(aggregates(marked(table)), at);
  const all = [3, 3] as const;

  test('[A6] everyone tied: nobody is in, everyone is open', () => {
    expect(cutAt({ a: [all], b: [all], c: [all] }, 2)).toEqual({ inside: [], open: ['a', 'b', 'c'] });
  });

  test('[A6] a tie that does not cross the cut is no question', () => {
    expect(cutAt({ a: [all], b: [all], c: [[1, 1]] }, 2)).toEqual({ inside: ['a', 'b'], open: [] });
    expect(cutAt({ a: [[5, 5]], b: [all], c: [all] }, 1)).toEqual({ inside: ['a'], open: [] });
  });

  test('[A4] no ballots at all: nobody is in and nothing is open', () => {
    expect(cutAt({}, 2)).toEqual({ inside: [], open: [] });
    expect(cutAt({ a: [all] }, 2)).toEqual({ inside: ['a'], open: [] });
  });

  test('[A6] as many places as teams: everyone is in', () => {
    expect(cutAt({ a: [all], b: [all], c: [all] }, 3)).toEqual({ inside: ['a', 'b', 'c'], open: [] });
  });
});

test('[A2] for any ballots, ranks and ties are those of exact fractions', () => {
  const mark = fc.integer({ min: 1, max: 5 });
  const ballots = fc.array(fc.option(fc.tuple(mark, mark), { freq: 3 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(ballots, ballots, ballots, (a, b, c) => {
      const rows = aggregates(marked({ a, b, c }));
      const mean = ({ sum, count }: Aggregate): [bigint, bigint] => (count === 0 ? [-1n, 1n] : [BigInt(sum), BigInt(count)]);
      for (const row of rows) {
        const [sum, count] = mean(row);
        const others = rows.filter((other) => other !== row).map(mean);
        expect(row.rank).toBe(1 + others.filter(([s, c]) => s * count > sum * c).length);
        expect(row.tied).toBe(others.some(([s, c]) => s * count === sum * c));
        expect(row.count + row.missing).toBe(3);
      }
      for (const places of [1, 2, 3]) {
        const { inside, open } = cut(rows, places);
        expect(inside.length).toBeLessThanOrEqual(places);
        if (open.length > 0) expect(inside.length + open.length).toBeGreaterThan(places);
      }
    }),
    { numRuns: 60 },
  );
});

describe('the official method', () => {
  /** b is ahead by the mean, a by the majority of the jury. */
  const split = {
    a: [
      [4, 4],
      [4, 4],
      [1, 1],
    ],
    b: [
      [3, 3],
      [3, 3],
      [5, 5],
    ],
    c: [
      [1, 1],
      [1, 1],
      [1, 1],
    ],
  } as const;
  const counted3 = (rules: Parameters<typeof small>[0]) =>
    counted((seat, team) => {
      const [why, how] = split[team as keyof typeof split][Number(seat.slice(1)) - 1] ?? [1, 1];
      return { why, how };
    }, small(rules));

  test('[A26] is the one of the règlement', () => {
    expect(places(counted3({}))).toEqual(['b1', 'a2', 'c3']);
    expect(places(counted3({ tally: 'majority' }))).toEqual(['a1', 'b2', 'c3']);
  });

  test('[A27] quotas of the règlement decide who is ahead of the cut, and a tie within them is left open', () => {
    // a and c are of the Nord, b of the Somme; the two best are a and b.
    const quotas = (least: number) => [{ department: '59', least, most: null }];
    const inside = (least: number) => officialCut(counted3({ quotas: quotas(least) }));
    expect(inside(1)).toEqual({ inside: ['b', 'a'], open: [] });
    expect(inside(2)).toEqual({ inside: ['a', 'c'], open: [] });
    const alike = counted(() => ({ why: 3, how: 3 }), small({ quotas: [{ department: '59', least: 0, most: 1 }] }));
    expect(officialCut(alike)).toEqual({ inside: ['b'], open: ['a', 'c'] });
  });

  test('[A27] a list that does not keep to them is not closed', () => {
    const state = counted3({ quotas: [{ department: '59', least: 2, most: null }] });
    expect(brokenQuota(state, ['a', 'b'] as never)).toBe('59');
    expect(brokenQuota(state, ['a', 'c'] as never)).toBeNull();
  });
});
