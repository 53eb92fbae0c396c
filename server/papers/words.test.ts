import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutLines, legible, linesOf, longestWord } from './words.ts';

/** A face in which every character is as wide as it is numbered, between 1 and 9. */
const measure = (text: string) => Array.from(text).reduce((width, letter) => width + 1 + ((letter.codePointAt(0) ?? 0) % 9), 0);
const texts = fc.string({ unit: fc.constantFrom(...'abcé -–/«\u00A0\n0'), maxLength: 80 }).map(legible);
const widths = fc.integer({ min: 1, max: 120 });

test('lines together are the text, whatever the width', () => {
  fc.assert(
    fc.property(texts, widths, (text, width) => {
      const kept = text.trim().replace(/ +/g, ' ').replaceAll('\n', ' \n');
      expect(linesOf(text, width, measure).join('')).toBe(kept.replaceAll('\n', ''));
      expect(cutLines(text, width, measure).join('')).toBe(text.replaceAll('\n', ''));
    }),
  );
});

test('no line is wider than its room, but for one letter or the space it ends with', () => {
  fc.assert(
    fc.property(texts, widths, (text, width) => {
      for (const line of linesOf(text, width, measure)) {
        const bare = line.replace(/ +$/, '');
        if (bare.length > 1) expect(measure(bare)).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test('a line takes the next word as long as there is room for it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 9 }), { minLength: 1 }), (words) => {
      const lines = linesOf(words.join(' '), 90, measure);
      for (const [index, line] of lines.slice(0, -1).entries()) {
        const next = lines[index + 1]?.split(' ')[0] ?? '';
        expect(measure(line + next)).toBeGreaterThan(90);
      }
    }),
  );
});

test('French spaces do not end a line, and dates do not break at their hyphens', () => {
  const each = (text: string) => linesOf(legible(text), 9, (word) => word.length);
  expect(each('vote\u202F: « oui »')).toEqual(['vote\u00A0: « ', 'oui »']);
  expect(each('oui vote\u00A0!')).toEqual(['oui ', 'vote\u00A0!']);
  expect(each('du 24-11-25')).toEqual(['du ', '24-11-25']);
  expect(each('Seine-Maritime')).toEqual(['Seine-', 'Maritime']);
});

test('a legible text is composed, without what cannot be seen, and stays itself', () => {
  expect(legible('e\u0301te\u00AD\u0301\u200B\r\nx\ty\u2009z\0\uD800')).toBe('été\nx y z\uFFFD');
  fc.assert(
    fc.property(fc.string({ unit: fc.nat(0x10ffff).map((code) => String.fromCodePoint(code)) }), (text) => {
      const once = legible(text);
      expect(legible(once)).toBe(once);
    }),
  );
});

test('the longest word is the narrowest room that cuts none', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const width = longestWord(text, measure);
      const words = text.split(/[\s-–/]+/).filter((word) => word !== '');
      for (const word of words) expect(measure(word)).toBeLessThanOrEqual(width);
    }),
  );
});
