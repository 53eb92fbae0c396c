import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { saidIn } from './papers/testing/said.ts';
import { House } from './testing/house.ts';

let house: House;
afterEach(() => house.remove());

const bearer = (link: string | null | undefined) => ({ authorization: `Bearer ${new URL(link ?? 'http://x').hash.slice(1)}` });
const address = (path: string) => `${house.served.url}/api/small/${path}`;
const put = (seat: string, body: string, link = house.links.organiser) =>
  fetch(address(`people/${seat}`), { method: 'PUT', headers: { ...bearer(link), 'content-type': 'application/json' }, body });
const name = (seat: string, named: string) => put(seat, JSON.stringify({ name: named }));
const people = async () => (await (await fetch(address('people'), { headers: bearer(house.links.organiser) })).json()) as object;
const minutes = async () =>
  (await saidIn(Buffer.from(await (await fetch(address('minutes.pdf'), { headers: bearer(house.links.organiser) })).arrayBuffer()))).text;
const onDisk = () =>
  ['', '-wal']
    .map((ending) => join(house.data, `small.sqlite${ending}`))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('');

test('[J22] a name is printed in the minutes and is nowhere else; taken back, it is gone from the file', async () => {
  house = await new House().open();
  const organiser = await house.join(house.links.organiser);
  const { head } = house.served.forum;
  expect((await name('j01', '  Élise Martin-Aubry ')).status).toBe(200);
  expect(await people()).toEqual({ people: { j01: 'Élise Martin-Aubry' } });
  expect(await minutes()).toContain('Élise Martin-Aubry, Élue ou élu du Nord');
  expect(house.served.forum.head).toBe(head);
  expect(JSON.stringify([organiser.views, organiser.frames, [...house.served.forum.entries()]])).not.toContain('Martin-Aubry');

  await house.close();
  await house.open();
  expect(await people()).toEqual({ people: { j01: 'Élise Martin-Aubry' } });
  expect(onDisk()).toContain('Martin-Aubry');
  expect((await name('j01', '')).status).toBe(200);
  expect(await people()).toEqual({ people: {} });
  expect(await minutes()).not.toContain('Martin-Aubry');
  expect(onDisk()).not.toContain('Martin-Aubry');
});

test.each([
  ['no seat', 'j99', '{"name":"A"}', 404, 'unknown-seat'],
  ['no name', 'j01', '{}', 400, 'malformed'],
  ['too long', 'j01', JSON.stringify({ name: 'x'.repeat(81) }), 400, 'malformed'],
  ['what is no letter', 'j01', JSON.stringify({ name: 'A\u0000B' }), 400, 'malformed'],
  ['something more', 'j01', '{"name":"A","role":"mc"}', 400, 'malformed'],
])('[J22] a name is refused that has %s, and nothing changes', async (_what, seat, body, status, code) => {
  house = await new House().open();
  const answer = await put(seat, body);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  expect(await people()).toEqual({ people: {} });
});

test('[J22] names are for the organiser alone', async () => {
  house = await new House().open();
  expect((await put('j01', '{"name":"A"}', house.links.mc)).status).toBe(403);
  expect((await fetch(address('people'), { headers: bearer(house.links.president) })).status).toBe(403);
  expect((await put('j01', 'not JSON')).status).toBe(400);
  expect(await people()).toEqual({ people: {} });
});
