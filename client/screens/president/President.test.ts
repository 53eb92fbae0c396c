import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { sensitivity } from '../../../shared/tally/sensitivity.ts';
import { team } from '../../gallery/literal.ts';
import { cutLine } from '../../ui/jury/cut.ts';
import { deliberation, settled } from '../../ui/jury/literal.ts';
import BehindDoors from './BehindDoors.svelte';
import President, { states } from './states.ts';

const plain = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
const body = (name: string) => render(President, { props: states[name] as never }).body;
/** What a person reads: the text without its tags, spaces made plain. */
const read = (name: string) => plain(body(name));

/** The deliberation once its readings are in. */
function sounded(name: string): string {
  const state = states[name];
  const { matrix } = state?.views.presidency ?? { matrix: null };
  const jury = state?.views.jury.deliberation;
  if (!state || !matrix || !jury) throw new Error(name);
  const sounding = { sensitivity: sensitivity(matrix, jury.places) };
  return render(BehindDoors, { props: { ...state, deliberation: jury, matrix, sounding } as never }).body;
}

describe('passages', () => {
  test('the president marks like any juror', () => expect(body('passages').match(/type="radio"/g)).toHaveLength(20));
  test('and sees who has handed in, by name, without a mark', () => {
    expect(read('passages')).toMatch(/Bulletins reçus .*95 Accueil de la petite enfance 9 sur 15 .*Siège 3, DGS du Nord aucune note/);
    expect(read('passages')).toMatch(/Siège 1, Élue ou élu du Nord 2 sur 4/);
    expect(read('passages')).toMatch(/Projet 10 15 sur 15/);
    expect(read('passages')).not.toMatch(/\d,\d\d/);
  });
  test('hands in their order, how often each has spoken, and one full button', () => {
    expect(read('hands')).toMatch(/Siège 5, .* a la parole\. .*Siège 3, DGS du Nord a parlé 2 fois .*Siège 12, .* pas encore parlé/);
    expect(body('hands').match(/aria-label="Donner la parole à Siège 3"/g)).toHaveLength(1);
    expect(read('hands')).toContain('Baisser toutes les mains');
  });
  test('after the lock, late ballots can be admitted and ballots opened again', () => {
    expect(read('curtain')).toMatch(/Siège 11, .* complet fait à 16 h 24, reçu à 17 h 01 Admettre/);
    expect(read('curtain')).toContain('3 sur 4, papier reçu à 17 h 03');
    expect(read('curtain')).toContain('Rouvrir un bulletin');
    expect(read('passages')).not.toContain('Rouvrir un bulletin');
  });
});

