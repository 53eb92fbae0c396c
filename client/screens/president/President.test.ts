import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { team } from '../../gallery/literal.ts';
import { cutLine } from '../../ui/jury/cut.ts';
import { deliberation, settled } from '../../ui/jury/literal.ts';
import President, { states } from './states.ts';

const body = (name: string) => render(President, { props: states[name] as never }).body;
/** What a person reads: the text without its tags, spaces made plain. */
const read = (name: string) =>
  body(name)
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');

describe('passages', () => {
  test('the president marks like any juror', () => expect(body('passages').match(/type="radio"/g)).toHaveLength(20));
  test('and sees who has handed in, by name, without a mark', () => {
    expect(read('passages')).toMatch(/Bulletins reçus .*95 Accueil de la petite enfance 9 sur 15 .*Siège 3, DGS du Nord aucune note/);
    expect(read('passages')).toMatch(/Siège 1, Élue ou élu du Nord 2 sur 4/);
    expect(read('passages')).toMatch(/Projet 10 15 sur 15/);
    expect(read('passages')).not.toMatch(/\d,\d\d/);
  });
});

describe('deliberation', () => {
  test('a tie at the cut is said, and the line stays open', () => {
    const text = read('deliberation-tie');
    expect(text).toContain('Sept équipes sont devant. Une place est ouverte.');
    expect(text).toContain('Une place, deux équipes à 3,14 : la ligne reste ouverte');
    expect(text).toContain('Rien n’est visible hors du jury');
    expect(text.match(/ex æquo/g)).toHaveLength(2);
    expect(text).toMatch(/10 60 Projet 11 3,08 14\/15/);
    expect(text).toContain('La liste n’a que 7 projets');
    expect(body('deliberation-tie').match(/type="checkbox" checked/g)).toHaveLength(7);
  });
  test('settled by the marks, the list can be closed', () => {
    expect(read('deliberation-settled')).toContain('Huit équipes sont devant la ligne.');
    expect(read('deliberation-settled')).toContain('La ligne des 8');
    expect(read('deliberation-settled')).toContain('Arrêter la liste des 8');
    expect(read('deliberation-settled')).not.toContain('ex æquo');
  });
  test('a short list cannot be closed and says why', () => {
    expect(read('deliberation-short-list')).toContain('La liste n’a que 7 projets');
    expect(read('deliberation-short-list')).not.toContain('Arrêter la liste');
    expect(body('deliberation-short-list')).toMatch(/<button[^>]*aria-disabled="true"/);
  });
  test('once the jury has chosen, the tie stays a tie and the line is whole', () => {
    expect(read('deliberation-chosen')).toContain('Égalité à 3,14, tranchée par la liste');
    expect(read('deliberation-chosen')).not.toContain('reste ouverte');
    expect(read('deliberation-chosen').match(/ex æquo/g)).toHaveLength(2);
  });
  test('a full list takes no ninth', () => {
    expect(body('deliberation-settled').match(/<input[^>]*type="checkbox"[^>]*aria-disabled="true"/g)).toHaveLength(7);
  });
  test('the return can be put off', () => {
    expect(read('deliberation-tie')).toContain('Retour annoncé vers 17 h 42, dans 38 min');
    expect(body('deliberation-tie').replaceAll('\u00a0', ' ')).toContain('aria-label="Retour 5 min plus tard, vers 17 h 47"');
    expect(read('return-late')).toContain('heure passée de 3 min');
  });
  test('closed, nothing can be touched', () => {
    expect(read('list-closed')).toContain('Liste arrêtée à 17 h 12');
    expect(body('list-closed')).not.toContain('checkbox');
    expect(read('list-closed')).not.toContain('Arrêter la liste');
  });
});

test('restitution: what the room sees, and nothing ahead', () => {
  expect(read('restitution')).toContain('Cuisiner autrement');
  expect(read('restitution')).not.toContain('Album de vie');
});

describe('the line', () => {
  test('is open across a tie', () => expect(cutLine(deliberation)).toEqual({ after: 8, ahead: 7, places: 1, tied: 2, chosen: false }));
  test('is settled without one', () => expect(cutLine(settled)).toEqual({ after: 8, ahead: 8, places: 0, tied: 0, chosen: true }));
  test('is not there when every team has a place', () => expect(cutLine({ ...settled, places: 15 }).after).toBeNull());
  test('counts the places that a larger tie shares', () => {
    const rows = deliberation.rows.map((row, index) => (index >= 6 && index <= 8 ? { ...row, rank: 7, tied: true } : row));
    const open = rows.slice(6, 9).map((row) => row.team);
    expect(cutLine({ ...deliberation, rows, open, list: [team('e01')] })).toEqual({
      after: 8,
      ahead: 6,
      places: 2,
      tied: 3,
      chosen: false,
    });
  });
});
