import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amiensMatrix } from '../testing/matrices.ts';
import { cut } from './cut.ts';
import { tally } from './methods.ts';
import { type Quota, select } from './quotas.ts';
import type { Standing } from './standing.ts';

/** Standings from points; null: no ballot. Teams are a, b, c… in the order given. */
function standingsOf(points: readonly (number | null)[]): readonly Standing[] {
  const rank = (own: number | null) => 1 + points.filter((other) => other !== null && (own === null || other > own)).length;
  return points
    .map((score, t) => ({
      team: String.fromCharCode(97 + t),
      rank: rank(score),
      tied: points.filter((p) => p === score).length > 1,
      score,
      exact: null,
    }))
    .toSorted((a, b) => a.rank - b.rank);
}

/** Teams a, b, c… in groups given by one letter each; a dot: in none. */
const groupsOf = (letters: string) =>
  new Map([...letters].flatMap((group, t) => (group === '.' ? [] : [[String.fromCharCode(97 + t), group] as const])));

describe('[A15] selection within quotas', () => {
  const points = [9, 8, 7, 6, 5, 4];
  const quota = (group: string, min: number, max: number | null = null): Quota => ({ group, min, max });

  test('without quotas is the cut', () => {
    expect(select(standingsOf(points), new Map(), 3, [])).toEqual({
      chosen: ['a', 'b', 'c'],
      open: [],
      displaced: [],
      interchangeable: [],
    });
  });

  test('a minimum takes the best of its group, and the lowest of the others gives way to it', () => {
    expect(select(standingsOf(points), groupsOf('xxxxyz'), 4, [quota('y', 1), quota('z', 1)])).toEqual({
      chosen: ['a', 'b', 'e', 'f'],
      open: [],
      displaced: [
        { team: 'c', by: 'z', clause: 'min' },
        { team: 'd', by: 'y', clause: 'min' },
      ],
      interchangeable: [],
    });
  });

  test('a maximum displaces the lowest of its own group', () => {
    expect(select(standingsOf(points), groupsOf('xxxyyy'), 4, [quota('x', 0, 2)])).toMatchObject({
      chosen: ['a', 'b', 'd', 'e'],
      displaced: [{ team: 'c', by: 'x', clause: 'max' }],
    });
  });

  test('a tie at the cut is open, and says who may stand for whom', () => {
    expect(select(standingsOf([9, 5, 5, 5, 1]), new Map(), 2, [])).toEqual({
      chosen: ['a'],
      open: ['b', 'c', 'd'],
      displaced: [],
      interchangeable: [['b', 'c', 'd']],
    });
  });

  test('two ties that do not touch are two lists', () => {
    // One seat for a y, one for another: b and c tie for the y, d and e for the rest.
    const rows = standingsOf([9, 5, 5, 5, 5]);
    expect(select(rows, groupsOf('.yyxx'), 3, [quota('y', 1, 1), quota('x', 1, 1)])).toMatchObject({
      chosen: ['a'],
      interchangeable: [
        ['b', 'c'],
        ['d', 'e'],
      ],
    });
  });

  test('a quota may settle a tie: who loses it is displaced', () => {
    expect(select(standingsOf([9, 5, 5]), groupsOf('xyx'), 2, [quota('y', 1)])).toEqual({
      chosen: ['a', 'b'],
      open: [],
      displaced: [{ team: 'c', by: 'y', clause: 'min' }],
      interchangeable: [],
    });
  });

  test('[A4] a team that no ballot counts for is never chosen, not even for a minimum', () => {
    const rows = standingsOf([9, null, 5]);
    expect(select(rows, groupsOf('xyx'), 3, [])).toMatchObject({ chosen: ['a', 'c'] });
    expect(select(rows, groupsOf('xyx'), 2, [quota('y', 1)])).toEqual({ infeasible: { clause: 'min', group: 'y', min: 1, available: 0 } });
  });

  test('[A16] what cannot be is named by its clause', () => {
    const rows = standingsOf(points);
    const infeasible = (letters: string, seats: number, ...quotas: Quota[]) => select(rows, groupsOf(letters), seats, quotas);
    expect(infeasible('xxxxyy', 4, quota('y', 3))).toEqual({ infeasible: { clause: 'min', group: 'y', min: 3, available: 2 } });
    expect(infeasible('xxxxyy', 4, quota('y', 2, 1))).toEqual({ infeasible: { clause: 'min-above-max', group: 'y', min: 2, max: 1 } });
    expect(infeasible('xxxyyy', 4, quota('x', 3), quota('y', 2))).toEqual({
      infeasible: { clause: 'minima-above-seats', sum: 5, seats: 4 },
    });
    expect(infeasible('xxxyyy', 4, quota('x', 0, 1), quota('y', 0, 2))).toEqual({
      infeasible: { clause: 'maxima-below-seats', sum: 3, seats: 4 },
    });
  });

  test('the tie of Amiens: a département’s minimum takes its best team, and leaves the tie to be settled or not', () => {
    const { standings } = tally(amiensMatrix('complete'), 'mean') as { standings: readonly Standing[] };
    const groups = new Map(standings.map(({ team }) => [team, team === 'e15' || team === 'e14' ? '95' : '59']));
    expect(select(standings, groups, 8, [quota('95', 1)])).toMatchObject({
      open: [],
      displaced: [{ team: 'e04', by: '95', clause: 'min' }],
    });
    expect(select(standings, groups, 8, [])).toMatchObject({ open: ['e04', 'e15'], interchangeable: [['e04', 'e15']] });
  });
});

