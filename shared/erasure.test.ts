import { describe, expect, test } from 'vitest';
import { keptUntil } from './erasure.ts';
import { decide, evolve } from './session.ts';
import type { State } from './state.ts';
import { small } from './testing/forums.ts';
import { type Afternoon, given, mc, organiser } from './testing/given.ts';
import { inPhase, until } from './testing/play.ts';
import { chained, erasedAfternoon, wholeAfternoon } from './testing/whole-afternoon.ts';
import { after as later, minutes } from './time.ts';

const erase = { type: 'EraseBallots', visa: 'Visa 2020-17' } as const;
const closed = (): Afternoon => until(given(small()), inPhase('closed'));
const replayed = (entries: ReturnType<typeof wholeAfternoon>) => entries.reduce<State | null>(evolve, null) as State;

describe('[J18] single ballots', () => {
  test('are kept for two months from the closing, or as long as the set-up says', () => {
    const afternoon = closed();
    const at = afternoon.state.course.opened.closed as never;
    expect(keptUntil(afternoon.state)).toBe(later(at, minutes(62 * 24 * 60)));
    expect(keptUntil({ ...afternoon.state, setup: { ...afternoon.state.setup, retentionDays: 365 } })).toBe(
      later(at, minutes(365 * 24 * 60)),
    );
    expect(keptUntil(given(small()).state)).toBeNull();
    afternoon.when(erase, organiser, later(keptUntil(afternoon.state) as never, minutes(-1))).refuses('still-kept');
  });

  test('are then erased once, by the organiser, with the archives’ leave', () => {
    const afternoon = closed();
    const due = keptUntil(afternoon.state) as never;
    afternoon.when({ type: 'EraseBallots', visa: '  ' }, organiser, due).refuses('malformed');
    afternoon.when(erase, mc, due).refuses('not-yours');
    const erased = afternoon.when(erase, organiser, due).gives({ type: 'BallotsErased', visa: 'Visa 2020-17' });
    expect(erased.state).toMatchObject({ ballots: {}, trial: {}, late: {}, feedback: {}, erased: { at: due, visa: 'Visa 2020-17' } });
    expect(erased.state.course).toEqual(afternoon.state.course);
    erased.when(erase, organiser, due).refuses('already-erased');
  });

  test('not those of a journal whose ballots were never sealed', () => {
    const sealed = wholeAfternoon();
    const unsealed = sealed.map(({ salt: _, ...entry }) => entry);
    expect([replayed(sealed).erasable, replayed(unsealed).erasable]).toEqual([true, false]);
    const due = keptUntil(replayed(unsealed)) as never;
    const stamp = { by: organiser, at: due, zero: due };
    expect(decide(replayed(unsealed), erase, stamp)).toEqual({ refused: 'not-erasable' });
    expect(decide(replayed(sealed), erase, stamp)).toHaveProperty('events');
  });
});

test('[J19] a journal whose ballots are erased tells the same state as the erasure left', () => {
  const gone = erasedAfternoon();
  const lived = replayed(chained([...wholeAfternoon(), ...gone.slice(-1)]));
  const { list, motions, ladder, reopened } = lived.deliberation as NonNullable<State['deliberation']>;
  const again = replayed(gone);
  expect({ ...again, deliberation: { ...again.deliberation, list, motions, ladder, reopened } }).toEqual(lived);
  expect(again.deliberation).toEqual(lived.deliberation);
  expect(again.course.announcement).toEqual(lived.course.announcement);
});
