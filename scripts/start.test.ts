import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { sampleSetup } from '../server/forums.ts';
import { Caller } from '../server/testing/caller.ts';
import { pitching } from '../server/testing/steer.ts';
import type { CriterionId, TeamId } from '../shared/ids.ts';
import { build, isBuilt } from './build.mjs';
import { endAll, type Ready, start, startJson } from './testing/started.ts';

const folder = mkdtempSync(join(tmpdir(), 'estrade-start-'));
/** A data folder that does not exist yet. */
const freshData = () => join(mkdtempSync(join(folder, 'fresh-')), 'data');

// Each test starts processes, some of them twice.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(async () => {
  if (!isBuilt()) await build();
}, 240_000);
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('[H5] a start', () => {
  test('with --json says one line when ready, serves, and stops cleanly on SIGTERM', async () => {
    const { ready, child, said, ended } = await startJson(freshData());
    expect(ready).toMatchObject({ ready: true, forum: 'amiens-2019' });
    expect([ready.links.jurors.length, ready.links.tables.length, ready.links.coaches.length]).toEqual([15, 15, 2]);
    expect((await fetch(`${ready.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(ready.links.public)).text()).toContain('<title>Estrade</title>');
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said.stdout.trim().split('\n')).toHaveLength(1);
  });

  test('greets a person with addresses, a link per role, a QR code and how to stop', async () => {
    const { line, child, ended } = start(['--port', '0', '--data', freshData()]);
    const greeting = await line;
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    for (const words of [
      'Organiser',
      'Régie (MC)',
      'President',
      'Juror',
      'Table',
      'Coach',
      'Projector',
      'Stage display',
      'Public',
      '█',
      'Ctrl-C',
    ])
      expect(greeting).toContain(words);
  });

  test('gives the same links after a restart, and another forum’s beside the first', async () => {
    const data = freshData();
    const first = await startJson(data);
    first.child.kill('SIGTERM');
    await first.ended;
    const again = await startJson(data);
    const tokens = ({ links }: Ready) => [links.mc, ...links.jurors.map(({ url }) => url)].map((url) => new URL(url).hash);
    expect(tokens(again.ready)).toEqual(tokens(first.ready));
    again.child.kill('SIGTERM');
    await again.ended;
    const file = join(folder, 'other.json');
    writeFileSync(file, JSON.stringify({ ...sampleSetup(), id: 'lille-2027' }));
    const started = start(['--json', '--port', '0', '--host', '127.0.0.1', '--data', data, '--forum', file]);
    const ready = JSON.parse(await started.line) as Ready;
    expect(ready.forum).toBe('lille-2027');
    expect(await (await fetch(`${ready.url}/healthz`)).json()).toMatchObject({ forums: ['lille-2027', 'amiens-2019'] });
  });
});

describe('[H6] a start that cannot be', () => {
  const refusal = async (...args: string[]) => {
    const { ended, said } = start(args);
    return { code: await ended, ...said };
  };

  test('a wrong flag, a missing or wrong set-up: one sentence, exit 2, nothing created', async () => {
    const data = freshData();
    const wrong = join(folder, 'wrong.json');
    writeFileSync(wrong, JSON.stringify({ ...sampleSetup(), seats: [] }));
    for (const args of [
      ['--speed', '3'],
      ['--port', 'many'],
      ['--forum', join(folder, 'absent.json')],
      ['--forum', wrong],
    ]) {
      const { code, stdout, stderr } = await refusal('--json', '--data', data, ...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(existsSync(data)).toBe(false);
  });

  test('a port in use: said, exit 2, no data folder', async () => {
    const data = freshData();
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    const { code, stderr } = await refusal('--port', String(port), '--host', '127.0.0.1', '--data', data);
    other.close();
    expect([code, stderr]).toEqual([2, `--port: port ${port} is already in use; stop what uses it, or choose another with --port.\n`]);
    expect(existsSync(data)).toBe(false);
  });

  test('a data folder that is a file, or one in use by another Estrade', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const first = await refusal('--port', '0', '--host', '127.0.0.1', '--data', file);
    expect([first.code, first.stderr]).toEqual([2, `--data: the folder "${file}" cannot be used (EEXIST).\n`]);
    const data = freshData();
    await startJson(data);
    const second = await refusal('--port', '0', '--host', '127.0.0.1', '--data', data);
    expect(second.code).toBe(2);
    expect(second.stderr).toContain('is in use by another Estrade');
  });
});

test('[X2] killed in the middle of a pitch, it comes back to the exact state, the clock paused', async () => {
  const data = freshData();
  const { ready, child, ended } = await startJson(data);
  const mc = await Caller.join(ready.links.mc);
  const juror = await Caller.join(ready.links.jurors[0]?.url ?? '');
  await pitching(mc);
  await juror.until(({ live }) => live?.scene.show === 'pitch');
  const team = mc.views.live?.order[0]?.team as TeamId;
  expect(await juror.command({ type: 'CastBallot', team, marks: { drame: 4 } as Record<CriterionId, number> })).toMatchObject({ ok: true });
  child.kill('SIGKILL');
  await ended;
  const welcomes = juror.welcomes;
  await startJson(data, { port: Number(new URL(ready.url).port) });
  await juror.until(() => juror.welcomes > welcomes);
  await mc.until(({ live }) => live?.scene.show === 'pitch' && live.scene.clock.reason === 'restart');
  const scene = mc.views.live?.scene;
  expect(scene?.show === 'pitch' && scene.clock.runningSince).toBeNull();
  expect(juror.views.seat?.ballots[0]).toMatchObject({ team, marks: { drame: 4 } });
  expect(await mc.command({ type: 'ResumeClock', step: mc.step })).toMatchObject({ ok: true });
  mc.leave();
  juror.leave();
});
