import { afterEach, expect, test, vi } from 'vitest';
import { readNote, writeNote } from './notes.ts';

afterEach(() => vi.unstubAllGlobals());

test('a notebook has one page per seat and team', () => {
  writeNote('amiens', 'j05', 'e08', 'Qui paie la première année ?');
  expect(readNote('amiens', 'j05', 'e08')).toBe('Qui paie la première année ?');
  expect(readNote('amiens', 'j05', 'e09')).toBe('');
  expect(readNote('amiens', 'j06', 'e08')).toBe('');
});

test('a browser that refuses storage still keeps it as long as the page', () => {
  const refuse = () => {
    throw new Error('refused');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  writeNote('amiens', 'j05', 'e10', 'À revoir');
  expect(readNote('amiens', 'j05', 'e10')).toBe('À revoir');
});
