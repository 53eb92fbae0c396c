import { expect, test } from 'vitest';
import { startOf } from '../shared/state.ts';
import { instant } from '../shared/time.ts';
import { sampleSetup } from './forums.ts';
import { Invitations } from './invitations.ts';

const secret = Buffer.alloc(32, 7);
const state = startOf(sampleSetup(), instant(0));

test('[T2] a token has 144 bits, opens one audience, and is the same after a restart', () => {
  const { all } = new Invitations(secret, state);
  const again = new Invitations(secret, state);
  expect(new Set(all.map(({ token }) => token)).size).toBe(all.length);
  for (const { token, audience } of all) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(18);
    expect(again.audienceOf(token)).toEqual(audience);
  }
});

test('[T3] issuing one link anew closes the old one and no other', () => {
  const before = new Invitations(secret, state);
  const after = new Invitations(secret, { ...state, generations: { 'juror/j03': 1 } });
  const changed = before.all.filter(({ token }) => after.audienceOf(token) === null).map(({ key }) => key);
  expect(changed).toEqual(['juror/j03']);
  expect(after.all.find(({ key }) => key === 'juror/j03')?.token).not.toBe(before.all.find(({ key }) => key === 'juror/j03')?.token);
});

test('[T4] another forum, another secret or a changed character open nothing', () => {
  const { all } = new Invitations(secret, state);
  const [{ token = '' } = {}] = all;
  const otherSecret = new Invitations(Buffer.alloc(32, 8), state);
  const otherForum = new Invitations(secret, { ...state, setup: { ...state.setup, id: 'another' as typeof state.setup.id } });
  expect(otherSecret.audienceOf(token)).toBeNull();
  expect(otherForum.audienceOf(token)).toBeNull();
  expect(new Invitations(secret, state).audienceOf(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
  expect(new Invitations(secret, state).audienceOf('')).toBeNull();
});
