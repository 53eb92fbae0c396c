import { beforeEach, expect, test, vi } from 'vitest';
import { at, forum, room as literalRoom, team } from '../../gallery/literal.ts';
import type { Draft } from '../../room.ts';
import type { Views } from '../../shared.ts';
import { Part } from './part.svelte.ts';

/** A table whose outbox and server are ours to move. */
function table(text: string) {
  const pending: { id: string; draft: Draft; keptAt: number }[] = [];
  const refused: { id: string; draft: Draft; code: 'storage-failed'; at: number }[] = [];
  const outbox = {
    pending,
    refused,
    keep: (draft: Draft) => pending.push({ id: `d${pending.length}`, draft, keptAt: 0 }),
    keepWords: () => undefined,
    forget: () => refused.pop(),
  };
  const view = { team: team('e05'), sheet: { drama: text, solution: '', implementation: '' }, savedAt: 1, writable: true, limit: 20 };
  const around = { room: literalRoom(at('10:00'), { outbox: outbox as never }), forum, table: view as unknown as Views['table'] };
  return {
    part: new Part('drama', () => around),
    pending,
    refused,
    /** The server answers, then its view comes. */
    saves(saved: string) {
      pending.length = 0;
      around.table = {
        ...around.table,
        sheet: { ...around.table.sheet, drama: saved },
        savedAt: ((around.table.savedAt ?? 0) + 1) as never,
      };
    },
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('a pause in typing sends once, with the last text', () => {
  const { part, pending } = table('Un');
  part.enter();
  part.type('Un a');
  part.type('Un album');
  expect(pending).toEqual([]);
  vi.runAllTimers();
  expect(pending.map(({ draft }) => draft)).toEqual([{ type: 'WriteSheet', part: 'drama', text: 'Un album' }]);
});

test('leaving the box sends at once; an unchanged text is not sent', () => {
  const { part, pending } = table('Un');
  part.enter();
  part.leave();
  part.enter();
  part.type('Une');
  part.type('Un');
  part.leave();
  expect(pending).toEqual([]);
  part.enter();
  part.type('Deux');
  part.leave();
  expect(pending).toHaveLength(1);
});

test('a text that is too long stays here, whole and unsent, until it fits', () => {
  const { part, pending, saves } = table('Un');
  part.enter();
  part.type('Un texte bien trop long');
  part.leave();
  expect(pending).toEqual([]);
  expect(part.over).toBe(3);
  saves('Autre appareil');
  expect(part.text).toBe('Un texte bien trop long');
  part.enter();
  part.type('Un texte plus court');
  part.leave();
  expect(pending).toHaveLength(1);
});

test('a view that comes in never overwrites what is being typed', () => {
  const { part, saves } = table('Un');
  part.enter();
  saves('Autre appareil');
  expect(part.text).toBe('Un');
  part.leave();
  expect(part.text).toBe('Autre appareil');
});

test('between the answer and the view nothing flickers; then the server speaks', () => {
  const { part, pending, saves } = table('Un');
  part.enter();
  part.type('Deux');
  part.leave();
  expect([part.text, part.pending]).toEqual(['Deux', true]);
  pending.length = 0;
  expect([part.text, part.pending]).toEqual(['Deux', false]);
  saves('Deux');
  saves('Trois');
  expect(part.text).toBe('Trois');
});

test('a refused text is shown, and sent again when its box is left', () => {
  const { part, pending, refused } = table('Un');
  refused.push({ id: 'r', draft: { type: 'WriteSheet', part: 'drama', text: 'Deux' }, code: 'storage-failed', at: 0 });
  expect([part.text, part.refused]).toEqual(['Deux', true]);
  part.enter();
  part.leave();
  expect(pending).toHaveLength(1);
  expect(part.refused).toBe(false);
});
