import fc from 'fast-check';
import { expect, test } from 'vitest';
import { at } from '../../../shared/testing/times.ts';
import { millis } from '../../../shared/time.ts';
import { and, dateAt, day, ended, hour, length, mean, roundLength, typeset } from './forms.ts';

test('[H27] hours and days are those of the forum’s time zone', () => {
  expect(hour(at('14:05'), 'Europe/Paris')).toBe('14 h 05');
  expect(hour(at('14:05'), 'America/Guadeloupe')).toBe('9 h 05');
  expect(dateAt(at('00:30'), 'Europe/Paris')).toBe('2019-11-28');
  expect(dateAt(at('00:30'), 'America/Guadeloupe')).toBe('2019-11-27');
  expect([day('2019-11-28'), day('2020-05-01')]).toEqual(['jeudi 28 novembre 2019', 'vendredi 1er mai 2020']);
});

test('[H27] lengths in minutes and seconds, hours when there are some; round ones without seconds', () => {
  expect([184_999, 45_000, 0, 3_723_000].map((of) => length(millis(of)))).toEqual(['3 min 04 s', '45 s', '0 s', '1 h 02 min 03 s']);
  expect([180_000, 150_000, 3_600_000, 30_000].map((of) => roundLength(millis(of)))).toEqual(['3 min', '2 min 30 s', '1 h', '30 s']);
});

test('[H27] an exact mean is rounded half up, to the nearest hundredth', () => {
  expect([mean(1, 8), mean(5, 1), mean(3, 0)]).toEqual(['0,13', '5,00', '–']);
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 10_000 }), (sum, over) => {
      const hundredths = Number(mean(sum, over).replace(',', ''));
      // |hundredths / 100 - sum / over| <= 1/200, in whole numbers; on the edge it is the upper one.
      const off = 2 * (hundredths * over - 100 * sum);
      expect(off).toBeLessThanOrEqual(over);
      expect(off).toBeGreaterThan(-over);
    }),
  );
});

test('[H27] spaces are hard before high marks, inside guillemets, and between a number and what it counts', () => {
  expect(typeset('Votes : « Album » ; oui ? À 14 h 05, 3 min 04 s, vote 3, siège 10, n° 7')).toBe(
    'Votes\u00A0: «\u00A0Album\u00A0»\u00A0; oui\u00A0? À 14\u00A0h\u00A005, 3\u00A0min\u00A004\u00A0s, vote\u00A03, siège\u00A010, n°\u00A07',
  );
  expect(typeset('12 hommes, 3 solutions')).toBe('12 hommes, 3 solutions');
  fc.assert(fc.property(fc.string(), (text) => typeset(text).replaceAll('\u00A0', ' ') === text.replaceAll('\u00A0', ' ')));
});

test('[H27] lists end with "et", sentences with one full stop', () => {
  expect([and([]), and(['A']), and(['A', 'B']), and(['A', 'B', 'C'])]).toEqual(['', 'A', 'A et B', 'A, B et C']);
  expect([ended('Oui'), ended('Oui.'), ended('Oui ?')]).toEqual(['Oui.', 'Oui.', 'Oui ?']);
});
