import { expect, test } from 'vitest';
import { ageOf } from './backup-age.ts';

test('[J27] the age of a copy is one that can be read at a glance, and an old one without a fault holds all there is', () => {
  expect(
    [null, 0, 14_999, 15_000, 59_999, 60_000].map((age) => ageOf(age === null ? null : 100_000 - age, 100_000).replaceAll(/\s/g, ' ')),
  ).toEqual(['en cours', 'à l’instant', 'à l’instant', 'il y a 15 s', 'il y a 59 s', 'à jour']);
  // A screen's second may be behind the server's.
  expect(ageOf(101_000, 100_000)).toBe('à l’instant');
});
