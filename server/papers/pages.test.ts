import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepsNext, paginate, type Strip } from './pages.ts';

const ROOM = 100;
const still = () => undefined;
const head: Strip = { height: 10, before: 0, keep: true, draw: still };
const strips = fc.array(
  fc
    .record({ height: fc.integer({ min: 1, max: 70 }), before: fc.nat(20), keep: fc.boolean(), repeats: fc.boolean(), breaks: fc.nat(9) })
    .map(
      ({ repeats, breaks, ...strip }): Strip =>
        breaks === 0
          ? { height: 0, before: 0, keep: false, breaks: true, draw: still }
          : { ...strip, draw: still, ...(repeats ? { again: head } : {}) },
    ),
  { maxLength: 40 },
);

test('every strip is placed once, in order, within the room, none over another', () => {
  fc.assert(
    fc.property(strips, (given) => {
      const pages = paginate(given, ROOM);
      expect(pages.flat().flatMap(({ strip }) => (strip === head ? [] : [strip]))).toEqual(given.filter(({ breaks }) => !breaks));
      for (const page of pages) {
        let free = 0;
        for (const { strip, offset } of page) {
          expect(offset).toBeGreaterThanOrEqual(free);
          free = offset + strip.height;
        }
        expect(free).toBeLessThanOrEqual(ROOM);
      }
    }),
  );
});

test('a strip that continues a table stands under its head at the top of a page, and only there', () => {
  fc.assert(
    fc.property(strips, (given) => {
      for (const page of paginate(given, ROOM)) {
        const [first, ...others] = page.map(({ strip }) => strip);
        expect(first?.again).toBeUndefined();
        if (first === head) expect(others[0]?.again).toBe(head);
        expect(others).not.toContain(head);
      }
    }),
  );
});

test('strips kept together share a page when a page can hold them', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ height: fc.integer({ min: 1, max: 30 }), keep: fc.boolean() }), { maxLength: 40 }), (given) => {
      const all = given.map((strip): Strip => ({ ...strip, before: 0, draw: still }));
      const pageOf = new Map(paginate(all, ROOM).flatMap((page, index) => page.map(({ strip }) => [strip, index] as const)));
      let group: Strip[] = [];
      for (const strip of all) {
        group.push(strip);
        if (strip.keep && strip !== all.at(-1)) continue;
        const height = group.reduce((sum, one) => sum + one.height, 0);
        if (height <= ROOM) expect(new Set(group.map((one) => pageOf.get(one))).size).toBe(1);
        group = [];
      }
    }),
  );
});

test('a page break begins a page, once', () => {
  const line: Strip = { height: 10, before: 0, keep: false, draw: still };
  const turn: Strip = { height: 0, before: 0, keep: false, breaks: true, draw: still };
  expect(paginate([turn, line, turn, turn, line, turn], ROOM).map((page) => page.length)).toEqual([1, 1]);
  expect(paginate([], ROOM)).toHaveLength(1);
});

test('the first and the last line of a paragraph are never alone', () => {
  const kept = (of: number, whole?: number) => Array.from({ length: of }, (_, index) => keepsNext(index, of, whole));
  expect([1, 2, 3, 4, 5].map((of) => kept(of))).toEqual([
    [false],
    [true, false],
    [true, true, false],
    [true, false, true, false],
    [true, false, false, true, false],
  ]);
});
