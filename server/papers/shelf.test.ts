import { afterEach, expect, test } from 'vitest';
import type { CriterionId, TeamId } from '../../shared/ids.ts';
import { House, smallSetup } from '../testing/house.ts';
import { steerUntil } from '../testing/steer.ts';
import { plain, saidIn } from './testing/said.ts';

let house: House;
afterEach(() => house.remove());

const PAPERS = ['minutes.pdf', 'annex.pdf', 'feedback/e01.pdf', 'marks/e01.pdf'];

const get = (paper: string, link: string | null | undefined, forum = 'small') =>
  fetch(`${house.served.url}/api/${forum}/${paper}`, { headers: { authorization: `Bearer ${new URL(link ?? 'x:').hash.slice(1)}` } });
const statuses = async (link: string | null | undefined) => Promise.all(PAPERS.map(async (paper) => (await get(paper, link)).status));
const said = async (response: Response) => saidIn(Buffer.from(await response.arrayBuffer()));

test('[H26] papers for their roles, from their phase on, never kept, under the forum’s name', { timeout: 120_000 }, async () => {
  house = await new House(smallSetup()).open();
  const { organiser, president, mc, jurors, tables } = house.links;
  for (const link of [mc, jurors[0]?.url, tables[0]?.url, 'http://x/#nobody']) expect(await statuses(link)).toEqual([403, 403, 403, 403]);
  expect((await get('minutes.pdf', organiser, 'elsewhere')).status).toBe(403);
  expect(await statuses(organiser)).toEqual([200, 409, 409, 409]);
  expect(await statuses(president)).toEqual([200, 409, 403, 403]);
  expect(await (await get('annex.pdf', organiser)).json()).toEqual({ ok: false, code: 'wrong-phase' });

  const régie = await house.join(mc);
  const chair = await house.join(president);
  const juror = await house.join(jurors[0]?.url);
  await régie.command({ type: 'WithdrawTeam', step: régie.step, team: 'e03' as TeamId, reason: 'Absente' });
  await régie.until(() => régie.step > 0);
  await steerUntil(régie, ({ scene }) => scene.show === 'pitch' && scene.team === 'e01');
  const marks = Object.fromEntries((juror.views.grid?.criteria ?? []).map(({ id }) => [id, 4])) as Record<CriterionId, number>;
  await juror.command({ type: 'CastBallot', team: 'e01' as TeamId, marks });
  await juror.command({ type: 'WriteFeedback', team: 'e01' as TeamId, text: 'Bien vu.' });
  await steerUntil(régie, ({ phase }) => phase === 'deliberation');
  expect(await statuses(president)).toEqual([200, 200, 403, 403]);
  expect(await statuses(organiser)).toEqual([200, 200, 409, 409]);
  expect((await get('minutes.pdf', organiser)).headers.get('content-disposition')).toContain('small-proces-verbal-brouillon.pdf');

  expect(await chair.command({ type: 'CloseList', teams: ['e01', 'e02'] as TeamId[] })).toMatchObject({ ok: true });
  await régie.until(({ regie }) => regie?.cue.command === 'OpenRestitution');
  await steerUntil(régie, ({ phase }) => phase === 'closed');
  expect(await statuses(organiser)).toEqual([200, 200, 200, 200]);
  expect(await statuses(president)).toEqual([200, 200, 403, 403]);

  const minutes = await get('minutes.pdf', organiser);
  const { headers } = minutes;
  expect([headers.get('content-type'), headers.get('cache-control')]).toEqual(['application/pdf', 'no-store']);
  expect(headers.get('content-disposition')).toBe('attachment; filename=small-proces-verbal.pdf');
  const { text, ornaments } = await said(minutes);
  expect(text).toContain(house.served.forum.head);
  expect(ornaments.join(' ')).not.toContain('Brouillon');
  expect((await get('feedback/e01.pdf', organiser)).headers.get('content-disposition')).toContain('small-retour-e01.pdf');
  expect((await said(await get('feedback/e01.pdf', organiser))).text).toContain('« Bien vu. »');
  expect((await said(await get('marks/e01.pdf', organiser))).text).toContain(plain('4,00 sur 5'));
});

test('[H26] of a struck or unknown team there is no paper, and the answer says so in words', { timeout: 60_000 }, async () => {
  house = await new House(smallSetup()).open();
  const { organiser, president, mc } = house.links;
  const régie = await house.join(mc);
  const chair = await house.join(president);
  await régie.command({ type: 'WithdrawTeam', step: régie.step, team: 'e03' as TeamId, reason: 'Absente' });
  await régie.until(() => régie.step > 0);
  await steerUntil(régie, ({ phase }) => phase === 'deliberation');
  await chair.command({ type: 'CloseList', teams: ['e01', 'e02'] as TeamId[] });
  await régie.until(({ regie }) => regie?.cue.command === 'OpenRestitution');
  await steerUntil(régie, ({ phase }) => phase === 'closed');
  for (const [team, status, code] of [
    ['e03', 409, 'team-withdrawn'],
    ['e99', 404, 'unknown-team'],
    ['constructor', 404, 'unknown-team'],
  ] as const)
    for (const paper of ['feedback', 'marks']) {
      const answer = await get(`${paper}/${team}.pdf`, organiser);
      expect([answer.status, await answer.json()]).toEqual([status, { ok: false, code, message: expect.stringMatching(/équipe.*\.$/) }]);
    }
});

test('[H26] what is printed while the session goes on changes nothing in it', { timeout: 60_000 }, async () => {
  house = await new House(smallSetup()).open();
  const { organiser, mc } = house.links;
  const régie = await house.join(mc);
  const drafts = [get('minutes.pdf', organiser), get('minutes.pdf', organiser)];
  await steerUntil(régie, ({ scene }) => scene.show === 'pitch');
  expect((await Promise.all(drafts)).map(({ status }) => status)).toEqual([200, 200]);
  const { forum } = house.served;
  const entries = [...forum.entries()];
  expect([entries.at(-1)?.hash, entries.map(({ seq }) => seq)]).toEqual([forum.head, entries.map((_, index) => index + 1)]);
  await steerUntil(régie, ({ scene }) => scene.show === 'questions');
});
