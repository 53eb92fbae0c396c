import { describe, expect, test } from 'vitest';
import { instant } from '../shared/time.ts';
import { Budget, Budgets, Waiting } from './budget.ts';

const at = (second: number) => instant(second * 1_000);

describe('a budget', () => {
  test('gives its burst, then as much as time gives back, and never more than the burst', () => {
    const budget = new Budget({ burst: 3, perSecond: 2 }, at(0));
    const spent = (second: number, times: number) => Array.from({ length: times }, () => budget.spend(at(second)));
    expect(spent(0, 4)).toEqual([true, true, true, false]);
    expect(spent(1, 3)).toEqual([true, true, false]);
    expect(spent(1_000, 4)).toEqual([true, true, true, false]);
  });

  test('is not filled by a clock that goes back, and what is too dear leaves it as it was', () => {
    const budget = new Budget({ burst: 2, perSecond: 1 }, at(10));
    expect(budget.spend(at(10), 3)).toBe(false);
    expect(budget.spend(at(10), 2)).toBe(true);
    expect(budget.spend(at(5))).toBe(false);
  });

  test('each name has its own, and begins afresh once forgotten', () => {
    const budgets = new Budgets({ burst: 1, perSecond: 0 });
    expect(['a', 'a', 'b'].map((name) => budgets.spend(name, at(0)))).toEqual([true, false, true]);
    budgets.forget('a');
    expect(budgets.spend('a', at(0))).toBe(true);
  });

  test('of ten thousand names those asked for longest ago are forgotten', () => {
    const budgets = new Budgets({ burst: 1, perSecond: 0 });
    for (let name = 0; name <= 10_000; name += 1) budgets.spend(String(name), at(0));
    expect(budgets.spend('1', at(0))).toBe(false);
    expect(budgets.spend('0', at(0))).toBe(true);
  });
});

test('of too many that wait, the one that has waited longest has to go', () => {
  const gone: string[] = [];
  const waiting = new Waiting<string>(2, (one) => gone.push(one));
  for (const one of ['a', 'b', 'c']) waiting.came(one);
  expect(gone).toEqual(['a']);
  expect([waiting.left('a'), waiting.left('b')]).toEqual([false, true]);
  waiting.came('d');
  expect(gone).toEqual(['a']);
});
