import { describe, expect, test } from 'vitest';
import { matrixOf } from './counting.ts';
import { tieOf } from './ladder.ts';
import { aggregates } from './ranking.ts';
import { type Afternoon, juror, organiser, president } from './testing/given.ts';
import { close, deliberating } from './testing/jury.ts';
import { juryView } from './views/jury.ts';

/** Ranked a, b, c, d, for two places. */
const MARKS = { a: [5, 5], b: [4, 4], c: [3, 3], d: [2, 2] } as const;
const admit = (seat: string, team: string) => ({ type: 'AdmitLateBallot', seat, team, reason: 'Paper found' }) as const;
const cast = (team: string, why: number, how: number) => ({ type: 'CastBallot', team, marks: { why, how } }) as const;
const leave = (seat: string) => ({ type: 'RecordDeparture', seat }) as const;
const row = ({ state }: Afternoon, team: string) => {
  const { sum, count, missing, excused } = aggregates(state).find((one) => one.team === team) ?? {};
  return [sum, count, missing, excused];
};
const ranked = ({ state }: Afternoon) => aggregates(state).map(({ team }) => team);

describe('whose ballot counts', () => {
  test('[A22] a recused juror’s is not expected: neither counted nor missing', () => {
    const ready = deliberating(MARKS, { recusal: 'team' });
    expect(row(ready, 'a')).toEqual([45, 3, 0, 0]);
    const apart = ready.and({ type: 'DeclareRecusal', team: 'a' }, juror('s2'));
    expect(row(apart, 'a')).toEqual([30, 2, 0, 1]);
    expect(row(apart, 'b')).toEqual([36, 3, 0, 0]);
    expect(row(apart.and({ type: 'LiftRecusal', seat: 's2', team: 'a' }, organiser), 'a')).toEqual([45, 3, 0, 0]);
    const out = deliberating(MARKS).and({ type: 'DeclareRecusal', team: null }, juror('s2'));
    expect(['a', 'b', 'c', 'd'].map((team) => row(out, team).slice(1))).toEqual([
      [2, 0, 1],
      [2, 0, 1],
      [2, 0, 1],
      [2, 0, 1],
    ]);
  });

  test('[A23] a departed juror’s stands, or is struck until its return, as the règlement says', () => {
    expect(row(deliberating(MARKS).and(leave('s2'), organiser), 'a')).toEqual([45, 3, 0, 0]);
    const struck = deliberating(MARKS, { departure: 'struck' }).and(leave('s2'), organiser);
    expect(row(struck, 'a')).toEqual([30, 2, 0, 1]);
    expect(row(struck.and({ type: 'RecordArrival', seat: 's2' }, organiser), 'a')).toEqual([45, 3, 0, 0]);
  });

  test('[A23] whoever leaves once the list is closed has judged to the end', () => {
    const ready = deliberating(MARKS, { departure: 'struck' });
    const closed = ready.and(leave('s3'), organiser).and(close('a', 'b'), president);
    const gone = closed.and(leave('s2'), organiser).and({ type: 'RecordArrival', seat: 's3' }, organiser);
    expect(aggregates(gone.state)).toEqual(aggregates(closed.state));
    expect(row(gone, 'a')).toEqual([30, 2, 0, 1]);
    // Opened again, the list is of those who sit.
    expect(row(gone.and({ type: 'ReopenList', reason: 'Misread' }, president), 'a')).toEqual([30, 2, 0, 1]);
    expect(row(closed.and({ type: 'ReopenList', reason: 'Misread' }, president).and(leave('s2'), organiser), 'a')).toEqual([15, 1, 0, 2]);
  });

  test('[A22] the matrix holds the ballots that count, and no other', () => {
    const apart = deliberating(MARKS, { recusal: 'team' }, ['s1', 's2']).and({ type: 'DeclareRecusal', team: 'a' }, juror('s2'));
    expect(matrixOf(apart.state)).toEqual({
      teams: ['a', 'b', 'c', 'd'],
      jurors: ['s1', 's2', 's3'],
      criteria: [
        { id: 'why', weight: 2 },
        { id: 'how', weight: 1 },
      ],
      ballots: [
        [[5, 5], null, null],
        [[4, 4], [4, 4], null],
        [[3, 3], [3, 3], null],
        [[2, 2], [2, 2], null],
      ],
    });
  });
});

describe('what changes during the deliberation', () => {
  const ready = deliberating(MARKS, { recusal: 'team' }, ['s1', 's2']);
  const unchanged = (afternoon: Afternoon) => expect(afternoon.state.deliberation?.list).toEqual(['a', 'b']);

  test('[A24] a late ballot changes nothing until it is admitted, then the ranking at once, and not the list', () => {
    const one = deliberating({ a: [5, 5], b: [3, 4], c: [3, 3] }, {}, ['s1']);
    const late = one.and(cast('c', 5, 5), juror('s2'));
    expect(aggregates(late.state)).toEqual(aggregates(one.state));
    const admitted = late.and(admit('s2', 'c'), president);
    expect(ranked(admitted)).toEqual(['a', 'c', 'b']);
    unchanged(admitted);
    admitted.when(close('a', 'b'), president).refuses('departure-not-voted', 'c');
    admitted.and(close('a', 'c'), president);
  });

  test('[A24] so does a ballot opened again', () => {
    const again = ready
      .and({ type: 'ReopenBallot', seat: 's2', team: 'b', reason: 'Wrong line' }, president)
      .and(cast('b', 1, 1), juror('s2'));
    expect(ranked(again)).toEqual(['a', 'c', 'b', 'd']);
    unchanged(again);
  });

  test('[A24] so does a recusal', () => {
    const higher = ready.and(cast('c', 5, 5), juror('s3')).and(admit('s3', 'c'), president);
    expect(ranked(higher)).toEqual(['a', 'b', 'c', 'd']);
    const apart = higher.and({ type: 'DeclareRecusal', team: 'c' }, juror('s1')).and({ type: 'DeclareRecusal', team: 'c' }, juror('s2'));
    expect(ranked(apart)).toEqual(['a', 'c', 'b', 'd']);
    unchanged(apart);
  });
});

describe('a jury that takes notes', () => {
  const notes = deliberating(MARKS, { marking: 'notes' }, []);

  test('[A25] has no ranking and no tie, and closes its list on any teams', () => {
    expect(juryView(notes.state).deliberation).toMatchObject({ rows: [], inside: [], open: [], list: [], departures: [] });
    expect(tieOf(notes.state).next).toBeNull();
    notes.when({ type: 'TakeTieStep' }, president).refuses('no-tie');
    notes.when(close('a'), president).refuses('list-wrong-length', '1');
    notes.and(close('b', 'd'), president);
  });
});
