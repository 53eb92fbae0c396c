import { describe, expect, test } from 'vitest';
import { nextCue } from './cue.ts';
import { placesOf } from './ranking.ts';
import { amiensMarks, EXPECTED } from './testing/amiens-ballots.ts';
import { amiens, ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, organiser, president, type Told } from './testing/given.ts';
import { allLocked, inPhase, until } from './testing/play.ts';
import { at } from './testing/times.ts';

const points: Record<string, number> = { a: 5, b: 2, c: 4 };
const marks = (_: string, team: string) => ({ why: points[team] ?? 1, how: 3 });
const deliberating = until(given(small()), inPhase('deliberation'), { marks });
const compose = (...teams: string[]) => ({ type: 'ComposeList', teams }) as const;
const close = (...teams: string[]) => ({ type: 'CloseList', teams }) as const;
const listOf = ({ state }: Afternoon) => state.deliberation?.list;

describe('the list', () => {
  test('[D1] starts from the teams ahead of the cut, in passing order', () => {
    expect(listOf(deliberating)).toEqual(['a', 'c']);
    const turned = until(given(small()).and({ type: 'ReorderTeams', order: ['c', 'b', 'a'], reason: 'draw' }), inPhase('deliberation'), {
      marks,
    });
    expect(listOf(turned)).toEqual(['c', 'a']);
  });

  test('[D1] leaves a tie at the cut open', () => {
    const ready = until(given(amiens), inPhase('deliberation'), { marks: amiensMarks });
    const list = listOf(ready) ?? [];
    expect([...list].sort()).toEqual(EXPECTED.ranking.slice(0, 7).sort());
    const ranked: readonly string[] = amiens.order ?? [];
    expect(list).toEqual([...list].sort((one, other) => ranked.indexOf(one) - ranked.indexOf(other)));
  });

  test('[D1] is empty when no ballot was given: the engine puts nobody in', () => {
    expect(listOf(until(given(small()), inPhase('deliberation')))).toEqual([]);
  });

  test('[D2] is composed by the president alone, and stands in passing order', () => {
    deliberating.when(compose('c', 'b'), president).gives({ type: 'ListComposed', teams: ['b', 'c'], discuss: [] });
    for (const by of [mc, organiser, juror('s1'), juror('s2')]) {
      deliberating.when(compose('a'), by).refuses('not-yours');
      deliberating.when(close('a', 'b'), by).refuses('not-yours');
    }
  });

  test('[D2] may name fewer teams than places while it is composed, never more', () => {
    deliberating.when(compose(), president).gives({ type: 'ListComposed', teams: [], discuss: [] });
    deliberating.when(compose('b'), president).gives({ type: 'ListComposed', teams: ['b'], discuss: [] });
    deliberating.when(compose('a', 'b', 'c'), president).refuses('list-wrong-length', '3');
  });

  test('[D2] names no unknown team, no struck team, nobody twice', () => {
    const struck = until(given(small()).and({ type: 'WithdrawTeam', team: 'b', reason: 'absent' }), inPhase('deliberation'));
    for (const act of [compose, close]) {
      deliberating.when(act('a', 'x'), president).refuses('unknown-team', 'x');
      deliberating.when(act('a', 'a'), president).refuses('list-wrong-length', '1');
      struck.when(act('a', 'b'), president).refuses('team-withdrawn', 'b');
    }
  });

  test('[D3] closes on exactly as many teams as there are places', () => {
    deliberating.when(close('a'), president).refuses('list-wrong-length', '1');
    deliberating.when(close('a', 'b', 'c'), president).refuses('list-wrong-length', '3');
    const closed = deliberating.when(close('c', 'a'), president, '15:40').gives({ type: 'ListClosed', teams: ['a', 'c'] });
    expect(closed.state.deliberation).toMatchObject({ list: ['a', 'c'], closedAt: at('15:40') });
  });

  test('[D3] what is closed is the list of the command, not the one composed meanwhile', () => {
    const closed = deliberating.and(compose('b', 'c'), president).and(close('a', 'c'), president);
    expect(listOf(closed)).toEqual(['a', 'c']);
  });

  test('[D4] a closed list is neither changed nor closed again', () => {
    const closed = deliberating.and(close('a', 'c'), president);
    closed.when(compose('a', 'b'), president).refuses('list-closed');
    closed.when(close('a', 'c'), president).refuses('list-closed');
  });

  test('[D5] with fewer teams left than places, it names them all', () => {
    const struck = until(
      given(small()).and({ type: 'WithdrawTeam', team: 'a', reason: 'x' }).and({ type: 'WithdrawTeam', team: 'b', reason: 'x' }),
      inPhase('deliberation'),
    );
    expect(placesOf(struck.state)).toBe(1);
    struck.when(close(), president).refuses('list-wrong-length', '0');
    struck.when(close('c'), president).gives({ type: 'ListClosed', teams: ['c'] });
  });
});

