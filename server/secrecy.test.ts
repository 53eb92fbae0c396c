import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Setup } from '../shared/setup.ts';
import { ACTS } from '../shared/testing/random.ts';
import { anyPlot, anyRules } from '../shared/testing/secrecy/any-pair.ts';
import { fromWhen, mayDifferFrom } from '../shared/testing/secrecy/disclosure.ts';
import { WATCHERS, type Watcher } from '../shared/testing/secrecy/heard.ts';
import { livedTwice, type Pair } from '../shared/testing/secrecy/pairs.ts';
import { type Kind, SECRETS } from '../shared/testing/secrecy/secrets.ts';
import { Frames } from './frames.ts';
import { replayed } from './testing/replayed.ts';
import { Turn } from './turn.ts';

/** Without more being asked for, what can hurt most; else every kind, as often, and not always the same afternoons. */
const MORE = Number(process.env.ESTRADE_SECRECY_RUNS ?? 0);
const KINDS: readonly Kind[] = MORE > 0 ? (Object.keys(SECRETS) as Kind[]) : ['mark', 'recusal', 'secretVote', 'list'];
/** What can be sent by a device that stays: no act of the server, no link that closes a line. */
const SENT = ACTS.filter(({ by, command }) => by.role !== 'system' && command.type !== 'ReissueLink');

/** Pairs in which the secret was told. */
function pairsOf(kind: Kind, seed = MORE > 0 ? Date.now() : 1) {
  const wanted = fc.sample(fc.tuple(anyRules, anyPlot), { numRuns: 40, seed });
  const pairs = wanted.flatMap(([setup, plot]) => {
    const pair = livedTwice(setup, plot, SECRETS[kind], SENT);
    return pair && pair.from !== null ? [{ setup, pair }] : [];
  });
  return { seed, pairs: pairs.slice(0, Math.max(1, MORE)) };
}

/** Who hears of it too early, in which slot, and what there is on the one side and on the other. */
async function early(setup: Setup, pair: Pair, kind: Kind) {
  const [one, other] = [await replayed(setup, pair.one), await replayed(setup, pair.other)];
  // Somebody hears of it; in afternoons not chosen here it may have been refused on both sides.
  if (MORE === 0) expect(one).not.toEqual(other);
  return (Object.keys(WATCHERS) as Watcher[]).flatMap((watcher) => {
    const until = Math.min(mayDifferFrom(pair, fromWhen(kind, watcher)), pair.one.slots.length);
    const slot = one[watcher].slice(0, until).findIndex((told, index) => told !== other[watcher][index]);
    return slot === -1 ? [] : [{ watcher, slot, told: [one[watcher][slot], other[watcher][slot]] }];
  });
}

// A link issued anew closes its line.
test.each(KINDS.filter((kind) => kind !== 'link'))(
  '[W9] on the wire, every byte, frame, answer, presence and page is the same until its time: %s',
  { timeout: 600_000 },
  async (kind) => {
    const { seed, pairs } = pairsOf(kind);
    expect(pairs.length).toBeGreaterThan(0);
    for (const { setup, pair } of pairs) expect({ seed, early: await early(setup, pair, kind) }).toEqual({ seed, early: [] });
  },
);

describe('a leak put into the server on purpose', () => {
  afterEach(() => vi.restoreAllMocks());
  const foundBy = async (kind: Kind): Promise<readonly Watcher[]> => {
    const [first] = pairsOf(kind, 1).pairs;
    if (!first) throw new Error('no pair');
    return (await early(first.setup, first.pair, kind)).map(({ watcher }) => watcher);
  };

  test('[W9] is found: a frame although the view did not change', async () => {
    vi.spyOn(Frames.prototype, 'changed').mockImplementation(function (this: Frames, state, channel) {
      return { view: this.of(state, channel) };
    });
    // Not of a ballot: those are gathered, here with the next act that is not one.
    expect(await foundBy('recusal')).toEqual(
      expect.arrayContaining(['public', 'projector', 'stage', 'ownTable', 'table', 'coach', 'juror']),
    );
  });

  test('[W9] is found: an acknowledgement that tells how many have marked', async () => {
    const { take } = Turn.prototype;
    vi.spyOn(Turn.prototype, 'take').mockImplementation(function (this: Turn, waiting) {
      return { ...take.call(this, waiting), marked: Object.values(this.state.ballots).flatMap(Object.keys).length };
    });
    expect(await foundBy('ballot')).toContain('juror');
  });
});
