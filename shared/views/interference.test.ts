import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROLES } from '../audience.ts';
import { anyPlot, anyRules } from '../testing/secrecy/any-pair.ts';
import { DISCLOSURE, differences, fromWhen, leaked, mayDifferFrom } from '../testing/secrecy/disclosure.ts';
import { TELLING, type Telling, WATCHERS, type Watcher } from '../testing/secrecy/heard.ts';
import { LEAKS } from '../testing/secrecy/leaks.ts';
import { livedTwice, type Pair } from '../testing/secrecy/pairs.ts';
import { type Kind, SECRETS } from '../testing/secrecy/secrets.ts';

/** Without more being asked for, always the same afternoons: an occasion that was there yesterday is there today. */
const MORE = Number(process.env.ESTRADE_SECRECY_RUNS ?? 0);
const RUNS = MORE > 0 ? { numRuns: MORE, endOnFailure: true } : { numRuns: 25, seed: 20191128, endOnFailure: true };
/** Far fewer than that find any leak. */
const ENOUGH = 120;

const kinds = Object.keys(SECRETS) as Kind[];
const watchers = Object.keys(WATCHERS) as Watcher[];

function forEachPair(kind: Kind, look: (pair: Pair) => boolean | undefined, runs: fc.Parameters<[unknown, unknown]> = RUNS): void {
  fc.assert(
    fc.property(anyRules, anyPlot, (setup, plot) => {
      const pair = livedTwice(setup, plot, SECRETS[kind]);
      return pair?.from == null || (look(pair) ?? true);
    }),
    runs as object,
  );
}

/** What stands around the first character that differs. */
function apart([one, other]: readonly [string, string]): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return [one, other].map((text) => text.slice(Math.max(0, at - 200), at + 100)).join('\n');
}

describe('two afternoons that differ in one secret', () => {
  test.each(kinds)('[V18] %s: nobody hears of it before its time, and each from its time on', (kind) => {
    const heardOf = new Set<Watcher>();
    forEachPair(kind, (pair) => {
      for (const { watcher, slot, heard } of differences(pair)) {
        const from = fromWhen(kind, watcher);
        const may = mayDifferFrom(pair, from);
        if (slot < may)
          throw new Error(`${kind}, told in slot ${pair.from}, reaches ${watcher} in ${slot}, not from ${may}:\n${apart(heard)}`);
        if (slot === may || from === '~') heardOf.add(watcher);
      }
      return true;
    });
    expect(watchers.filter((watcher) => heardOf.has(watcher))).toEqual(watchers.filter((watcher) => fromWhen(kind, watcher) !== '.'));
  });

  test('[V18] SECRECY.md says the same', () => {
    const rows = readFileSync(new URL('../SECRECY.md', import.meta.url), 'utf8')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter((cells) => /^`\w+`$/.test(cells.at(-2) ?? ''));
    const said = rows.map(([, , room, stage, table, coach, holder, jurors, president, mc, organiser, name = '']) => [
      name.slice(1, -1),
      [room, room, stage, table, room, coach, holder, jurors, president, mc, organiser].join(' '),
    ]);
    expect(Object.fromEntries(said)).toEqual(DISCLOSURE);
  });

  test('[V18] somebody of every role listens', () => {
    expect(new Set(Object.values(WATCHERS).map(({ role }) => role))).toEqual(new Set(ROLES));
  });
});

describe('a leak put in on purpose', () => {
  const found = (of: Kind, to: Watcher, telling: Telling, numRuns = ENOUGH): boolean => {
    let caught = false;
    const look = (pair: Pair) => {
      caught = leaked(pair, of, telling).some(({ watcher }) => watcher === to);
      return !caught;
    };
    try {
      forEachPair(of, look, { numRuns, seed: 1, endOnFailure: true });
    } catch {}
    return caught;
  };

  test.each(LEAKS)('[V18] is found: $what, to $to', ({ of, to, telling }) => {
    expect(found(of, to, telling)).toBe(true);
  });

  test('[V18] and without one nothing is', () => {
    for (const { of, to } of LEAKS.slice(0, 3)) expect(found(of, to, TELLING, 10)).toBe(false);
  });
});
