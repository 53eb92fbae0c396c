import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type Race, type Row, run } from './bench/rounds.ts';
import { tallyRaces } from './bench/tally.ts';

/** What can be measured: a file in `bench/` each. */
const SUBJECTS: Readonly<Record<string, () => readonly Race[]>> = { tally: tallyRaces };

const USAGE = `Usage: npm run bench -- [--only ${Object.keys(SUBJECTS).join('|')}] [--json] [--quick]

  --only   one subject instead of all
  --json   one line of JSON on stdout instead of the table (with npm run --silent)
  --quick  few rounds: to see that it runs, not to quote`;

function readOptions(): { readonly subjects: readonly string[]; readonly json: boolean; readonly quick: boolean } | string {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string' },
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return USAGE;
    const { only } = values;
    if (only !== undefined && !Object.hasOwn(SUBJECTS, only))
      return `--only must be one of ${Object.keys(SUBJECTS).join(', ')}, not "${only}".`;
    return { subjects: only === undefined ? Object.keys(SUBJECTS) : [only], json: values.json, quick: values.quick };
  } catch (error) {
    return `${(error as Error).message}\n${USAGE}`;
  }
}

const machine = () => {
  const processors = cpus();
  return `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown processor'}, ${process.platform} ${process.arch}, Node.js ${process.versions.node}`;
};

function table(rows: readonly Row[]): string {
  const milliseconds = (value: number) => value.toFixed(value < 1 ? 4 : 2);
  const lines = [
    ['what, in ms', 'p50', 'p99', 'max', 'floor p50', 'ratio', 'goal', ''],
    ...rows.map(({ name, ours, p99, max, floor, ratio, goal, met }) => [
      name,
      ...[ours, p99, max, floor].map(milliseconds),
      ratio.toFixed(1),
      goal,
      met ? 'met' : 'NOT MET',
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const options = readOptions();
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exitCode = options === USAGE ? 0 : 2;
} else {
  const date = new Date().toISOString();
  const rows = options.subjects.flatMap((subject) => SUBJECTS[subject]?.() ?? []).map((race) => run(race, options.quick));
  process.stdout.write(options.json ? `${JSON.stringify({ machine: machine(), date, rows })}\n` : `${machine()}\n\n${table(rows)}\n`);
}
