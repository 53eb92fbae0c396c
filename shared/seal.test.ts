import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain, covered, hashOf, START } from './chain.ts';
import type { Event } from './events.ts';
import type { SeatId, TeamId } from './ids.ts';
import { isErased, isSealed, sealed, unsealed } from './seal.ts';
import { instant } from './time.ts';

const cast = (marks: object) => ({ type: 'BallotCast', seat: 's2' as SeatId, team: 'a' as TeamId, marks }) as Event;
const salt = () => 'a-salt-of-the-day';

test('[J17] an entry hashes the same before its ballot is erased, with its salt, and after, without', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('why', 'how'), fc.nat(5)), (marks) => {
      const entry = chain(START, instant(1), 'juror/s2', cast(marks), salt);
      const gone = sealed(entry.event, salt()) as Event;
      expect(hashOf(START.hash, { ...entry, event: covered({ event: gone }) })).toBe(entry.hash);
      expect(JSON.stringify(gone)).not.toContain(JSON.stringify(marks));
    }),
  );
});

test('[J17] another mark, or another salt, is another hash', () => {
  const hash = (marks: object, other = salt) => chain(START, instant(1), 'juror/s2', cast(marks), other).hash;
  expect(new Set([hash({ why: 3 }), hash({ why: 4 }), hash({ why: 3 }, () => 'another')]).size).toBe(3);
});

test('[J17] what is no judgement has no salt, and stands as it is', () => {
  const entry = chain(START, instant(1), 'mc', { type: 'MessageSet', text: 'Closer' }, salt);
  expect(entry.salt).toBeUndefined();
  expect(sealed(entry.event, 'x')).toEqual(entry.event);
});

test.each<[Event, Event]>([
  [cast({ why: 3 }), cast({})],
  [
    { type: 'FeedbackWritten', seat: 's2' as SeatId, team: 'a' as TeamId, text: 'Clear' },
    { type: 'FeedbackWritten', seat: 's2' as SeatId, team: 'a' as TeamId, text: '' },
  ],
  [
    { type: 'VoteCast', motion: 1, seat: 's2' as SeatId, vote: 'for' },
    { type: 'VoterMarked', motion: 1, seat: 's2' as SeatId },
  ],
])('[J17] of what was erased it is told that it happened, not what it said: %j', (event, told) => {
  expect(isSealed(event.type)).toBe(true);
  expect([isErased(event), unsealed(event)]).toEqual([false, event]);
  const gone = sealed(event, 'x') as Event;
  expect([isErased(gone), unsealed(gone)]).toEqual([true, told]);
});
