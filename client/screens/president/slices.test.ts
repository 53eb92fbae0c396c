import { expect, test } from 'vitest';
import { inSlices } from './slices.ts';

/** A computation of so many steps, and a page that breathes when told. */
function begin(steps: number) {
  const waiting: (() => void)[] = [];
  const shares: number[] = [];
  const found: string[] = [];
  const taken: number[] = [];
  function* long(): Generator<number, string> {
    for (let step = 1; step <= steps; step += 1) {
      taken.push(step);
      // Each step takes longer than a slice may.
      const until = performance.now() + 30;
      while (performance.now() < until);
      yield step / steps;
    }
    return 'done';
  }
  const stop = inSlices(long(), {
    done: (value) => found.push(value),
    share: (share) => shares.push(share),
    pause: (go) => waiting.push(go),
  });
  const breathe = () => waiting.shift()?.();
  return { breathe, stop, shares, found, taken };
}

test('nothing is computed before the page has breathed', () => expect(begin(2).taken).toEqual([]));

test('a slice that is full lets the page breathe, and says how far it is', () => {
  const { breathe, shares, found, taken } = begin(2);
  breathe();
  expect([taken, shares, found]).toEqual([[1], [0.5], []]);
  breathe();
  breathe();
  expect([taken, shares, found]).toEqual([[1, 2], [0.5, 1], ['done']]);
});

test('stopped, it says nothing more', () => {
  const { breathe, stop, found, taken } = begin(2);
  breathe();
  stop();
  breathe();
  breathe();
  expect([taken, found]).toEqual([[1], []]);
});
