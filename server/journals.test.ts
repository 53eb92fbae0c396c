import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import about from '../package.json' with { type: 'json' };
import type { Command } from '../shared/commands.ts';
import type { CriterionId, TeamId } from '../shared/ids.ts';
import type { Checked } from '../shared/verify/checked.ts';
import { verify } from '../shared/verify/verify.ts';
import type { Caller } from './testing/caller.ts';
import { restore } from './testing/dump.ts';
import { HeldClock } from './testing/held-clock.ts';
import { House } from './testing/house.ts';
import { steerUntil } from './testing/steer.ts';

const FOLDER = fileURLToPath(new URL('testing/journals/', import.meta.url));
const HOUR = 3_600_000;
const LATER = Date.UTC(2019, 10, 28, 15);

let house: House;
afterEach(() => house?.remove());

/** What a screen of that version saw last. */
interface Seen {
  readonly part: string;
  readonly view: Record<string, unknown>;
  readonly audiences: readonly string[];
}

/** A recorded journal under the present code on a real server, and who was there then, by the links of then. */
async function opened(name: string) {
  const clock = new HeldClock(LATER);
  house = new House(null, clock);
  mkdirSync(house.data);
  const dump = readFileSync(join(FOLDER, `${name}.sql`), 'utf8');
  restore(join(house.data, 'small.sqlite'), dump);
  await house.open();
  const [links, ...lines] = readFileSync(join(FOLDER, `${name}.seen.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const { tokens } = JSON.parse(links ?? '') as { tokens: Record<string, string> };
  const seen = lines.map((line) => JSON.parse(line) as Seen);
  const callers = new Map<string, Caller>();
  for (const key of new Set(seen.flatMap(({ audiences }) => audiences))) {
    const role = key.split('/')[0] === 'public' ? '' : `/${key.split('/')[0]}`;
    callers.set(key, await house.join(`${house.served.url}/small${role}${tokens[key] ? `#${tokens[key]}` : ''}`));
  }
  const as = (key: string) => callers.get(key) as Caller;
  return { clock, dump, seen, callers, as };
}

/** Everything that was seen then is seen now; a later version may show more. */
function expectSeen(
  seen: readonly Seen[],
  callers: ReadonlyMap<string, Caller>,
  changed: Readonly<Record<string, readonly string[]>> = {},
) {
  for (const { part, view, audiences } of seen)
    for (const audience of audiences) {
      const now = callers.get(audience)?.views[part as keyof Caller['views']];
      const kept = Object.entries(view).filter(([field]) => !changed[part]?.includes(field));
      expect({ audience, part, view: now }).toMatchObject({ audience, part, view: Object.fromEntries(kept) });
    }
}

const get = (file: string, key: string | null | undefined) =>
  fetch(`${house.served.url}/api/small/${file}`, { headers: { authorization: `Bearer ${new URL(key ?? '').hash.slice(1)}` } });

/** Everything the organiser takes away is given, and the export holds. */
async function takenAway(): Promise<Checked> {
  const { organiser } = house.links;
  for (const table of ['results.csv', 'results.json', 'ballots.csv', 'times.csv'])
    expect([table, (await get(table, organiser)).status]).toEqual([table, 200]);
  for (const paper of ['minutes.pdf', 'annex.pdf', 'feedback/e01.pdf', 'marks/e02.pdf']) {
    const printed = Buffer.from(await (await get(paper, organiser)).arrayBuffer());
    expect([paper, printed.subarray(0, 5).toString()]).toEqual([paper, '%PDF-']);
  }
  const verdict = verify(await (await get('export.json', organiser)).text(), house.served.forum.head);
  expect(verdict).toMatchObject({ result: 'right', checked: { witness: 'head' } });
  return (verdict as { checked: Checked }).checked;
}

const marks = (drame: number, solution = drame, oeuvre = drame, impact = drame) =>
  ({ drame, solution, 'mise-en-oeuvre': oeuvre, impact }) as Record<CriterionId, number>;

/** What was so, read off the session as it was played. */
const CLOSED = [
  {
    version: '0.1.0',
    entries: 37,
    said: ['e01', 'e03'],
    order: ['e01', 'e02', 'e03'],
    own: { e01: marks(5, 4), e02: marks(4, 3), e03: marks(3, 2) },
    checked: { reglement: { hash: null }, draw: null, motions: { open: 0, secret: 0 }, ballots: { recorded: 7, receipts: 7 } },
  },
  {
    version: '0.2.0',
    entries: 75,
    said: ['e03', 'e01'],
    order: ['e03', 'e01', 'e02'],
    own: { e01: marks(5, 4, 5, 5), e02: marks(4, 3, 4, 1), e03: marks(3, 2, 3, 3) },
    checked: {
      draw: { seed: '7-31-12-5-88' },
      motions: { open: 1, secret: 1, votes: 5 },
      ballots: { recorded: 8, paper: 3, lateAdmitted: 1, reopened: 1 },
      recusals: 1,
      departures: 1,
    },
  },
] as const;

describe.each(CLOSED)('[K15] the journal of a session closed under $version', ({ version, entries, said, order, own, checked }) => {
  test('opens with its chain whole, and every screen has what it had', async () => {
    const { seen, callers, as, dump } = await opened(`${version}-closed`);
    const { forum } = house.served;
    expect([[...forum.entries()].length, dump.includes(forum.head)]).toEqual([entries, true]);
    expect(forum.state.course).toMatchObject({ phase: 'closed', announcement: said, order, revealed: 2 });
    expectSeen(seen, callers);
    expect(as('public').views.live?.scene).toMatchObject({ show: 'closed', laureates: said });
    const ballots = as('juror/j01').views.seat?.ballots ?? [];
    for (const [team, given] of Object.entries(own)) expect(ballots.find((one) => one.team === team)?.marks).toMatchObject(given);
    expect(await takenAway()).toMatchObject({ entries, ...checked });
  });

  test('remembers what it answered: the last act, sent again, gets its first answer and does nothing', async () => {
    const { as, dump } = await opened(`${version}-closed`);
    const { forum } = house.served;
    const id = /CloseSession-\d+/.exec(dump)?.[0];
    const again: Command = { type: 'CloseSession', step: forum.state.step - 1 };
    expect(await as('mc').command(again, id)).toEqual({ ok: true, at: forum.state.course.opened.closed });
    expect([...forum.entries()]).toHaveLength(entries);
  });
});

const HALF_WAY = [
  { version: '0.1.0', first: 'e01', second: 'e02', third: 'e03', list: ['e01', 'e02'], words: null },
  { version: '0.2.0', first: 'e03', second: 'e01', third: 'e02', list: ['e01', 'e02'], words: 'Très clair.' },
] as const;

describe.each(HALF_WAY)('[K15] a session that $version left in the middle of a pitch', ({ version, first, second, third, list, words }) => {
  test('opens with the clock paused at the last sign of life, and all else as it was', async () => {
    const { seen, callers, as, dump } = await opened(`${version}-half-way`);
    expect(house.served.forum.state.course).toMatchObject({ phase: 'passages', current: second, stage: 'pitch' });
    // A paused clock moves the forecast, and what the server did is not the MC's to take back.
    expectSeen(seen, callers, { live: ['scene', 'forecast'], stage: ['clock'], regie: ['undo', 'cue'] });
    const alive = Number(/'alive', (\d+)/.exec(dump)?.[1]);
    const then = seen.find(({ part }) => part === 'live')?.view.scene as { clock: { runningSince: number } };
    const paused = { elapsed: alive - then.clock.runningSince, runningSince: null, pausedAt: LATER, reason: 'restart' };
    expect(paused.elapsed).toBe(37_000);
    expect(as('projector').views.live?.scene).toMatchObject({ show: 'pitch', team: second, clock: paused });
    expect(as('juror/j02').views.seat?.ballots.find(({ team }) => team === second)?.marks).toEqual({ drame: 2 });
    expect(as('juror/j01').views.seat?.feedback).toEqual(words === null ? [] : [{ team: first, text: words }]);
  });

  test('goes on to its end by the rules of today, and its export holds', async () => {
    const { clock, as } = await opened(`${version}-half-way`);
    const [mc, president] = [as('mc'), as('president/j10')];
    expect(await mc.command({ type: 'ResumeClock', step: mc.step })).toMatchObject({ ok: true });
    clock.advance(60_000);
    for (const [key, mark] of [
      ['juror/j01', 5],
      ['juror/j02', 4],
      ['president/j10', 5],
    ] as const)
      expect(await as(key).command({ type: 'CastBallot', team: second as TeamId, marks: marks(mark) })).toMatchObject({ ok: true });
    await steerUntil(mc, ({ scene }) => scene.show === 'pitch' && scene.team === third);
    const third4 = third === 'e02' ? 4 : 1;
    expect(await as('juror/j01').command({ type: 'CastBallot', team: third as TeamId, marks: marks(third4) })).toMatchObject({ ok: true });
    clock.advance(HOUR / 6);
    await steerUntil(mc, ({ phase }) => phase === 'deliberation');
    await president.until(({ jury }) => jury?.deliberation != null);
    expect(president.views.jury?.deliberation).toMatchObject({ list, open: [] });
    expect(await president.command({ type: 'CloseList', teams: [...list] as TeamId[] })).toMatchObject({ ok: true });
    await mc.until(({ regie }) => regie?.cue.command === 'OpenRestitution');
    await steerUntil(mc, ({ phase }) => phase === 'closed');
    const said = house.served.forum.state.course.order.filter((team) => list.some((one) => one === team));
    await as('public').until(({ live }) => live?.phase === 'closed');
    expect(as('public').views.live?.scene).toMatchObject({ show: 'closed', laureates: said });
    expect(await takenAway()).toMatchObject({ laureates: [{}, {}], times: { teams: 3, pauses: 1 } });
  });
});

test('[K15] every version that wrote journals has its own here, the present one too', () => {
  const kept = readdirSync(FOLDER);
  for (const version of new Set([...CLOSED, ...HALF_WAY].map((one) => one.version as string).concat(about.version)))
    for (const kind of ['closed', 'half-way'])
      for (const ending of ['sql', 'seen.jsonl']) expect(kept).toContain(`${version}-${kind}.${ending}`);
  expect(kept).toHaveLength(4 * CLOSED.length);
});
