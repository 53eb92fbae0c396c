import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Stage, { states } from './states.ts';

function html(name: string): string {
  const props = states[name];
  if (!props) throw new Error(`no state ${name}`);
  return render(Stage, { props }).body;
}

const shown = (name: string): string =>
  html(name)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test.each([
  ['pitch', ['1:58', 'Pitch']],
  ['message', ['Plus près du micro', '1:58']],
  ['last-minute', ['0:41', 'Dernière minute']],
  ['overtime', ['+', '0:12', 'Temps écoulé']],
  ['overtime-message', ['Merci de conclure', 'Temps écoulé']],
  ['questions', ['3:20', 'Questions du jury']],
  ['paused', ['Petite pause technique,', 'on reprend', '1:12']],
  ['called', ['c’est à :', 'Cuisiner autrement']],
  ['between', ['À suivre, passage 7 sur 15 :', 'Album de vie']],
])('%s tells the speaker', (name, expected) => {
  for (const words of expected) expect(shown(name)).toContain(words);
});

test('the message is said, and stands before the time', () => {
  const body = html('message');
  expect(body).toMatch(/role="status"[^>]*>Plus près du micro/);
  expect(body.indexOf('Plus près du micro')).toBeLessThan(body.indexOf('1:58'));
});

test('a black screen keeps even the message', () => {
  expect(shown('blackout')).toBe('');
});
