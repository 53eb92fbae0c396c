import { expect, test } from 'vitest';
import { forum } from '../../gallery/literal.ts';
import type { Presence } from '../../shared.ts';
import { seatsHere, silentOf, tablesHere } from './present.ts';

const line = (audience: string, screens: number, silentSince: number | null = null) => ({
  audience,
  screens,
  silentSince: silentSince as never,
});
const seats = ['j01', 'j10'].map((seat, index) => ({ seat: seat as never, number: index * 9 + 1, title: '', department: '80' }));
const presence = (...audiences: Presence['audiences']): Presence => ({ at: 0 as never, audiences, publicScreens: 0, excesses: [] });

test('who presides is one seat, with a phone, a tablet or both', () => {
  const both = presence(line('president/j10', 1), line('juror/j01', 0), line('juror/j10', 2));
  expect(seatsHere(both, seats)).toEqual({ connected: 1, of: 2 });
  const tabletAway = presence(line('president/j10', 0, 5), line('juror/j01', 1), line('juror/j10', 1));
  expect(seatsHere(tabletAway, seats)).toEqual({ connected: 2, of: 2 });
  expect(silentOf(tabletAway, forum, seats)).toEqual([]);
});

test('who was here and is gone is named, longest silent first; who never came is not', () => {
  const gone = presence(line('juror/j01', 0, 20), line('juror/j10', 0), line('table/e02', 0, 10), line('table/e03', 1));
  expect(silentOf(gone, forum, seats)).toEqual([
    { what: 'table', number: 2, since: 10 },
    { what: 'seat', number: 1, since: 20 },
  ]);
  expect(tablesHere(gone)).toEqual({ connected: 1, of: 2 });
});
