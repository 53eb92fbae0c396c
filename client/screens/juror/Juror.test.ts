import { describe, expect, test } from 'vitest';
import { grid, live, team } from '../../gallery/literal.ts';
import { drawn } from './drawn.ts';
import { blank, seat } from './literal.ts';
import { momentOf } from './moment.ts';
import { states } from './states.ts';

const body = (name: string) => drawn(states, name);
/** What a person reads: the text without its tags, spaces made plain. */
const read = (name: string) =>
  body(name)
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
const checked = (name: string) =>
  [...body(name).matchAll(/<input[^>]*\bchecked\b[^>]*>/g)].map(([input]) => /aria-label="([^"]*)"/.exec(input)?.[1]);

describe('before the passages', () => {
  test('says which seat this is, and what comes next when', () => {
    expect(read('waiting')).toMatch(/Siège 5 60 Agente ou agent de l’Oise/);
    expect(read('waiting')).toMatch(/À suivre, 14 h 00 Brief du jury/);
    expect(read('waiting-introduction')).toMatch(/À suivre, vers 14 h 33 Premier passage .*Projet 10/);
    expect(body('waiting')).not.toContain('radio');
  });
  test('a link to no seat says where to go', () => expect(read('no-seat')).toContain('secrétariat'));
  test('the trial is labelled as one, and shows what is recorded', () => {
    expect(read('brief-trial')).toMatch(/Essai .*Projet d’essai/);
    expect(read('brief-trial')).toContain('Rien ne compte ici');
    expect(read('brief-trial')).toContain('encore 2 notes');
    expect(checked('brief-trial')).toEqual(['3, Correct', '4, Bon']);
  });
});

describe('marking', () => {
  test('a team that is called is shown with its sheet, and cannot be marked yet', () => {
    expect(read('called')).toMatch(/Passage 3 sur 15 Appelé .*Le drame En 2018/);
    expect(read('called')).toContain('Les notes s’ouvrent au début du pitch');
    expect(read('called')).toContain('Il manque 1 note : Occupation du domaine public');
    expect(body('called')).not.toContain('type="radio"');
  });
  test('four named groups of native radios', () => {
    expect(body('pitch-empty').match(/<fieldset/g)).toHaveLength(4);
    expect(body('pitch-empty').match(/type="radio"/g)).toHaveLength(20);
    expect(read('pitch-empty')).toMatch(/Passage 3 sur 15 Pitch 2:48/);
    expect(read('pitch-empty')).toContain('Il manque 4 notes');
    expect(checked('pitch-empty')).toEqual([]);
  });
  test('says what is recorded and what is missing, in words', () => {
    expect(read('pitch-incomplete')).toMatch(/Enregistré à 14 h 52 · [0-9A-Z]{6} Il manque 2 notes/);
    expect(read('pitch-incomplete').match(/à noter/g)).toHaveLength(2);
    expect(body('pitch-incomplete')).toMatch(/aria-label="Effacer la note\s: Le drame"/);
    expect(read('questions-complete')).toMatch(/Questions 3:24/);
    expect(read('questions-complete')).toMatch(/Enregistré à 14 h 54 · [0-9A-Z]{6} modifiable/);
    expect(read('questions-complete')).not.toContain('Il manque');
  });
  test('has no button to validate', () => expect(read('questions-complete')).not.toMatch(/Valider/));
  test('without network the marks stay, and it says since when', () => {
    expect(checked('offline-kept')).toHaveLength(4);
    expect(read('offline-kept')).toContain('Sans réseau : gardé ici, envoi automatique 4 notes sur ce téléphone depuis 14 h 55');
    expect(read('offline-kept')).not.toContain('Enregistré');
  });
  test('the last team stays markable between two, with the next announced', () => {
    expect(read('between')).toMatch(/Passage 7 sur 15 Passé .*album de vie.* À suivre : Projet 15/);
    expect(body('between').match(/type="radio"/g)).toHaveLength(20);
    expect(read('all-passed')).toContain('Tous sont passés');
  });
  test('a ballot one went back to leads back to the team on stage', () => {
    expect(read('revised')).toMatch(/Passage 3 sur 15 Passé/);
    expect(read('revised')).toContain('Revenir à Projet 9');
    expect(read('revised')).not.toMatch(/\d:\d\d/);
  });
  test('the time is never spoken', () => expect(body('pitch-empty')).toMatch(/role="timer"/));
});

