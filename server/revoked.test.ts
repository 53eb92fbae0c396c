import { afterEach, beforeEach, expect, test } from 'vitest';
import { Caller } from './testing/caller.ts';
import { House } from './testing/house.ts';

let house: House;
beforeEach(async () => {
  house = await new House().open();
});
afterEach(() => house.remove());

const status = async (link: string | null | undefined, path: string) => {
  const { origin, hash } = new URL(link ?? '');
  return (await fetch(`${origin}/api/small/${path}`, { headers: { authorization: `Bearer ${hash.slice(1)}` } })).status;
};

test('[T10] once the organiser was answered, the revoked link of a seat opens no socket, takes no seat and is out of every transport', async () => {
  const organiser = await house.join(house.links.organiser);
  const old = house.links.jurors[0]?.url ?? '';
  const phone = await house.join(old, { device: 'phone-of-old' });
  const polling = await house.join(old, { device: 'phone-of-old' }, { transports: ['polling'] });
  const gone = [phone, polling].map(({ socket }) => new Promise<void>((resolve) => socket.once('disconnect', () => resolve())));
  expect(await organiser.command({ type: 'ReissueLink', audience: 'juror/j01' })).toMatchObject({ ok: true });
  for (const take of [false, true]) await expect(Caller.join(old, { device: 'phone-of-old', take })).rejects.toThrow('unknown-link');
  await Promise.all(gone);
  // The seat is free for whoever has the new link, and the finder of the old one does not get it back.
  const young = await house.join(house.links.jurors[0]?.url, { device: 'phone-of-new' });
  await expect(Caller.join(old, { device: 'phone-of-old', take: true })).rejects.toThrow('unknown-link');
  expect(young.socket.connected).toBe(true);
});

test('[T10] it opens no route either, and its holder’s new link does', async () => {
  const organiser = await house.join(house.links.organiser);
  const before = house.links.president;
  expect(await status(before, 'minutes.pdf')).toBe(200);
  await organiser.command({ type: 'ReissueLink', audience: `president/${house.served.forum.state.setup.seats.at(-1)?.id}` });
  expect(await status(before, 'minutes.pdf')).toBe(403);
  expect(await status(house.links.president, 'minutes.pdf')).toBe(200);
  const own = house.links.organiser;
  expect(await status(own, 'links')).toBe(200);
  await organiser.command({ type: 'ReissueLink', audience: 'organiser' });
  expect(await status(own, 'links')).toBe(403);
});
