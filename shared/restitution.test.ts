import { describe, expect, test } from 'vitest';
import { nextCue } from './cue.ts';
import type { Entry } from './events.ts';
import { amiens, small } from './testing/forums.ts';
import { type Afternoon, given, mc, president } from './testing/given.ts';
import { inPhase, until } from './testing/play.ts';
import { liveView } from './views/live.ts';

const reveal = (team: string) => ({ type: 'RevealLaureate', team }) as const;
const choices = { list: () => ['b', 'c'] };
const opened = until(given(small()), inPhase('restitution'), choices);
const sceneOf = ({ state }: Afternoon) => liveView(state).scene;

describe('the order of announcement', () => {
  test('[R1] is the passing order', () => {
    expect(opened.state.course.announcement).toEqual(['b', 'c']);
    const turned = given(small()).and({ type: 'ReorderTeams', order: ['c', 'b', 'a'], reason: 'draw' });
    expect(until(turned, inPhase('restitution'), choices).state.course.announcement).toEqual(['c', 'b']);
  });

  test('[R1] or département by département, in the order of the set-up, and within one in passing order', () => {
    const byDepartment = given(small({ announcement: 'department', laureates: 3 }));
    expect(until(byDepartment, inPhase('restitution')).state.course.announcement).toEqual(['b', 'a', 'c']);
    const setup = { ...amiens, rules: { ...amiens.rules, announcement: 'department' as const } };
    const list = ['e01', 'e02', 'e03', 'e04', 'e05', 'e06', 'e07', 'e08'];
    const { announcement } = until(given(setup), inPhase('restitution'), { list: () => list }).state.course;
    expect(announcement).toEqual(['e01', 'e02', 'e04', 'e03', 'e06', 'e05', 'e08', 'e07']);
  });

  test('[R1] says nothing of ranks: other marks, same order', () => {
    const marked = (best: string) =>
      until(given(small()), inPhase('restitution'), { ...choices, marks: (_, team) => ({ why: team === best ? 5 : 1, how: 1 }) });
    expect(marked('b').state.course.announcement).toEqual(marked('c').state.course.announcement);
  });
});

describe('the reveal', () => {
  test('[R2] names the next laureate and no other', () => {
    opened.when(reveal('c')).refuses('not-next', 'c');
    opened.when(reveal('a')).refuses('not-next', 'a');
    const first = opened.when(reveal('b')).gives({ type: 'LaureateRevealed', team: 'b' });
    first.when(reveal('b')).refuses('not-next', 'b');
    first.and(reveal('c')).when(reveal('c')).refuses('all-revealed');
  });

  test('[R2] is given by the MC, in the restitution', () => {
    opened.when(reveal('b'), president).refuses('not-yours');
    until(given(small()), inPhase('deliberation')).when(reveal('b')).refuses('wrong-phase');
  });

  test('[R2] a screen that has not seen the last reveal makes none', () => {
    opened
      .and(reveal('b'))
      .when({ ...reveal('c'), step: opened.state.step })
      .refuses('stale-step');
  });
});

describe('all together', () => {
  const last = opened.and(reveal('b')).and(reveal('c'));

  test('[R3] the laureates stand together only after the last, then come the thanks, each once', () => {
    for (const early of [opened, opened.and(reveal('b'))]) {
      early.when({ type: 'ShowLaureates' }).refuses('not-all-revealed');
      early.when({ type: 'ThankTeams' }).refuses('not-all-revealed');
      early.when({ type: 'CloseSession' }).refuses('not-all-revealed');
    }
    last.when({ type: 'ThankTeams' }).refuses('not-all-revealed');
    const shown = last.when({ type: 'ShowLaureates' }).gives({ type: 'LaureatesShown' });
    expect(sceneOf(shown)).toEqual({ show: 'laureates', teams: ['b', 'c'], commitments: [] });
    shown.when({ type: 'ShowLaureates' }).refuses('already-shown');
    const thanked = shown.when({ type: 'ThankTeams' }).gives({ type: 'TeamsThanked' });
    thanked.when({ type: 'ThankTeams' }).refuses('already-shown');
    thanked.when({ type: 'ShowLaureates' }).refuses('already-shown');
  });

  test('[R4] the thanks name every team that was not struck, laureate or not', () => {
    const thanked = last.and({ type: 'ShowLaureates' }).and({ type: 'ThankTeams' });
    expect(sceneOf(thanked)).toEqual({ show: 'thanks', teams: ['a', 'b', 'c'] });
    const struck = given(small()).and({ type: 'WithdrawTeam', team: 'a', reason: 'absent' });
    const end = until(struck, ({ course }) => course.finale === 'thanks');
    expect(sceneOf(end)).toEqual({ show: 'thanks', teams: ['b', 'c'] });
  });

  test('[F5] [R7] the session closes after the thanks, and not before', () => {
    const shown = last.and({ type: 'ShowLaureates' });
    shown.when({ type: 'CloseSession' }).refuses('not-all-revealed');
    const closed = shown.and({ type: 'ThankTeams' }).when({ type: 'CloseSession' }, mc).gives({ type: 'SessionClosed' });
    const { hash, at } = closed.entries.at(-1) as Entry;
    expect(sceneOf(closed)).toEqual({ show: 'closed', at, hash, laureates: ['b', 'c'], commitments: [] });
    expect(nextCue(closed.state)).toEqual({ command: null, waiting: 'closed' });
  });
});
