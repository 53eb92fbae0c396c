import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chain, START } from './chain.ts';
import type { Entry, Event } from './events.ts';
import { amiens, smallFile } from './testing/forums.ts';
import { withValue } from './testing/tamper.ts';
import { chained, wholeAfternoon } from './testing/whole-afternoon.ts';
import { upcast } from './upcast.ts';
import { exportOf } from './verify/export.ts';
import { verify } from './verify/verify.ts';

/** The entries of a session that version 0.1 closed, out of its journal. */
const journal = readFileSync(new URL('../server/testing/journals/0.1.0-closed.sql', import.meta.url), 'utf8');
const old: readonly Entry[] = [...journal.matchAll(/^INSERT INTO entries VALUES \((\d+), (\d+), '([^']*)', '(.*)', '(\w+)'\);$/gm)].map(
  ([, seq, at, by, event, hash]) =>
    ({ seq: Number(seq), at: Number(at), by, event: JSON.parse((event ?? '').replaceAll("''", "'")), hash }) as unknown as Entry,
);
const indexOf = (kind: Event['type']) => old.findIndex(({ event }) => event.type === kind);
const recount = (entries: readonly Entry[], witness?: string) => verify(JSON.stringify(exportOf(chained(entries))), witness);
const faultOf = (entries: readonly Entry[]) => {
  const verdict = recount(entries);
  return verdict.result === 'wrong' ? [verdict.fault.code, verdict.fault.refusal ?? null, verdict.fault.event] : verdict.result;
};

describe('[K15] an event of version 0.1 is read as one of today', () => {
  test.each([
    [{ type: 'BriefOpened', zero: 0 }, { rulesHash: null }],
    [{ type: 'ListComposed', teams: ['a'] }, { discuss: [] }],
    [{ type: 'SetupAdopted', setup: smallFile }, { setup: { rules: { tally: 'mean', ties: [{ by: 'vote' }, { by: 'draw' }] } } }],
  ])('%j', (event, more) => expect(upcast(event as unknown as Event)).toMatchObject({ ...event, ...more }));

  test('and one of today is what it is', () => {
    const whole: readonly Event[] = [{ type: 'SetupAdopted', setup: amiens }, ...wholeAfternoon().map(({ event }) => event)];
    for (const event of whole) expect(upcast(event)).toEqual(event);
  });
});

describe('[J23] a session that version 0.1 opened is recounted by the rules that version knew', () => {
  test('its export holds, and says that no hash of its règlement was taken', () => {
    expect(recount(old, old.at(-1)?.hash)).toMatchObject({
      result: 'right',
      checked: { entries: old.length, witness: 'head', reglement: { hash: null }, departures: 0, places: 2 },
    });
  });

  test.each<[string, readonly Entry[], readonly unknown[]]>([
    ['a list of another number', withValue(old, [indexOf('ListClosed'), 'event', 'teams'], ['e01']), ['refused', 'list-wrong-length']],
    ['a list out of order', withValue(old, [indexOf('ListClosed'), 'event', 'teams'], ['e03', 'e01']), ['decided-otherwise', null]],
    ['an unknown team', withValue(old, [indexOf('ListClosed'), 'event', 'teams'], ['e01', 'e09']), ['refused', 'unknown-team']],
    ['another day', withValue(old, [indexOf('BriefOpened'), 'event', 'zero'], 0), ['another-day', null]],
    ['a lock left out', old.filter(({ event }) => event.type !== 'BallotsLocked'), ['refused', 'ballots-open']],
    ['a set-up that none would read', withValue(old, [0, 'event', 'setup', 'seats'], []), ['bad-setup', null]],
  ])('what it refused is refused: %s', (_what, changed, [code, refusal]) => {
    expect(faultOf(changed).slice(0, 2)).toEqual([code, refusal]);
  });

  test('once it goes on with what a later version brought, a list is held to the rules of today', () => {
    const motion = {
      type: 'MotionOpened',
      motion: 1,
      question: { kind: 'free', text: 'Go on' },
      secret: false,
      entitled: ['j01', 'j02', 'j10'],
    };
    const closed = { type: 'MotionClosed', motion: 1, outcome: 'split', for: 0, against: 0, abstain: 0 };
    const at = indexOf('ListClosed');
    const between = [motion, closed].map((event) => ({ ...chain(START, old[at]?.at ?? (0 as never), 'president/j10', event as Event) }));
    expect(faultOf([...old.slice(0, at), ...between, ...old.slice(at)])).toEqual(['refused', 'departure-not-voted', 'ListClosed']);
  });
});
