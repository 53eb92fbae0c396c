import { afterEach, expect, test } from 'vitest';
import type { CriterionId, TeamId } from '../shared/ids.ts';
import { verify } from '../shared/verify/verify.ts';
import { House, smallSetup } from './testing/house.ts';
import { steerUntil } from './testing/steer.ts';

let house: House;
afterEach(() => house.remove());

const bearer = () => ({ headers: { authorization: `Bearer ${new URL(house.links.organiser ?? '').hash.slice(1)}` } });
const get = (file: string, init = bearer()) => fetch(`${house.served.url}/api/small/${file}`, init);

test('[H1] [H8] [H9] [H10] results, tables and export: only the organiser, only once closed, as a CSV that a French Excel opens and as JSON', async () => {
  house = await new House(
    smallSetup((setup) => ({
      ...setup,
      teams: setup.teams.map((team, index) => (index === 0 ? { ...team, name: '=1+1; « piège »' } : team)),
    })),
  ).open();
  const mc = await house.join(house.links.mc);
  const juror = await house.join(house.links.jurors[0]?.url);
  const president = await house.join(house.links.president);
  await steerUntil(mc, ({ scene }) => scene.show === 'pitch' && scene.team === 'e03');
  for (const [team, mark] of [
    ['e01', 5],
    ['e02', 3],
  ] as const) {
    const marks = Object.fromEntries((juror.views.grid?.criteria ?? []).map(({ id }) => [id, mark])) as Record<CriterionId, number>;
    expect(await juror.command({ type: 'CastBallot', team: team as TeamId, marks })).toMatchObject({ ok: true });
  }
  await steerUntil(mc, ({ phase }) => phase === 'deliberation');
  await president.until(({ jury }) => jury?.deliberation != null);
  expect(president.views.jury?.deliberation).toMatchObject({ list: ['e01', 'e02'], open: [] });
  for (const file of ['results.csv', 'results.json', 'ballots.csv', 'times.csv', 'export.json'])
    expect([file, (await get(file)).status]).toEqual([file, 409]);
  await president.command({ type: 'CloseList', teams: ['e01', 'e02'] as TeamId[] });
  await mc.until(({ regie }) => regie?.cue.command === 'OpenRestitution');
  await steerUntil(mc, ({ phase }) => phase === 'closed');

  expect((await get('results.csv', { headers: { authorization: 'Bearer x' } })).status).toBe(403);
  expect((await get('results.json', { headers: { authorization: '' } })).status).toBe(403);
  const csv = await (await get('results.csv')).arrayBuffer();
  expect([...new Uint8Array(csv.slice(0, 3))]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(csv).split('\r\n');
  expect(lines[0]).toBe(
    'passage;projet;département;table;lauréat;présent;bulletins;manquants;moyenne;excusés;annonce;parrainage;temps;coach;premier rendez-vous',
  );
  expect(lines[1]).toBe(`1;"'=1+1; « piège »";59;1;oui;oui;1;2;5,0000;0;1;;;;`);
  expect(lines[3]).toContain(';non;oui;0;3;');
  expect((await get('export.json', { headers: { authorization: 'Bearer x' } })).status).toBe(403);
  const file = await get('export.json');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename=small-export.json');
  const verdict = verify(await file.text(), house.served.forum.head);
  expect(verdict).toMatchObject({ result: 'right', checked: { forum: 'small', witness: 'head' } });
  for (const [table, name] of [
    ['ballots.csv', 'small-bulletins.csv'],
    ['times.csv', 'small-temps.csv'],
  ] as const) {
    const answer = await get(table);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename=${name}`);
  }
  const { results } = (await (await get('results.json')).json()) as { results: { team: string; mean: number | null; laureate: boolean }[] };
  expect(results.map(({ team, mean, laureate }) => [team, mean, laureate])).toEqual([
    ['e01', 5, true],
    ['e02', 3, true],
    ['e03', null, false],
  ]);
});

test('[H2] links are given to the organiser alone, with tokens in the fragment', async () => {
  house = await new House().open();
  expect((await get('links', { headers: { authorization: 'Bearer nobody' } })).status).toBe(403);
  const { links } = (await (await get('links')).json()) as { links: { audience: string; url: string }[] };
  expect(links.map(({ audience }) => audience)).toContain('table/e02');
  for (const { url } of links) expect(url).toMatch(/^http:\/\/[^/]+\/small\/[a-z]+#[\w-]{24}$/);
});

test('[H3] health, first page, screens and unknown pages; headers that keep a plain-http room working', async () => {
  house = await new House().open();
  const { url } = house.served;
  expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({ ok: true, forums: ['small'] });
  const first = await fetch(`${url}/`, { redirect: 'manual' });
  expect([first.status, first.headers.get('location')]).toEqual([302, '/small']);
  expect((await fetch(`${url}/small/mc`)).status).toBe(200);
  expect(await (await fetch(`${url}/verify`)).text()).toContain('verify.html');
  expect((await fetch(`${url}/small/nobody`)).status).toBe(404);
  expect((await fetch(`${url}/elsewhere`)).status).toBe(404);
  for (const path of ['/%E0%A4%A', '/assets/absent.js']) {
    const text = await (await fetch(`${url}${path}`)).text();
    expect(text).toMatch(/^(Not found|This request cannot be answered)\n$/);
  }
  const { headers } = await fetch(`${url}/small`);
  expect(headers.get('content-security-policy')).not.toMatch(/upgrade-insecure-requests|script-src[^;]*unsafe/);
  expect(headers.get('strict-transport-security')).toBeNull();
});
