import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { grid, team } from '../../gallery/literal.ts';
import { drawn } from './drawn.ts';
import { momentOf, openTeams } from './moment.ts';
import Receipts from './Receipts.svelte';
import Recusal from './Recusal.svelte';
import { states } from './states.ts';

const plain = (html: string) =>
  html
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ');
const body = (name: string) => drawn(states, name);
const read = (name: string) => plain(body(name));
const views = (name: string) => (states[name] as (typeof states)[string]).views;

describe('present or gone', () => {
  test('a seat not yet there has one button, and none once it is', () => {
    for (const name of ['absent-waiting', 'absent-trial']) expect(body(name).match(/Je suis là/g)).toHaveLength(1);
    expect(read('draw')).toContain('Présence enregistrée');
    expect(body('draw')).not.toContain('Je suis là');
  });
  test('a seat recorded as gone is told so, and gives no marks', () => {
    expect(read('left-waiting')).toContain('Votre départ est consigné');
    expect(read('left-pitch')).toContain('Votre départ est consigné');
    expect(body('left-pitch')).not.toContain('radio');
    expect(openTeams(views('left-pitch').seat)).toEqual([]);
  });
  test('the draw is not the return of the jury', () => expect(read('draw')).toMatch(/En ce moment Tirage de l’ordre/));
});

describe('recusal', () => {
  const ask = (name: string, id: string | null) => {
    const { views: given, room } = states[name] as (typeof states)[string];
    const props = { views: given, room, team: id === null ? null : team(id), onclose: () => undefined };
    return plain(render(Recusal, { props }).body);
  };
  test('is asked in words before anything is sent', () => {
    expect(ask('recusal-team', 'e10')).toMatch(/Vous déporter de « Projet 10.* » \? Vous ne noterez pas ce projet/);
    expect(ask('recusal-team', 'e10')).toMatch(
      /Seul le secrétariat peut lever un déport\. .*Oui, je me déporte de ce projet .*Non, revenir/,
    );
    expect(ask('recusal-session', 'e10')).toContain('Vous déporter de toute la séance ?');
  });
  test('is from what the règlement says: one’s own département needs no button', () => {
    expect(ask('recusal-session', null)).not.toContain('Projet 10');
    const own = views('recusal-department').seat?.recusedFrom.length ?? 0;
    expect(own).toBeGreaterThan(0);
    expect(ask('recusal-department', null).match(/Votre département/g)).toHaveLength(own);
    expect(ask('recusal-department', null).match(/Me déporter(?!…)/g)).toHaveLength(15 - own);
    expect(ask('recusal-team', null).match(/Me déporter(?!…)/g)).toHaveLength(14);
  });
  test('a recused team has its sheet, one sentence, and no stations', () => {
    for (const name of ['recused-pitch', 'recused-department']) expect(body(name)).not.toContain('radio');
    expect(read('recused-pitch')).toMatch(/Vous vous êtes déporté de ce projet .*rien ne manque à votre bulletin\. .*Le drame En 2018/);
    expect(read('recused-department')).toContain('Un projet de votre département');
    expect(momentOf(views('recused-session'))).toEqual({ is: 'waiting' });
  });
  test('is missing nowhere', () => {
    expect(openTeams(views('recused-pitch').seat)).not.toContain('e08');
    expect(read('review-mixed')).toMatch(/Cuisiner autrement Déport, sans note/);
  });
});

describe('the floor', () => {
  test('one asks, is told one’s place, and is given it', () => {
    expect(read('pitch-incomplete')).toContain('Demander la parole');
    expect(read('hand-raised')).toMatch(/Main levée, 2e Baisser/);
    expect(read('hand-speaking')).toMatch(/La présidence vous donne la parole Redemander/);
  });
  test('not about a team one stands back from, nor between two teams', () => {
    for (const name of ['recused-pitch', 'between']) expect(read(name)).not.toContain('Demander la parole');
  });
});

