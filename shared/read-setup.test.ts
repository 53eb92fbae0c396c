import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import amiensFile from './forums/amiens-2019.json' with { type: 'json' };
import { readSetup } from './read-setup.ts';
import { amiens, small, smallFile } from './testing/forums.ts';

/** The small forum with one thing otherwise, named as in the messages: `teams[1].id`. `undefined` takes it away. */
function altered(path: string, value: unknown): unknown {
  const file = structuredClone(smallFile) as unknown;
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  let parent = file as Record<string, unknown>;
  for (const key of keys) parent = parent[key] as Record<string, unknown>;
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return file;
}
const fault = (input: unknown) => {
  const read = readSetup(input);
  return 'fault' in read ? read.fault : null;
};

test('[S1] a good set-up is read whole', () => {
  expect(readSetup(smallFile)).toEqual({ setup: { ...smallFile, rules: { ...small().rules, ...smallFile.rules } } });
  expect(readSetup(amiensFile)).toEqual({ setup: amiensFile });
});

test('[S1] the example of the documentation is one', () => {
  const [, example = ''] = readFileSync(new URL('README.md', import.meta.url), 'utf8').match(/```json\n(.*?)```/s) ?? [];
  expect(fault(JSON.parse(example))).toBeNull();
});

test('[S9] the documentation names every rule, with its default where it has one', () => {
  const [, section = ''] = readFileSync(new URL('README.md', import.meta.url), 'utf8').split('### `rules`\n');
  const lines = section.split('\n');
  const required = Object.keys(smallFile.rules);
  for (const name of Object.keys(small().rules)) {
    const rows = lines.filter((line) => line.startsWith(`| \`${name}\``) || line.startsWith(`| \`${name}.`));
    expect(rows, name).not.toEqual([]);
    for (const row of rows) expect(row.split(' | '), row).toHaveLength(required.includes(name) ? 3 : 4);
  }
});

