import { expect, test } from 'vitest';
import { setup } from '../../gallery/literal.ts';
import { balanced, fitted, wallSize, widthOf } from './fit.ts';

const names = setup.teams.flatMap(({ name, shortName }) => [name, shortName ?? name]);

test('a name cut in lines loses nothing', () => {
  for (const name of names) for (const count of [1, 2, 3, 4]) expect(balanced(name, count).join(' ')).toBe(name);
});

test('lines are of nearly the same width', () => {
  expect(balanced('Cuisiner autrement', 2)).toEqual(['Cuisiner', 'autrement']);
});

test('a word of one or two letters stays with what follows', () => {
  expect(balanced('Première réponse à l’usager', 3)).toEqual(['Première', 'réponse', 'à l’usager']);
});

test('the largest size that fits is taken, and every line is inside', () => {
  const [wide, long] = [165, 'Cuisiner autrement, développer les circuits courts bio et faits maison dans les cantines des collèges'];
  expect(fitted('Album de vie', [22, 17, 13], 43, () => wide).size).toBe(22);
  const { size, lines } = fitted(long, [13, 9, 7, 6], 31, () => wide);
  expect(size).toBe(9);
  for (const line of lines) expect(widthOf(line) * size).toBeLessThanOrEqual(wide);
});

test('a place that narrows upward takes a smaller size', () => {
  const tent = (top: number) => 120 - top;
  expect(fitted('Cuisiner autrement', [27, 17], 60, tent).size).toBe(17);
});

test('what fits nowhere takes the smallest size', () => {
  expect(fitted('Anticonstitutionnellement', [22, 17, 13], 20, () => 40).size).toBe(13);
});

test('a wall of more names is set smaller', () => {
  const sizes = [9, 8, 7, 6, 5, 4];
  const few = wallSize(['Album de vie', 'Cuisiner autrement'], sizes, 80, 178, 2, 1);
  expect(few).toBe(9);
  expect(wallSize(names, sizes, 80, 178, 2, 1)).toBeLessThan(few);
});
