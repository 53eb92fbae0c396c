import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { Fault } from './fault.ts';
import { sampleSetup } from './forums.ts';

const folder = mkdtempSync(join(tmpdir(), 'estrade-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const fault = (...args: string[]): string => {
  try {
    readConfig(args);
  } catch (error) {
    if (error instanceof Fault) return error.message;
  }
  throw new Error('no fault');
};

describe('[H4] the command line', () => {
  test('has defaults, and takes each flag', () => {
    const defaults = {
      port: 3000,
      host: '0.0.0.0',
      data: 'data',
      setup: null,
      name: null,
      tls: 'off',
      trustProxy: false,
      backup: null,
      restore: null,
      json: false,
    };
    expect(readConfig([])).toEqual(defaults);
    const forum = file('forum.json', `\uFEFF${JSON.stringify(sampleSetup())}`);
    const config = readConfig([
      '--port',
      '0',
      '--host',
      '127.0.0.1',
      '--data',
      'd',
      '--forum',
      forum,
      '--name',
      'Jury.example.org',
      '--json',
      '--trust-proxy',
    ]);
    expect(config).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      data: 'd',
      name: 'jury.example.org',
      json: true,
      trustProxy: true,
      setup: { id: 'amiens-2019' },
    });
    expect(readConfig(['--backup', '/not/plugged/in', '--restore', 'copy'])).toEqual({
      ...defaults,
      backup: '/not/plugged/in',
      restore: 'copy',
    });
    expect(readConfig(['--help'])).toBeNull();
  });

  test.each([
    [['--port', 'x'], '--port must be a whole number from 0 to 65535, not "x".'],
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536".'],
    [['--port', '80.5'], '--port must be a whole number from 0 to 65535, not "80.5".'],
    [['--name', 'a:3000'], '--name must be a host name like jury.example.org, without port or slash, not "a:3000".'],
    [['--cert', 'a.pem'], '--cert and --key go together: --key is missing.'],
    [['--key', 'a.pem'], '--cert and --key go together: --cert is missing.'],
    [['--tls', '--cert', 'a', '--key', 'b'], '--tls makes a certificate of its own: leave it out, or leave out --cert and --key.'],
    [['--cert', '/nowhere.pem', '--key', '/nowhere.key'], '--cert: "/nowhere.pem" cannot be read (ENOENT).'],
    [['--data', ''], '--data must name a folder; it is empty.'],
    [['--backup', ''], '--backup must name a folder, such as that of a USB key; it is empty.'],
    [['--backup', '/dev/null'], '--backup: "/dev/null" is not a folder.'],
    [['--data', 'd', '--backup', './d'], /^--backup must name another folder than --data: /],
    [['--restore', ''], '--restore must name a copy of a forum’s file; it is empty.'],
    [['--prot', '1'], "Unknown option '--prot'. See npm start -- --help."],
    [['here'], /^Unexpected argument 'here'\. See npm start -- --help\.$/],
    [['--forum', '/nowhere.json'], '--forum: "/nowhere.json" cannot be read (ENOENT).'],
  ])('says of %j what is wrong', (args, sentence) => {
    if (typeof sentence === 'string') expect(fault(...args)).toBe(sentence);
    else expect(fault(...args)).toMatch(sentence);
  });

  test('names the field of a set-up that is wrong', () => {
    const setup = sampleSetup();
    const wrong = file('wrong.json', JSON.stringify({ ...setup, rules: { ...setup.rules, laureates: 16 } }));
    expect(fault('--forum', wrong)).toBe(`--forum: "${wrong}" is not a set-up: rules.laureates: 16 laureates cannot come from 15 teams.`);
    expect(fault('--forum', file('text.json', 'hello'))).toMatch(/is not JSON: /);
  });
});
