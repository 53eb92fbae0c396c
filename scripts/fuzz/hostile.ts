import type { Chance } from './chance.ts';
import { Fields, Raw } from './json.ts';

const deep = (depth: number, open: string, close: string) => new Raw(open.repeat(depth) + close.repeat(depth));

/** What a field is given in place of what it asks for. Each is reached by its place in this list. */
const VALUES: readonly (() => unknown)[] = [
  // Another type.
  ...[null, true, false, 0, 1, '', 'x', [], {}, [[]], [null], { type: 'CastBallot' }].map((value) => () => value),
  // Numbers that are none, or too many.
  ...['-0', '-1', '0.5', '1e3', '1e308', '1e999', '-1e999', '9007199254740993', '1e-7', '5e-324', '00001'.slice(4)].map(
    (text) => () => new Raw(text),
  ),
  ...['NaN', 'Infinity', '-0', 'undefined', 'null', 'true', '0x10', '1e3', ' 1', '１'].map((text) => () => text),
  () => new Raw(`1${'0'.repeat(100_000)}`),
  () => '9'.repeat(100_000),
  // Dates and instants out of range.
  ...[8_640_000_000_000_000, 8_640_000_000_000_001, -8_640_000_000_000_001, -1].map((value) => () => value),
  ...['2019-02-30', '0000-00-00', '+275760-09-13', '9999-12-31T23:59:60Z', '24:00'].map((text) => () => text),
  // Invisible, turned round, broken and beyond.
  ...[
    '\u200b',
    '\u202e\u202dabc',
    '\u2066\u2069',
    '\ufeffe01',
    'e01\u0000',
    '\ud800',
    'a\udc00b',
    '\u0000',
    'é'.normalize('NFD'),
    '👩‍👩‍👧‍👦',
    'İ',
    '\u2028',
  ].map((text) => () => text),
  () => 'e\u0301'.repeat(7_000),
  () => ' '.repeat(16_000),
  () => `${' '.repeat(5_000)}x`,
  // Words that are always there in an object.
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__', 'valueOf', 'length'].map(
    (text) => () => text,
  ),
  () => new Fields([['__proto__', { isAdmin: true, ok: true }]]),
  () => new Fields([['constructor', { prototype: { ok: true } }]]),
  () =>
    new Fields([
      ['__proto__', 3],
      ['toString', 4],
    ]),
  () =>
    new Fields([
      ['then', 'x'],
      ['toJSON', 'x'],
    ]),
  () => ({ _placeholder: true, num: 0 }),
  () => ({ type: 'Buffer', data: [1, 2, 3] }),
  // Deep and wide.
  () => deep(7_000, '[', ']'),
  () => deep(3_000, '{"a":', '}').text.replace(':}', ':0}'),
  () => new Raw(`${'{"a":'.repeat(3_000)}0${'}'.repeat(3_000)}`),
  () => new Raw(`[${'0,'.repeat(8_000)}0]`),
  () => new Raw(`{${Array.from({ length: 1_000 }, (_, key) => `"k${key}":1`).join(',')}}`),
  () => 'x'.repeat(120_000),
];

export const hostile = (chance: Chance): unknown => VALUES[chance.below(VALUES.length)]?.();

/** Keys that nobody asked for. */
export const STRANGE_KEYS = ['__proto__', 'constructor', 'toString', 'seat', 'by', 'at', 'step', 'type', '', '\u200b', 'x'.repeat(200)];
