import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { House } from '../server/testing/house.ts';
import { steerUntil } from '../server/testing/steer.ts';
import { verify } from '../shared/verify/verify.ts';
import { Expectations } from './rehearsal/expectations.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** The command as `npm run rehearse` runs it. */
function rehearse(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/rehearse.ts', ...args], {
      cwd: root,
      env: { ...process.env, ESTRADE_LOG: 'silent' },
    });
    running.push(child);
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].on('data', (text: Buffer) => {
        said[stream] += text;
      });
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

describe('[H7] [H13] a rehearsal', { timeout: 180_000 }, () => {
  test('plays the whole afternoon of the sample forum on its own server, and every expectation holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'estrade-rehearse-'));
    const file = join(folder, 'amiens-export.json');
    const { code, stdout } = await rehearse('--speed', '2000', '--json', '--export', file);
    const { ok, list, expectations } = JSON.parse(stdout) as {
      ok: boolean;
      list: string[];
      expectations: { what: string; held: boolean }[];
    };
    expect(expectations.filter(({ held }) => !held)).toEqual([]);
    expect([code, ok, list.length]).toEqual([0, true, 8]);
    const verdict = verify(readFileSync(file, 'utf8'));
    rmSync(folder, { recursive: true });
    if (verdict.result !== 'right') throw new Error(JSON.stringify(verdict));
    expect(verdict.checked).toMatchObject({
      forum: 'amiens-2019',
      draw: { teams: 15, seed: '7-31-12-5-88' },
      times: { teams: 15, pauses: 1 },
      ballots: { paper: 1, reopened: 1 },
      recusals: 1,
      motions: { secret: 1 },
      departures: 1,
    });
    expect(verdict.checked.laureates).toHaveLength(8);
  });

  test('plays on a given server, by its organiser’s link, and not on one that has begun', async () => {
    const house = await new House().open();
    const link = house.links.organiser ?? '';
    const { code, stdout } = await rehearse('--url', link, '--speed', '2000');
    expect(code).toBe(0);
    expect(stdout).toContain('Every expectation held.');
    const again = await rehearse('--url', link, '--speed', '2000');
    expect([again.code, again.stderr]).toEqual([
      1,
      'The rehearsal stopped: this session has already begun: a rehearsal needs one whose brief is not open yet.\n',
    ]);
    await house.remove();
  });

  test('fails when an expectation does not hold, and says which', async () => {
    const expectations = new Expectations();
    expect(expectations.held).toBe(false);
    expectations.that('one', true, '');
    expect(expectations.held).toBe(true);
    expectations.accepted('StartPitch', { ok: false, code: 'wrong-stage', detail: 'questions' });
    expect(expectations.held).toBe(false);
    expect(expectations.all.at(-1)).toEqual({ what: 'StartPitch is accepted', held: false, seen: 'wrong-stage (questions)' });
  });

  test('stops with the reason when the server refuses to be steered', async () => {
    const house = await new House().open();
    const mc = await house.join(house.links.mc);
    await steerUntil(mc, ({ phase }) => phase === 'introduction');
    const { code } = await rehearse('--url', house.links.organiser ?? '');
    expect(code).toBe(1);
    await house.remove();
  });

  test.each([
    [['--speed', 'fast'], '--speed must be a number from 1 to 100000, not "fast".'],
    [['--url', 'http://127.0.0.1:3000/'], '--url must be an organiser’s link'],
    [['--export', '/no/such/folder/export.json'], '--export: "/no/such/folder/export.json" cannot be written there.'],
    [['--slow'], "Unknown option '--slow'"],
  ])('says of %j what is wrong, exit 2', async (args, words) => {
    const { code, stderr } = await rehearse(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
