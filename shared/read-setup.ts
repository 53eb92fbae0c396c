import * as z from 'zod/mini';
import { reglementFaults } from './reglement.ts';
import { type Setup, setupSchema } from './setup.ts';
import { minuteOfDay } from './time.ts';

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code: string;
  readonly keys?: readonly string[];
  readonly expected?: string;
}

/** A set-up, or what is wrong with it said as `field: sentence`. Never throws, whatever the input. */
export function readSetup(input: unknown): { setup: Setup } | { fault: string } {
  const parsed = z.safeParse(setupSchema, input);
  if (!parsed.success) return { fault: faultOf(parsed.error.issues) };
  const [fault] = wholeFaults(parsed.data);
  return fault === undefined ? { setup: parsed.data } : { fault };
}

/** The first fault of a shape, as `teams[3].name: is empty`. */
function faultOf(issues: readonly Issue[]): string {
  const issue = issues[0];
  if (!issue) return 'the set-up cannot be read';
  const where = issue.path.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    '',
  );
  const what = issue.code === 'unrecognized_keys' ? `has an unknown field "${issue.keys?.[0]}"` : wordsFor(issue);
  return where === '' ? `the set-up ${what}` : `${where}: ${what}`;
}

function wordsFor(issue: Issue): string {
  if (issue.message !== 'Invalid input') return issue.message;
  return issue.expected === undefined ? 'is not one of the allowed values' : `is missing or is not of the kind "${issue.expected}"`;
}

/** What no single field shows: what is named twice, named but absent, or impossible together. */
function* wholeFaults(setup: Setup): Generator<string> {
  yield* twice(
    'departments',
    'code',
    setup.departments.map((d) => d.code),
  );
  yield* twice(
    'teams',
    'id',
    setup.teams.map((t) => t.id),
  );
  yield* twice(
    'teams',
    'table',
    setup.teams.map((t) => t.table),
  );
  yield* twice(
    'seats',
    'id',
    setup.seats.map((s) => s.id),
  );
  yield* twice(
    'seats',
    'number',
    setup.seats.map((s) => s.number),
  );
  yield* twice(
    'criteria',
    'id',
    setup.criteria.map((c) => c.id),
  );
  yield* twice(
    'programme',
    'id',
    setup.programme.map((line) => line.id),
  );
  yield* twice(
    'coaches',
    'id',
    setup.coaches.map((c) => c.id),
  );

  const known = new Set(setup.departments.map((d) => d.code));
  for (const list of ['teams', 'seats'] as const) {
    for (const [index, { department }] of setup[list].entries()) {
      if (!known.has(department)) yield `${list}[${index}].department: "${department}" is not one of the departments`;
    }
  }

  if (!isTimeZone(setup.timeZone)) yield `timeZone: "${setup.timeZone}" is not a time zone like Europe/Paris`;

  const presidents = setup.seats.filter((seat) => seat.president).length;
  if (presidents !== 1) yield `seats: exactly one seat must have "president": true, ${presidents} have`;

  const { min, max, words } = setup.scale;
  if (max <= min) yield `scale.max: must be greater than scale.min (${min})`;
  else if (words.length !== max - min + 1)
    yield `scale.words: needs ${max - min + 1} words, one per level from ${min} to ${max}; it has ${words.length}`;

  const { rules } = setup;
  if (rules.laureates > setup.teams.length)
    yield `rules.laureates: ${rules.laureates} laureates cannot come from ${setup.teams.length} teams`;
  if (rules.pitchWarnings.some((s) => s >= rules.pitchSeconds))
    yield `rules.pitchWarnings: a warning must come after the start of the pitch (${rules.pitchSeconds} s)`;
  if (rules.questionsWarnings.some((s) => s >= rules.questionsSeconds))
    yield `rules.questionsWarnings: a warning must come after the start of the questions (${rules.questionsSeconds} s)`;

  yield* reglementFaults(setup);

  for (const [index, line] of setup.programme.entries()) {
    if (line.end !== null && minuteOfDay(line.end) < minuteOfDay(line.start))
      yield `programme[${index}].end: ${line.end} is before its start, ${line.start}`;
  }
  if (setup.order) {
    const teams = new Set(setup.teams.map((t) => t.id));
    yield* twice('order', null, setup.order);
    for (const [index, id] of setup.order.entries()) if (!teams.has(id)) yield `order[${index}]: "${id}" is not one of the teams`;
    if (setup.order.length !== setup.teams.length)
      yield `order: must name each of the ${setup.teams.length} teams once; it names ${setup.order.length}`;
  }
}

function* twice(list: string, field: string | null, values: readonly (string | number)[]): Generator<string> {
  const seen = new Set<string | number>();
  for (const [index, value] of values.entries()) {
    if (seen.has(value)) yield `${list}[${index}]${field === null ? '' : `.${field}`}: "${value}" is already used`;
    seen.add(value);
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
