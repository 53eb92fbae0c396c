import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Coach, { states } from './states.ts';

/** One table's article, as a person reads it. */
function article(name: string, team: string): string {
  const { body } = render(Coach, { props: states[name] as never });
  const html = new RegExp(`<article id="${team}".*?</article>`, 's').exec(body)?.[0] ?? '';
  return html
    .replaceAll(/<!--.*?-->|<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}
const body = (name: string) => render(Coach, { props: states[name] as never }).body.replaceAll(/<!--.*?-->/g, '');

test('says first how many sheets are ready; spaces alone are not a text', () => {
  expect(body('some')).toContain('2 fiches prêtes sur 15');
  expect(body('empty')).toContain('Aucune fiche prête sur 15');
});

test('every table has its place, its plate and a way to it that leaves the address alone', () => {
  expect(body('empty').match(/<article /g)).toHaveLength(15);
  expect(body('some')).toContain('aria-label="Table 5, fiche prête"');
  expect(body('some')).toContain('aria-label="Table 6, commencée"');
  expect(body('some')).not.toContain('href=');
  expect(article('some', 'e05')).toMatch(/^Table 5 80 Album de vie Fiche prête Écrit à 10 h 12 Le drame Un enfant/);
});

test('says which parts are still to write', () => {
  expect(article('some', 'e02')).toContain('2 parties à écrire');
  expect(article('some', 'e06')).toMatch(/La mise en œuvre À écrire$/);
  expect(article('some', 'e01')).toMatch(/Rien d’écrit$/);
});

test('once the brief has opened the sheets are said to be frozen', () => {
  expect(body('frozen')).toContain('figées');
  expect(body('some')).not.toContain('figées');
  expect(body('frozen')).toContain('Connexion perdue');
});
