import { expect, test } from 'vitest';
import type { Entry } from '../events.ts';
import { sealed } from '../seal.ts';
import { chained, erasedAfternoon, wholeAfternoon } from '../testing/whole-afternoon.ts';
import { exportOf } from './export.ts';
import { verify } from './verify.ts';

const whole = wholeAfternoon();
const gone = erasedAfternoon();
const verdictOf = (entries: readonly Entry[], witness?: string) => verify(JSON.stringify(exportOf(entries)), witness);
const seal = ({ salt, ...entry }: Entry): Entry =>
  salt === undefined ? entry : { ...entry, event: sealed(entry.event, salt) as Entry['event'] };

test('[J20] a session whose ballots were erased holds, by the same hashes that the room saw, and says so', () => {
  const before = verdictOf(whole);
  const lockHash = before.result === 'right' ? before.checked.lockHash : null;
  const verdict = verdictOf(gone, lockHash ?? '');
  if (verdict.result !== 'right') throw new Error(JSON.stringify(verdict));
  expect(verdict.checked).toMatchObject({ witness: 'lock', entries: whole.length + 1, ballots: { recorded: 0, receipts: 0 } });
  expect(verdict.checked.erasedAt).not.toBeNull();
  expect(verdict.checked.laureates).toEqual(before.result === 'right' ? before.checked.laureates : null);
});

test('[J20] a ballot erased without an act is found, and one that was kept despite it', () => {
  const index = whole.findIndex(({ event }) => event.type === 'BallotCast');
  const silent = whole.map((entry, place) => (place === index ? seal(entry) : entry));
  expect(verdictOf(silent)).toMatchObject({ result: 'wrong', fault: { code: 'erased-in-silence', entry: index + 1 } });
  const kept = gone.map((entry, place) => (place === index ? (whole[index] as Entry) : entry));
  expect(verdictOf(kept)).toMatchObject({ result: 'wrong', fault: { code: 'not-erased', entry: index + 1 } });
});

test('[J20] an erasure before its time, or of a session without salts, is refused', () => {
  const last = gone.at(-1) as Entry;
  const early = chained([...whole, { ...last, at: whole.at(-1)?.at as Entry['at'] }]).map(seal);
  expect(verdictOf(early)).toMatchObject({ result: 'wrong', fault: { code: 'refused', refusal: 'still-kept' } });
});

test('[J20] what does not rest on marks is decided again all the same', () => {
  const index = gone.findIndex(({ event }) => event.type === 'LaureateRevealed');
  const forged = chained(
    gone.map((entry, place) => (place === index ? { ...entry, event: { ...entry.event, team: 'f' } as Entry['event'] } : entry)),
  );
  expect(verdictOf(forged)).toMatchObject({ result: 'wrong', fault: { entry: index + 1 } });
});
