import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { open, PHONE, shows } from './company.ts';
import { TestServer } from './server.ts';

/** What a browser makes of the doors: whom each page talks to, and what a page of another site comes to. */

let server: TestServer;
test.beforeAll(async () => {
  server = await new TestServer().start();
});
test.afterAll(() => server.stop());

/** Every address this page asks for, its live line too. */
function recorded(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('websocket', (socket) => asked.push(socket.url()));
  return asked;
}

test('[T13] every page asks its own server alone, keeps no cookie, breaks no policy, and puts no token in an address', async ({
  browser,
}) => {
  const { links } = server;
  const { origin, host } = new URL(links.public);
  const pages = [links.organiser, links.mc, links.president, links.projector, links.stage, links.public, ...links.coaches]
    .concat(links.jurors[0]?.url ?? '', links.tables[0]?.url ?? '')
    .concat(
      `${links.public}/carte`,
      `${origin}/verify`,
      `${origin}/gallery.html`,
      `${links.public}/mc`,
      `${links.public}/mc#${'x'.repeat(24)}`,
    );
  for (const link of pages) {
    const { context, page, errors } = await open(browser, 'about:blank');
    const asked = recorded(page);
    await page.goto(link);
    await page.waitForLoadState('networkidle');
    const live = !/verify|gallery|mc$/.test(link);
    if (live) await expect.poll(() => asked.some((url) => url.startsWith(`ws://${host}/live/`))).toBe(true);
    const own = (url: string) => url.startsWith('data:') || url.startsWith('blob:') || new URL(url).host === host;
    expect(asked.filter((url) => !own(url))).toEqual([]);
    const token = new URL(link).hash.slice(1);
    if (token !== '') expect(asked.slice(1).filter((url) => url.includes(token))).toEqual([]);
    expect([link, await context.cookies(), errors]).toEqual([link, [], []]);
    await context.close();
  }
});

test('[T11] a page of another site, in the browser of somebody in the room, does not get in by any road', async ({ browser }) => {
  const elsewhere: Server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end('<p>Elsewhere</p>'));
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as AddressInfo;
  const { host, pathname } = new URL(server.links.public);
  const token = new URL(server.links.organiser).hash.slice(1);
  // Another site altogether, and a neighbour that shares the machine's name.
  for (const site of [`http://localhost:${port}`, `http://127.0.0.1:${port}`]) {
    const { context, page } = await open(browser, site);
    const [line, polling, links] = await page.evaluate(
      async ([to, forum, bearer]) => {
        const socket = new WebSocket(`ws://${to}/live/?EIO=4&transport=websocket`);
        const opened = await new Promise((resolve) => {
          socket.onopen = () => resolve('opened');
          socket.onerror = () => resolve('refused');
        });
        const read = (path: string, headers = {}) =>
          fetch(`http://${to}${path}`, { headers }).then(
            (answer) => answer.text(),
            () => 'unreadable',
          );
        return [
          opened,
          await read('/live/?EIO=4&transport=polling'),
          await read(`/api${forum}/links`, { Authorization: `Bearer ${bearer}` }),
        ];
      },
      [host, pathname, token] as const,
    );
    expect([site, line, polling, links]).toEqual([site, 'refused', 'unreadable', 'unreadable']);
    await context.close();
  }
  await new Promise((resolve) => elsewhere.close(resolve));
});

test('[T15] who cannot scan types the card that the organiser printed, after one slip, and has the seat', async ({ browser }) => {
  const organiser = await open(browser, server.links.organiser, { viewport: { width: 1440, height: 900 } });
  await organiser.page
    .getByRole('button', { name: /Siège 1/ })
    .first()
    .click();
  const hint = organiser.page.getByText(/page \/petit-forum\/carte, code/);
  const code = await hint.locator('b').textContent();
  expect(code).toMatch(/^J1 [0-9A-Z]{6}$/);
  const phone = await open(browser, server.links.public, PHONE);
  await phone.page.getByRole('link', { name: 'J’ai une carte' }).click();
  const field = phone.page.getByRole('textbox', { name: 'Code de la carte' });
  await field.fill(`${code?.slice(0, -1)}${code?.endsWith('7') ? '8' : '7'}`);
  await phone.page.getByRole('button', { name: 'Ouvrir mon lien' }).click();
  await shows(phone, /Ce code n’ouvre rien/);
  await field.fill(code?.toLowerCase().replace(' ', '-') ?? '');
  await phone.page.getByRole('button', { name: 'Ouvrir mon lien' }).click();
  await shows(phone, 'Siège 1');
  expect(new URL(phone.page.url()).pathname).toBe('/petit-forum/juror');
  for (const { context } of [organiser, phone]) await context.close();
});
