import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Taken, { states } from './states.ts';

const read = (name: string) => render(Taken, { props: states[name] as never }).body.replaceAll(/<[^>]+>|[\s\u00a0\u202f]+/g, ' ');

test('[W7] a phone whose seat was opened elsewhere says so, and how to take it back', () => {
  expect(read('nothing-kept')).toMatch(/Siège ouvert ailleurs .*Tout ce que ce téléphone avait noté est envoyé\. .*Reprendre ici/);
});

test('[W7] it says how many marks it still keeps', () => {
  expect(read('marks-kept')).toContain('4 notes restent sur ce téléphone, et partiront si vous reprenez le siège ici.');
});
