import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { House } from './testing/house.ts';
import { steerUntil } from './testing/steer.ts';

let house: House;
let proxy: Server;
afterEach(async () => {
  await house.close();
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
  await house.remove();
});

/** A reverse proxy that ends TLS somewhere before it: it changes the Host, as most do, and says whom it speaks for. */
async function startProxy(to: string): Promise<string> {
  const { port, host } = new URL(to);
  const passed = ({ headers, socket }: IncomingMessage) => ({
    ...headers,
    host,
    'x-forwarded-host': 'jury.example.org',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', '),
  });
  proxy = createServer((asked, answer) => {
    asked.pipe(
      request({ port, host: '127.0.0.1', method: asked.method, path: asked.url, headers: passed(asked) }, (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
      }),
    );
  });
  proxy.on('upgrade', (asked: IncomingMessage, socket) => {
    const onward = connect(Number(port), '127.0.0.1', () => {
      const lines = Object.entries(passed(asked)).map(([name, value]) => `${name}: ${value}`);
      onward.write([`${asked.method} ${asked.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => end.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
}

const PAGE = { Origin: 'https://jury.example.org' };
const through = (origin: string, link: string | null) => origin + new URL(link ?? '').pathname + new URL(link ?? '').hash;
const linksBy = async (origin: string) => {
  const authorization = `Bearer ${new URL(house.links.organiser ?? '').hash.slice(1)}`;
  return (await (await fetch(`${origin}/api/small/links`, { headers: { authorization } })).json()) as { public: string };
};

test('[T14] behind a trusted proxy pages, links and sockets go by the name and the scheme that the room uses', async () => {
  house = await new House().open({ trustProxy: true, name: 'jury.example.org' });
  const origin = await startProxy(house.served.url);
  expect((await linksBy(origin)).public).toBe('https://jury.example.org/small');
  const page = await fetch(`${origin}/small`);
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self' ws://jury.example.org wss://jury.example.org");
  const mc = await house.join(through(origin, house.links.mc), {}, { extraHeaders: PAGE });
  expect(mc.join).toBe('https://jury.example.org/small');
  await steerUntil(mc, ({ phase }) => phase === 'introduction');
  const foreign = { extraHeaders: { Origin: 'https://elsewhere.example' } };
  await expect(house.join(through(origin, house.links.mc), {}, foreign)).rejects.toThrow();
});

test('[T14] without the flag nobody is believed who says to be a proxy', async () => {
  house = await new House().open();
  const origin = await startProxy(house.served.url);
  expect((await linksBy(origin)).public).toBe(`${house.served.url}/small`);
  expect((await house.join(through(origin, house.links.mc))).join).toBe(`${house.served.url}/small`);
  await expect(house.join(through(origin, house.links.mc), {}, { extraHeaders: PAGE })).rejects.toThrow();
  // A browser that speaks https with the proxy says by itself that the page is the server's own.
  const browser = { extraHeaders: { ...PAGE, 'Sec-Fetch-Site': 'same-origin' } };
  expect((await house.join(through(origin, house.links.mc), {}, browser)).audience).toEqual({ role: 'mc' });
});