describe('[A15] against every possible selection', { timeout: 30_000 }, () => {
  const problem = fc.record({
    points: fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 8 }), { minLength: 1, maxLength: 9 }),
    letters: fc.array(fc.constantFrom('x', 'y', 'z', '.'), { minLength: 9, maxLength: 9 }),
    seats: fc.integer({ min: 1, max: 9 }),
    bounds: fc.array(fc.tuple(fc.nat(3), fc.option(fc.nat(3), { nil: null })), { maxLength: 3 }),
  });

  test('chosen are in every best one, open in some, and exchanges within a list are as good', () => {
    let found = 0;
    fc.assert(
      fc.property(problem, ({ points, letters, seats, bounds }) => {
        const rows = standingsOf(points);
        const groups = groupsOf(letters.slice(0, points.length).join(''));
        const quotas = bounds.map(([min, max], k): Quota => ({ group: 'xyz'[k] ?? '', min, max }));
        const judged = rows.filter(({ score }) => score !== null);
        const size = Math.min(seats, judged.length);
        let best = { sum: -1, sets: [] as ReadonlySet<string>[] };
        for (let bits = 0; bits < 2 ** judged.length; bits += 1) {
          const set = judged.filter((_, k) => (bits >> k) & 1);
          if (set.length !== size) continue;
          const count = (group: string) => set.filter(({ team }) => groups.get(team) === group).length;
          if (quotas.some(({ group, min, max }) => count(group) < min || count(group) > (max ?? 99))) continue;
          const sum = set.reduce((total, { score }) => total + (score ?? 0), 0);
          const names = new Set(set.map(({ team }) => team));
          if (sum > best.sum) best = { sum, sets: [names] };
          else if (sum === best.sum) best.sets.push(names);
        }

        const selection = select(rows, groups, seats, quotas);
        expect('infeasible' in selection).toBe(best.sum < 0);
        if ('infeasible' in selection) return;
        found += 1;
        const teams = judged.map(({ team }) => team);
        expect(selection.chosen).toEqual(teams.filter((team) => best.sets.every((set) => set.has(team))));
        expect(selection.open).toEqual(teams.filter((team) => !selection.chosen.includes(team) && best.sets.some((set) => set.has(team))));
        const isBest = (set: ReadonlySet<string>) =>
          best.sets.some((other) => other.size === set.size && [...other].every((team) => set.has(team)));
        const canStand = (a: string, b: string) =>
          best.sets.some((set) => set.has(a) && !set.has(b) && isBest(new Set([...set, b].filter((team) => team !== a))));
        for (const a of selection.open)
          for (const b of selection.open)
            if (a !== b) expect(selection.interchangeable.some((list) => list.includes(a) && list.includes(b))).toBe(canStand(a, b));

        const plain = cut(rows, seats);
        const lost = [...plain.inside, ...plain.open].filter((team) => !best.sets.some((set) => set.has(team)));
        expect(selection.displaced.map(({ team }) => team)).toEqual(lost);
        for (const { team, by, clause } of selection.displaced) {
          const named = quotas.find(({ group }) => group === by);
          if (clause === 'max') expect([groups.get(team), named?.max !== null]).toEqual([by, true]);
          else expect([groups.get(team) === by, (named?.min ?? 0) > 0]).toEqual([false, true]);
        }
      }),
      { numRuns: 600 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
