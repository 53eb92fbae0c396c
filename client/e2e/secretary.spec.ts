import { expect, test } from '@playwright/test';
import { drawnOrder } from '../../shared/draw.ts';
import type { TeamId } from '../../shared/ids.ts';
import { type Device, expectNoErrors, open, press, shows } from './company.ts';
import { TestServer } from './server.ts';

/** The jury's secretary, and the public draw: keyed at one desk, seen on every screen. */

const DESK = { viewport: { width: 1440, height: 900 } };
let server: TestServer;
const opened: Device[] = [];

test.beforeEach(async () => {
  server = await new TestServer().start();
});
test.afterEach(async () => {
  for (const { context } of opened.splice(0)) await context.close();
  await server.stop();
});

async function device(...args: Parameters<typeof open>): Promise<Device> {
  const one = await open(...args);
  opened.push(one);
  return one;
}

test('the order is drawn by the numbers said, with the keyboard, before the whole room', async ({ browser }) => {
  const mc = await device(browser, server.links.mc, DESK);
  const wall = await device(browser, server.links.projector, { viewport: { width: 1920, height: 1080 } });
  const phone = await device(browser, server.links.public, { viewport: { width: 390, height: 844 } });
  await press(mc, 'Ouvrir le tirage');
  await shows(mc, 'Le tirage est ouvert');
  await shows(wall, /Un nombre par/);

  const fields = mc.page.getByRole('textbox', { name: /Nombre dit pour/ });
  await fields.first().focus();
  for (const number of ['7', '31', '12', '6', '88']) {
    await mc.page.keyboard.type(number);
    await mc.page.keyboard.press('Enter');
  }
  // Heard wrong: it is corrected, and the correction is what counts.
  await fields.nth(3).fill('5');
  await fields.nth(3).press('Enter');
  await shows(wall, '88');
  await expect(mc.page.getByRole('button', { name: 'Tirer l’ordre' })).toBeFocused();
  await mc.page.keyboard.press('Enter');

  await shows(mc, 'Ordre tiré : 7-31-12-5-88');
  await shows(wall, 'tirage 7-31-12-5-88');
  await shows(phone, 'Vérifier le tirage');
  const [first] = drawnOrder(
    '7-31-12-5-88',
    server.links.tables.map(({ team }) => team as TeamId),
  );
  await shows(phone, new RegExp(`1\\. ${first}`));
  await press(mc, 'Ouvrir le brief du jury');
  await shows(mc, 'L’ordre a été tiré au sort.');
  expectNoErrors(opened);
});

test('the secretary records who sits, keys a paper, and enters a remark', async ({ browser }) => {
  const mc = await device(browser, server.links.mc, DESK);
  const secretary = await device(browser, server.links.organiser, DESK);
  for (const name of [/Ouvrir le brief/, /Ouvrir l’introduction/, /Ouvrir les passages/, /Appeler/, /Lancer le pitch/])
    await press(mc, name);
  await shows(secretary, /0 présent sur 3/);
  await press(secretary, 'Arrivée, siège 1');
  await shows(secretary, /1 présent sur 3/);
  await press(secretary, 'Départ, siège 1');
  await shows(secretary, /0 présent sur 3/);

  const { page } = secretary;
  await page.getByRole('combobox', { name: 'Équipe', exact: true }).selectOption({ index: 1 });
  await page.getByRole('combobox', { name: 'Siège' }).selectOption({ index: 2 });
  await page.getByRole('textbox', { name: 'Le drame' }).focus();
  await page.keyboard.type('4325');
  await expect(page.getByRole('button', { name: 'Enregistrer le bulletin papier' })).toBeFocused();
  await page.keyboard.press('Enter');
  await shows(secretary, /Siège 2, .* enregistré, marqué « papier »/);
  await expect(page.getByRole('textbox', { name: 'Le drame' })).toHaveValue('');
  // Who keys a paper for a seat has seen it: the seat is there, and the régie counts its ballot.
  await shows(secretary, /1 présent sur 3/);
  await shows(mc, /Bulletins du passage 1 : 1 sur 3/);

  await page.getByRole('textbox', { name: /Texte, tel qu’il sera lu/ }).fill('Micro coupé dix secondes.');
  await press(secretary, 'Porter au procès-verbal');
  await expect(page.getByRole('listitem').filter({ hasText: 'Micro coupé dix secondes.' })).toBeVisible();
  expectNoErrors(opened);
});