describe('the way in and out', () => {
  test('[F3] no deliberation while a team waits, is on the estrade, or its ballots are open', () => {
    const open: Told = { type: 'OpenDeliberation' };
    until(given(small()), inPhase('passages')).when(open).refuses('teams-waiting');
    const last = (stage: string, setup = small()) => until(given(setup), ({ course }) => course.current === 'c' && course.stage === stage);
    for (const stage of ['called', 'pitch', 'questions', 'marking']) last(stage).when(open).refuses('wrong-stage', stage);
    last('marking', small({ lock: ONCE }))
      .when(open)
      .refuses('ballots-open');
    const struck = until(given(small()), ({ course }) => course.current === 'b' && course.stage === 'locked').and({
      type: 'WithdrawTeam',
      team: 'c',
      reason: 'x',
    });
    struck.when(open).refuses('ballots-open');
  });

  test('[F4] the restitution waits for the list', () => {
    deliberating.when({ type: 'OpenRestitution' }).refuses('list-open');
    expect(nextCue(deliberating.state)).toEqual({ command: null, waiting: 'list-open' });
    const closed = deliberating.and(close('a', 'c'), president);
    closed.when({ type: 'OpenRestitution' }).gives({ type: 'RestitutionOpened' });
    expect(nextCue(closed.state)).toEqual({ command: 'OpenRestitution', team: null });
  });
});

describe('the hour of return', () => {
  const opened = (when: string) => until(given(small()), allLocked).and({ type: 'OpenDeliberation' }, mc, when).state.course.returnAt;

  test('[D6] is the printed hour of the restitution, unless the deliberation would then be too short', () => {
    expect(opened('14:50')).toBe(at('15:30'));
    expect(opened('15:00')).toBe(at('15:30'));
    expect(opened('15:10')).toBe(at('15:40'));
  });

  test('[D6] counts the length alone where no hour is printed', () => {
    const unprinted = until(given({ ...small(), programme: [] }), allLocked).and({ type: 'OpenDeliberation' }, mc, '14:50');
    expect(unprinted.state.course.returnAt).toBe(at('15:20'));
  });

  test('[D7] may be announced anew by the president or the MC, and lies ahead', () => {
    for (const by of [mc, president]) {
      const announced = deliberating
        .when({ type: 'AnnounceReturn', at: at('18:00') }, by)
        .gives({ type: 'ReturnAnnounced', returnAt: at('18:00') });
      expect(announced.state.course.returnAt).toBe(at('18:00'));
    }
    deliberating.when({ type: 'AnnounceReturn', at: deliberating.now }, president).refuses('return-in-the-past');
    deliberating.when({ type: 'AnnounceReturn', at: deliberating.now - 1 }, president).refuses('return-in-the-past');
    deliberating.when({ type: 'AnnounceReturn', at: at('18:00') }, juror('s2')).refuses('not-yours');
  });

  test('[D7] is an hour that a screen can print', () => {
    deliberating.when({ type: 'AnnounceReturn', at: 8_640_000_000_000_001 }, president).refuses('malformed');
    deliberating.when({ type: 'AnnounceReturn', at: at('18:00') + 0.5 }, president).refuses('malformed');
  });
});
