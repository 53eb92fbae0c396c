import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Event } from '../events.ts';
import { leavesOf, nearly, REARRANGED, withValue } from '../testing/tamper.ts';
import { chained, wholeAfternoon } from '../testing/whole-afternoon.ts';
import { EVENT_KINDS as KINDS } from './asked.ts';
import { exportOf } from './export.ts';
import type { Fault } from './faults.ts';
import { type Verdict, verify } from './verify.ts';

/** Erasing has an afternoon of its own. */
const EVENT_KINDS = KINDS.filter((kind) => kind !== 'BallotsErased');
const entries = wholeAfternoon();
const whole = exportOf(entries);
const text = JSON.stringify(whole);

/** Where the first entry of a kind stands in the journal. */
const indexOf = (kind: Event['type']): number => entries.findIndex(({ event }) => event.type === kind);

/** What is found at fault in a file whose entries are these, the rest of it as it was. */
const faultOf = (changed: readonly unknown[]): Fault | null => found(verify(JSON.stringify({ ...whole, entries: changed })));
const found = (verdict: Verdict): Fault | null => (verdict.result === 'wrong' ? verdict.fault : null);

/** What is found at fault in a journal that was chained anew, in a file that was made anew from it; `unmade` where none can be. */
function forged(changed: readonly Entry[], witness?: string): Fault['code'] | 'unmade' | null {
  try {
    return found(verify(JSON.stringify(exportOf(chained(changed))), witness))?.code ?? null;
  } catch {
    return 'unmade';
  }
}

test('[J10] an afternoon with every kind of event is recounted from its export, and holds', () => {
  expect(EVENT_KINDS.filter((kind) => indexOf(kind) === -1)).toEqual([]);
  const verdict = verify(text);
  if (verdict.result !== 'right') throw new Error(JSON.stringify(verdict));
  expect(verdict.checked).toMatchObject({
    forum: 'whole',
    entries: entries.length,
    head: entries.at(-1)?.hash,
    draw: { teams: 6, seed: '7-31' },
    times: { teams: 5, struck: 1, pauses: 2 },
    locks: 5,
    ballots: { paper: 5, lateAdmitted: 1, lateAside: 2, reopened: 1 },
    recusals: 2,
    ladder: 5,
    motions: { open: 3, secret: 1 },
    departures: 1,
  });
  // Five teams by five seats, less the one that stood back.
  expect(verdict.checked.ballots.recorded).toBe(24);
  expect(verdict.checked.laureates.map(({ name }) => name)).toEqual(whole.announced.map((id) => `Team ${id}`));
});

describe('[J11] whatever is changed by hand in a journal, the first bad entry is named', { timeout: 60_000 }, () => {
  test.each(EVENT_KINDS)('%s', (kind) => {
    const index = indexOf(kind);
    for (const { path, value } of leavesOf(entries[index])) {
      const fault = faultOf(withValue(entries, [index, ...path], nearly(value)));
      expect([path.join('.'), fault?.entry]).toEqual([path.join('.'), index + 1]);
    }
    for (const [how, rearrange] of Object.entries(REARRANGED)) {
      const fault = faultOf(rearrange(entries, index));
      expect([how, fault?.entry]).toEqual([how, index + (how === 'repeated' ? 2 : 1)]);
    }
  });

  test('the last entries cut off', () => {
    expect(faultOf(entries.slice(0, -1))).toMatchObject({ code: 'differs', path: 'head' });
    const closing = indexOf('SessionClosed');
    expect(faultOf(entries.slice(0, closing))).toMatchObject({ code: 'not-closed', entry: closing });
    expect(faultOf([])).toMatchObject({ code: 'not-closed' });
  });

  test('an entry of another shape', () => {
    for (const one of [null, 7, 'entry', [], {}, { ...entries[4], note: 'added' }, { ...entries[4], event: { type: 'toString' } }])
      expect(faultOf(entries.toSpliced(4, 1, one as Entry))).toMatchObject({ code: 'not-an-entry', entry: 5 });
  });
});

