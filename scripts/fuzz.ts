import { parseArgs } from 'node:util';
import { fuzz, type Report } from './fuzz/run.ts';

const USAGE = `Usage: npm run fuzz -- [--inputs N] [--seed S] [--from K] [--json]

  --inputs N  how many inputs (20000); a long run has 1000000 or more
  --seed S    a whole number: the same inputs again (chosen by the hour)
  --from K    begin with input K, as a failing line says (0)
  --json      one line of JSON on stdout instead of the report (with npm run --silent)`;

interface Options {
  readonly inputs: number;
  readonly seed: number;
  readonly from: number;
  readonly json: boolean;
}

function readOptions(): Options | string {
  try {
    const { values } = parseArgs({
      options: {
        inputs: { type: 'string', default: '20000' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
        from: { type: 'string', default: '0' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return USAGE;
    for (const name of ['inputs', 'seed', 'from'] as const)
      if (!/^\d{1,9}$/.test(values[name])) return `--${name} must be a whole number of nine digits at most, not "${values[name]}".`;
    if (values.inputs === '0') return '--inputs must be 1 or more.';
    return { inputs: Number(values.inputs), seed: Number(values.seed), from: Number(values.from), json: values.json };
  } catch (error) {
    return `${(error as Error).message}\n${USAGE}`;
  }
}

const mega = (bytes: number) => `${(bytes / 1_000_000).toFixed(0)} MB`;

function told({ seed, inputs, kinds, taken, refused, fields, phases, entries, memory, service, faults }: Report): string {
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  return [
    `seed ${seed}, ${inputs} inputs: ${counts(kinds)}`,
    `taken: ${taken}; refused: ${counts(refused)}`,
    `fields replaced: ${fields.size}; phases: ${phases.join(', ')}; entries replayed to the same views: ${entries}`,
    `memory after a collection, at the start, half and end: ${memory.map(({ rss, heapUsed }) => `${mega(rss)} (heap ${mega(heapUsed)})`).join(', ')}`,
    ...(service
      ? [
          `an honest command, p99: calm ${service.calm.p99.toFixed(2)} ms of ${service.calm.commands}, meanwhile ${service.meanwhile.p99.toFixed(2)} ms of ${service.meanwhile.commands}, ratio ${(service.meanwhile.p99 / service.calm.p99).toFixed(2)}`,
        ]
      : []),
    ...(faults.length === 0 ? ['All held.'] : faults.map((fault) => `FAULT ${fault}`)),
  ].join('\n');
}

const options = readOptions();
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exitCode = options === USAGE ? 0 : 2;
} else {
  const start = performance.now();
  const progress = process.stderr.isTTY ? (done: number) => void process.stderr.write(`\r${done} of ${options.inputs}`) : () => undefined;
  const report = await fuzz({ ...options, measured: true, tell: progress });
  const seconds = (performance.now() - start) / 1_000;
  const flat = { ...report, fields: Object.fromEntries(report.fields), seconds, date: new Date().toISOString() };
  process.stdout.write(options.json ? `${JSON.stringify(flat)}\n` : `${told(report)}\n${seconds.toFixed(0)} s\n`);
  process.exitCode = report.faults.length === 0 ? 0 : 1;
}
