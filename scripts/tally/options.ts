import { parseArgs } from 'node:util';
import { METHODS, type Method } from '../../shared/tally/methods.ts';
import type { Quota } from '../../shared/tally/quotas.ts';
import { Fault } from './fault.ts';

export const USAGE = `Usage: npm run tally -- FILE [--method NAME] [--seats N] [--weights criterion=weight,…] [--quota group:min-max,…] [--json]

  FILE       marks as CSV, comma or semicolon, with the header team,juror,criterion,mark[,group]; one mark a line
  --method   mean (the default), additive, trimmed, majority or borda: shown alone, and the one that selects
  --seats    how many teams are selected; without it there is no selection, and the sensitivity has ranks only
  --weights  whole weights of criteria; a criterion not named weighs 1
  --quota    at least min and at most max teams of a group: north:1-3, or north:1- without a maximum; needs --seats
  --json     one line of JSON on stdout (with npm run --silent)
  --help     this text`;

export interface Options {
  readonly file: string;
  /** Null: the official one selects, and all are shown. */
  readonly method: Method | null;
  readonly seats: number | null;
  readonly weights: ReadonlyMap<string, number>;
  readonly quotas: readonly Quota[];
  readonly json: boolean;
}

/** The command line, as far as it can be checked without the file. Throws a `Fault`; null when help was asked for. */
export function readOptions(args: readonly string[]): Options | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined) throw new Fault('A file of marks must be named. See npm run tally -- --help.');
  if (more.length > 0) throw new Fault(`One file of marks can be counted at a time, and "${more[0]}" is a second one.`);
  const quotas = values.quota === undefined ? [] : entries(values.quota).map(quota);
  const twice = quotas.find(({ group }, index) => quotas.findIndex((other) => other.group === group) !== index);
  if (twice) throw new Fault(`--quota names the group "${twice.group}" twice.`);
  if (quotas.length > 0 && values.seats === undefined) throw new Fault('--quota needs --seats: how many teams are to be selected?');
  return {
    file,
    method: values.method === undefined ? null : methodNamed(values.method),
    seats: values.seats === undefined ? null : seats(values.seats),
    weights: weights(values.weights === undefined ? [] : entries(values.weights)),
    quotas,
    json: values.json,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        method: { type: 'string' },
        seats: { type: 'string' },
        weights: { type: 'string' },
        quota: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Fault(`${(error as Error).message.split('. ')[0]}. See npm run tally -- --help.`);
  }
}

const entries = (list: string): readonly string[] => list.split(',').map((entry) => entry.trim());

function methodNamed(name: string): Method {
  const method = METHODS.find((known) => known === name);
  if (!method) throw new Fault(`--method must be one of ${METHODS.join(', ')}, not "${name}".`);
  return method;
}

function seats(given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new Fault(`--seats must be a whole number from 1 on, not "${given}".`);
  return Number(given);
}

function weights(given: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const entry of given) {
    const [, criterion, weight] = /^(.+)=([^=]*)$/.exec(entry) ?? [];
    if (criterion === undefined || weight === undefined)
      throw new Fault(`--weights must read criterion=weight,…, and "${entry}" does not.`);
    if (!/^[1-9]\d{0,5}$/.test(weight))
      throw new Fault(`--weights: the weight of "${criterion}" must be a whole number from 1 to 999999, not "${weight}".`);
    if (found.has(criterion)) throw new Fault(`--weights names the criterion "${criterion}" twice.`);
    found.set(criterion, Number(weight));
  }
  return found;
}

function quota(entry: string): Quota {
  const [, group, min, max] = /^(.+):(\d{1,6})-(\d{0,6})$/.exec(entry) ?? [];
  if (group === undefined) throw new Fault(`--quota must read group:min-max,…, and "${entry}" does not.`);
  const read = { group, min: Number(min), max: max ? Number(max) : null };
  if (read.max !== null && read.min > read.max)
    throw new Fault(`--quota: the group "${group}" cannot have at least ${read.min} and at most ${read.max} teams.`);
  return read;
}
