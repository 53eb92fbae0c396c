import { type Browser, expect, test } from '@playwright/test';
import type { Vote } from '../../shared/jury.ts';
import { amiensMarks } from '../../shared/testing/amiens-ballots.ts';
import { Bot } from './bots.ts';
import { DESK, type Device, expectNoErrors, open, PHONE, press, reading, shows, WALL } from './company.ts';
import { TestServer, wholeForum } from './server.ts';

/** The fictitious ballots of Amiens: two teams tied for the eighth place. The jury votes, splits, and closes a list that departs from the ranking. */

const PRESIDENT = 'j10';
/** The juror whose phone is looked at. */
const WATCHED = 'j01';

let server: TestServer;
let mc: Bot;
let jury: Map<string, Bot>;
let president: Device;
let juror: Device;
let regie: Device;
let projector: Device;
let viewer: Device;
const screens = () => [president, juror, regie, projector, viewer];

test.beforeEach(async ({ browser }: { browser: Browser }) => {
  server = await new TestServer(wholeForum()).start();
  const { links } = server;
  mc = await Bot.join(links.mc);
  jury = new Map(await Promise.all(links.jurors.map(async ({ seat, url }) => [seat, await Bot.join(url)] as const)));
  await judge();
  const watched = links.jurors.find(({ seat }) => seat === WATCHED)?.url ?? '';
  [president, juror, regie, projector, viewer] = await Promise.all([
    open(browser, links.president, DESK),
    open(browser, watched, PHONE),
    open(browser, links.mc, DESK),
    open(browser, links.projector, WALL),
    open(browser, links.public, PHONE),
  ]);
});
test.afterEach(async () => {
  for (const { context } of screens()) await context.close();
  for (const bot of [mc, ...jury.values()]) bot.leave();
  await server.stop();
});

/** From the brief to the deliberation, with every ballot given. */
async function judge(): Promise<void> {
  for (;;) {
    const scene = await mc.press();
    if (scene.show === 'deliberation') return;
    if (scene.show !== 'questions') continue;
    const { team } = scene;
    await Promise.all([...jury].map(([seat, bot]) => bot.give({ type: 'CastBallot', team, marks: amiensMarks(seat, team) as never })));
  }
}

/** Everyone votes who is not looked at; the watched juror and the president vote on their screens. */
async function others(motion: number, votes: Readonly<Record<string, Vote>>, otherwise: Vote): Promise<void> {
  for (const [seat, bot] of jury)
    if (seat !== WATCHED && seat !== PRESIDENT) await bot.give({ type: 'CastVote', motion, vote: votes[seat] ?? otherwise });
}

/** A choice is taken once it is recorded. */
async function choose({ page }: Device, choice: string): Promise<void> {
  const radio = page.getByRole('radio', { name: choice, exact: true });
  await radio.click({ force: true });
  await expect(radio).toBeChecked();
}

const bytesOutside = () => Promise.all([projector, viewer].map(({ page }) => page.content()));

test('a tie at the eighth place, a vote, a casting vote, a substitution with its reason, and the restitution', async () => {
  const page = president.page;
  for (const device of [projector, viewer]) await shows(device, /Le jury délibère/);
  const before = await bytesOutside();

  await test.step('the engine says tie, and stops', async () => {
    await shows(president, /La huitième place est ouverte/);
    await shows(president, 'Égalité au 8e rang');
    await shows(president, /La liste n’a que 7 projets/);
    await shows(juror, '3,14');
  });

  await test.step('the jury votes on the tie, and is split in two', async () => {
    await press(president, 'Mettre l’égalité aux voix');
    await choose(president, 'Occupation du domaine public');
    await press(president, 'Ouvrir le vote');
    await shows(juror, /Occupation du domaine public/);
    await press(juror, 'Pour');
    await shows(juror, 'Vous votez pour');
    const against = Object.fromEntries(['j02', 'j03', 'j04', 'j05', 'j06', 'j07', 'j08'].map((seat) => [seat, 'against' as const]));
    await others(1, against, 'for');
    await shows(president, /14 sur 15 ont voté/);
    await choose(president, 'Abstention');
    await press(president, 'Clore le vote');
    await shows(president, /l’égalité passe à la marche suivante/);
    await shows(president, 'Égalité au 8e rang');
  });

  await test.step('the casting vote settles it, and the list is whole', async () => {
    await press(president, 'Donner la voix prépondérante');
    await choose(president, 'Projet 15');
    await press(president, 'Consigner la voix prépondérante');
    await shows(president, 'Égalité tranchée');
    await shows(president, /Arrêter la liste des 8/);
  });

  await test.step('a substitution is voted with its reason', async () => {
    await press(president, 'Mettre une motion aux voix');
    await page.getByLabel('Retenir', { exact: true }).selectOption({ label: 'Projet 11' });
    await page.getByLabel('À la place de').selectOption({ label: 'Accueil de la petite enfance' });
    await page.getByLabel(/^Motif/).fill('Le projet 11 peut commencer en janvier.');
    await press(president, 'Ouvrir le vote');
    await shows(juror, /Le projet 11 peut commencer en janvier/);
    await press(juror, 'Contre');
    await others(2, { j02: 'against' }, 'for');
    await shows(president, /14 sur 15 ont voté/);
    await choose(president, 'Pour');
    await press(president, 'Clore le vote');
    await shows(president, 'Adoptée');
  });

  await test.step('not a byte has changed in the room', async () => {
    expect(await bytesOutside()).toEqual(before);
    for (const device of [regie, projector, viewer]) await expect(reading(device, '3,14')).toHaveCount(0);
  });

  await test.step('the list is closed, and announced name by name', async () => {
    await press(president, /Arrêter la liste des 8/);
    await press(president, /^Arrêter la liste$/);
    await press(regie, /Ouvrir la restitution/);
    await shows(projector, /Le jury est de retour/);
    const hold = regie.page.getByRole('button', { name: /Maintenir pour révéler/ });
    const said: string[] = [];
    for (let count = 1; count <= 8; count += 1) {
      await hold.hover();
      await regie.page.mouse.down();
      await shows(viewer, `${count} sur 8`);
      await regie.page.mouse.up();
      said.push((await projector.page.getByRole('heading').first().innerText()).replace(/\s+/g, ' '));
    }
    expect(said.join(' | ')).toContain('Projet 15');
    expect(said.join(' | ')).toContain('Projet 11');
    expect(said.join(' | ')).not.toMatch(/Accueil de la petite enfance|Occupation du domaine/);
    await press(regie, /Les huit ensemble/);
    await press(regie, /Remercier les quinze/);
    await press(regie, /Clore la séance/);
    await shows(regie, /La séance est close/);
  });

  expectNoErrors(screens());
});
