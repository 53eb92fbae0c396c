import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { type Device, expectNoErrors, mark, open, press, shows } from './company.ts';
import { TestServer } from './server.ts';

/** What surrounds the jury: links and results at the organiser's, sheets at the tables and the coaches'. */

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

test('[T6] the organiser sees who is there, shows a link’s code, and makes it anew: the old screen closes', async ({ browser }) => {
  const organiser = await device(browser, server.links.organiser, { viewport: { width: 1440, height: 900 } });
  await shows(organiser, /Le programme tient|Le programme ne tient pas/);
  const juror = await device(browser, server.links.jurors[0]?.url ?? '');
  await shows(juror, 'Siège 1');
  await expect(organiser.page.getByText('1 sur 3').first()).toBeVisible();

  await press(organiser, /Siège 1/);
  await expect(organiser.page.getByRole('img', { name: /Code QR : Siège 1/ })).toBeVisible();
  const before = await organiser.page.getByRole('textbox', { name: 'Adresse à copier' }).inputValue();
  expect(new URL(before).hash).toBe(new URL(server.links.jurors[0]?.url ?? '').hash);
  await press(organiser, 'Refaire ce lien');
  await press(organiser, 'Refaire, couper l’ancien');
  await shows(organiser, 'Lien refait. L’ancien ne marche plus.');
  await shows(juror, 'Ce lien n’est plus valable.');
  await expect(organiser.page.getByRole('textbox', { name: 'Adresse à copier' })).not.toHaveValue(before);
  const after = await organiser.page.getByRole('textbox', { name: 'Adresse à copier' }).inputValue();
  const again = await device(browser, `${server.links.public}/juror${new URL(after).hash}`);
  await shows(again, 'Siège 1');
  expectNoErrors(opened);
});

test('a link without its end says so, and leads nowhere', async ({ browser }) => {
  const nobody = await device(browser, `${server.links.public}/mc`);
  await shows(nobody, 'Ce lien est incomplet.');
});

test('[S7] [V14] a table writes its sheet; the coach and the jury read it; the brief freezes it', async ({ browser }) => {
  const table = await device(browser, server.links.tables[0]?.url ?? '', { viewport: { width: 1180, height: 820 } });
  const coach = await device(browser, server.links.coaches[0] ?? '', { viewport: { width: 390, height: 844 } });
  const mc = await device(browser, server.links.mc, { viewport: { width: 1440, height: 900 } });
  await table.page.getByRole('textbox', { name: /Le drame/ }).fill('Un usager appelle quatre fois.');
  await table.page.getByRole('textbox', { name: /La solution/ }).fill('Un seul numéro.');
  await table.page.getByRole('textbox', { name: /La mise en œuvre/ }).fill('x'.repeat(281));
  await shows(table, /1 de trop/);
  await shows(coach, 'Un usager appelle quatre fois.');
  await shows(coach, 'Un seul numéro.');
  await table.page.reload();
  await expect(table.page.getByRole('textbox', { name: /Le drame/ })).toHaveValue('Un usager appelle quatre fois.');
  await expect(table.page.getByRole('textbox', { name: /La mise en œuvre/ })).toHaveValue('x'.repeat(281));
  for (const name of [/Ouvrir le brief/, /Ouvrir l’introduction/, /Ouvrir les passages/, /Appeler/]) await press(mc, name);
  await shows(table, 'C’est à vous');
  const juror = await device(browser, server.links.jurors[0]?.url ?? '', { viewport: { width: 390, height: 844 } });
  await shows(juror, 'Un usager appelle quatre fois.');
  expectNoErrors(opened);
});

test('[H1] once the session is closed, the results open in a French Excel', async ({ browser }) => {
  const mc = await device(browser, server.links.mc, { viewport: { width: 1440, height: 900 } });
  const organiser = await device(browser, server.links.organiser, { viewport: { width: 1440, height: 900 } });
  const juror = await device(browser, server.links.jurors[0]?.url ?? '', { viewport: { width: 390, height: 844 } });
  const president = await device(browser, server.links.president, { viewport: { width: 1440, height: 900 } });
  for (const name of [/Ouvrir le brief/, /Ouvrir l’introduction/, /Ouvrir les passages/]) await press(mc, name);
  for (const team of [1, 2, 3]) {
    for (const name of [/Appeler/, /Lancer le pitch/]) await press(mc, name);
    await shows(juror, `Passage ${team} sur 3`);
    await shows(juror, 'Pitch');
    for (const criterion of ['Le drame', 'La solution', 'La mise en œuvre', 'L’effet pour l’usager'])
      await mark(juror, criterion, 6 - team);
    await shows(juror, /Enregistré à/);
    for (const name of [/Passer aux questions/, /Clore les questions/]) await press(mc, name);
  }
  await shows(organiser, 'Résultats : après la clôture de la séance');
  for (const name of [/Clore les notes/, /Ouvrir la délibération/]) await press(mc, name);
  await press(president, /Arrêter la liste des 2/);
  await press(president, /^Arrêter la liste$/);
  await press(mc, /Ouvrir la restitution/);
  for (const count of [1, 2]) {
    await mc.page.getByRole('button', { name: /Maintenir pour révéler/ }).focus();
    await mc.page.keyboard.down('Enter');
    await shows(mc, `Projets retenus : ${count} sur 2`);
    await mc.page.keyboard.up('Enter');
  }
  for (const name of [/Les deux ensemble/, /Remercier les trois/, /Clore la séance/]) await press(mc, name);

  const [download] = await Promise.all([organiser.page.waitForEvent('download'), press(organiser, 'Résultats (CSV)')]);
  const csv = readFileSync(await download.path());
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = csv.toString('utf8').split('\r\n');
  expect(lines[1]).toMatch(/;oui;oui;1;2;5,0000;0;1;;;;$/);
  expect(lines[3]).toMatch(/;non;oui;1;2;3,0000;0;;;;;$/);
  expectNoErrors(opened);
});
