import { type Browser, expect, test } from '@playwright/test';
import { type Company, devices, expectNoErrors, gather, mark, open, press, reading, shows } from './company.ts';
import { DeadLine } from './dead-line.ts';
import { TestServer } from './server.ts';

/** What goes wrong with the line: a phone without network, a server killed in the middle of a pitch, a link made anew. */

const LOST = /Connexion perdue/;
let server: TestServer;
let room: Company;

test.beforeEach(async ({ browser }: { browser: Browser }) => {
  server = await new TestServer().start();
  room = await gather(browser, server.links);
  for (const name of [/Ouvrir le brief/, /Ouvrir l’introduction/, /Ouvrir les passages/, /Appeler/, /Lancer le pitch/])
    await press(room.mc, name);
  for (const phone of room.jurors) await shows(phone, 'Pitch');
});
test.afterEach(async () => {
  for (const { context } of devices(room)) await context.close();
  await server.stop();
});

const juror = () => room.jurors[0] as Company['mc'];
const station = (criterion: string, value: number) =>
  juror()
    .page.getByRole('group', { name: new RegExp(criterion) })
    .getByRole('radio', { name: new RegExp(`^${value}`) });

test('[B9] a juror loses the network during a pitch, marks, reloads nothing, comes back: nothing is lost', async () => {
  await mark(juror(), 'Le drame', 4);
  await expect(
    juror()
      .page.getByText(/Il manque 3 notes/)
      .first(),
  ).toBeVisible();
  await juror().context.setOffline(true);
  await expect(
    juror()
      .page.getByText(/Sans réseau/)
      .first(),
  ).toBeVisible();
  const digits = await juror().page.getByRole('timer').first().textContent();
  await mark(juror(), 'La solution', 5);
  await mark(juror(), 'La mise en œuvre', 2);
  await expect(
    juror()
      .page.getByText(/gardé ici, envoi automatique/)
      .first(),
  ).toBeVisible();
  await expect(station('La solution', 5)).toBeChecked();
  // The digits go on while the line is away.
  await expect(juror().page.getByRole('timer').first()).not.toHaveText(digits ?? '');

  await juror().context.setOffline(false);
  await expect(
    juror()
      .page.getByText(/Il manque 1 note/)
      .first(),
  ).toBeVisible();
  await mark(juror(), 'L’effet pour l’usager', 3);
  await expect(
    juror()
      .page.getByText(/Enregistré à/)
      .first(),
  ).toBeVisible();
  await juror().page.reload();
  for (const [criterion, value] of [
    ['Le drame', 4],
    ['La solution', 5],
    ['La mise en œuvre', 2],
    ['L’effet pour l’usager', 3],
  ] as const)
    await expect(station(criterion, value)).toBeChecked();
  expectNoErrors(devices(room), true);
});

test('[B9] marks kept without network survive a reload of the page', async () => {
  await server.kill();
  await expect(
    juror()
      .page.getByText(/Sans réseau/)
      .first(),
  ).toBeVisible();
  await mark(juror(), 'Le drame', 5);
  await expect(
    juror()
      .page.getByText(/gardé ici, envoi automatique/)
      .first(),
  ).toBeVisible();
  await server.start();
  await juror().page.reload();
  await expect(station('Le drame', 5)).toBeChecked();
  await expect(
    juror()
      .page.getByText(/Il manque 3 notes/)
      .first(),
  ).toBeVisible();
  await juror().page.reload();
  await expect(station('Le drame', 5)).toBeChecked();
});

test('[B9] [L3] marks that come after the lock are set aside, and the phone says so', async () => {
  await juror().context.setOffline(true);
  await expect(
    juror()
      .page.getByText(/Sans réseau/)
      .first(),
  ).toBeVisible();
  await mark(juror(), 'Le drame', 5);
  for (const name of [/Passer aux questions/, /Clore les questions/]) await press(room.mc, name);
  for (const _team of [2, 3])
    for (const name of [/Appeler/, /Lancer le pitch/, /Passer aux questions/, /Clore les questions/]) await press(room.mc, name);
  await press(room.mc, /Clore les notes/);
  await shows(room.projector, /Les notes sont closes/);
  await juror().context.setOffline(false);
  await expect(
    juror()
      .page.getByText(/Reçu après la clôture/)
      .first(),
  ).toBeVisible();
  await juror().page.reload();
  await expect(
    juror()
      .page.getByText(/Reçu après la clôture/)
      .first(),
  ).toBeVisible();
});

