import { describe, expect, test } from 'vitest';
import { type Afternoon, juror, mc, organiser, president } from './testing/given.ts';
import { deliberating } from './testing/jury.ts';
import { inPhase, until } from './testing/play.ts';
import { type Channel, view } from './view.ts';
import { liveView } from './views/live.ts';

const said = (count: number) =>
  until(deliberating({ a: [5, 5], b: [4, 4], c: [3, 3] }), ({ course }) => course.phase === 'restitution' && course.revealed === count);
const words = { sponsor: 'Direction générale', time: '1 day a week', coach: null, firstDate: '2019-12-12' };
const record = (team: string, more: object = {}) => ({ type: 'RecordCommitment', team, ...words, ...more }) as const;
const sceneOf = ({ state }: Afternoon) => liveView(state).scene;

describe('what a laureate leaves with', () => {
  test('[R5] is recorded for a laureate already said, and for no other team', () => {
    said(0).when(record('a'), organiser).refuses('not-revealed', 'a');
    said(1).when(record('b'), organiser).refuses('not-revealed', 'b');
    said(2).when(record('c'), organiser).refuses('not-revealed', 'c');
    const first = said(1)
      .when(record('a'), organiser)
      .gives({ type: 'CommitmentRecorded', team: 'a', ...words });
    first.when(record('a'), organiser).gives();
    expect(first.and(record('a', { coach: 'Coach A' }), president).state.commitments).toEqual({ a: { ...words, coach: 'Coach A' } });
    for (const by of [mc, juror('s2')]) said(1).when(record('a'), by).refuses('not-yours');
    until(first, inPhase('closed')).and(record('b'), organiser);
    said(1)
      .when(record('a', { firstDate: '12/12/2019' }), organiser)
      .refuses('malformed');
  });

  test('[R6] is shown with the laureates together and at the end, in their order, and nowhere else', () => {
    const both = said(2)
      .and(record('b', { coach: 'Coach B' }), organiser)
      .and(record('a'), organiser);
    const commitments = [
      { team: 'a', ...words },
      { team: 'b', ...words, coach: 'Coach B' },
    ];
    const shown = (finale: string) => until(both, ({ course }) => course.finale === finale);
    expect(sceneOf(shown('laureates'))).toEqual({ show: 'laureates', teams: ['a', 'b'], commitments });
    expect(sceneOf(until(both, inPhase('closed')))).toMatchObject({ show: 'closed', laureates: ['a', 'b'], commitments });
    for (const moment of [said(1).and(record('a'), organiser), both, shown('thanks')])
      for (const channel of ['live', 'forum', 'stage', 'regie', 'sheets', 'table/a'] satisfies Channel[])
        expect(JSON.stringify(view(moment.state, channel))).not.toContain(words.sponsor);
  });

  test('[R6] of a laureate of whom nothing is settled, or nothing any more, nothing is shown', () => {
    const nothing = { sponsor: null, time: null, coach: null, firstDate: null };
    said(2).when(record('a', nothing), organiser).gives();
    const cleared = said(2).and(record('a'), organiser).and(record('a', nothing), organiser).and({ type: 'ShowLaureates' });
    expect(sceneOf(cleared)).toEqual({ show: 'laureates', teams: ['a', 'b'], commitments: [] });
  });
});
