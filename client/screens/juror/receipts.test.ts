import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { SeatId, TeamId } from '../../../shared/ids.ts';
import type { Marks } from '../../../shared/jury.ts';
import { remade } from './receipts.ts';

const given = { solution: 4, drame: 3, impact: 2, 'mise-en-oeuvre': 5 } as Marks;
const receipt = remade('9f2c'.repeat(16), 'j05' as SeatId, 'e08' as TeamId, given);

test('the line for a shell prints the hash that the six characters are the head of', () => {
  const printed = execFileSync('sh', ['-c', receipt.command], { encoding: 'utf8' });
  expect(printed).toMatch(/^[0-9a-f]{64} /);
  expect(printed.startsWith(receipt.head)).toBe(true);
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const first = BigInt(`0x${printed.slice(0, 64)}`) >> BigInt(256 - 30);
  const characters = Array.from({ length: 6 }, (_, index) => alphabet[Number((first >> BigInt(5 * (5 - index))) & 31n)]);
  expect(receipt.code).toBe(characters.join(''));
  expect(receipt.bits.map((five) => alphabet[Number.parseInt(five, 2)])).toEqual(characters);
});

test('the order in which marks were given is no part of it', () => {
  expect(receipt.marks).toBe('drame=3,impact=2,mise-en-oeuvre=5,solution=4');
  const other = Object.fromEntries(Object.entries(given).reverse()) as Marks;
  expect(remade('9f2c'.repeat(16), 'j05' as SeatId, 'e08' as TeamId, other)).toEqual(receipt);
});
