import { parseArgs } from 'node:util';
import { smallSetup } from '../server/testing/house.ts';
import { FLOODS } from './flood/floods.ts';
import { measure, type Row } from './flood/measure.ts';

const USAGE = `Usage: npm run flood -- [--seconds N] [--same-address] [--json]

  --seconds N     how long each flood lasts, and the calm before it (8)
  --same-address  the flood comes from the honest jury's own address, as behind one Wi-Fi
  --json          one line of JSON on stdout instead of the table (with npm run --silent)`;

interface Options {
  readonly seconds: number;
  readonly from: string;
  readonly json: boolean;
}

function readOptions(): Options | string {
  try {
    const { values } = parseArgs({
      options: {
        seconds: { type: 'string', default: '8' },
        'same-address': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return USAGE;
    if (!/^[1-9]\d{0,2}$/.test(values.seconds)) return `--seconds must be a whole number from 1 to 999, not "${values.seconds}".`;
    return { seconds: Number(values.seconds), from: values['same-address'] ? '127.0.0.1' : '127.0.0.66', json: values.json };
  } catch (error) {
    return `${(error as Error).message}\n${USAGE}`;
  }
}

const told = ({ name, calm, during, ratio, met, named, done, lost, refused }: Row): string =>
  [
    `${name}: p99 of an honest mark ${during.toFixed(1)} ms, calm ${calm.toFixed(1)}, ratio ${ratio.toFixed(2)}${ratio < 3 ? '' : ' NOT MET'}`,
    `  ${met}; on the organiser's screen: ${named ?? 'nobody'}${done ? ` (${done})` : ''}; honest marks refused ${refused}, lines lost ${lost}`,
  ].join('\n');

const options = readOptions();
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exitCode = options === USAGE ? 0 : 2;
} else {
  const rows = await measure(FLOODS, smallSetup(), options.seconds * 1_000, options.from);
  const date = new Date().toISOString();
  process.stdout.write(options.json ? `${JSON.stringify({ date, from: options.from, rows })}\n` : `${rows.map(told).join('\n')}\n`);
  // Ratios are a machine's; what holds on any machine ends the run with 1.
  process.exitCode = rows.every(({ held }) => held) ? 0 : 1;
}
