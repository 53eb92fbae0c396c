import { type Browser, expect, test } from '@playwright/test';
import { type Company, devices, expectNoErrors, gather, mark, press, sent, shows } from './company.ts';
import { TestServer } from './server.ts';

/** A small afternoon, three teams and three seats, on every kind of screen, from the brief to the last reveal. */

const TEAMS = ['Le bon interlocuteur', 'Cantines des collèges', 'Première réponse à l’usager'] as const;
const CRITERIA = ['Le drame', 'La solution', 'La mise en œuvre', 'L’effet pour l’usager'] as const;
/** Marks of each seat for each team: the first team is ahead, the other two tie at the cut. */
const MARKS = [
  [5, 3, 3],
  [5, 3, 3],
  [4, 2, 2],
] as const;

let server: TestServer;
let room: Company;

test.beforeEach(async ({ browser }: { browser: Browser }) => {
  server = await new TestServer().start();
  room = await gather(browser, server.links);
});
test.afterEach(async () => {
  for (const { context } of devices(room)) await context.close();
  await server.stop();
});

test('a mini afternoon, each screen at each step', async () => {
  const { mc, jurors, president, projector, stage, table, viewer } = room;

  await test.step('before: the programme cannot hold is not hidden, the room waits', async () => {
    await shows(mc, /Brief du jury/);
    await shows(projector, /Introduction du jury/);
    await shows(viewer, /Introduction du jury/);
    for (const juror of jurors) await shows(juror, /Siège \d+/);
  });

  await test.step('brief: a trial ballot; the room learns nothing of it', async () => {
    await press(mc, /Ouvrir le brief/);
    for (const juror of jurors) {
      await shows(juror, 'Projet d’essai');
      await mark(juror, 'Le drame', 4);
      await shows(juror, /Essai/);
    }
    await shows(mc, /Bulletins d’essai reçus : 3 sur 3/);
    await shows(projector, /Introduction du jury/);
    await press(mc, /Ouvrir l’introduction/);
    await press(mc, /Ouvrir les passages/);
  });

  for (const [index, team] of TEAMS.entries()) {
    await test.step(`passage ${index + 1}: ${team}`, async () => {
      await press(mc, `Appeler : ${team}`);
      for (const device of [projector, stage, viewer]) await shows(device, team);
      if (index === 0) await shows(table, 'C’est à vous');

      await press(mc, /Lancer le pitch/);
      for (const device of [projector, stage, viewer, table, president])
        await expect(device.page.getByRole('timer').first()).toHaveText(/^\s*(3:00|2:\d\d)/);
      await shows(projector, 'Pitch');
      // A thumb comes after the eye: the phone shows the pitch before it is touched.
      for (const juror of jurors) await shows(juror, 'Pitch');
      for (const [seat, juror] of jurors.entries())
        for (const criterion of CRITERIA) await mark(juror, criterion, MARKS[seat]?.[index] ?? 1);
      for (const juror of jurors) await shows(juror, /Enregistré à/);

      if (index === 1) {
        await press(mc, /^Pause/);
        await shows(projector, /Petite pause technique/);
        await press(mc, /^Reprendre P/);
        await press(mc, /\+ 30 s/);
        await expect(projector.page.getByRole('timer').first()).toHaveText(/^\s*3:[0-3]\d/);
      }

      await press(mc, /Passer aux questions/);
      for (const device of [projector, viewer]) await shows(device, /Questions/);
      await expect(projector.page.getByRole('timer').first()).toHaveText(/^\s*(5:00|4:\d\d)/);
      await press(mc, /Clore les questions/);
      if (index < 2) await shows(projector, TEAMS[index + 1] as string);
    });
  }

  await test.step('a juror changes a mark until the lock', async () => {
    const juror = jurors[0];
    if (!juror) throw new Error('no juror');
    await mark(juror, 'Le drame', 2);
    await mark(juror, 'Le drame', 3);
    await shows(juror, /Enregistré à/);
    await sent(juror);
  });

  await test.step('the lock is taken back within its eight seconds, then taken again', async () => {
    await press(mc, /Clore les notes/);
    await press(mc, /Annuler/);
    await press(mc, /Clore les notes/);
    await shows(projector, /Les notes sont closes/);
    await shows(projector, /Empreinte du journal/);
    for (const juror of jurors) await shows(juror, 'Bulletin clos');
  });

  await test.step('deliberation: only the jury sees the aggregates; a tie at the cut is left open', async () => {
    await press(mc, /Ouvrir la délibération/);
    for (const device of [projector, stage, viewer, table]) await shows(device, /Le jury délibère/);
    await shows(president, '4,67');
    await shows(president, '2,67');
    await shows(president, /la ligne reste ouverte/);
    for (const juror of jurors) await shows(juror, '4,67');
    for (const device of [mc, projector, stage, viewer, table]) await expect(device.page.getByText('4,67')).toHaveCount(0);
    await shows(president, /La liste n’a que 1 projet/);
    await press(president, /Mettre l’égalité aux voix/);
    await president.page.getByRole('radio', { name: TEAMS[2] ?? '' }).click({ force: true });
    await press(president, /Ouvrir le vote/);
    await president.page.getByRole('radio', { name: 'Pour' }).click({ force: true });
    await press(president, /Clore sans 2 voix/);
    await shows(president, 'Adoptée');
    await press(president, /Arrêter la liste des 2/);
    await press(president, /^Arrêter la liste$/);
    await shows(mc, /Ouvrir la restitution/);
  });

  await test.step('restitution: nothing before its reveal, then every screen in turn', async () => {
    await press(mc, /Ouvrir la restitution/);
    await shows(projector, /Le jury est de retour/);
    for (const device of [projector, stage, viewer, table]) expect(await device.page.content()).not.toMatch(/Projet retenu/);

    const hold = mc.page.getByRole('button', { name: /Maintenir pour révéler/ });
    await hold.hover();
    await mc.page.mouse.down();
    await mc.page.mouse.up();
    await shows(projector, /Le jury est de retour/);

    for (const [index, team] of [TEAMS[0], TEAMS[2]].entries()) {
      await hold.hover();
      await mc.page.mouse.down();
      for (const device of [projector, table]) await expect(device.page.getByRole('heading', { name: team }).first()).toBeVisible();
      await mc.page.mouse.up();
      await shows(viewer, team);
      await shows(viewer, `${index + 1} sur 2`);
    }
    await press(mc, /Les deux ensemble/);
    await shows(projector, 'Les 2 projets retenus');
    await press(mc, /Remercier les trois/);
    for (const device of [projector, viewer, table]) await shows(device, /Bravo aux 3 équipes/);
    await press(mc, /Clore la séance/);
    await shows(mc, /La séance est close/);
  });

  expectNoErrors(devices(room));
});
