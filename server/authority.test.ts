import { afterEach, expect, test } from 'vitest';
import { ROLES, type Role } from '../shared/audience.ts';
import type { TeamId } from '../shared/ids.ts';
import { PHASES, type Phase } from '../shared/phases.ts';
import { BY_HAND } from '../shared/testing/permissions.ts';
import { makeApp } from './app.ts';
import { LIMITS } from './limits.ts';
import type { Caller } from './testing/caller.ts';
import { SAMPLES } from './testing/commands.ts';
import { House, smallSetup } from './testing/house.ts';
import { steerUntil } from './testing/steer.ts';

let house: House;
afterEach(() => house.remove());

const linksByRole = (): Readonly<Record<Role, string | null | undefined>> => {
  const { jurors, tables, coaches, ...one } = house.links;
  return { ...one, juror: jurors[0]?.url, table: tables[0]?.url, coach: coaches[0] };
};

/** The same session in each of its phases, one after the other. */
async function* phases(): AsyncGenerator<Phase> {
  const mc = await house.join(house.links.mc);
  const president = await house.join(house.links.president);
  for (const phase of PHASES) {
    if (phase === 'restitution') {
      await president.until(({ jury }) => jury?.deliberation != null);
      await president.command({ type: 'CloseList', teams: ['e01', 'e02'] as TeamId[] });
      await mc.until(({ regie }) => regie?.cue.command === 'OpenRestitution');
    }
    await steerUntil(mc, (live) => live.phase === phase);
    yield phase;
  }
}

test('[K2] [K13] on the wire, every command of every role in every phase is refused where the table written by hand refuses it', async () => {
  // Everything is asked of every role at once: no sender asks so much, so no limit must answer first.
  const all = { burst: 100_000, perSecond: 100_000 };
  house = await new House(smallSetup(), undefined, { ...LIMITS, commandsOfLine: all, commandsOfLink: all, messagesOfLine: all }).open();
  const callers = new Map<Role, Caller>();
  for (const role of ROLES) callers.set(role, await house.join(linksByRole()[role]));
  expect([...callers].map(([role, { audience }]) => [role, audience.role])).toEqual(ROLES.map((role) => [role, role]));
  for await (const phase of phases()) {
    const { head } = house.served.forum;
    const said: string[] = [];
    const written: string[] = [];
    for (const { type, by, phases: open } of BY_HAND)
      for (const role of ROLES) {
        if (by.includes(role) && open.includes(phase)) continue;
        const outcome = await callers.get(role)?.raw({ id: `${phase}-${role}-${type}`, command: { type, ...SAMPLES[type] } });
        said.push(`${phase} ${role} ${type}: ${JSON.stringify(outcome)}`);
        const code = by.includes(role) ? 'wrong-phase' : 'not-yours';
        written.push(`${phase} ${role} ${type}: ${JSON.stringify({ ok: false, code })}`);
      }
    expect(said).toEqual(written);
    expect(said.length).toBeGreaterThan(400);
    expect(house.served.forum.head).toBe(head);
  }
});

/** Written by hand, apart from the code: what is asked for, by which roles it is given, and from which phase on. Else 403, or 409 before its time. */
const ROUTES: readonly (readonly [route: string, asked: string, by: readonly Role[], from: Phase])[] = [
  ['links', 'links', ['organiser'], 'set-up'],
  ['people', 'people', ['organiser'], 'set-up'],
  ['results.json', 'results.json', ['organiser'], 'closed'],
  ['results.csv', 'results.csv', ['organiser'], 'closed'],
  ['ballots.csv', 'ballots.csv', ['organiser'], 'closed'],
  ['times.csv', 'times.csv', ['organiser'], 'closed'],
  ['export.json', 'export.json', ['organiser'], 'closed'],
  ['minutes.pdf', 'minutes.pdf', ['organiser', 'president'], 'set-up'],
  ['annex.pdf', 'annex.pdf', ['organiser', 'president'], 'deliberation'],
  ['feedback/:team.pdf', 'feedback/e01.pdf', ['organiser'], 'closed'],
  ['marks/:team.pdf', 'marks/e01.pdf', ['organiser'], 'closed'],
];
/** Open to everybody, whatever the link: pages without a word of the session. */
/** What takes something: a card's code, from anybody (`cards.test.ts`); a name for the minutes, from the organiser alone (`people.test.ts`). */
const TAKING = ['post /api/:forum/card', 'put /api/:forum/people/:seat'];
const PAGES = ['/healthz', '/', '/gallery.html', '/verify', '/:forum{/:screen}'];

test('[H26] [H1] every route for every role in every phase gives what the table written by hand says, and 403 alike to whoever may not', async () => {
  house = await new House().open();
  const get = async (asked: string, link: string | null | undefined, forum = 'small') => {
    const authorization = link ? `Bearer ${new URL(link).hash.slice(1)}` : '';
    const answer = await fetch(`${house.served.url}/api/${forum}/${asked}`, { headers: { authorization } });
    return [answer.status, answer.status === 403 ? await answer.text() : (await answer.arrayBuffer()).byteLength > 0] as const;
  };
  const refused = [403, '{"ok":false,"code":"not-yours"}'] as const;
  for await (const phase of phases()) {
    for (const [, asked, by, from] of ROUTES) {
      for (const role of ROLES) {
        const expected = by.includes(role) ? [PHASES.indexOf(phase) < PHASES.indexOf(from) ? 409 : 200, true] : refused;
        expect([phase, role, asked, ...(await get(asked, linksByRole()[role]))]).toEqual([phase, role, asked, ...expected]);
      }
      expect(await get(asked, `${house.served.url}/#of-nobody`)).toEqual(refused);
      expect(await get(asked, house.links.organiser, 'elsewhere')).toEqual(refused);
    }
  }
});

test('[H26] there is no other route, and two that take something', async () => {
  house = await new House().open();
  const client = `${house.folder}/client`;
  const app = makeApp({
    rooms: new Map([['small', house.served.forum]]),
    first: 'small',
    client,
    origins: () => [],
    name: null,
    trustProxy: false,
    boot: 'boot',
  });
  const routes = app.router.stack.flatMap(({ route }) => (route ? [route] : []));
  const served = new Set(routes.flatMap(({ path, stack }) => stack.map(({ method }) => `${method} ${String(path)}`)));
  const written = [...PAGES, ...ROUTES.map(([route]) => `/api/:forum/${route}`)].map((path) => `get ${path}`);
  expect([...served].sort()).toEqual([...written, ...TAKING].sort());
});