describe('review', () => {
  test('lists every team in passing order, with its figures and one’s own mean', () => {
    expect(read('review')).toMatch(/15 projets, 58 notes\. Votre moyenne : 3,69\. Touchez une ligne/);
    expect(read('review')).toMatch(/1 59 Projet 10 .*3 .*4 .*3 .*3 .*2 62 Occupation du domaine public/);
    expect(read('review')).toContain('La mise en œuvre : sans note');
    expect(body('review')).toMatch(/role="img" aria-label="14 projets notés en entier, de 2,55 à 4,75"/);
  });
  test('cannot be changed once closed', () => {
    expect(read('review-mixed')).toContain('Les notes sont closes');
    expect(read('closed-ballot')).toMatch(/Les notes de ce projet sont closes\. Elles ne changent plus\..*Le drame 3 Correct/);
    expect(body('closed-ballot')).not.toContain('radio');
  });
});

describe('after the lock', () => {
  test('the curtain says what was received', () => {
    expect(read('closed-curtain')).toMatch(/16 h 44 Bulletin clos Vos 60 notes sur 15 projets sont reçues\. Aucune ne manque\./);
  });
  test('what came too late stays visible with its words, until understood', () => {
    expect(read('refused-late')).toContain('Il en manque 2, sur 1 projet');
    expect(read('refused-late')).toMatch(/Gardé ici, hors délai Projet 13 à 16 h 45 La mise en œuvre : 3 L’effet pour l’usager : 3/);
    expect(read('refused-late')).toContain('après la clôture des notes');
    expect(read('refused-late')).toContain('J’ai compris');
    expect(read('refused-marking')).toContain('1 note hors délai, gardée ici');
  });
  test('deliberation: aggregates and one’s own marks, a tie as a tie, the line open', () => {
    const text = read('deliberation');
    expect(text).toContain('Retour annoncé vers 17 h 42, dans 38 min');
    expect(text).toMatch(/1 59 Le bon interlocuteur .*Vous : 5 4 4 5 3,94 15\/15/);
    expect(text.match(/ex æquo/g)).toHaveLength(2);
    expect(text).toContain('Une place, deux équipes à 3,14 : la ligne reste ouverte');
    expect(text).toContain('14 bulletins comptés sur 15');
    expect(text).toMatch(/La liste des 8 7 sur 8 .*Place ouverte/);
    expect(text).not.toContain('Retenir');
  });
});

describe('restitution', () => {
  test('shows the names said, and nothing ahead of them', () => {
    expect(read('room-opening')).toContain('Le jury est de retour');
    expect(read('room-opening')).not.toContain('Cuisiner');
    expect(read('reveal')).toMatch(/Projet retenu, 3 sur 8 Cuisiner autrement .*Déjà annoncés .*Accueil de la petite enfance/);
    expect(read('reveal')).not.toContain('Album de vie');
  });
  test('then all of them, then thanks', () => {
    expect(read('laureates')).toContain('Les 8 projets retenus');
    expect(read('closed')).toContain('Merci d’avoir siégé');
  });
  test('and the receipts, to hold beside the minutes', () => {
    expect(read('closed')).toContain('Vérifier mes reçus');
    expect(read('laureates')).not.toContain('Vérifier mes reçus');
  });
});

test('a team whose ballots are locked is not under the thumb', () => {
  const between = live({ show: 'between', next: team('e04'), place: 2 }, 2);
  const ballot = { ...blank, team: team('e10') };
  expect(momentOf({ live: between, grid, seat: seat([ballot]) })).toEqual({ is: 'marking', team: 'e10' });
  expect(momentOf({ live: between, grid, seat: seat([{ ...ballot, locked: true }]) })).toEqual({ is: 'waiting' });
});
