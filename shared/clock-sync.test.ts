import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Exchange, offsetOf } from './clock-sync.ts';

/** A server ahead of us by `offset`; each leg takes what it takes. */
const exchange = (offset: number, asked: number, out: number, held: number, back: number): Exchange => ({
  asked,
  received: asked + out + offset,
  sent: asked + out + held + offset,
  answered: asked + out + held + back,
});

test('[C11] without an exchange there is no offset', () => {
  expect(offsetOf([])).toBeNull();
});

test('[C11] one exchange with equal legs gives the offset exactly, whatever the server took in between', () => {
  expect(offsetOf([exchange(5_000, 100, 20, 0, 20)])).toEqual({ offset: 5_000, bound: 20 });
  expect(offsetOf([exchange(-5_000, 100, 20, 700, 20)])).toEqual({ offset: -5_000, bound: 20 });
});

test('[C11] unequal legs bias it by half their difference', () => {
  expect(offsetOf([exchange(0, 100, 30, 0, 10)])).toEqual({ offset: 10, bound: 20 });
});

test('[C11] the best leg out and the best leg back need not come in one exchange', () => {
  const burst = [exchange(1_000, 0, 5, 0, 80), exchange(1_000, 200, 90, 0, 5), exchange(1_000, 400, 40, 0, 40)];
  expect(offsetOf(burst)).toEqual({ offset: 1_000, bound: 5 });
  expect(Math.abs((offsetOf(burst.slice(0, 1))?.offset ?? 0) - 1_000)).toBe(37.5);
});

test('[C11] the true offset is never farther than the bound, and one more exchange never widens it', () => {
  const leg = fc.integer({ min: 0, max: 400 });
  const burst = fc.array(fc.tuple(fc.integer({ min: 0, max: 60_000 }), leg, leg, leg), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), burst, (offset, legs) => {
      const exchanges = legs.map(([asked, out, held, back]) => exchange(offset, asked, out, held, back));
      const found = offsetOf(exchanges);
      const fewer = offsetOf(exchanges.slice(1));
      expect(Math.abs((found?.offset ?? Number.NaN) - offset)).toBeLessThanOrEqual(found?.bound ?? Number.NaN);
      if (fewer) expect(found?.bound).toBeLessThanOrEqual(fewer.bound);
      const smallest = Math.min(...legs.map(([, out, , back]) => out + back));
      expect(found?.bound).toBeLessThanOrEqual(smallest / 2);
    }),
  );
});

test('[C11] clocks that drift during the burst never give a negative bound', () => {
  expect(offsetOf([exchange(0, 0, 10, 0, 10), exchange(-30, 100, 10, 0, 10), exchange(30, 200, 10, 0, 10)])?.bound).toBe(0);
});
