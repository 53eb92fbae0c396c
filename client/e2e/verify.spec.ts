import { expect, type Page, test } from '@playwright/test';
import { nearly, withValue } from '../../shared/testing/tamper.ts';
import { wholeAfternoon } from '../../shared/testing/whole-afternoon.ts';
import { exportOf } from '../../shared/verify/export.ts';
import { type Device, expectNoErrors, open, shows } from './company.ts';
import { TestServer } from './server.ts';

/** Anyone with a phone recounts a session: the page is loaded once, then there is no network. */

const whole = exportOf(wholeAfternoon());
let server: TestServer;
let device: Device;

test.beforeEach(async ({ browser }) => {
  server = await new TestServer().start();
  device = await open(browser, `${new URL(server.links.public).origin}/verify`, { viewport: { width: 390, height: 844 } });
  await shows(device, 'Vérifier un palmarès');
  await device.page.waitForLoadState('networkidle');
  await device.context.setOffline(true);
});
test.afterEach(async () => {
  await device.context.close();
  await server.stop();
});

const give = (name: string, content: unknown) =>
  device.page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
  });

test('[H12] a good export is recounted without a network, and its hash compared with the minutes’', async () => {
  await give('whole-export.json', whole);
  await shows(device, 'Tout concorde.');
  await shows(device, 'Les 3 lauréats, dans l’ordre de l’annonce');
  const names = await device.page.locator('ol.laureates b').allTextContents();
  expect(names.filter((name) => name.startsWith('Team'))).toEqual(whole.announced.map((id) => `Team ${id}`));
  await shows(device, `${whole.entries.length} entrées au journal, chaîne intacte`);
  await shows(device, 'Ordre de 6 équipes tiré à nouveau avec 7-31');
  await shows(device, '24 bulletins recomptés, 5 sur papier');
  await shows(device, whole.head.replace(/(.{4})(?=.)/g, '$1 '));
  const field = device.page.getByRole('textbox', { name: /Empreinte lue/ });
  await field.fill((whole.lockHash ?? '').replace(/(.{4})/g, '$1 ').toUpperCase());
  await shows(device, /C’est la même/);
  await field.fill('0'.repeat(64));
  await shows(device, /Ce n’est aucune d’elles/);
  await field.fill(whole.head.slice(0, 8));
  await shows(device, /Tapez-en au moins 16/);
  expectNoErrors([device]);
});

test('[H12] a tampered export is said to be one, with its first bad entry in words; another file is no export', async () => {
  const index = whole.entries.findIndex(({ event }) => event.type === 'VoteCast');
  await give('tampered.json', withValue(whole, ['entries', index, 'event', 'vote'], 'against'));
  await shows(device, 'Ce fichier ne concorde pas.');
  await shows(device, `Première entrée fautive : ${index + 1} sur ${whole.entries.length}`);
  await shows(device, 'Son empreinte n’est pas celle de ce qu’elle dit');

  await give('value.json', withValue(whole, ['aggregates', 0, 'sum'], nearly(whole.aggregates[0]?.sum)));
  await shows(device, 'aggregates[0].sum');
  await give('notes.txt', 'Le jury délibère.');
  await shows(device, 'Ce fichier n’est pas un export de séance.');
  await drop(device.page, 'whole-export.json', JSON.stringify(whole));
  await shows(device, 'Tout concorde.');
  expectNoErrors([device]);
});

test('[H12] the page asks nothing of any other address, and keeps the file to itself', async ({ browser }) => {
  const asked: string[] = [];
  const context = await browser.newContext();
  const page = await context.newPage();
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).origin}`));
  const { origin } = new URL(server.links.public);
  await page.goto(`${origin}/verify`);
  await page.waitForLoadState('networkidle');
  const before = asked.length;
  await drop(page, 'whole-export.json', JSON.stringify(whole));
  await expect(page.getByText('Tout concorde.')).toBeVisible();
  expect([...new Set(asked)]).toEqual([`GET ${origin}`]);
  expect(asked.length).toBe(before);
  await context.close();
});

/** As a mouse does: a file let go of over the page. */
async function drop(page: Page, name: string, content: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, text]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([text], file, { type: 'application/json' }));
      return carried;
    },
    [name, content] as const,
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}
