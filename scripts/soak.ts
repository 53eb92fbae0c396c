import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Day, HEARTBEAT, liveDay } from './soak/day.ts';

const USAGE = `Usage: npm run soak -- [--hours H] [--clients N] [--speed X] [--seed S] [--json]

  --hours H    hours of the room's time, afternoon after afternoon on one server process (8)
  --clients N  devices that come and go beside those who play (200)
  --speed X    the room's time X times as fast (240: eight hours in two minutes)
  --seed S     who comes and goes when (1)
  --json       one line of JSON on stdout instead of the report

  exit code 0: memory is flat, nothing is left behind, the server said nothing; 1: something of it is not so; 2: a wrong command line`;

interface Options {
  readonly hours: number;
  readonly clients: number;
  readonly speed: number;
  readonly seed: number;
  readonly json: boolean;
}

const RANGES = { hours: [1, 48], clients: [0, 2_000], speed: [1, 2_000], seed: [0, 2 ** 31] } as const;

/** The command line; a sentence when it cannot be used. */
function readOptions(): Options | string {
  try {
    const { values } = parseArgs({
      options: {
        hours: { type: 'string', default: '8' },
        clients: { type: 'string', default: '200' },
        speed: { type: 'string', default: '240' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    if (values.help) return USAGE;
    for (const [name, [least, most]] of Object.entries(RANGES)) {
      const given = values[name as keyof typeof RANGES];
      const whole = Number(given);
      if (!(Number.isInteger(whole) && whole >= least && whole <= most))
        return `--${name} must be a whole number from ${least} to ${most}, not "${given}".`;
    }
    const { hours, clients, speed, seed, json } = values;
    return { hours: Number(hours), clients: Number(clients), speed: Number(speed), seed: Number(seed), json };
  } catch (error) {
    return `${(error as Error).message}\n${USAGE}`;
  }
}

/** How much more the last hour may hold than the second, in which everything has been used once. */
const FLAT = 1.05;

interface Finding {
  readonly what: string;
  readonly held: boolean;
  readonly seen: string;
}

/** The second hour and the last, or nothing to say where there are fewer than three. */
function memory(hours: Day['hours']): readonly Finding[] {
  const [second, last] = [hours[1], hours.at(-1)];
  if (!second || !last || hours.length < 3) return [];
  const [resident, heap] = [last.resident / second.resident, last.heap / second.heap];
  const seen = `the last hour holds ${resident.toFixed(3)} of the second (heap ${heap.toFixed(3)})`;
  return [{ what: 'resident memory is flat', held: resident <= FLAT, seen }];
}

function findings({ hours, before, after, said, unmet }: Day): readonly Finding[] {
  const [at, now] = [JSON.stringify(before.kept), JSON.stringify(after.kept)];
  const waiting = Math.max(...hours.map(({ kept }) => kept.waiting));
  return [
    ...memory(hours),
    { what: 'nothing is kept for those who left', held: at === now, seen: `${at}, then ${now}` },
    { what: 'no timer is left behind', held: after.timers <= before.timers + HEARTBEAT, seen: `${before.timers}, then ${after.timers}` },
    { what: 'no queue grows', held: waiting <= 50, seen: `${waiting} commands waiting at most` },
    { what: 'the server said nothing on stderr', held: said === '', seen: said.slice(0, 400) },
    { what: 'every afternoon went as it should', held: unmet.length === 0, seen: unmet.slice(0, 3).join('; ') },
  ];
}

async function soak(options: Options): Promise<boolean> {
  const data = mkdtempSync(join(tmpdir(), 'estrade-soak-'));
  const say = (line: string) => {
    if (!options.json) process.stdout.write(`${line}\n`);
  };
  try {
    const day = await liveDay(options, data, say);
    const found = findings(day);
    const held = found.every((one) => one.held);
    if (options.json)
      process.stdout.write(`${JSON.stringify({ ok: held, ...options, date: new Date().toISOString(), ...day, findings: found })}\n`);
    say(`\n${day.afternoons} whole afternoons, ${day.came} comings, seed ${options.seed}`);
    for (const { what, held: holds, seen } of found) say(`  ${holds ? '✓' : '✗'} ${what}${seen === '' ? '' : `: ${seen}`}`);
    return held;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const options = readOptions();
if (typeof options === 'string') {
  process.stderr.write(`${options}\n`);
  process.exit(options === USAGE ? 0 : 2);
}
soak(options).then(
  (held) => process.exit(held ? 0 : 1),
  (error: unknown) => {
    process.stderr.write(`The soak stopped: ${(error as Error).message}.\n`);
    process.exit(1);
  },
);
