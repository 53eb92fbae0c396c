import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { forum } from '../../gallery/literal.ts';
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
