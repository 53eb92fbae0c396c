import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { chain, hashOf, START } from './chain.ts';
import { instant } from './time.ts';

test('[J9] an entry’s hash is the SHA-256 of the hash before, its number, instant, sender and event, a line each', () => {
  const first = chain(START, instant(1_574_949_600_000), 'mc', { type: 'MessageSet', text: 'Concluez, s’il vous plaît' });
  const lines = ['0'.repeat(64), 1, 1_574_949_600_000, 'mc', '{"type":"MessageSet","text":"Concluez, s’il vous plaît"}'];
  expect(first.hash).toBe(createHash('sha256').update(lines.join('\n')).digest('hex'));
  const second = chain(first, instant(1_574_949_600_001), 'mc', { type: 'MessageSet', text: null });
  expect(second.seq).toBe(2);
  expect(second.hash).toBe(hashOf(first.hash, { ...second, event: JSON.stringify(second.event) }));
});