test('[W7] a seat opened on another phone: the first says what it keeps, takes the seat back, and sends it', async ({ browser }) => {
  const seat = server.links.jurors[0]?.url ?? '';
  await mark(juror(), 'Le drame', 4);
  await shows(juror(), /Il manque 3 notes/);
  await juror().context.setOffline(true);
  await shows(juror(), /Sans réseau/);
  await mark(juror(), 'La solution', 5);
  const other = await open(browser, seat, { viewport: { width: 390, height: 844 } });
  await shows(other, /Il manque 3 notes/);
  await juror().context.setOffline(false);
  await shows(juror(), 'Siège ouvert ailleurs');
  await shows(juror(), /1 note reste sur ce téléphone/);
  await juror().page.reload();
  await shows(juror(), /1 note reste sur ce téléphone/);
  await press(juror(), 'Reprendre ici');
  await shows(juror(), /Il manque 2 notes/);
  await expect(station('La solution', 5)).toBeChecked();
  await shows(other, 'Siège ouvert ailleurs');
  await shows(other, /Tout ce que ce téléphone avait noté est envoyé/);
  await other.context.close();
  expectNoErrors(devices(room), true);
});

test('[X2] the server is killed in the middle of a pitch and started again: every screen recovers without reload', async () => {
  await mark(juror(), 'Le drame', 4);
  await expect(
    juror()
      .page.getByText(/Il manque 3 notes/)
      .first(),
  ).toBeVisible();
  for (const { page } of devices(room)) await page.evaluate('window.neverReloaded = true');
  // What is on a screen stays: a half-typed word, an open dialog, a juror's place.
  for (const { page } of [room.mc, juror()]) await page.locator('main').evaluate((main) => main.setAttribute('data-kept', ''));
  await server.kill();
  for (const { page } of devices(room))
    await expect(
      page
        .getByText(LOST)
        .or(page.getByText(/Sans réseau/))
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  await server.start();
  await shows(room.mc, 'Serveur redémarré, chrono en pause');
  await shows(room.projector, /Petite pause technique/);
  for (const device of devices(room)) await expect(reading(device, LOST)).toHaveCount(0);
  await press(room.mc, /^Reprendre P/);
  await expect(room.projector.page.getByText(/Petite pause technique/)).toHaveCount(0);
  await expect(station('Le drame', 4)).toBeChecked();
  for (const { page } of devices(room)) expect(await page.evaluate('window.neverReloaded')).toBe(true);
  for (const { page } of [room.mc, juror()]) await expect(page.locator('main[data-kept]')).toHaveCount(1);
  expectNoErrors(devices(room), true);
});

test('[W6] a line that looks open but is dead is said, while the digits go on; the screen recovers by itself', async ({ browser }) => {
  const { line, link } = await DeadLine.to(server.links.projector);
  const projector = await open(browser, link, { viewport: { width: 1280, height: 720 } });
  const timer = projector.page.getByRole('timer').first();
  await shows(projector, 'Pitch');
  line.die();
  await shows(projector, LOST);
  const digits = await timer.textContent();
  await expect(timer).not.toHaveText(digits ?? '');
  await press(room.mc, /Passer aux questions/);
  line.revive();
  await shows(projector, /Questions/);
  await expect(reading(projector, LOST)).toHaveCount(0);
  await projector.context.close();
  line.close();
});

test('[C12] the date of a phone is set by an hour and back: its digits count on', async () => {
  const timer = juror().page.getByRole('timer').first();
  const seconds = async (): Promise<readonly [left: number, at: number]> =>
    timer.evaluate((node) => {
      const [, minutes, rest] = /(\d+):(\d\d)/.exec(node.textContent ?? '') ?? [];
      return [Number(minutes) * 60 + Number(rest), performance.now() / 1_000] as const;
    });
  const [left, at] = await seconds();
  for (const by of [3_600_000, -3_600_000, 60_000, -60_000]) {
    const before = await timer.textContent();
    await juror().page.evaluate((set) => {
      const real = Date;
      window.Date = class extends real {
        constructor(...given: []) {
          super(...(given.length === 0 ? ([real.now() + set] as unknown as []) : given));
        }
        static override now = () => real.now() + set;
      } as DateConstructor;
    }, by);
    await expect(timer).not.toHaveText(before ?? '');
    const [now, then] = await seconds();
    // The page's own monotonic time says how much must have gone; a second each way is the rounding of the digits.
    expect(Math.abs(left - now - (then - at))).toBeLessThan(2);
  }
});