test('[J12] a value changed anywhere in the file is found', () => {
  const leaves = leavesOf(whole);
  fc.assert(
    fc.property(fc.nat(leaves.length - 1), fc.jsonValue({ maxDepth: 1 }), (index, other) => {
      const leaf = leaves[index];
      if (!leaf) throw new Error('no leaf');
      const value = JSON.stringify(other) === JSON.stringify(leaf.value) ? nearly(leaf.value) : other;
      expect(verify(JSON.stringify(withValue(whole, leaf.path, value))).result).not.toBe('right');
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('[J12] what the file says besides its entries is found where it differs, and named', () => {
  for (const [field, content] of Object.entries({ ...whole, entries: [] }).slice(0, -1)) {
    const leaf = leavesOf(content).at(-1);
    const path = [field, ...(leaf?.path ?? [])];
    const fault = found(verify(JSON.stringify(withValue(whole, path, nearly(leaf?.value)))));
    expect([fault?.code, fault?.path?.replace(/\[(\d+)\]/g, '.$1')]).toEqual(['differs', path.join('.')]);
  }
  expect(found(verify(JSON.stringify({ ...whole, comment: 'harmless' })))).toMatchObject({ path: 'comment', found: 'harmless' });
  const { tie: _, ...without } = whole;
  expect(found(verify(JSON.stringify(without)))).toMatchObject({ path: 'tie' });
}, 60_000);

describe('[J13] a journal that was changed and chained anew', { timeout: 60_000 }, () => {
  const at = (kind: Event['type'], ...path: (string | number)[]) => [indexOf(kind), ...path];
  test.each<[string, readonly Entry[], Fault['code']]>([
    ['the drawn order', withValue(entries, at('OrderDrawn', 'event', 'order'), [...whole.order].reverse()), 'decided-otherwise'],
    ['the seed of the draw', withValue(entries, at('OrderDrawn', 'event', 'seed'), '7-32'), 'decided-otherwise'],
    ['a number said', withValue(entries, [lastIndexOf('NumberSaid'), 'event', 'number'], 30), 'decided-otherwise'],
    ['the règlement after it was frozen', withValue(entries, at('BriefOpened', 'event', 'rulesHash'), '0'.repeat(64)), 'decided-otherwise'],
    ['the day', withValue(entries, at('BriefOpened', 'event', 'zero'), 0), 'another-day'],
    ['the time spent at a pause', withValue(entries, at('ClockPaused', 'event', 'elapsed'), 1), 'decided-otherwise'],
    ['the time spent before a restart', withValue(entries, [lastIndexOf('ClockPaused'), 'event', 'elapsed'], 999_999), 'decided-otherwise'],
    ['whose ballot it is', withValue(entries, at('BallotCast', 'event', 'seat'), 's4'), 'decided-otherwise'],
    ['a mark off the scale', withValue(entries, at('BallotCast', 'event', 'marks', 'why'), 6), 'refused'],
    ['a criterion that there is not', withValue(entries, at('BallotCast', 'event', 'marks'), { who: 3 }), 'refused'],
    ['who locked', withValue(entries, at('BallotsLocked', 'by'), 'juror/s2'), 'refused'],
    ['a stranger', withValue(entries, at('BallotsLocked', 'by'), 'juror/s9'), 'unknown-sender'],
    ['a text where a number was', withValue(entries, at('LateBallotReceived', 'event', 'madeAt'), 'early'), 'impossible'],
    ['the outcome of a vote', withValue(entries, at('MotionClosed', 'event', 'outcome'), 'adopted'), 'decided-otherwise'],
    ['the count of a vote', withValue(entries, at('MotionClosed', 'event', 'for'), 2), 'decided-otherwise'],
    ['the count of a secret vote', withValue(entries, [secondClosing(), 'event', 'for'], 9), 'votes-do-not-add-up'],
    ['a vote less in a secret ballot', REARRANGED.dropped?.(entries, indexOf('VoterMarked')) ?? [], 'votes-do-not-add-up'],
    ['who might vote', withValue(entries, at('MotionOpened', 'event', 'entitled', 0), 's2'), 'decided-otherwise'],
    ['a step of the ladder', withValue(entries, at('TieStepTaken', 'event', 'step'), 1), 'decided-otherwise'],
    ['whom a criterion put ahead', withValue(entries, at('TieStepTaken', 'event', 'groups'), [['b'], ['c', 'd']]), 'decided-otherwise'],
    ['the seed of a tie', withValue(entries, [lastIndexOf('TieStepTaken'), 'event', 'seed'], '4-13'), 'decided-otherwise'],
    ['the list that was closed', withValue(entries, at('ListClosed', 'event', 'teams'), ['a', 'b', 'c']), 'refused'],
    ['the name that was said', withValue(entries, at('LaureateRevealed', 'event', 'team'), 'b'), 'refused'],
    ['a lock left out', REARRANGED.dropped?.(entries, indexOf('BallotsLocked')) ?? [], 'refused'],
    ['a ballot cast twice', REARRANGED.repeated?.(entries, indexOf('BallotCast')) ?? [], 'decided-otherwise'],
    ['two acts exchanged', REARRANGED.swapped?.(entries, indexOf('PitchStarted')) ?? [], 'refused'],
    ['an instant', withValue(entries, at('LaureatesShown', 'at'), 0), 'back-in-time'],
    ['its beginning', entries.slice(2), 'no-beginning'],
    ['a set-up that none would read', withValue(entries, [0, 'event', 'setup', 'seats'], []), 'bad-setup'],
  ])('is found by the rules of the session: %s', (_what, changed, code) => {
    expect(faultOf(chained(changed))?.code).toBe(code);
  });

  test('is found by the hash that the room saw, whatever was changed', () => {
    const head = whole.head;
    const leaves = EVENT_KINDS.map(indexOf).flatMap((index) =>
      leavesOf(entries[index]?.event).map(({ path, value }) => ({ index, path, value })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...leaves), ({ index, path, value }) => {
        expect(forged(withValue(entries, [index, 'event', ...path], nearly(value)), head)).not.toBeNull();
      }),
      { numRuns: 40 },
    );
    // A mark made better, and an hour made later: nothing in the rules speaks against it.
    const better = withValue(entries, at('BallotCast', 'event', 'marks', 'why'), 3);
    expect([forged(better), forged(better, head), forged(better, whole.lockHash ?? '')]).toEqual([
      null,
      'another-journal',
      'another-journal',
    ]);
  });
});

test('[J14] the hash that the room saw may be the last one, the one at the closing or the one of the last lock, in groups, or its first 16 digits', () => {
  const witness = (given: string) => {
    const verdict = verify(text, given);
    return verdict.result === 'right' ? verdict.checked.witness : (found(verdict)?.code ?? null);
  };
  expect(witness(whole.head)).toBe('head');
  expect(witness((whole.lockHash ?? '').toUpperCase().replace(/(.{4})/g, '$1 '))).toBe('lock');
  expect(witness(entries[indexOf('SessionClosed')]?.hash ?? '')).toBe(indexOf('SessionClosed') === entries.length - 1 ? 'head' : 'closing');
  expect(witness(whole.head.slice(0, 16))).toBe('head');
  expect(witness('0'.repeat(64))).toBe('another-journal');
  expect(witness(whole.head.slice(0, 15))).toBe('another-journal');
  expect(witness('')).toBe('another-journal');
});

function lastIndexOf(kind: Event['type']): number {
  return entries.findLastIndex(({ event }) => event.type === kind);
}

/** Of the secret ballot. */
function secondClosing(): number {
  return entries.findIndex(({ event }) => event.type === 'MotionClosed' && event.motion === 2);
}
