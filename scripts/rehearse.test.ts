import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { House } from '../server/testing/house.ts';
import { steerUntil } from '../server/testing/steer.ts';
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

describe('[H7] a rehearsal', { timeout: 180_000 }, () => {
  test('plays the whole afternoon of the sample forum on its own server, and every expectation holds', async () => {
    const { code, stdout } = await rehearse('--speed', '2000', '--json');
    const { ok, list, expectations } = JSON.parse(stdout) as {
      ok: boolean;
      list: string[];
      expectations: { what: string; held: boolean }[];
    };
    expect(expectations.filter(({ held }) => !held)).toEqual([]);
    expect([code, ok, list.length]).toEqual([0, true, 8]);
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
    [['--slow'], "Unknown option '--slow'"],
  ])('says of %j what is wrong, exit 2', async (args, words) => {
    const { code, stderr } = await rehearse(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