describe('deliberation', () => {
  test('the headline is the readings’', () => {
    expect(plain(sounded('deliberation-tie'))).toContain('Sept équipes sont devant partout. La huitième place est ouverte.');
    expect(plain(sounded('deliberation-vote-closed'))).toContain('Le jury a désigné la huitième.');
  });
  test('before they are in, it says what the ranking says, and that it reads on', () => {
    expect(read('deliberation-tie')).toContain('Sept équipes sont devant. Une place est ouverte.');
    expect(read('deliberation-tie')).toContain('Lecture en cours, 0 %');
  });
  test('a table with a caption, and every picture in words', () => {
    const html = sounded('deliberation-tie');
    expect(html).toMatch(/<caption[^>]*>Notes des 15 jurés/);
    expect(html).toContain('aria-label="15 notes de 1,50 à 3,85, moyenne 3,14"');
    expect(html.replaceAll('\u00a0', ' ')).toContain(
      'aria-label="Rangs : moyenne 8, corrigée par juré 8, tronquée 9, jugement majoritaire 9, Borda 8"',
    );
    expect(html.match(/role="img"/g)).toHaveLength(30);
  });
  test('coverage is said, and what is missing is never a 0', () => {
    expect(plain(sounded('deliberation-tie'))).toMatch(/Projet 11 3,08 14\/15 14 bulletins comptés sur 15/);
    expect(plain(sounded('deliberation-tie'))).not.toContain('0,00');
  });
  test('only what is open is lit', () => {
    expect(sounded('deliberation-tie').match(/<tr class="[^"]*lit/g)).toHaveLength(2);
    expect(sounded('deliberation-vote-closed')).not.toMatch(/<tr class="[^"]*lit/);
    expect(sounded('list-closed')).not.toMatch(/<tr class="[^"]*lit/);
  });
  test('a tie has its ladder, and one next step', () => {
    expect(read('deliberation-tie')).toContain('Égalité au 8e rang');
    expect(read('deliberation-tie')).toContain('Prendre la 1re marche : Le drame');
    expect(read('deliberation-vote-open')).toContain('Le vote est en cours.');
    expect(read('deliberation-tie-split')).toContain('Donner la voix prépondérante');
    expect(read('deliberation-draw')).toContain('Tirer au sort en public');
    expect(read('deliberation-step-taken')).toContain('1re marche : Occupation du domaine public devant.');
  });
  test('an open vote says who is awaited, and nothing of what was voted', () => {
    const text = read('deliberation-vote-open');
    expect(text).toContain('11 sur 15 ont voté');
    expect(text).toContain('N’ont pas encore voté (4)');
    expect(text).toContain('Siège 15, DGS du Val-d’Oise');
    expect(text).toContain('Clore sans 4 voix');
    expect(text.slice(text.indexOf('Motion 2'), text.indexOf('Clore sans 4 voix'))).not.toMatch(/exprimée|\d pour|\d contre/);
  });
  test('in a secret one no voice is said aloud', () => {
    expect(read('deliberation-vote-open')).toContain('Consigner une voix dite à voix haute');
    expect(read('deliberation-vote-secret')).not.toContain('Consigner une voix dite à voix haute');
    expect(read('deliberation-vote-secret')).toContain('scrutin secret');
  });
  test('a closed one says its count in figures, words and circles', () => {
    expect(read('deliberation-vote-closed')).toMatch(/7 pour 6 contre 2 abst\. 13 exprimées, majorité à 7\./);
    expect(read('deliberation-vote-closed')).toContain('Adoptée');
    expect(read('deliberation-vote-closed')).toContain('15 votants, scrutin complet');
  });
  test('a split awaits the casting vote, and nothing else is asked meanwhile', () => {
    expect(read('deliberation-split')).toMatch(/Voix prépondérante : pour .*Voix prépondérante : contre/);
    expect(read('deliberation-split')).not.toContain('Mettre une motion aux voix');
  });
  test('a departure is with its motion, or still to be voted', () => {
    expect(read('deliberation-departed')).toContain('Accueil de la petite enfance écartée, motion 2');
    expect(read('deliberation-to-depart')).toContain('Accueil de la petite enfance est devant la ligne et hors de la liste : à voter');
    expect(read('deliberation-to-depart')).toContain('Un écart au classement reste à voter');
  });
  test('the list says what keeps it open, and where the places are', () => {
    expect(read('deliberation-tie')).toContain('8e place ouverte');
    expect(read('deliberation-tie')).toContain('La liste n’a que 7 projets');
    expect(body('deliberation-tie')).toMatch(/<button[^>]*aria-disabled="true"[^>]*>(<!--.*?-->)*La liste n’a que/);
    expect(read('deliberation-settled')).toContain('Arrêter la liste des 8');
  });
  test('quorum: who is present, and in words when it is broken', () => {
    expect(read('deliberation-tie')).toContain('Quorum atteint : 15 sur 15');
    expect(read('deliberation-no-quorum')).toContain('Quorum non atteint : 6 sur 8 requis');
  });
  test('the return is announced', () => {
    expect(read('deliberation-tie')).toContain('Retour annoncé vers 17 h 45, dans 41 min');
    expect(read('return-late')).toContain('heure passée de 3 min');
  });
  test('late ballots and those open again stand first', () => {
    expect(read('deliberation-late')).toMatch(
      /Bulletins tardifs .*Admettre .*rouvert à 17 h 02 : Deux critères inversés à la saisie\. Refermer/,
    );
  });
  test('ballots that nothing joins: said, and four knots', () => {
    expect(read('deliberation-apart')).toContain(
      'La moyenne corrigée n’est pas calculable : les bulletins forment deux groupes que rien ne relie.',
    );
    expect(sounded('deliberation-apart')).toContain('corrigée par juré non calculable');
  });
  test('notes only: nothing is ranked', () => {
    expect(read('deliberation-notes')).toContain('Ce jury ne met pas de notes : il désigne. Cinq places sont ouvertes.');
    expect(body('deliberation-notes')).not.toContain('<table');
  });
  test('three teams, and two hundred', () => {
    expect(plain(sounded('deliberation-three'))).toContain('Chaque équipe a une place.');
    expect(body('deliberation-many').match(/role="img"/g)).toHaveLength(400);
  });
  test('closed, it can be opened again once', () => {
    expect(read('list-closed')).toContain('Liste arrêtée à 17 h 12');
    expect(read('list-closed')).toContain('Rouvrir la liste');
    expect(read('list-closed')).not.toContain('Mettre une motion aux voix');
    expect(read('list-closed')).not.toContain('Arrêter la liste');
    expect(read('list-reopened')).toContain('Rouverte à 17 h 20 : Un département a été mal lu.');
  });
});

describe('restitution', () => {
  test('what the room sees, and nothing ahead', () => {
    expect(read('restitution')).toContain('Cuisiner autrement');
    expect(read('restitution')).not.toContain('Album de vie');
    expect(read('restitution')).not.toContain('Rouvrir la liste');
  });
  test('before the first name, a list may still be opened again', () => expect(read('restitution-unsaid')).toContain('Rouvrir la liste'));
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
