import { describe, expect, test } from 'vitest';
import type { TeamId } from '../ids.ts';
import { ONCE, small } from '../testing/forums.ts';
import { type Afternoon, given, president } from '../testing/given.ts';
import { type Choices, inPhase, moments, until } from '../testing/play.ts';
import { type Channel, view } from '../view.ts';

/** What leaves the server outside the jury. */
const OUTSIDE: readonly Channel[] = ['forum', 'live', 'stage', 'table/a', 'table/b', 'table/c', 'sheets', 'office', 'regie', 'grid'];

/** Two juries that agree on nothing: other marks, and another list. */
const HARSH: Choices = { marks: (_, team) => ({ why: team === 'a' ? 5 : 1, how: 2 }), list: () => ['a', 'b'] };
const KIND: Choices = { marks: (_, team) => ({ why: team === 'a' ? 1 : 5, how: 4 }), list: () => ['b', 'c'] };

const sent = (moment: Afternoon, channel: Channel) => JSON.stringify(view(moment.state, channel));
/** From here on the list is told, one laureate after the other. */
const told = ({ state }: Afternoon) => state.course.phase === 'restitution' || state.course.phase === 'closed';

describe.each(['per-team', 'once'] as const)('the same afternoon before two juries, lock %s', (mode) => {
  const setup = small({ lock: { ...ONCE, mode } });
  const harsh = [...moments(given(setup), HARSH)];
  const kind = [...moments(given(setup), KIND)];

  test.each(OUTSIDE)('[V3] until the first reveal, %s carries the same bytes at every moment', (channel) => {
    expect(harsh.length).toBe(kind.length);
    for (const [index, moment] of harsh.entries()) {
      const other = kind[index];
      if (!other) throw new Error('the afternoons differ');
      // The régie is one ahead in the restitution: it holds the name that its hand is about to reveal.
      if (told(moment) && (channel === 'live' || channel === 'regie')) continue;
      expect(sent(moment, channel)).toBe(sent(other, channel));
    }
  });

  test('[V3] nor does the moment of a mark, or its absence, show in anything but who has handed in', () => {
    const nothing = [...moments(given(setup), { list: () => ['a', 'b'] })].at(-1);
    for (const phase of ['passages', 'deliberation'] as const) {
      const marked = until(given(setup), inPhase(phase), HARSH);
      const silent = until(given(setup), inPhase(phase), { list: () => ['a', 'b'] });
      for (const channel of OUTSIDE) expect(sent(marked, channel)).toBe(sent(silent, channel));
    }
    expect(nothing?.state.course.phase).toBe('closed');
  });

  test('[V3] a ballot changes no part outside the jury but the count of the régie', () => {
    for (const [index, moment] of harsh.entries()) {
      const before = harsh[index - 1];
      if (!before || moment.entries.at(-1)?.event.type !== 'BallotCast') continue;
      for (const channel of OUTSIDE) if (channel !== 'regie') expect(sent(moment, channel)).toBe(sent(before, channel));
    }
  });

  test('[V8] while the president composes, the régie and the room learn nothing; closing tells the régie that, not whom', () => {
    const deliberating = until(given(setup), inPhase('deliberation'), HARSH);
    const composed = deliberating.and({ type: 'ComposeList', teams: ['c'] }, president);
    for (const channel of OUTSIDE) expect(sent(composed, channel)).toBe(sent(deliberating, channel));
    const one = composed.and({ type: 'CloseList', teams: ['a', 'b'] }, president);
    const other = composed.and({ type: 'CloseList', teams: ['b', 'c'] }, president);
    for (const channel of OUTSIDE) {
      expect(sent(one, channel)).toBe(sent(other, channel));
      if (channel !== 'regie') expect(sent(one, channel)).toBe(sent(deliberating, channel));
    }
  });

  test('[V4] before its reveal no laureate is in what the room sees of the restitution', () => {
    const said = (revealed: number, ...list: string[]) =>
      until(given(setup), ({ course }) => course.phase === 'restitution' && course.revealed === revealed, { list: () => list });
    for (const channel of OUTSIDE.filter((outside) => outside !== 'regie')) {
      expect(sent(said(0, 'a', 'b'), channel)).toBe(sent(said(0, 'b', 'c'), channel));
      expect(sent(said(1, 'a', 'b'), channel)).toBe(sent(said(1, 'a', 'c'), channel));
    }
  });

  test('[V4] the scene of the reveal names those said so far and no other', () => {
    const scenes = harsh
      .filter(({ state }) => state.course.phase === 'restitution' && state.course.finale === 'none')
      .map(({ state }) => view(state, 'live'));
    const names = scenes.map((live) => JSON.stringify((live as { scene: unknown }).scene));
    expect(names).toEqual([
      '{"show":"reveal","revealed":[],"of":2}',
      '{"show":"reveal","revealed":["a"],"of":2}',
      '{"show":"reveal","revealed":["a","b"],"of":2}',
    ]);
  });

  test('[V8] in the restitution the régie is one laureate ahead, no more', () => {
    const revealing = harsh.filter(({ state }) => state.course.phase === 'restitution');
    expect(revealing.map(({ state }) => (view(state, 'regie') as { cue: unknown }).cue)).toEqual([
      { command: 'RevealLaureate', team: 'a' },
      { command: 'RevealLaureate', team: 'b' },
      { command: 'ShowLaureates', team: null },
      { command: 'ThankTeams', team: null },
      { command: 'CloseSession', team: null },
    ]);
    const [first] = revealing;
    if (!first) throw new Error('no restitution');
    const other = until(given(setup), inPhase('restitution'), { ...HARSH, list: () => ['a', 'c'] });
    expect(sent(first, 'regie')).toBe(sent(other, 'regie'));
  });

  test('[V5] aggregates are in one part only, for the jury, and from the deliberation on', () => {
    for (const { state } of harsh) {
      const { deliberation } = view(state, 'jury') as { deliberation: object | null };
      const open = ['deliberation', 'restitution', 'closed'].includes(state.course.phase);
      expect(deliberation !== null).toBe(open);
      if (open) expect(deliberation).toMatchObject({ rows: [{ team: 'a' as TeamId, rank: 1, sum: 36, count: 3 }, {}, {}] });
      for (const channel of OUTSIDE) expect(sent({ ...harsh[0], state } as Afternoon, channel)).not.toMatch(/"(sum|rank|rows|list)":/);
    }
  });

  test('[V5] a deliberation taken back takes its aggregates back', () => {
    const undone = until(given(setup), inPhase('deliberation'), HARSH).and({ type: 'UndoStep' });
    expect(view(undone.state, 'jury')).toEqual({ deliberation: null });
  });
});
