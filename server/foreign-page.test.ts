import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { House } from './testing/house.ts';

let house: House;
afterEach(() => house.remove());

type Headers = Record<string, string>;

const from = (extraHeaders: Headers) => house.join(house.links.mc, {}, { extraHeaders });

/** As a browser asks, under a name of its choice. */
const asked = (path: string, headers: Headers) =>
  new Promise<number | undefined>((resolve, reject) => {
    const { port } = new URL(house.served.url);
    request({ port, host: '127.0.0.1', path, headers }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
const POLLING = '/live/?EIO=4&transport=polling';

test('[T11] another site’s page gets no live line by either transport, even with a link; a program and our own page do', async () => {
  house = await new House().open();
  const { host } = new URL(house.served.url);
  for (const headers of [{ Origin: 'http://elsewhere.example' }, { Origin: 'null' }]) {
    await expect(from(headers)).rejects.toThrow();
    expect(await asked(POLLING, { host, ...headers })).toBe(403);
  }
  const ours: Headers[] = [{}, { Origin: `http://${host}` }, { Origin: 'http://laptop.lan', Host: 'laptop.lan' }];
  for (const headers of ours) {
    expect((await from(headers)).audience).toEqual({ role: 'mc' });
    expect(await asked(POLLING, { host, ...headers })).toBe(200);
  }
});

test('[T12] a server with a name puts it in its links, and is neither page nor line under another that leads to it', async () => {
  house = await new House().open({ name: 'jury.example.org' });
  const { port } = new URL(house.served.url);
  expect(house.served.origins[0]).toBe(`http://jury.example.org:${port}`);
  const under = (name: string) => from({ Origin: `http://${name}:${port}`, Host: `${name}:${port}` });
  expect((await under('jury.example.org')).audience).toEqual({ role: 'mc' });
  await expect(under('rebound.example.com')).rejects.toThrow();
  for (const [name, status] of Object.entries({
    'jury.example.org': 200,
    [`127.0.0.1:${port}`]: 200,
    laptop: 200,
    'rebound.example.com': 421,
  }))
    expect([name, await asked('/small', { host: name })]).toEqual([name, status]);
});
