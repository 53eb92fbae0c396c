import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextCue } from './cue.ts';
import { nextDeadline } from './deadlines.ts';
import { departures } from './deliberation.ts';
import { tieOf } from './ladder.ts';
import { placesOf } from './ranking.ts';
import type { State } from './state.ts';
import { acted, anyComingAndGoing, anyDeliberation, anyJury } from './testing/any-jury.ts';
import { type Afternoon, juror, mc, organiser, president, table } from './testing/given.ts';
import { close, deliberating, open, replace, voted } from './testing/jury.ts';
import { inPhase, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { openMotion } from './voting.ts';

/** Ranked a, b, c, d, for two places. */
const MARKS = { a: [5, 5], b: [4, 4], c: [3, 3], d: [2, 2] } as const;
const ready = deliberating(MARKS);
const list = (...teams: string[]) => ({ kind: 'list', teams, reason: 'Two départements' });
const reopen = { type: 'ReopenList', reason: 'A name was misread' } as const;

describe('a list that departs from the ranking', () => {
  test('[D8] leaves out a team ahead of the cut only by an adopted motion, whose reason it bears', () => {
    ready.when(close('b', 'c'), president).refuses('departure-not-voted', 'a');
    expect(departures(ready.state, ['b', 'c'] as never)).toEqual([{ team: 'a', motion: null, reason: '' }]);
    const replaced = voted(ready, replace('c', 'a'), { s2: 'for' });
    expect(departures(replaced.state, ['b', 'c'] as never)).toEqual([{ team: 'a', motion: 1, reason: 'Balance' }]);
    replaced.when(close('b', 'c'), president).gives({ type: 'ListClosed', teams: ['b', 'c'] });
    const whole = voted(ready, list('c', 'd'), { s2: 'for' });
    expect(departures(whole.state, ['c', 'd'] as never).map(({ motion, reason }) => [motion, reason])).toEqual([
      [1, 'Two départements'],
      [1, 'Two départements'],
    ]);
    whole.and(close('c', 'd'), president);
  });

  test('[D8] not by one that was rejected, split or is of another kind', () => {
    for (const votes of [{ s2: 'against' }, { s2: 'for', s3: 'against' }, {}] as const)
      voted(ready, replace('c', 'a'), votes).when(close('b', 'c'), president).refuses('departure-not-voted', 'a');
    voted(ready, { kind: 'free', text: 'Replace a by c' }, { s2: 'for' })
      .when(close('b', 'c'), president)
      .refuses('departure-not-voted', 'a');
  });

  test('[D8] the last adopted motion about a team counts: voted in again, it cannot be left out by the former one', () => {
    const back = voted(voted(ready, replace('c', 'a'), { s2: 'for' }), replace('a', 'b'), { s2: 'for' });
    expect(back.state.deliberation?.list).toEqual(['a', 'c']);
    back.when(close('b', 'c'), president).refuses('departure-not-voted', 'a');
    back.and(close('a', 'c'), president);
    const anew = voted(voted(ready, replace('c', 'a'), { s2: 'for' }), list('a', 'b'), { s2: 'for' });
    anew.when(close('b', 'c'), president).refuses('departure-not-voted', 'a');
  });

  test('[D9] for a team that was voted out comes in the one that was voted in', () => {
    const replaced = voted(ready, replace('c', 'a'), { s2: 'for' });
    replaced.when(close('b', 'd'), president).refuses('departure-not-voted', 'd');
    const twice = voted(replaced, replace('d', 'c'), { s2: 'for' });
    twice.when(close('b', 'c'), president).refuses('departure-not-voted', 'c');
    twice.and(close('b', 'd'), president);
    // What the jury voted out may come back in: that is the ranking.
    replaced.and(close('a', 'b'), president);
  });

  test('[D9] places that the ranking leaves free are filled without a vote', () => {
    const one = deliberating({ a: [5, 5], b: [4, 4], c: [3, 3] }, { laureates: 2, lateBallots: 'refused' }, []);
    one.and(close('b', 'c'), president);
    const half = deliberating({ ...MARKS }, {}, ['s2']).and({ type: 'RecordRecusal', seat: 's2', team: null }, organiser);
    expect(tieOf(half.state).inside).toEqual([]);
    half.and(close('c', 'd'), president);
  });
});

describe('before it closes', () => {
  test('[D10] no tie, no unfinished vote, no ballot open again, and the quorum', () => {
    deliberating({ a: [3, 3], b: [3, 3], c: [3, 3] })
      .when(close('a', 'b'), president)
      .refuses('tie-open');
    ready
      .and(open(replace('c', 'a')), president)
      .when(close('a', 'b'), president)
      .refuses('motion-open');
    const again = ready.and({ type: 'ReopenBallot', seat: 's2', team: 'd', reason: 'Wrong line' }, president);
    again.when(close('a', 'b'), president).refuses('ballot-open-again', 's2');
    again.and({ type: 'CloseBallot', seat: 's2', team: 'd' }, president).and(close('a', 'b'), president);
    const two = deliberating(MARKS, { quorum: { total: 0, colleges: [{ college: 'elu', least: 3 }] } });
    const left = two.and({ type: 'RecordDeparture', seat: 's3' }, organiser);
    left.when(close('a', 'b'), president).refuses('no-quorum');
    left.and({ type: 'RecordArrival', seat: 's3' }, organiser).and(close('a', 'b'), president);
  });

  test('[D13] teams to speak of again are marked, none of them on the list, and change nothing else', () => {
    const marked = ready
      .when({ type: 'ComposeList', teams: ['b'], discuss: ['d', 'a'] }, president)
      .gives({ type: 'ListComposed', teams: ['b'], discuss: ['a', 'd'] });
    expect(tieOf(marked.state)).toEqual(tieOf(ready.state));
    ready.when({ type: 'ComposeList', teams: ['b'], discuss: ['b'] }, president).refuses('list-wrong-length');
    ready.when({ type: 'ComposeList', teams: ['b'], discuss: ['x'] }, president).refuses('unknown-team', 'x');
    // Left unsaid, they stay, save those that went on the list.
    marked.when({ type: 'ComposeList', teams: ['a'] }, president).gives({ type: 'ListComposed', teams: ['a'], discuss: ['d'] });
  });
});

describe('opened again', () => {
  const closed = ready.and(close('a', 'b'), president, '15:40');

  test('[D11] once, by the president, with a reason', () => {
    ready.when(reopen, president).refuses('list-open');
    for (const by of [mc, organiser, juror('s2'), table('a')]) closed.when(reopen, by).refuses('not-yours');
    closed.when({ type: 'ReopenList', reason: ' ' }, president).refuses('malformed');
    const again = closed.when(reopen, president, '15:41').gives({ type: 'ListReopened', reason: 'A name was misread' });
    expect(again.state.deliberation).toMatchObject({
      list: ['a', 'b'],
      closedAt: null,
      reopened: { at: at('15:41'), reason: 'A name was misread' },
    });
    const other = voted(again, replace('c', 'a'), { s2: 'for' }).and(close('b', 'c'), president);
    expect(other.state.deliberation?.list).toEqual(['b', 'c']);
    other.when(reopen, president).refuses('already-reopened');
  });

  test('[D11] with the list, what the jury may do is open again; no deadline comes of it, and the MC waits', () => {
    const late = { type: 'CastBallot', team: 'd', marks: { why: 5 } } as const;
    closed.when(late, juror('s2')).refuses('ballots-locked');
    const again = closed.and(reopen, president);
    again.and(late, juror('s2')).and({ type: 'AdmitLateBallot', seat: 's2', team: 'd', reason: 'Paper found' }, president);
    expect(nextDeadline(again.state)).toBeNull();
    expect(nextCue(again.state)).toEqual({ command: null, waiting: 'list-open' });
    again.when({ type: 'OpenRestitution', step: closed.state.step }).refuses('list-open');
  });

  test('[D12] behind closed doors it is no step, and the MC may still take back what it did last', () => {
    const dark = closed.and({ type: 'SetBlackout', on: true });
    const again = dark.and(reopen, president);
    expect(again.state).toMatchObject({ step: closed.state.step, steppedAt: closed.state.steppedAt, undo: dark.state.undo });
    expect(again.and({ type: 'UndoStep' }).state.course.blackout).toBe(false);
  });

  test('[D12] a restitution in which nothing was said goes back with it: a step, that is not taken back', () => {
    const opened = closed.and({ type: 'OpenRestitution' }, mc, '15:45');
    const back = opened.and(reopen, president, '15:45:03');
    expect(back.state).toMatchObject({ step: opened.state.step + 1, steppedAt: at('15:45:03'), undo: null });
    expect(back.state.course).toMatchObject({ phase: 'deliberation', announcement: [], revealed: 0 });
    expect(back.state.course.opened).toEqual(closed.state.course.opened);
    back.when({ type: 'UndoStep' }, mc, '15:45:04').refuses('nothing-to-undo');
    back.when({ type: 'RevealLaureate', team: 'a' }).refuses('wrong-phase');
    const other = voted(back, replace('c', 'a'), { s2: 'for' }).and(close('b', 'c'), president).and({ type: 'OpenRestitution' });
    expect(other.state.course.announcement).toEqual(['b', 'c']);
  });

  test('[D11] not once a name was said, nor after the end', () => {
    const said = closed.and({ type: 'OpenRestitution' }).and({ type: 'RevealLaureate', team: 'a' });
    said.when(reopen, president).refuses('already-revealed');
    until(said, inPhase('closed')).when(reopen, president).refuses('wrong-phase');
  });
});

describe('any jury, whatever it does', () => {
  const votedOut = ({ state }: Afternoon, team: string) =>
    (state.deliberation?.motions ?? []).some(({ question, closed }) => {
      if (closed?.outcome !== 'adopted') return false;
      if (question.kind === 'list') return !(question.teams as readonly string[]).includes(team);
      return question.kind === 'replace' && question.out === team;
    });

  function expectWhole(afternoon: Afternoon) {
    const { state } = afternoon;
    const { list = [] } = state.deliberation ?? {};
    const { inside, undecided } = tieOf(state);
    expect(list).toEqual(state.course.order.filter((team) => list.includes(team)));
    expect(list).toHaveLength(placesOf(state));
    expect(undecided).toEqual([]);
    expect(openMotion(state.deliberation)).toBeNull();
    for (const team of inside) if (!list.includes(team)) expect(votedOut(afternoon, team)).toBe(true);
  }
  const isClosed = ({ deliberation }: State) => deliberation?.closedAt != null;

  test('[D14] can end its deliberation, and its list names each place, whom no motion left out among them', () => {
    fc.assert(
      fc.property(anyJury, anyDeliberation, fc.array(anyComingAndGoing, { maxLength: 4 }), (jury, acts, moves) => {
        let lived = jury;
        for (const act of [...moves.slice(0, 2), ...acts, ...moves.slice(2)]) {
          lived = acted(lived, act);
          const { list = [] } = lived.state.deliberation ?? {};
          expect(new Set(list).size).toBe(list.length);
          expect(list.length).toBeLessThanOrEqual(placesOf(lived.state));
          if (isClosed(lived.state)) expectWhole(lived);
        }
        expectWhole(until(lived, isClosed));
      }),
      { numRuns: 80 },
    );
  }, 30_000);
});
