import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { forum } from '../../gallery/literal.ts';
import Public, { states } from './states.ts';

function html(name: string): string {
  const props = states[name];
  if (!props) throw new Error(`no state ${name}`);
  return render(Public, { props }).body;
}

const plain = (body: string): string =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const shown = (name: string): string => plain(html(name));

test.each([
  ['waiting', ['En direct', 'À suivre, 14 h 15 :', 'Introduction du jury par beta.gouv.fr', 'vers 16 h 42 Délibération']],
  ['between', ['À suivre, passage 7 sur 15 :', 'Album de vie', 'Fin des passages vers 16 h 42']],
  ['pitch', ['Passage 5 sur 15', 'Cuisiner autrement', 'Pitch', 'sur 3 min', '1:58', 'À suivre : Projet 9', 'Lire le temps restant']],
  ['overtime', ['Temps écoulé', '0:12']],
  ['paused', ['Petite pause technique, on reprend', '1:12']],
  ['locked', ['Les notes sont closes.', '0419 e71f']],
  ['deliberation', ['Le jury délibère.', 'Retour vers', 'Le jury est à huis clos.']],
  ['draw-numbers', ['Tirage de l’ordre de passage', '59 Nord, 7', '80 Somme, – pas encore dit', 'Un nombre par département']],
  ['draw-fifth', ['Ordre de passage 5 sur 15 5 80 Cuisiner autrement 4 80 Projet 14']],
  ['draw-order', ['1 59 Projet 10 2 62 Occupation', 'Vérifier le tirage', '7-31-12-5-88']],
  ['laureates-committed', ['Premier rendez-vous : 28 décembre 2019', 'Soutien : Direction générale adjointe aux solidarités']],
  ['closed-committed', ['Premier rendez-vous : 27 janvier 2020', 'Temps libéré : Un jour par semaine']],
  ['reveal', ['Projet retenu', 'Cuisiner autrement', 'Projets retenus : 3 sur 8', 'Occupation du domaine public', 'Lire l’annonce']],
  ['laureates', ['Les 8 projets retenus', 'Le bon interlocuteur']],
  ['closed', ['Merci à toutes et à tous !', 'Les 8 projets retenus', 'Album de vie']],
])('%s reads like the wall', (name, expected) => {
  for (const words of expected) expect(shown(name)).toContain(words);
});

test('a lost line says so, and how old what is shown may be', () => {
  expect(shown('lost')).toContain('Connexion perdue, nouvel essai…');
  expect(shown('lost')).toContain('À jour il y a 12 s');
  expect(shown('lost')).toContain('1:58');
  expect(shown('pitch')).not.toContain('À jour');
});

test('the programme gives each team its hour, and tells a forecast from what has been', () => {
  const programme = plain(html('pitch').split('id="programme"')[1] ?? '');
  expect(programme).toContain('14 h 33 1. Projet 10 59 passé');
  expect(programme).toContain('5. Cuisiner autrement 80 sur scène');
  expect(programme).toContain('vers 15 h 15 6. Projet 9 59');
  expect(programme).not.toContain('Brief');
});

test('names not yet said are only in the programme, which holds every team alike', () => {
  const before = html('reveal-none').split('id="programme"')[0] ?? '';
  for (const team of forum.teams) expect(before).not.toContain(team.shortName);
  const during = html('reveal').split('id="programme"')[0] ?? '';
  expect(forum.teams.filter((team) => during.includes(team.shortName)).map(({ id }) => id)).toEqual(['e04', 'e06', 'e08']);
});

test('the line that redoes the draw is there once every team is out, to be copied whole', () => {
  expect(html('draw-order').replace(/&(quot|amp);/g, '"')).toMatch(/<pre[^>]*>for t in e01 .*sha256sum.*\| sort<\/pre>/);
  expect(html('draw-fifth')).not.toContain('sha256sum');
});

test('while the order is drawn no order is on the page but what is out', () => {
  for (const name of ['draw-numbers', 'draw-fifth']) expect(shown(name)).not.toContain('Cantines des collèges');
});

test('comfort is two pressed or unpressed buttons', () => {
  expect(html('waiting').match(/<button[^>]*aria-pressed="false"/g)).toHaveLength(2);
  expect(shown('waiting')).toContain('Texte plus grand');
  expect(shown('waiting')).toContain('Réduire les animations');
});

test('the timer is silent and the status speaks', () => {
  expect(html('pitch')).toMatch(/<p[^>]*role="timer" aria-live="off"/);
  expect(html('pitch')).toMatch(/class="visually-hidden" role="status">Pitch, Cuisiner autrement, 3 minutes\./);
});
