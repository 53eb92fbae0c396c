import Papa from 'papaparse';
import type { Matrix } from '../../shared/tally/matrix.ts';
import { Fault } from './fault.ts';

/** A file of marks, read whole. */
export interface Marks {
  readonly matrix: Matrix;
  readonly groups: ReadonlyMap<string, string>;
  /** Ballots that lack a criterion: they count as not given. */
  readonly incomplete: readonly { readonly team: string; readonly juror: string; readonly given: number }[];
}

const COLUMNS = ['team', 'juror', 'criterion', 'mark', 'group'] as const;
const REQUIRED = 'team,juror,criterion,mark, and group if there are groups';
const MOST = { mark: 1_000_000, weight: 1_000_000, jurors: 9_000 };

interface Line {
  readonly number: number;
  readonly team: string;
  readonly juror: string;
  readonly criterion: string;
  readonly mark: number;
  readonly group: string;
}

/** Reads marks in long form. Throws a `Fault` that names the first line at fault. Weights are whole; a criterion without one weighs 1. */
export function readMarks(bytes: Uint8Array, weights: ReadonlyMap<string, number>): Marks {
  const lines = linesOf(decoded(bytes));
  if (lines.length === 0) throw new Fault('The file has a header and no marks.');
  const teams = distinct(lines.map(({ team }) => team));
  const jurors = distinct(lines.map(({ juror }) => juror));
  const criteria = distinct(lines.map(({ criterion }) => criterion));
  if (jurors.length > MOST.jurors) throw new Fault(`There are ${jurors.length} jurors; up to ${MOST.jurors} can be counted.`);
  const nameless = lines.find(({ criterion }) => criterion === '');
  if (nameless && criteria.length > 1) throw new Fault(`Line ${nameless.number}: the criterion is empty, and other lines name one.`);
  for (const name of weights.keys())
    if (!criteria.includes(name)) throw new Fault(`--weights names the criterion "${name}", which no line of the file has.`);
  const weighed = criteria.map((id) => ({ id, weight: weights.get(id) ?? 1 }));
  if (weighed.reduce((sum, { weight }) => sum + weight, 0) > MOST.weight)
    throw new Fault(`The weights add up to more than ${MOST.weight}.`);

  const sheets = sheetsOf(lines);
  const whole = (team: string, juror: string) => {
    const sheet = sheets.get(team)?.get(juror);
    return sheet?.size === criteria.length ? criteria.map((criterion) => sheet.get(criterion)?.mark ?? 0) : null;
  };
  return {
    matrix: { teams, jurors, criteria: weighed, ballots: teams.map((team) => jurors.map((juror) => whole(team, juror))) },
    groups: groupsOf(lines),
    incomplete: [...sheets].flatMap(([team, byJuror]) =>
      [...byJuror].filter(([, { size }]) => size < criteria.length).map(([juror, { size }]) => ({ team, juror, given: size })),
    ),
  };
}

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Fault('The file is not in UTF-8; in a spreadsheet, save it as "CSV UTF-8".');
  }
}

function linesOf(text: string): readonly Line[] {
  if (text.trim() === '') throw new Fault('The file is empty.');
  const head = text.slice(0, text.search(/\r|\n|$/));
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: head.includes(';') ? ';' : ',' });
  const fault = errors[0];
  // A quoted field may hold line breaks, so that rows and lines differ.
  let number = 1;
  const rows = data.map((fields, index) => {
    if (fault?.row === index) throw new Fault(`Line ${number}: a quotation mark is not closed, or stands where none can.`);
    const row = { number, fields: fields.map((field) => field.trim()) };
    number += 1 + fields.reduce((breaks, field) => breaks + (field.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
    return row;
  });
  const columns = header(rows[0]?.fields ?? []);
  return rows
    .slice(1)
    .filter(({ fields }) => fields.some((field) => field !== ''))
    .map(({ number, fields }) => line(number, fields, columns));
}

type Columns = ReadonlyMap<(typeof COLUMNS)[number], number>;

function header(fields: readonly string[]): Columns {
  const names = fields.map((field) => field.toLowerCase());
  const unknown = names.find((name) => !COLUMNS.some((column) => column === name));
  if (unknown !== undefined && !names.includes('mark') && !names.includes('team'))
    throw new Fault(`Line 1: a header must name the columns ${REQUIRED}, and this line does not.`);
  if (unknown !== undefined) throw new Fault(`Line 1: the column "${unknown}" is unknown; the columns are ${REQUIRED}.`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Fault(`Line 1: the column "${twice}" is named twice.`);
  const missing = COLUMNS.find((column) => column !== 'group' && !names.includes(column));
  if (missing) throw new Fault(`Line 1: the column "${missing}" is missing; the columns are ${REQUIRED}.`);
  return new Map(COLUMNS.filter((column) => names.includes(column)).map((column) => [column, names.indexOf(column)]));
}

function line(number: number, fields: readonly string[], columns: Columns): Line {
  if (fields.length !== columns.size) throw new Fault(`Line ${number} has ${fields.length} fields, and the header has ${columns.size}.`);
  const field = (column: (typeof COLUMNS)[number]) => fields[columns.get(column) ?? -1] ?? '';
  const [team, juror, mark] = [field('team'), field('juror'), field('mark')];
  if (team === '') throw new Fault(`Line ${number}: the team is empty.`);
  if (juror === '') throw new Fault(`Line ${number}: the juror is empty.`);
  if (mark === '') throw new Fault(`Line ${number}: the mark is empty; leave the line out when none was given.`);
  if (!/^\d{1,7}$/.test(mark) || Number(mark) > MOST.mark)
    throw new Fault(`Line ${number}: the mark must be a whole number from 0 to ${MOST.mark}, not "${mark}".`);
  return { number, team, juror, criterion: field('criterion'), mark: Number(mark), group: field('group') };
}

/** Marks by team, then juror, then criterion. */
function sheetsOf(lines: readonly Line[]): ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Line>>> {
  const sheets = new Map<string, Map<string, Map<string, Line>>>();
  for (const given of lines) {
    const byJuror = sheets.get(given.team) ?? new Map<string, Map<string, Line>>();
    const sheet = byJuror.get(given.juror) ?? new Map<string, Line>();
    const before = sheet.get(given.criterion);
    if (before) {
      const what = given.criterion === '' ? '' : ` for "${given.criterion}"`;
      throw new Fault(`Line ${given.number}: "${given.juror}" has already marked "${given.team}"${what}, on line ${before.number}.`);
    }
    sheets.set(given.team, byJuror.set(given.juror, sheet.set(given.criterion, given)));
  }
  return sheets;
}

function groupsOf(lines: readonly Line[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Line>();
  for (const given of lines) {
    const before = groups.get(given.team);
    if (given.group === '') continue;
    if (before && before.group !== given.group)
      throw new Fault(
        `Line ${given.number}: the team "${given.team}" is in the group "${given.group}", and on line ${before.number} in "${before.group}".`,
      );
    if (!before) groups.set(given.team, given);
  }
  return new Map([...groups].map(([team, { group }]) => [team, group]));
}
