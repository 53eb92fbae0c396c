import { expect, test } from 'vitest';
import { chain, START } from '../chain.ts';
import { amiens } from '../testing/forums.ts';
import { wholeAfternoon } from '../testing/whole-afternoon.ts';
import { EVENT_KINDS } from './asked.ts';
import { exportOf } from './export.ts';
import { verify } from './verify.ts';

const nested = (depth: number) => `${'{"entries":['.repeat(depth)}${']}'.repeat(depth)}`;

test.each([
  ['nothing', '', 'not-json'],
  ['a text', 'Procès-verbal', 'not-json'],
  ['half an export', JSON.stringify(exportOf(wholeAfternoon())).slice(0, 10_000), 'not-json'],
  ['null', 'null', 'another-format'],
  ['a number', '7', 'another-format'],
  ['a list', '[{"entries":[]}]', 'another-format'],
  ['a set-up', JSON.stringify(amiens), 'another-format'],
  ['results', '{"forum":"whole","results":[]}', 'another-format'],
  ['an export without entries', '{"format":"estrade-export","version":1}', 'another-format'],
  ['entries that are no list', '{"format":"estrade-export","version":1,"entries":{"0":{}}}', 'another-format'],
  ['another format with entries', '{"format":"minutes","entries":[{"title":"Accueil"}]}', 'another-format'],
  ['a file a hundred deep', nested(50), 'too-deep'],
  ['a file a hundred thousand deep', nested(50_000), 'too-deep'],
  ['a list a hundred thousand deep', '['.repeat(100_000) + ']'.repeat(100_000), 'too-deep'],
  ['a key that would be taken for an object’s nature', '{"format":"estrade-export","entries":[{"__proto__":{"x":1}}]}', 'forbidden-key'],
])('[J15] %s is no export, and is said to be none', (_what, text, why) => {
  expect(verify(text)).toEqual({ result: 'not-an-export', why });
});

test('[J15] a byte-order mark and spaces change nothing', () => {
  expect(verify(`\uFEFF${JSON.stringify(exportOf(wholeAfternoon()), null, 2)}`).result).toBe('right');
});

test('[J15] no event makes the recount throw, whatever it holds', () => {
  const entries = wholeAfternoon();
  const values = [null, 0, -1, 1e308, '', '__proto__', 'constructor', [], {}, [[[]]], { a: { b: null } }];
  const seen = EVENT_KINDS.flatMap((kind, nth) => {
    const index = entries.findIndex(({ event }) => event.type === kind);
    const before = entries.slice(0, index);
    const { at, by, event } = entries[index] ?? entries[0] ?? {};
    return values.slice(nth % 3, (nth % 3) + 4).map((value) => {
      const other = Object.fromEntries(Object.keys(event ?? {}).map((field) => [field, field === 'type' ? kind : value]));
      const changed = [...before, chain(before.at(-1) ?? START, at as never, by as never, other as never)];
      return verify(JSON.stringify({ format: 'estrade-export', version: 1, entries: changed })).result;
    });
  });
  expect(new Set(seen)).toEqual(new Set(['wrong']));
}, 60_000);