describe('after the lock', () => {
  test('marks that came late are shown as set aside', () => {
    expect(read('late-curtain')).toMatch(/Reçu après la clôture, gardé à part Projet 13 reçu à 16 h 45 .*La mise en œuvre : 3/);
    expect(read('late-curtain')).toContain('La présidence peut les admettre');
    expect(read('late-marking')).toContain('4 notes après la clôture, à part');
  });
  test('a ballot opened again is one tap away, and has its stations in the deliberation too', () => {
    expect(read('reopened-marking')).toContain('La présidence a rouvert votre bulletin pour Projet 10');
    expect(read('reopened-curtain')).toContain('rouvert votre bulletin pour Accueil de la petite enfance');
    expect(read('reopened-stations')).toContain('rouvert par la présidence');
    expect(body('reopened-stations').match(/type="radio"/g)).toHaveLength(20);
  });
  test('the curtain has a receipt for each ballot', () => {
    const codes = views('closed-curtain').seat?.ballots.map(({ receipt }) => receipt) ?? [];
    expect(codes).toHaveLength(15);
    for (const code of codes) expect(body('closed-curtain')).toContain(code);
  });
  test('a receipt is made again on the phone, and one that differs is said', () => {
    const given = views('receipts');
    expect(plain(render(Receipts, { props: { views: given } }).body)).toMatch(/Identiques .*\| sha256sum/);
    const other = { ...given, seat: given.seat && { ...given.seat, salt: 'another' } };
    expect(plain(render(Receipts, { props: { views: other } }).body)).toContain('Différents');
  });
});

describe('notes only', () => {
  test('the notebook and the words to the team stand in the place of the stations, each with its name', () => {
    expect(body('notes-pitch')).not.toContain('radio');
    expect(read('notes-pitch')).toMatch(/Carnet privé Reste sur ce téléphone.*Retour à l’équipe Envoyé, puis remis à l’équipe/);
    expect(read('notes-pitch')).toMatch(/Retour enregistré \d+ sur 400/);
  });
  test('nothing is said of marks', () => {
    expect(read('notes-waiting')).toContain('Ce jury ne met pas de notes chiffrées');
    expect(read('notes-curtain')).toMatch(/Passages terminés .*1 retour écrit aux équipes/);
    expect(read('notes-review')).toMatch(/15 projets, sans note chiffrée.*Projet 10 retour écrit .*public sans retour/);
    expect(momentOf({ ...views('absent-trial'), grid: { ...grid, rules: { ...grid.rules, marking: 'notes' } } })).toEqual({
      is: 'waiting',
    });
  });
});

describe('motions', () => {
  const choices = (name: string) => body(name).match(/aria-pressed/g)?.length ?? 0;
  test('an open one takes the head: the question, three choices, and whether it is secret', () => {
    expect(read('motion-open')).toMatch(
      /Motion 1 6 votants sur 15 Placer « Occupation du domaine public » devant .*Pour Contre Abstention/,
    );
    expect(read('motion-open')).toContain('la présidence verra ce que vous votez');
    expect(read('motion-secret')).toMatch(/Mettre « Projet 15 » dans la liste à la place de .* » \? Motif : .*Scrutin secret/);
    expect(read('motion-list')).toMatch(/Retenir cette liste \? .*Album de vie/);
    expect(choices('motion-open')).toBe(3);
  });
  test('one’s own vote is shown and can be changed; a secret one is confirmed, and then gone', () => {
    expect(body('motion-voted').match(/aria-pressed="true"/g)).toHaveLength(1);
    expect(read('motion-voted')).toContain('Vous votez pour.');
    expect(read('motion-secret-asked')).toMatch(/ne se reprend pas\. .*Voter contre, en secret Revenir/);
    expect(read('motion-secret-voted')).toContain('Voté, secret');
    expect([choices('motion-secret-asked'), choices('motion-secret-voted')]).toEqual([0, 0]);
  });
  test('who may not vote is told why', () => {
    expect(read('motion-recused')).toContain('déporté d’un projet dont il est question');
    expect(read('motion-absent')).toContain('vous n’étiez pas noté présent');
    expect([choices('motion-recused'), choices('motion-absent')]).toEqual([0, 0]);
  });
  test('without a line a vote waits, and it is said that nothing is kept', () => {
    expect(read('motion-offline')).toContain('Sans réseau : le vote attend la connexion. Rien n’est gardé ni envoyé.');
    expect(body('motion-offline').match(/aria-disabled="true"/g)).toHaveLength(3);
  });
  test('what was voted stays, the last first, with one’s own vote', () => {
    expect(read('motions-over')).toMatch(
      /Motion 3 .*Partage des voix 7 pour, 7 contre, 0 abstention .*voix prépondérante.*Motion 1 .*Adoptée 7 pour, 6 contre, 2 abstentions .*Vous : pour/,
    );
    expect(read('motions-over')).toContain('À discuter');
  });
});
