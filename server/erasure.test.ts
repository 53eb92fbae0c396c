import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { keptUntil } from '../shared/erasure.ts';
import type { CriterionId, TeamId } from '../shared/ids.ts';
import { instant, MINUTE, since } from '../shared/time.ts';
import { verify } from '../shared/verify/verify.ts';
import { HeldClock } from './testing/held-clock.ts';
import { House, smallSetup } from './testing/house.ts';
import { steerUntil } from './testing/steer.ts';

let house: House;
afterEach(() => house.remove());

const WORDS = 'Une voix que chacun reconnaît';
const get = (file: string) =>
  fetch(`${house.served.url}/api/small/${file}`, {
    headers: { authorization: `Bearer ${new URL(house.links.organiser ?? '').hash.slice(1)}` },
  });
/** Everything that is on the disk, the log beside the file included. */
const onDisk = () =>
  ['', '-wal']
    .map((ending) => join(house.data, `small.sqlite${ending}`))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('');
const status = async (files: readonly string[]) => Promise.all(files.map(async (file) => [file, (await get(file)).status]));

test('[J19] [J21] ballots and words are gone from the disk at once, the session stays, and no paper is made of what is gone', async () => {
  const clock = new HeldClock(Date.parse('2019-11-28T13:00:00Z'));
  house = await new House(smallSetup(), clock).open();
  const [mc, juror, president, organiser] = await Promise.all([
    house.join(house.links.mc),
    house.join(house.links.jurors[0]?.url),
    house.join(house.links.president),
    house.join(house.links.organiser),
  ]);
  await steerUntil(mc, ({ scene }) => scene.show === 'pitch' && scene.team === 'e02');
  const marks = Object.fromEntries((juror.views.grid?.criteria ?? []).map(({ id }) => [id, 4])) as Record<CriterionId, number>;
  await juror.command({ type: 'CastBallot', team: 'e01' as TeamId, marks }, 'the-id-of-a-ballot');
  await juror.command({ type: 'WriteFeedback', team: 'e01' as TeamId, text: WORDS });
  await steerUntil(mc, ({ phase }) => phase === 'deliberation');
  await president.until(({ jury }) => jury?.deliberation != null);
  const list = ['e01', 'e02'] as TeamId[];
  await president.command({ type: 'CloseList', teams: list });
  await mc.until(({ regie }) => regie?.cue.command === 'OpenRestitution');
  await steerUntil(mc, ({ phase }) => phase === 'closed');
  expect(onDisk()).toContain(WORDS);
  expect(onDisk()).toContain('the-id-of-a-ballot');
  const { head } = house.served.forum;

  const erase = { type: 'EraseBallots', visa: 'Archives, visa 2020-17' } as const;
  expect(await organiser.command(erase)).toMatchObject({ code: 'still-kept' });
  clock.advance(since(clock.now(), keptUntil(house.served.forum.state) ?? instant(0)) + MINUTE);
  expect(await organiser.command(erase)).toMatchObject({ ok: true });
  await organiser.until(({ secretariat }) => secretariat?.retention?.erasedAt != null);
  for (const trace of [WORDS, 'the-id-of-a-ballot', JSON.stringify(marks)]) expect(onDisk()).not.toContain(trace);

  expect(
    await status(['minutes.pdf', 'annex.pdf', 'feedback/e01.pdf', 'marks/e01.pdf', 'results.csv', 'results.json', 'ballots.csv']),
  ).toEqual(
    ['minutes.pdf', 'annex.pdf', 'feedback/e01.pdf', 'marks/e01.pdf', 'results.csv', 'results.json', 'ballots.csv'].map((file) => [
      file,
      410,
    ]),
  );
  expect((await get('times.csv')).status).toBe(200);
  const text = await (await get('export.json')).text();
  expect(text).toContain(head);
  expect(verify(text, house.served.forum.head)).toMatchObject({ result: 'right', checked: { witness: 'head', laureates: [{}, {}] } });

  const { state } = house.served.forum;
  const token = new URL(house.links.organiser ?? '').hash;
  await house.close();
  await house.open();
  expect(house.served.forum.state).toEqual(state);
  expect(new URL(house.links.organiser ?? '').hash).toBe(token);
  for (const trace of [WORDS, JSON.stringify(marks)]) expect(onDisk()).not.toContain(trace);
});
