import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Card from './Card.svelte';

test('[T15] the page asks for what the card says, under a label, and leads back to the public page', () => {
  const { body } = render(Card, { props: { forum: 'amiens-2019' } });
  expect(body).toMatch(/<label for="([^"]+)">Code de la carte<\/label>/);
  expect(body).toContain('placeholder="J12 K7M4QX"');
  expect(body).toContain('href="/amiens-2019"');
});
