import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amiens } from '../shared/testing/forums.ts';
import { nearly, REARRANGED, withValue } from '../shared/testing/tamper.ts';
import { wholeAfternoon } from '../shared/testing/whole-afternoon.ts';
import { exportOf } from '../shared/verify/export.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const whole = exportOf(wholeAfternoon());
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'estrade-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, content: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** The command as `npm run verify` runs it. */
function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/verify.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('[H11] npm run verify', { timeout: 60_000 }, () => {
  test('says what it recounted of an export that holds, and ends with 0', () => {
    const file = written('whole.json', whole);
    const { status, stdout, stderr } = run(file, '--head', whole.lockHash ?? '');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`  ✓ ${whole.entries.length} entries, chain intact`);
    expect(stdout).toContain('  ✓ the hash that the room saw is the one at the last lock');
    expect(stdout).toContain('  ✓ order of 6 teams redrawn from 7-31');
    expect(stdout).toContain(
      '  ✓ 24 ballots counted again, 5 from paper, 1 admitted late, 2 late and left aside, 1 opened again, 2 recusals',
    );
    expect(stdout).toContain('  ✓ 4 motions recounted, 10 votes, 1 secret');
    expect(stdout).toContain('  ✓ list of 3 closed and announced, 1 departure from the ranking, voted');
    expect(stdout).toMatch(/\nEverything holds\.\n$/);
    const line = run(file, '--json');
    expect([line.status, line.stdout.trimEnd().includes('\n')]).toEqual([0, false]);
    expect(JSON.parse(line.stdout)).toMatchObject({ ok: true, checked: { head: whole.head } });
  });

  test('ends with 1 and names the first bad entry where one was changed, dropped or exchanged', () => {
    const index = whole.entries.findIndex(({ event }) => event.type === 'BallotCast');
    const of = `${index + 1} of ${whole.entries.length} (BallotCast)`;
    const changed = run(written('changed.json', withValue(whole, ['entries', index, 'event', 'marks', 'why'], 1)));
    expect([changed.status, changed.stdout]).toEqual([1, '']);
    expect(changed.stderr).toContain(`first bad entry: ${of}: its hash is not that of what it says`);
    const dropped = run(written('dropped.json', { ...whole, entries: REARRANGED.dropped?.(whole.entries, index) }));
    expect([dropped.status, dropped.stderr]).toEqual([1, expect.stringContaining(`first bad entry: ${index + 1} of `)]);
    const value = run(written('value.json', withValue(whole, ['aggregates', 0, 'sum'], nearly(whole.aggregates[0]?.sum))), '--json');
    expect([value.status, value.stderr]).toEqual([1, expect.stringContaining('aggregates[0].sum is')]);
    expect(JSON.parse(value.stdout)).toMatchObject({ ok: false, fault: { code: 'differs', path: 'aggregates[0].sum' } });
    const other = run(written('whole.json', whole), '--head', 'ab'.repeat(8));
    expect([other.status, other.stderr]).toEqual([1, expect.stringContaining('the hash that the room saw is not of this journal')]);
  });

  test.each([
    ['a set-up', () => written('setup.json', amiens), 'is not the export of a session.'],
    ['a text', () => written('notes.txt', 'Le jury délibère.'), 'is not JSON'],
    ['a very deep file', () => written('deep.json', `${'['.repeat(200_000)}${']'.repeat(200_000)}`), 'is nested too deep'],
    ['a folder', () => folder, 'is not a file'],
    ['no file', () => join(folder, 'absent.json'), 'cannot be read (ENOENT)'],
    ['a very large file', () => huge(), 'is too large'],
  ])('ends with 2 and one sentence on what is no export: %s', (_what, file, words) => {
    const { status, stdout, stderr } = run(file());
    expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toContain(words);
  });

  test.each([
    [[], 'Name one file to verify.'],
    [['a.json', 'b.json'], 'Name one file to verify.'],
    [['a.json', '--head', 'none'], '--head must be a hash of 16 to 64 hexadecimal digits, not "none".'],
    [['a.json', '--loud'], "Unknown option '--loud'"],
  ])('says of %j what is wrong, exit 2', (args, words) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});

/** Of two hundred megabytes, none of which is on the disk. */
function huge(): string {
  const file = written('huge.json', '{');
  truncateSync(file, 200_000_000);
  return file;
}
