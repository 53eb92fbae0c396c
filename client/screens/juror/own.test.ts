import { describe, expect, test } from 'vitest';
import type { CriterionId, TeamId } from '../../../shared/ids.ts';
import type { Marks } from '../../../shared/jury.ts';
import { at, grid, team } from '../../gallery/literal.ts';
import type { Draft } from '../../room.ts';
import { blank } from './literal.ts';
import { cast as castAt, castTrial, keptMarks, missingMarks, ownMarks, trialMarks, weighted } from './own.ts';
import { refusedBallots, refusedMarks } from './refused.ts';
import { saidOf } from './said.ts';
import { pile } from './spread.ts';

const [a, b] = [team('e10'), team('e04')];
const [drama, solution] = ['drame', 'solution'] as CriterionId[] as [CriterionId, CriterionId];
const ballots = [{ ...blank, team: a, marks: { drame: 3, solution: 4 } as Marks, at: at('14:40'), locked: false }];
const kept = (draft: Draft, keptAt = at('14:50')) => ({ id: `${keptAt}`, draft, keptAt });
const { criteria } = grid;
const cast = (id: TeamId, criterion: CriterionId, mark: number | null) => castAt(id, criterion, mark, at('14:50'));

describe('own marks', () => {
  test('are the recorded ones when nothing is on its way', () => expect(ownMarks(ballots, [], a)).toEqual({ drame: 3, solution: 4 }));
  test('are none for a team that has none', () => expect(ownMarks(ballots, [], b)).toEqual({}));
  test('show the last tap, not the record', () => {
    expect(ownMarks(ballots, [kept(cast(a, drama, 5)), kept(cast(a, drama, 2))], a)).toEqual({ drame: 2, solution: 4 });
  });
  test('never take another team’s tap', () => expect(ownMarks(ballots, [kept(cast(b, drama, 1))], a)).toEqual({ drame: 3, solution: 4 }));
  test('lose a mark that was taken back', () => expect(ownMarks(ballots, [kept(cast(a, drama, null))], a)).toEqual({ solution: 4 }));
  test('are not reset by a view that has not seen the tap', () => {
    const pending = [kept(cast(a, solution, 1))];
    expect(ownMarks([...ballots], pending, a)).toEqual(ownMarks(ballots, pending, a));
  });
  test('keep the trial apart', () => {
    const pending = [kept(castTrial(drama, 5)), kept(cast(a, solution, 1))];
    expect(trialMarks({ drame: 1 } as Marks, pending)).toEqual({ drame: 5 });
    expect(ownMarks(ballots, pending, a)).toEqual({ drame: 3, solution: 1 });
  });
});

test('marks only this phone holds are counted once each, from the first', () => {
  expect(keptMarks([])).toBeNull();
  const pending = [kept(cast(a, drama, 5), at('14:55')), kept(cast(a, drama, 2), at('14:56')), kept(cast(b, drama, 2), at('14:57'))];
  expect(keptMarks(pending)).toEqual({ count: 2, since: at('14:55') });
});

test('a missing mark is not a 0', () => {
  expect(missingMarks(criteria, { drame: 3 } as Marks)).toBe(3);
  expect(weighted(criteria, { drame: 3 } as Marks)).toBeNull();
  expect(weighted(criteria, { drame: 3, solution: 4, 'mise-en-oeuvre': 2, impact: 3 } as Marks)).toBe(300);
});

describe('what is said of a ballot', () => {
  const live = { state: 'live' } as const;
  const ballot = { at: at('14:52'), locked: false, receipt: '7KQ2M9' };
  const pending = [kept(cast(a, drama, 5), at('14:55'))];
  test('recorded, and how many are missing', () => {
    expect(saidOf(ballot, 2, live, [], at('14:55')).value).toEqual({
      is: 'recorded',
      at: at('14:52'),
      receipt: '7KQ2M9',
      missing: 2,
    });
  });
  test('a mark on its way is not worth a word, until it takes long', () => {
    expect(saidOf(ballot, 0, live, pending, at('14:55') + 100)).toEqual({
      value: { is: 'recorded', at: at('14:52'), receipt: '7KQ2M9', missing: 0 },
      next: 600,
    });
    expect(saidOf(ballot, 0, live, pending, at('14:55') + 700).value).toEqual({ is: 'sending' });
  });
  test('without a line, what is kept here since when', () => {
    expect(saidOf(ballot, 0, { state: 'lost' }, pending, at('14:58')).value).toEqual({ is: 'kept', count: 1, since: at('14:55') });
    expect(saidOf(ballot, 0, { state: 'lost' }, [], at('14:58')).value).toEqual({ is: 'cut-off' });
  });
  test('closed by the lock', () =>
    expect(saidOf({ ...ballot, locked: true }, 1, live, [], at('16:50')).value).toEqual({ is: 'closed', receipt: '7KQ2M9' }));
});

test('refused taps of one ballot are one notice, with the last mark of each criterion', () => {
  const late = (id: string, draft: Draft) => ({ id, draft, code: 'ballots-locked' as const, at: at('16:45') });
  const ballots = refusedBallots([late('1', cast(a, drama, 5)), late('2', cast(a, drama, 4)), late('3', cast(b, solution, null))]);
  expect(ballots).toMatchObject([
    { team: a, ids: ['1', '2'], marks: { drame: 4 } },
    { team: b, ids: ['3'], marks: { solution: null } },
  ]);
  expect(refusedMarks(ballots)).toBe(2);
});

test('dots that would touch are piled up', () => {
  expect(pile([0.5, 0.1, 0.11, 0.12], 0.05)).toEqual([
    { along: 0.1, level: 0 },
    { along: 0.11, level: 1 },
    { along: 0.12, level: 2 },
    { along: 0.5, level: 0 },
  ]);
});
