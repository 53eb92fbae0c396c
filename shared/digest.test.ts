import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, sha256Hex } from './digest.ts';

const nodeSha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('[S11] the hash of a text is the SHA-256 that every other program gives', () => {
  // FIPS 180-4, appendix: the hash of "abc".
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(sha256Hex(text)).toBe(nodeSha256(text));
    }),
  );
});

/** Another way to the same text: every object rebuilt with its keys in order, then written by the platform. */
function sortedCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedCopy);
  if (typeof value !== 'object' || value === null) return value;
  // Keys that are whole numbers always come first in an object, whatever the order they were set in: letters keep them apart here.
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sortedCopy((value as Record<string, unknown>)[key])]),
  );
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, field]) => [key, reversed(field)]),
  );
}

const key = fc.string({ minLength: 1, maxLength: 6 }).map((name) => `k${name}`);
const { tree: anyJson } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string()),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
  ),
}));

test('[S11] one content has one text: keys sorted, no space, whatever the order in which they were written', () => {
  expect(canonical({ b: [1, { d: 'é', c: null }], a: true, none: undefined })).toBe('{"a":true,"b":[1,{"c":null,"d":"é"}]}');
  expect(canonical({ 10: 'ten', 9: 'nine' })).toBe('{"10":"ten","9":"nine"}');
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(canonical(value)).toBe(JSON.stringify(sortedCopy(value)));
      expect(canonical(reversed(value))).toBe(canonical(value));
    }),
  );
});

test('[S11] two contents have two texts: what was written is read back', () => {
  fc.assert(
    fc.property(anyJson, (value) => {
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
