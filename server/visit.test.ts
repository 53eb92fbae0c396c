import { expect, test } from 'vitest';
import { fromOurPage, visitOf } from './visit.ts';

const plain = {} as never;
const comes = (headers: Record<string, string>, name: string | null = null) =>
  fromOurPage({ headers }, visitOf({ headers, socket: plain }, false), name);

test.each([
  ['a program', { host: '192.168.1.20:3000' }],
  ['a program without a Host', {}],
  ['a page by address', { host: '192.168.1.20:3000', origin: 'http://192.168.1.20:3000' }],
  ['a page by another address', { host: '[fe80::1]:3000', origin: 'http://[fe80::1]:3000' }],
  ['a page by name', { host: 'laptop:3000', origin: 'http://laptop:3000' }],
  ['a page by a name in capitals', { host: 'Estrade.Local:3000', origin: 'http://estrade.local:3000' }],
  ['a page behind a proxy that ends TLS', { host: 'jury.example.org', origin: 'https://jury.example.org' }],
  ['a page at a port that goes without saying', { host: 'jury.example.org:443', origin: 'https://jury.example.org' }],
  [
    'a page behind a proxy that changes the Host',
    { host: '127.0.0.1:3000', origin: 'https://jury.example.org', 'sec-fetch-site': 'same-origin' },
  ],
])('[T11] %s is let in', (_who, headers) => expect(comes(headers)).toBe(true));

test.each([
  ['another site', { host: '192.168.1.20:3000', origin: 'http://elsewhere.example' }],
  ['another port of the same machine', { host: '192.168.1.20:3000', origin: 'http://192.168.1.20:8080' }],
  ['a name that only begins like ours', { host: 'laptop', origin: 'http://laptop.example.org' }],
  ['a file or a frame in a sandbox', { host: '192.168.1.20:3000', origin: 'null' }],
  ['another scheme', { host: 'laptop', origin: 'chrome-extension://laptop' }],
  ['what is no origin', { host: 'laptop', origin: 'laptop' }],
  ['another site that sends no Origin', { host: '127.0.0.1:3000', 'sec-fetch-site': 'cross-site' }],
  ['a neighbour of our site', { host: 'jury.example.org', origin: 'https://jury.example.org', 'sec-fetch-site': 'same-site' }],
  ['a page where no Host can be told', { host: 'a b;c', origin: 'http://laptop' }],
])('[T11] %s is not', (_who, headers) => expect(comes(headers)).toBe(false));

test('[T12] once the server has a name, a page under another one is another site’s, though it leads here', () => {
  const page = (name: string) => comes({ host: name, origin: `http://${name}` }, 'jury.example.org');
  for (const name of ['jury.example.org', 'Jury.Example.org:3000', '192.168.1.20:3000', '[::1]:3000', 'laptop', 'estrade.local'])
    expect([name, page(name)]).toEqual([name, true]);
  for (const name of ['rebound.example.com', 'jury.example.org.example.com', 'estrade.local.example.com', '1.2.3.4.example.com'])
    expect([name, page(name)]).toEqual([name, false]);
});

test('a Host that could break out of a link or a policy is none', () => {
  for (const host of ['a;b', 'a b', 'a/b', "a'b", 'a@b', 'a#b', '', 'a:b', 'a:123456'])
    expect([host, visitOf({ headers: { host }, socket: plain }, false).host]).toEqual([host, undefined]);
});

test('[T14] what a proxy says counts only where it is trusted, and then the last word of it, which is the proxy’s own', () => {
  const headers = {
    host: '127.0.0.1:3000',
    'x-forwarded-proto': 'http, https',
    'x-forwarded-host': 'forged.example, jury.example.org',
    'x-forwarded-for': '6.6.6.6, 192.168.1.77',
  };
  const socket = { remoteAddress: '127.0.0.1' } as never;
  expect(visitOf({ headers, socket }, false)).toEqual({ protocol: 'http', host: '127.0.0.1:3000', address: '127.0.0.1' });
  expect(visitOf({ headers, socket }, true)).toEqual({ protocol: 'https', host: 'jury.example.org', address: '192.168.1.77' });
  expect(visitOf({ headers: { host: 'laptop' }, socket }, true)).toEqual({ protocol: 'http', host: 'laptop', address: '127.0.0.1' });
});
