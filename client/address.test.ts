import { expect, test } from 'vitest';
import { readAddress } from './address.ts';

test.each([
  ['/amiens-2019/juror', '#abc', { forum: 'amiens-2019', screen: 'juror', token: 'abc' }],
  ['/amiens-2019', '', { forum: 'amiens-2019', screen: 'public', token: null }],
  ['/amiens-2019/mc/', '#', { forum: 'amiens-2019', screen: 'mc', token: null }],
])('%s%s is read as it is meant', (pathname, hash, expected) => {
  expect(readAddress({ pathname, hash })).toEqual(expected);
});
