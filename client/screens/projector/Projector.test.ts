import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { drawnOrder } from '../../../shared/draw.ts';
import { forum, setup } from '../../gallery/literal.ts';
import { teamOf } from '../../ui/scene/facts.ts';
import Projector, { states } from './states.ts';

function html(name: string): string {
  const props = states[name];
  if (!props) throw new Error(`no state ${name}`);
  return render(Projector, { props }).body;
}

/** What a person reads, in one line. Hard spaces are as they should be printed elsewhere: here they are spaces. */
const text = (body: string): string =>
  body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const shown = (name: string): string => text(html(name));

test.each([
  ['waiting', ['À suivre, 14 h 15 :', 'Introduction du jury par beta.gouv.fr', '14 h 08', 'estrade.local', 'vers 16 h 42 Délibération']],
  ['waiting-passages', ['Passages vers 14 h 33, en premier :', 'Projet 10', '59', 'Nord']],
  ['between', ['À suivre, passage 7 sur 15 :', 'Album de vie', '80', 'Somme', 'Fin des passages vers 16 h 42', '15 h 26']],
  ['between-done', ['15 passages sur 15', 'Les passages sont terminés.']],
  ['called', ['Passage 5 sur 15, c’est à :', 'Cuisiner autrement', 'développer les circuits courts']],
  ['pitch', ['Passage 5 sur 15', 'Cuisiner autrement', '1:58', 'Pitch']],
  ['last-minute', ['0:41', 'Dernière minute']],
  ['overtime', ['+', '0:12', 'Temps écoulé']],
  ['questions', ['3:20', 'Questions du jury']],
  ['long-name', ['Cuisiner autrement, développer les circuits courts bio et faits maison dans les cantines des collèges']],
  ['locked', ['Les notes sont closes.', 'Le jury se retire pour délibérer.', '0419 e71f b828']],
  ['deliberation', ['Le jury délibère.', 'Retour vers', '17', '30']],
  ['deliberation-overdue', ['Il revient d’un instant à l’autre.']],
  ['reveal-none', ['Le jury est de retour.', 'Voici les 8 projets retenus, un par un.']],
  ['reveal', ['3 sur 8', 'Projet retenu', 'Cuisiner autrement', 'Somme']],
  ['laureates', ['Les 8 projets retenus', 'Occupation du domaine public', 'Cantines des collèges']],
  ['thanks', ['Bravo aux 15 équipes !', 'Projet 15', 'Album de vie']],
  ['closed', ['Merci à toutes et à tous !']],
  ['draw-open', ['Tirage de l’ordre de passage', 'Un nombre par département, dit à voix haute.', '13 h 52']],
  ['draw-numbers', ['59 7 60 31 62 12 80 95']],
  ['draw-said', ['Tous les nombres sont dits.', '95 88']],
  ['draw-first', ['1 Projet 10']],
  ['draw-fifth', ['3 Accueil de la petite enfance 4 Projet 14 5 Cuisiner autrement']],
  ['draw-order', ['tirage 7-31-12-5-88', '1 59 Projet 10', '8 95 Projet 15']],
  ['draw-order-second', ['9 60 Projet 12', '15 62 Projet 13']],
  ['draw-forty', ['1234', '27']],
  ['laureates-committed', ['Premier rendez-vous', 'Occupation du domaine public 28 déc.', 'Album de vie 28 déc.']],
  ['lost', ['Connexion perdue', '1:58']],
])('%s says what it must', (name, expected) => {
  // Lines of a name and its hour are cut in elements: spaces between them do not count.
  const compact = (value: string) => value.replace(/\s+/g, '');
  for (const words of expected) expect(compact(shown(name))).toContain(compact(words));
});

test('a pause keeps the time and the floor, and hides the name', () => {
  const paused = shown('paused');
  expect(paused).toContain('Petite pause technique, on reprend');
  expect(paused).toContain('1:12');
  expect(html('paused')).not.toMatch(/<h1/);
});

test('in a reveal, no name but those already said is in the page', () => {
  const named = (name: string) => forum.teams.filter((team) => html(name).includes(team.shortName)).map(({ id }) => id);
  expect(named('reveal-none')).toEqual([]);
  // The wall shows one name at a time: those said before have had their turn.
  expect(named('reveal')).toEqual(['e06']);
  expect(named('deliberation')).toEqual([]);
  expect(named('locked')).toEqual([]);
});

test('while the order comes out, the wall holds no team but those that are out', () => {
  const out = drawnOrder('7-31-12-5-88', setup.order ?? []);
  // What is said aloud names the first once all are out.
  const onWall = (name: string) => text(html(name).replace(/<p class="visually-hidden.*/s, ''));
  const spelt = (id: string) => teamOf(forum, id).shortName.replace(/\s+/g, ' ');
  const named = (name: string) => out.filter((id) => onWall(name).includes(spelt(id)));
  expect(named('draw-said')).toEqual([]);
  expect(named('draw-first')).toEqual(out.slice(0, 1));
  expect(named('draw-fifth')).toEqual(out.slice(2, 5));
  expect(named('draw-order')).toEqual(out.slice(0, 8));
  expect(named('draw-order-second')).toEqual(out.slice(8));
});

test('the boards fill with what is out, the last one in lamp', () => {
  const floor = (name: string) => html(name).split('<ol class="boards')[1] ?? '';
  expect(floor('draw-open').match(/--left: 0;/g)).toHaveLength(15);
  expect(floor('draw-fifth').match(/--left: 1;/g)).toHaveLength(5);
  expect(floor('draw-fifth').match(/board[^"]* next/g)).toHaveLength(1);
  expect(floor('draw-order').match(/board[^"]* next/g)).toHaveLength(8);
});

test('a first date stands on the wall only where the names stay large; who sponsors is for the hand', () => {
  expect(shown('laureates')).not.toContain('rendez-vous');
  expect(shown('laureates-long-committed')).not.toContain('rendez-vous');
  expect(shown('laureates-committed')).not.toContain('Direction');
});

test('a black wall is black: nothing to read, nothing to hear, no floor', () => {
  expect(shown('blackout')).toBe('');
  expect(html('blackout')).not.toContain('boards');
});

test('the timer is silent, the floor is hidden, and one status speaks', () => {
  for (const name of Object.keys(states)) {
    if (name === 'blackout') continue;
    const body = html(name);
    expect(body.match(/class="visually-hidden" role="status"/g)).toHaveLength(1);
    for (const timer of body.match(/<p[^>]*role="timer"[^>]*>/g) ?? []) expect(timer).toContain('aria-live="off"');
    for (const floor of body.match(/<ol class="boards[^>]*>/g) ?? []) expect(floor).toContain('aria-hidden="true"');
  }
});

test('a département’s colour never stands without its number', () => {
  for (const name of ['called', 'between', 'pitch', 'reveal', 'laureates']) {
    const colours = html(name).match(/--dep:/g) ?? [];
    const numbers = html(name).match(/<b[^>]*>(59|60|62|80|95)<\/b>/g) ?? [];
    expect(colours.length).toBeGreaterThan(0);
    expect(numbers).toHaveLength(colours.length);
  }
});
