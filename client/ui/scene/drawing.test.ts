import { expect, test } from 'vitest';
import { type Drawing, drawingAt, pageSizes } from './drawing.ts';

/** All that is seen from the draw on, for so long, waking only when told to. */
function seen(teams: number, milliseconds: number): { since: number; drawing: Drawing }[] {
  const steps: { since: number; drawing: Drawing }[] = [];
  for (let since = 0; since <= milliseconds; ) {
    const { value, next } = drawingAt(since, teams);
    steps.push({ since, drawing: value });
    if (next === null) break;
    expect(next).toBeGreaterThan(0);
    since += next;
  }
  return steps;
}

test('one team every second and a half, then the whole order, a page every eight seconds', () => {
  const steps = seen(15, 60_000);
  expect(steps.slice(0, 15).map(({ drawing }) => drawing.out)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  expect(steps.slice(0, 15).map(({ since }) => since)).toEqual(Array.from({ length: 15 }, (_, index) => index * 1_500));
  expect(steps.slice(14, 19).map(({ since, drawing }) => [since, drawing.page])).toEqual([
    [21_000, null],
    [24_000, 0],
    [32_000, 1],
    [40_000, 0],
    [48_000, 1],
  ]);
});

test('whoever comes late, or looks at any instant, sees what the others see', () => {
  for (const teams of [1, 3, 15, 40]) {
    const steps = seen(teams, 120_000);
    for (let since = 0; since < 120_000; since += 137) {
      const latest = steps.filter((step) => step.since <= since).at(-1);
      expect(drawingAt(since, teams).value).toEqual(latest?.drawing);
    }
  }
});

test('a device whose clock is behind sees the numbers until the first team', () =>
  expect(drawingAt(-400, 15)).toEqual({ value: { out: 0, page: null }, next: 400 }));

test('few teams are one page, which never turns', () => {
  expect(seen(3, 60_000)).toHaveLength(4);
  expect(drawingAt(60_000, 3)).toEqual({ value: { out: 3, page: 0 }, next: null });
});

test('pages hold every team, eight lines at the most, and none is nearly empty', () => {
  expect(pageSizes(15)).toEqual([8, 7]);
  expect(pageSizes(40)).toEqual([8, 8, 8, 8, 8]);
  expect(pageSizes(17)).toEqual([6, 6, 5]);
  for (let teams = 1; teams <= 200; teams += 1) {
    const sizes = pageSizes(teams);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(teams);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(8);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }
});
