import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const numbers = [...readFileSync(`${root}shared/RULES.md`, 'utf8').matchAll(/^- \[([A-Z]\d+)\] \S/gm)].map(([, number = '']) => number);

/** Every number with which the name of a test begins, in the whole project. */
const borne = new Set(
  ['shared', 'server', 'client', 'scripts']
    .flatMap((floor) => readdirSync(`${root}${floor}`, { recursive: true, encoding: 'utf8' }).map((file) => `${root}${floor}/${file}`))
    .filter((file) => /\.(test|spec)\.ts$/.test(file) && !file.includes('node_modules'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/['"`]((?:\[[A-Z]\d+\],? ?)+)/g)])
    .flatMap(([name]) => [...name.matchAll(/\[([A-Z]\d+)\]/g)])
    .map(([, number = '']) => number),
);

test('a rule bears its number once', () => {
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  expect(numbers.length).toBeGreaterThan(100);
});

test('every rule has a test that bears its number', () => {
  expect(numbers.filter((number) => !borne.has(number))).toEqual([]);
});

test('every number in a test is that of a rule', () => {
  expect([...borne].filter((number) => !numbers.includes(number))).toEqual([]);
});
