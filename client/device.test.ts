import { expect, test } from 'vitest';
import { randomName } from './device.ts';

test('a name by chance is long, of plain characters, and never twice the same', () => {
  const many = Array.from({ length: 50 }, randomName);
  expect(many.every((one) => /^[A-Za-z0-9_-]{16,64}$/.test(one))).toBe(true);
  expect(new Set(many).size).toBe(50);
});
