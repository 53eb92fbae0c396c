import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm run torture -- [--minutes M | --kills K] [--seed S] [--json]

  --minutes M  kill the server again and again for M minutes
  --kills K    kill it K times (100 without either)
  --seed S     what everything random comes from; one is made up, and said, without it
  --json       one line of JSON on stdout instead of the report (with npm run --silent)
  --help       this text`;

export interface Options {
  readonly kills: number | null;
  readonly minutes: number | null;
  readonly seed: string;
  readonly json: boolean;
}

/** The command line; a sentence when it cannot be used. */
export function readOptions(args: readonly string[]): Options | string {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    return `${String((error as Error).message).split(/[.\n]/)[0]}. See npm run torture -- --help.`;
  }
  if (values.help) return USAGE;
  const { minutes, kills, seed = String(randomInt(1_000_000)), json } = values;
  if (minutes !== undefined && kills !== undefined) return '--minutes and --kills exclude each other: give one of them.';
  if (minutes !== undefined && !(Number(minutes) > 0 && Number(minutes) <= 10_000))
    return `--minutes must be a number above 0, at most 10000, not "${minutes}".`;
  if (kills !== undefined && !/^[1-9]\d{0,6}$/.test(kills)) return `--kills must be a whole number from 1 to 9999999, not "${kills}".`;
  if (!/^[A-Za-z0-9-]{1,40}$/.test(seed)) return `--seed must be 1 to 40 letters, digits or hyphens, not "${seed}".`;
  if (minutes !== undefined) return { minutes: Number(minutes), kills: null, seed, json };
  return { minutes: null, kills: Number(kills ?? 100), seed, json };
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string' },
      kills: { type: 'string' },
      seed: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values;
