import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TeamId } from '../ids.ts';
import { acted, anyComingAndGoing, anyDeliberation, anyJury } from '../testing/any-jury.ts';
import { ONCE, small } from '../testing/forums.ts';
import { type Afternoon, given, juror, president } from '../testing/given.ts';
import { open, replace, secretly, vote } from '../testing/jury.ts';
import { type Choices, inPhase, moments, until } from '../testing/play.ts';
import { type Channel, view } from '../view.ts';

/** What leaves the server outside the jury, the secretary's bench apart. */
const OUTSIDE: readonly Channel[] = ['forum', 'live', 'stage', 'table/a', 'table/b', 'table/c', 'sheets', 'office', 'regie', 'grid'];

/** Two juries that agree on nothing: other marks, and another list. */
const HARSH: Choices = { marks: (_, team) => ({ why: team === 'a' ? 5 : 1, how: 2 }), list: () => ['a', 'b'] };
const KIND: Choices = { marks: (_, team) => ({ why: team === 'a' ? 1 : 5, how: 4 }), list: () => ['b', 'c'] };

const sent = (moment: Afternoon, channel: Channel) => JSON.stringify(view(moment.state, channel));
const allSent = (moment: Afternoon, channels = OUTSIDE) => Object.fromEntries(channels.map((channel) => [channel, sent(moment, channel)]));
/** From here on the list is told, one laureate after the other. */
const told = ({ state }: Afternoon) => state.course.phase === 'restitution' || state.course.phase === 'closed';

