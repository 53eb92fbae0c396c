import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { witnessOf } from '../shared/verify/checked.ts';
import { LONGEST } from '../shared/verify/read.ts';
import { type Verdict, verify } from '../shared/verify/verify.ts';
import { faultOf, linesOf, NOT_AN_EXPORT } from './verify/words.ts';

const USAGE = `Usage: npm run verify -- FILE [--head HASH] [--json]

  FILE         the export of a closed session
  --head HASH  a hash that the room saw or the minutes print: at the last lock, at the closing, or the last one; its first 16 digits or more
  --json       one line of JSON on stdout

  exit code 0: everything holds; 1: something does not, and the first bad entry is named; 2: the file is not an export`;

interface Options {
  readonly file: string;
  readonly head: string | undefined;
  readonly json: boolean;
}

/** The command line; a sentence when it cannot be used. */
function readOptions(): Options | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { head: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean' } },
    });
    if (values.help) return USAGE;
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return `Name one file to verify.\n${USAGE}`;
    if (values.head !== undefined && witnessOf(values.head) === null)
      return `--head must be a hash of 16 to 64 hexadecimal digits, not "${values.head}".`;
    return { file, head: values.head, json: values.json };
  } catch (error) {
    return `${(error as Error).message}\n${USAGE}`;
  }
}

/** The file's text; a sentence when there is none to look at. */
function textOf(file: string): { readonly text: string } | string {
  try {
    const about = statSync(file);
    if (!about.isFile()) return `"${file}" is not a file.`;
    if (about.size > LONGEST) return `"${file}" ${NOT_AN_EXPORT['too-long']}.`;
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return `"${file}" cannot be read (${(error as NodeJS.ErrnoException).code}).`;
  }
}

const CODES = { right: 0, wrong: 1, 'not-an-export': 2 } as const;

function report({ file, json }: Options, verdict: Verdict): void {
  if (verdict.result === 'wrong') process.stderr.write(`${file} does not hold: ${faultOf(verdict.fault, verdict.entries)}\n`);
  if (verdict.result === 'not-an-export') process.stderr.write(`"${file}" ${NOT_AN_EXPORT[verdict.why]}.\n`);
  if (json) process.stdout.write(`${JSON.stringify({ ok: verdict.result === 'right', ...verdict })}\n`);
  else if (verdict.result === 'right') process.stdout.write(said(verdict));
}

function said({ checked }: Extract<Verdict, { result: 'right' }>): string {
  return [
    `${checked.name}, ${checked.date}`,
    '',
    ...linesOf(checked).map((line) => `  ✓ ${line}`),
    '',
    'Laureates, as they were announced:',
    ...checked.laureates.map(({ name, department }, index) => `  ${index + 1}. ${name} (${department})`),
    '',
    `Hash at the last lock  ${checked.lockHash}`,
    `Hash at the closing    ${checked.closingHash}`,
    `Last hash              ${checked.head}`,
    '',
    'Everything holds.',
    '',
  ].join('\n');
}

const options = readOptions();
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(options === USAGE ? 0 : 2);
}
const read = textOf(options.file);
if (typeof read === 'string') {
  process.stderr.write(`${read}\n`);
  process.exit(2);
}
const verdict = verify(read.text, options.head);
report(options, verdict);
process.exitCode = CODES[verdict.result];