test('[S4] the sample says which of it is public and which is made up', () => {
  const read = readSetup(amiensFile);
  if ('fault' in read) throw new Error(read.fault);
  const { teams, notes, seats, rules, departments } = read.setup;
  expect([teams.length, seats.length, departments.length, rules.laureates]).toEqual([15, 15, 5, 8]);
  expect(teams.filter(({ source }) => source === 'seed')).toHaveLength(8);
  expect(teams.every(({ source, name }) => source === 'seed' || /^Projet\s\d+\s\(/.test(name))).toBe(true);
  expect(notes?.join(' ')).toMatch(/Source publique.*Hypothèses.*Règlement inventé pour l’essai/);
});

test('[S4] the sample seats a member of each college from each département, and weighs its criteria out of 100', () => {
  const { seats, departments, criteria, rules } = amiens;
  const colleges = ['elu', 'agent', 'dgs'];
  expect(seats.map(({ department, college }) => `${department} ${college}`).sort()).toEqual(
    departments.flatMap(({ code }) => colleges.map((college) => `${code} ${college}`)).sort(),
  );
  expect(criteria.map(({ weight }) => weight)).toEqual([30, 25, 25, 20]);
  expect(rules.quorum.total).toBe(Math.ceil(seats.length / 2));
});

describe('[S1] the first fault of a field, in one sentence that names it', () => {
  test.each([
    ['id', 'Amiens 2019', 'id: must be lower-case letters, digits and hyphens, 40 at most'],
    ['id', undefined, 'id: is missing or is not of the kind "string"'],
    ['id', 'constructor', 'id: is a reserved word'],
    ['name', '', 'name: is empty'],
    ['name', 'x'.repeat(121), 'name: is longer than 120 characters'],
    ['date', '28/11/2019', 'date: must be a date like 2019-11-28'],
    ['date', '2019-02-29', 'date: must be a date like 2019-11-28'],
    ['timeZone', 'Amiens', 'timeZone: "Amiens" is not a time zone like Europe/Paris'],
    ['language', 'de', 'language: is not one of the allowed values'],
    ['departments', [], 'departments: names no département'],
    ['departments[0].code', '8 0', 'departments[0].code: must be a code like 80 or 2A'],
    ['departments[0].colour', 'red', 'departments[0].colour: must be a colour like #0022CC'],
    ['teams', [], 'teams: names no team'],
    ['teams', {}, 'teams: is missing or is not of the kind "array"'],
    ['teams[2].name', '', 'teams[2].name: is empty'],
    ['teams[1].table', 0, 'teams[1].table: must be 1 or more'],
    ['teams[1].table', 1.5, 'teams[1].table: must be a whole number'],
    ['teams[1].colour', '#000000', 'teams[1]: has an unknown field "colour"'],
    ['teams[1].source', 'rumour', 'teams[1].source: is not one of the allowed values'],
    ['seats', [], 'seats: names no seat'],
    ['criteria', [], 'criteria: names no criterion'],
    ['criteria[0].weight', 0, 'criteria[0].weight: must be 1 or more'],
    ['rules.pitchSeconds', 5, 'rules.pitchSeconds: must be 10 or more'],
    ['rules.pitchSeconds', '180', 'rules.pitchSeconds: must be a whole number'],
    ['rules.chaining', 'no', 'rules.chaining: is missing or is not of the kind "boolean"'],
    ['rules.lock.mode', 'never', 'rules.lock.mode: is not one of the allowed values'],
    ['rules.lock.afterSeconds', undefined, 'rules.lock.afterSeconds: must be a whole number'],
    ['rules.announcement', 'rank', 'rules.announcement: is not one of the allowed values'],
    ['programme[2].start', '2:30 pm', 'programme[2].start: must be a time like 14:30'],
    ['programme[2].end', '24:00', 'programme[2].end: must be a time like 14:30'],
    ['programme[2].phase', 'lunch', 'programme[2].phase: is not one of the allowed values'],
    ['coaches[0].id', 'Ann', 'coaches[0].id: must be lower-case letters, digits and hyphens'],
    ['extra', 1, 'the set-up has an unknown field "extra"'],
  ])('[S1] %s = %j', (path, value, sentence) => {
    expect(fault(altered(path, value))).toBe(sentence);
  });
});

describe('[S3] what no single field shows', () => {
  test.each([
    ['departments[1].code', '80', 'departments[1].code: "80" is already used'],
    ['teams[2].id', 'a', 'teams[2].id: "a" is already used'],
    ['teams[2].table', 1, 'teams[2].table: "1" is already used'],
    ['seats[1].id', 's1', 'seats[1].id: "s1" is already used'],
    ['seats[1].number', 3, 'seats[2].number: "3" is already used'],
    ['criteria[1].id', 'why', 'criteria[1].id: "why" is already used'],
    ['programme[1].id', 'brief', 'programme[1].id: "brief" is already used'],
    [
      'coaches',
      [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
      'coaches[1].id: "a" is already used',
    ],
    ['teams[1].department', '62', 'teams[1].department: "62" is not one of the departments'],
    ['seats[1].department', '62', 'seats[1].department: "62" is not one of the departments'],
    ['seats[0].president', undefined, 'seats: exactly one seat must have "president": true, 0 have'],
    ['seats[1].president', true, 'seats: exactly one seat must have "president": true, 2 have'],
    ['scale.max', 1, 'scale.max: must be greater than scale.min (1)'],
    ['scale.words', ['Weak', 'Good'], 'scale.words: needs 5 words, one per level from 1 to 5; it has 2'],
    ['rules.laureates', 4, 'rules.laureates: 4 laureates cannot come from 3 teams'],
    ['rules.pitchWarnings', [60, 180], 'rules.pitchWarnings: a warning must come after the start of the pitch (180 s)'],
    ['rules.questionsWarnings', [300], 'rules.questionsWarnings: a warning must come after the start of the questions (300 s)'],
    ['programme[1].end', '14:14', 'programme[1].end: 14:14 is before its start, 14:15'],
    ['order', ['a', 'b'], 'order: must name each of the 3 teams once; it names 2'],
    ['order', ['a', 'b', 'b'], 'order[2]: "b" is already used'],
    ['order', ['a', 'b', 'x'], 'order[2]: "x" is not one of the teams'],
  ])('[S3] %s = %j', (path, value, sentence) => {
    expect(fault(altered(path, value))).toBe(sentence);
  });
});

test('[S3] what is just possible is no fault: a line without length, one laureate for each team, a warning in the first second', () => {
  expect(fault(altered('programme[1].end', '14:15'))).toBeNull();
  expect(fault(altered('rules.laureates', 3))).toBeNull();
  expect(fault(altered('rules.pitchWarnings', [179]))).toBeNull();
  expect(fault(altered('scale', { min: 0, max: 1, words: ['No', 'Yes'] }))).toBeNull();
});

describe('[S2] nothing makes it throw', () => {
  test.each([null, undefined, 0, 'text', [], true, {}, Number.NaN])('[S2] %j', (input) => {
    expect(fault(input)).toMatch(/./);
  });

  test('[S2] any JSON gives one sentence', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(fault(input)).toMatch(/^[^\n]+$/);
      }),
    );
  });

  test('[S2] a good file with any one field replaced by anything is read or refused with a sentence naming a field', () => {
    const paths = pathsOf(smallFile);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        const said = fault(altered(path, value));
        if (said !== null) expect(said).toMatch(/^([a-zA-Z]+(\[\d+\])?(\.[a-zA-Z]+(\[\d+\])?)*: |the set-up has )[^\n]+$/);
      }),
      { numRuns: 400 },
    );
  });
});

function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    return [here, ...pathsOf(inner, here)];
  });
}