describe.each(['per-team', 'once'] as const)('the same afternoon before two juries, lock %s', (mode) => {
  const setup = small({ lock: { ...ONCE, mode } });
  const harsh = [...moments(given(setup), HARSH)];
  const kind = [...moments(given(setup), KIND)];
  const behindDoors = ({ state }: Afternoon) => state.course.phase === 'deliberation' && state.deliberation?.closedAt === null;

  test.each(OUTSIDE)('[V3] until the first reveal, %s carries the same bytes at every moment', (channel) => {
    const [one, other] = [harsh, kind].map((afternoon) => afternoon.filter((moment) => !behindDoors(moment)));
    if (!one || !other) throw new Error('no afternoons');
    expect(one.length).toBe(other.length);
    for (const [index, moment] of one.entries()) {
      // The régie is one ahead in the restitution: it holds the name that its hand is about to reveal.
      if (told(moment) && (channel === 'live' || channel === 'regie')) continue;
      expect(sent(moment, channel)).toBe(sent(other[index] as Afternoon, channel));
    }
  });

  test('[V3] while the jury deliberates, however long it takes, no byte changes', () => {
    const inside = [harsh, kind].map((afternoon) => afternoon.filter(behindDoors));
    expect(inside.map(({ length }) => length)).toEqual([4, 1]);
    for (const moment of inside.flat()) expect(allSent(moment)).toEqual(allSent(inside[1]?.[0] as Afternoon));
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
    const ready = until(deliberating, ({ deliberation }) => (deliberation?.list.length ?? 0) === 2, HARSH);
    const composed = ready.and({ type: 'ComposeList', teams: ['c'] }, president);
    for (const moment of [ready, composed]) expect(allSent(moment)).toEqual(allSent(deliberating));
    const [one, other] = [
      ['a', 'b'],
      ['a', 'c'],
    ].map((list) => until(composed, ({ deliberation }) => deliberation?.closedAt != null, { list: () => list })) as [Afternoon, Afternoon];
    expect([one, other].map(({ state }) => state.deliberation?.list)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
    expect(allSent(one)).toEqual(allSent(other));
    const room = OUTSIDE.filter((channel) => channel !== 'regie');
    expect(allSent(one, room)).toEqual(allSent(deliberating, room));
    const cueOf = (moment: Afternoon) => JSON.parse(sent(moment, 'regie'));
    expect(cueOf(one)).toEqual({ ...cueOf(deliberating), cue: { command: 'OpenRestitution', team: null } });
    const again = one.and({ type: 'ReopenList', reason: 'A name was misread' }, president);
    expect(allSent(again)).toEqual(allSent(deliberating));
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

describe('behind closed doors', () => {
  /** The room's, the régie's and the office's: of the secretary's own, the bench alone may change. */
  const rest = ({ state }: Afternoon) => {
    const { seats: _, quorum: __, ...others } = view(state, 'secretariat') as unknown as Record<string, unknown>;
    return JSON.stringify(others);
  };

  test('[V8] whatever any jury moves, votes, draws, admits or opens again, nothing outside changes by a byte until its list is closed', () => {
    fc.assert(
      fc.property(anyJury, anyDeliberation, fc.array(anyComingAndGoing, { maxLength: 3 }), (jury, acts, moves) => {
        const before = allSent(jury);
        const room = OUTSIDE.filter((channel) => channel !== 'regie');
        let lived = jury;
        for (const act of [...moves, ...acts]) {
          lived = acted(lived, act);
          const closed = lived.state.deliberation?.closedAt != null;
          expect(allSent(lived, closed ? room : OUTSIDE)).toEqual(closed ? allSent(jury, room) : before);
          expect(rest(lived)).toBe(rest(jury));
        }
        const { cue: _, ...regie } = JSON.parse(sent(lived, 'regie'));
        expect(JSON.parse(before.regie ?? '')).toMatchObject(regie);
      }),
      { numRuns: 40 },
    );
  }, 30_000);

  const ready = until(given(small()), inPhase('deliberation'), { marks: (_, team) => ({ why: team === 'c' ? 1 : 5, how: 3 }) });

  test('[V5] the jury’s part holds the list, the motions and their counts, and no single mark or vote', () => {
    const counted = (votes: readonly (readonly [string, string])[]) => {
      let asked = ready.and(open(replace('c', 'a')), president);
      for (const [seat, wanted] of votes) asked = asked.and(vote(1, wanted), juror(seat));
      return asked.and({ type: 'CloseMotion', motion: 1 }, president);
    };
    const one = counted([
      ['s2', 'for'],
      ['s3', 'against'],
    ]);
    const other = counted([
      ['s2', 'against'],
      ['s3', 'for'],
    ]);
    expect(sent(one, 'jury')).toBe(sent(other, 'jury'));
    expect(view(one.state, 'jury')).toMatchObject({
      deliberation: { motions: [{ number: 1, entitled: 3, voted: 2, closed: { outcome: 'split' } }] },
    });
    expect(sent(one, 'presidency')).not.toBe(sent(other, 'presidency'));
    // The same sums from other jurors: only the president sees whose marks they are.
    const marked = (best: string) =>
      until(given(small()), inPhase('deliberation'), { marks: (seat) => (seat === best ? { why: 5, how: 5 } : { why: 1, how: 1 }) });
    expect(sent(marked('s2'), 'jury')).toBe(sent(marked('s3'), 'jury'));
    expect(sent(marked('s2'), 'presidency')).not.toBe(sent(marked('s3'), 'presidency'));
  });

  test('[V7] the president sees every mark that counts from the deliberation on, and not before', () => {
    const matrix = ({ state }: Afternoon) => (view(state, 'presidency') as { matrix: { ballots: unknown } | null }).matrix;
    const locked = until(given(small()), ({ course }) => course.allLocked !== null, HARSH);
    expect(matrix(locked)).toBeNull();
    expect(matrix(locked.and({ type: 'OpenDeliberation' }).and({ type: 'UndoStep' }))).toBeNull();
    expect(matrix(ready)?.ballots).toEqual([
      [
        [5, 3],
        [5, 3],
        [5, 3],
      ],
      [
        [5, 3],
        [5, 3],
        [5, 3],
      ],
      [
        [1, 3],
        [1, 3],
        [1, 3],
      ],
    ]);
  });

  test('[V4] the names of a list closed are in no part outside the jury, by any way the jury came to it', () => {
    const secret = ready
      .and(open(replace('c', 'a'), true), president)
      .and(secretly(1, 'for'), juror('s2'))
      .and({ type: 'CloseMotion', motion: 1 }, president)
      .and({ type: 'CloseList', teams: ['b', 'c'] }, president);
    const plain = ready.and({ type: 'CloseList', teams: ['a', 'b'] }, president);
    expect(allSent(secret)).toEqual(allSent(plain));
  });
});
