import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { cut } from '../shared/tally/cut.ts';
import { METHODS, tallies } from '../shared/tally/methods.ts';
import { EXPECTED_INCOMPLETE } from '../shared/testing/amiens-ballots.ts';
import { amiensMatrix } from '../shared/testing/matrices.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'estrade-tally-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command as `npm run tally` runs it. */
function command(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/tally.ts', ...args], { cwd: root });
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].on('data', (text: Buffer) => {
        said[stream] += text;
      });
    child.on('close', (code) => resolve({ code, ...said }));
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The incomplete ballots of Amiens as a spreadsheet would save them; every third team in one group. */
function amiensFile(): { readonly path: string; readonly weights: string } {
  const { teams, jurors, criteria, ballots } = amiensMatrix('incomplete');
  const lines = teams.flatMap((team, t) =>
    jurors.flatMap((juror, j) =>
      criteria.flatMap(({ id }, c) => (ballots[t]?.[j] ? `${team};${juror};${id};${ballots[t]?.[j]?.[c]};g${t % 3}` : [])),
    ),
  );
  return {
    path: file('amiens.csv', `\uFEFFteam;juror;criterion;mark;group\r\n${lines.join('\r\n')}\r\n`),
    weights: criteria.map(({ id, weight }) => `${id}=${weight}`).join(','),
  };
}

describe('[A20] npm run tally', { timeout: 60_000 }, () => {
  test('counts the fictitious ballots by every method, and says nothing but JSON', async () => {
    const { path, weights } = amiensFile();
    const { code, stdout, stderr } = await command(path, '--seats', '8', '--weights', weights, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const said = JSON.parse(stdout);
    const expected = tallies(amiensMatrix('incomplete'));
    expect([said.teams, said.jurors, said.coverage]).toEqual([15, 15, 221 / 225]);
    for (const method of METHODS) expect({ standings: said.methods[method] }).toEqual(expected[method]);
    expect(said.methods.mean[7]).toEqual({ team: 'e04', rank: 8, tied: true, score: 3.14, exact: '157/50' });
    if ('refused' in expected.mean) throw new Error('the mean refuses nothing');
    const { inside, open } = cut(expected.mean.standings, 8);
    expect(said.selection).toMatchObject({ method: 'mean', seats: 8, chosen: inside, open, interchangeable: [open] });
    expect(said.readings).toMatchObject({ counted: 80, refused: 0, depends: ['e04', 'e15'] });
    expect(said.sensitivity).toHaveLength(15);
    expect(said.sensitivity[3].sentence).toMatch(/^e04, in 80 readings, is .*\.$/);
    expect(said.severity).toHaveLength(15);
  });

  test('says the same in words, with a quota that displaces a team', async () => {
    const { path, weights } = amiensFile();
    const { code, stdout } = await command(path, '--seats', '8', '--weights', weights, '--method', 'mean', '--quota', 'g2:4-');
    expect(code).toBe(0);
    for (const words of [
      '221 of 225 ballots, 98.2 %.',
      'Always in: 7. Never: 6. Depending on method or juror: 2.',
      'Selection of 8 by the mean method',
      'gives way to the minimum of g2.',
    ])
      expect(stdout).toContain(words);
    const ranked = [...stdout.matchAll(/^ {2}\d+=? +(e\d\d) /gm)].map(([, team]) => team);
    expect(ranked).toEqual(EXPECTED_INCOMPLETE.ranking);
  });

  test('says of the example of its manual what the manual says', async () => {
    const manual = readFileSync(join(root, 'shared/tally/README.md'), 'utf8');
    const block = (kind: string) => new RegExp(`\`\`\`${kind}\\n(.*?)\`\`\`\\n`, 's').exec(manual)?.[1] ?? '';
    const { stdout } = await command(file('marks.csv', block('csv')), '--seats', '2', '--method', 'additive', '--quota', 'south:1-');
    expect(stdout).toBe(block('text'));
  });

  test('says which parts of a jury no ballot joins, and goes on with the other methods', async () => {
    const path = file('parts.csv', 'team,juror,criterion,mark\na,x,,3\nb,y,,4\n');
    const { code, stdout } = await command(path);
    expect(code).toBe(0);
    expect(stdout).toContain('  - a with x\n  - b with y\n');
    expect(stdout).toContain('No number of seats was given (--seats N): there is no selection.');
    const { stdout: json } = await command(path, '--json', '--seats', '1', '--method', 'additive');
    const parts = [
      { teams: ['a'], jurors: ['x'] },
      { teams: ['b'], jurors: ['y'] },
    ];
    expect(JSON.parse(json)).toMatchObject({
      methods: { additive: { refused: 'disconnected', parts } },
      selection: { refused: 'disconnected' },
    });
  });

  test('refuses a wrong file with exit 2, the line and the reason, and nothing on stdout', async () => {
    const wrong = file('wrong.csv', 'team,juror,criterion,mark\na,x,why,3\na,y,why,good\n');
    expect(await command(wrong, '--json')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Line 3: the mark must be a whole number from 0 to 1000000, not "good".\n',
    });
    const absent = join(folder, 'absent.csv');
    expect(await command(absent)).toEqual({ code: 2, stdout: '', stderr: `"${absent}" cannot be read: there is no such file.\n` });
  });
});
