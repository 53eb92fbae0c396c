import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPaper } from '../server/papers/testing/reader.ts';
import { Caller } from '../server/testing/caller.ts';
import { smallSetup } from '../server/testing/house.ts';
import { steerUntil } from '../server/testing/steer.ts';
import type { CriterionId, TeamId } from '../shared/ids.ts';
import { build, isBuilt } from './build.mjs';
import { type Links, linksOfOrganiser } from './rehearsal/company.ts';

/** Where a token could slip out: everything that a server wrote, said or kept in a whole small afternoon is searched for every token. */

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'estrade-tokens-'));
const data = join(folder, 'data');
let child: ChildProcess | null = null;
const logged: string[] = [];

beforeAll(async () => {
  if (!isBuilt()) await build();
}, 240_000);
afterAll(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** The server, saying all it can say. */
async function startTalkative(): Promise<{ links: Links; ended: Promise<unknown> }> {
  const forum = join(folder, 'small.json');
  writeFileSync(forum, JSON.stringify(smallSetup()));
  const args = ['--json', '--port', '0', '--host', '127.0.0.1', '--data', data, '--forum', forum];
  const started = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ESTRADE_LOG: 'trace', DEBUG: '*', NODE_DEBUG: 'http' },
  });
  child = started;
  started.stderr.on('data', (text: Buffer) => logged.push(String(text)));
  const line = await new Promise<string>((resolve) => started.stdout.once('data', (text: Buffer) => resolve(String(text))));
  return { links: (JSON.parse(line) as { links: Links }).links, ended: new Promise((resolve) => started.once('close', resolve)) };
}

const every = ({ organiser, mc, president, projector, stage, jurors, tables, coaches }: Links): readonly string[] =>
  [organiser, mc, president, projector, stage, ...coaches, ...[...jurors, ...tables].map(({ url }) => url)].map((url) => url ?? '');
const tokenOf = (link: string | null | undefined) => new URL(link ?? '').hash.slice(1);

test('[T1] [T9] [T10] of a whole afternoon with every trace on, no log line, answer, frame, export, paper or file holds a token', async () => {
  const { links, ended } = await startTalkative();
  const heard: string[] = [];
  const enter = async (link: string | null | undefined) => {
    const caller = await Caller.join(link ?? '');
    caller.socket.onAny((...said) => heard.push(JSON.stringify(said)));
    return caller;
  };
  const [mc, president, organiser] = await Promise.all([enter(links.mc), enter(links.president), enter(links.organiser)]);
  const others = await Promise.all(
    [...links.jurors, ...links.tables, { url: links.projector }, { url: links.stage }].map(({ url }) => enter(url)),
  );
  await expect(Caller.join(`${links.public}/mc#${'x'.repeat(24)}`)).rejects.toThrow('unknown-link');

  await steerUntil(mc, ({ scene }) => scene.show === 'pitch' && scene.team === 'e03');
  const marks = Object.fromEntries((others[0]?.views.grid?.criteria ?? []).map(({ id }) => [id, 4])) as Record<CriterionId, number>;
  for (const team of ['e01', 'e02'] as TeamId[])
    expect(await others[0]?.command({ type: 'CastBallot', team, marks })).toMatchObject({ ok: true });
  heard.push(JSON.stringify(await others[1]?.raw({ id: 'an-odd-command', command: { type: 'CastBallot', team: {} } })));
  // One link is revoked on the way: its old token must be nowhere either.
  const lost = links.tables[0]?.url ?? '';
  expect(await organiser.command({ type: 'ReissueLink', audience: 'table/e01' })).toMatchObject({ ok: true });
  await expect(Caller.join(lost)).rejects.toThrow('unknown-link');
  await steerUntil(mc, ({ phase }) => phase === 'deliberation');
  await president.until(({ jury }) => jury?.deliberation != null);
  await president.command({ type: 'CloseList', teams: ['e01', 'e02'] as TeamId[] });
  await mc.until(({ regie }) => regie?.cue.command === 'OpenRestitution');
  await steerUntil(mc, ({ phase }) => phase === 'closed');

  const tokens = [...new Set([...every(links), ...every(await linksOfOrganiser(links.organiser ?? ''))].map(tokenOf))];
  expect(tokens.length).toBe(every(links).length + 1);
  expect(tokens.every((token) => token.length === 24)).toBe(true);

  const { origin, pathname } = new URL(links.public);
  const api = `/api${pathname}`;
  const given = await fetch(`${origin}${api}/links`, { headers: { authorization: `Bearer ${tokenOf(links.organiser)}` } });
  const codes = ((await given.json()) as { links: { card: string | null }[] }).links.flatMap(({ card }) => card?.split(' ')[1] ?? []);
  expect(codes.length).toBe(every(links).length - 1);
  const routes =
    'results.json results.csv ballots.csv times.csv export.json minutes.pdf annex.pdf feedback/e01.pdf marks/e01.pdf marks/e99.pdf';
  const paths = [
    ...routes.split(' ').map((file) => `${api}/${file}`),
    '/healthz',
    '/',
    pathname,
    `${pathname}/mc`,
    '/verify',
    '/gallery.html',
    '/%E0',
  ];
  let papers = 0;
  for (const token of [links.organiser, links.president, links.mc, lost].map(tokenOf).concat('', 'nobody'))
    for (const path of paths) {
      const answer = await fetch(origin + path, { headers: { authorization: `Bearer ${token}` } });
      const bytes = Buffer.from(await answer.arrayBuffer());
      if (token === tokenOf(lost) && path.startsWith(api)) expect([path, answer.status]).toEqual([path, 403]);
      heard.push(JSON.stringify([...answer.headers]), bytes.toString('latin1'));
      if (answer.headers.get('content-type') !== 'application/pdf') continue;
      papers += 1;
      const { text, info } = await readPaper(bytes);
      heard.push(text.join('\n'), JSON.stringify([...info]));
    }
  expect(papers).toBeGreaterThanOrEqual(6);
  // Asked for with a token where none belongs: it is not said back.
  for (const path of [`/${tokenOf(links.mc)}`, `${pathname}/${tokenOf(links.mc)}`, `${api}/links?token=${tokenOf(links.organiser)}`])
    heard.push(await (await fetch(origin + path)).text());
  for (const caller of [mc, president, organiser, ...others]) {
    heard.push(JSON.stringify([caller.views, caller.audience, caller.frames, caller.presences]));
    caller.leave();
  }
  // While it is open, with what is not yet in the main file, and once it is shut.
  const files = () => readdirSync(data).map((name) => readFileSync(join(data, name)));
  const kept = files();
  child?.kill('SIGTERM');
  await ended;
  kept.push(...files());

  const all = Buffer.concat([...heard.map((text) => Buffer.from(`${text}\n`)), Buffer.from(logged.join('')), ...kept]);
  expect(all.includes('"type":"LinkReissued"')).toBe(true);
  expect([...tokens, ...codes].filter((secret) => all.includes(secret))).toEqual([]);
});
