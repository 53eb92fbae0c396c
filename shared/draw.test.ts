import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { nextCue } from './cue.ts';
import { drawCommandLine, drawnOrder, seedOf } from './draw.ts';
import type { TeamId } from './ids.ts';
import { amiens, small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, organiser, president } from './testing/given.ts';
import { inPhase, moments, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { liveView } from './views/live.ts';
import { regieView } from './views/regie.ts';

const start = given(small());
const open = { type: 'OpenDraw' } as const;
const say = (department: string, number: number | null) => ({ type: 'SayNumber', department, number }) as const;
const draw = (witnesses = '') => ({ type: 'DrawOrder', witnesses }) as const;
const undo = { type: 'UndoStep' } as const;
/** The small forum's départements are 80 and 59, in this order. */
const said = start.and(open, mc, '13:50').and(say('80', 31), mc, '13:51').and(say('59', 7), mc, '13:51');
const drawn = said.and(draw(), mc, '13:52');
const orderOf = ({ state }: Afternoon) => state.course.order;

/** The drawn order, by another program. */
function independentOrder(seed: string, teams: readonly string[]): string[] {
  const print = (team: string) => createHash('sha256').update(`${seed}:${team}`).digest('hex');
  return [...teams].sort((a, b) => print(a).localeCompare(print(b)));
}

describe('the sum', () => {
  const teams = amiens.teams.map(({ id }) => id);

  test('[Y4] teams stand by the SHA-256 of the seed and their id, whatever the order before', () => {
    for (const seed of ['7-31-12-5-88', '0-0-0-0-0', '9999-1-2-3-4']) {
      expect(drawnOrder(seed, teams)).toEqual(independentOrder(seed, teams));
      expect(drawnOrder(seed, [...teams].reverse())).toEqual(drawnOrder(seed, teams));
    }
    expect(drawnOrder('7-31-12-5-88', teams)).not.toEqual(drawnOrder('7-31-12-5-89', teams));
  });

  test('[Y4] the line given to the room prints that order in a shell', () => {
    for (const seed of ['7-31-12-5-88', '0-0-0-0-1']) {
      const printed = execFileSync('bash', ['-c', drawCommandLine(seed, teams)], { encoding: 'utf8' });
      const lines = printed.trim().split('\n');
      expect(lines.map((line) => line.split(' ')[1])).toEqual(drawnOrder(seed, teams));
    }
  });

  test('[Y4] the line says nothing of the order itself', () => {
    expect(drawCommandLine('1-2', drawnOrder('1-2', teams))).toBe(drawCommandLine('1-2', teams));
  });

  test('[Y4] over many seeds every team is first equally often', () => {
    const first = new Map<TeamId, number>();
    for (let number = 0; number < 3_000; number++) {
      const [team] = drawnOrder(`${number}-1`, ['a', 'b', 'c'] as TeamId[]);
      if (team) first.set(team, (first.get(team) ?? 0) + 1);
    }
    // 1,000 each, give or take four standard deviations of a binomial (25.8).
    for (const count of first.values()) expect(Math.abs(count - 1_000)).toBeLessThan(104);
  });

  test('[Y3] the seed is the numbers in the order of the départements, however they were said', () => {
    const { departments } = amiens;
    const numbers = { '95': 88, '59': 7, '80': 5, '60': 31, '62': 12 };
    expect(departments.map(({ code }) => code)).toEqual(['59', '60', '62', '80', '95']);
    expect(seedOf(departments, numbers)).toBe('7-31-12-5-88');
    expect(seedOf(departments, { ...numbers, '62': undefined as unknown as number })).toBeNull();
    expect(seedOf(departments, { '59': 0, '60': 0, '62': 0, '80': 0, '95': 0 })).toBe('0-0-0-0-0');
  });
});

describe('opening', () => {
  test('[Y1] by the MC or the organiser, before the passages, and once', () => {
    for (const phase of ['set-up', 'brief', 'introduction'] as const)
      for (const by of [mc, organiser]) {
        const opened = until(start, inPhase(phase)).when(open, by).gives({ type: 'DrawOpened' });
        opened.when(open, by).refuses('draw-open');
      }
    until(start, inPhase('passages')).when(open).refuses('wrong-phase');
    for (const by of [president, juror('s2')]) start.when(open, by).refuses('not-yours');
    drawn.when(open).refuses('order-drawn');
    drawn.and({ type: 'CloseDraw' }).when(open).refuses('order-drawn');
  });

  test('[Y2] while a draw waits for its numbers the order does not change and no phase opens', () => {
    for (const [phase, opens] of [
      ['set-up', 'OpenBrief'],
      ['brief', 'OpenIntroduction'],
      ['introduction', 'OpenPassages'],
    ] as const) {
      const waiting = until(start, inPhase(phase)).and(open);
      waiting.when({ type: opens }).refuses('draw-open');
      waiting.when({ type: 'PostponeTeam', team: 'a', reason: 'late' }).refuses('draw-open');
      waiting.when({ type: 'WithdrawTeam', team: 'a', reason: 'absent' }).refuses('draw-open');
      waiting.when({ type: 'ReorderTeams', order: ['c', 'b', 'a'], reason: 'x' }).refuses('draw-open');
    }
  });

  test('[F9] the main button waits with it, and goes on once the order is drawn', () => {
    expect(nextCue(start.and(open).state)).toEqual({ command: null, waiting: 'draw-open' });
    expect(nextCue(drawn.state)).toEqual({ command: 'OpenBrief', team: null });
    expect([...moments(start.and(open))].at(-1)?.state.course.phase).toBe('closed');
  });

  test('[Y7] put away before it was drawn, it never was: the order is free again', () => {
    const away = said.when({ type: 'CloseDraw' }).gives({ type: 'DrawClosed' });
    expect(away.state.course.draw).toBeNull();
    away.and({ type: 'ReorderTeams', order: ['c', 'b', 'a'], reason: 'x' });
    away.when(say('80', 1)).refuses('no-draw');
    away.when(draw()).refuses('no-draw');
    away.when({ type: 'CloseDraw' }).refuses('no-draw');
    expect(away.and(open).state.course.draw?.numbers).toEqual({});
  });
});

describe('the numbers', () => {
  test('[Y3] one for each département, which can be corrected or taken back until the draw', () => {
    start.and(open).when(say('80', 31), organiser).gives({ type: 'NumberSaid', department: '80', number: 31 });
    expect(said.and(say('80', 32)).and(draw()).state.course.draw?.drawn?.seed).toBe('32-7');
    said.and(say('80', null)).when(draw()).refuses('number-missing');
    said.when(say('80', 31)).gives();
    start.and(open).when(say('80', null)).gives();
    drawn.when(say('80', 32)).refuses('order-drawn');
    drawn.when(draw()).refuses('order-drawn');
  });

  test('[Y3] each from 0 to 9999, and of a département of the forum', () => {
    const waiting = start.and(open);
    waiting.when(say('62', 3)).refuses('unknown-department', '62');
    for (const number of [0, 9_999]) waiting.and(say('80', number));
    for (const number of [-1, 10_000, 1.5]) waiting.when(say('80', number)).refuses('malformed');
  });
});

describe('the order', () => {
  test('[Y4] is drawn from the numbers and kept with its seed, its witnesses and its instant', () => {
    const order = independentOrder('31-7', ['a', 'b', 'c']);
    const done = said
      .when(draw(' Two teams at table 4 '), organiser, '13:52')
      .gives({ type: 'OrderDrawn', seed: '31-7', order, witnesses: 'Two teams at table 4' });
    expect(orderOf(done)).toEqual(order);
    expect(done.state.course.draw).toEqual({
      openedAt: at('13:50'),
      numbers: { 80: 31, 59: 7 },
      drawn: { at: at('13:52'), seed: '31-7', order, witnesses: 'Two teams at table 4' },
      shown: true,
    });
    expect(done.state.course.changes).toEqual([{ at: at('13:52'), by: 'organiser', kind: 'drawn', team: null, reason: '' }]);
  });

  test('[Y5] a struck team is drawn too, and keeps its place', () => {
    const struck = start
      .and({ type: 'WithdrawTeam', team: 'b', reason: 'absent' })
      .and(open)
      .and(say('80', 31))
      .and(say('59', 7))
      .and(draw());
    expect(orderOf(struck)).toEqual(orderOf(drawn));
    expect(liveView(struck.state).order.find(({ team }) => team === 'b')?.is).toBe('withdrawn');
  });

  test('[Y6] is not given again by hand; a team is still postponed, once, or struck', () => {
    drawn.when({ type: 'ReorderTeams', order: ['c', 'b', 'a'], reason: 'x' }).refuses('order-drawn');
    const [first = '', second = '', third = ''] = orderOf(drawn);
    const late = { type: 'PostponeTeam', team: first, reason: 'late' } as const;
    expect(orderOf(drawn.and(late))).toEqual([second, third, first]);
    drawn.and(late).when(late).refuses('already-postponed', first);
    drawn.and({ type: 'WithdrawTeam', team: second, reason: 'absent' });
  });

  test('[Y6] a team postponed before the draw may be late once more: its place owes nothing to the first time', () => {
    const again = start.and({ type: 'PostponeTeam', team: 'a', reason: 'late' }).and(open).and(say('80', 31)).and(say('59', 7)).and(draw());
    expect(orderOf(again)).toEqual(orderOf(drawn));
    expect(liveView(again.state).order.map(({ postponed }) => postponed)).toEqual([false, false, false]);
    again.and({ type: 'PostponeTeam', team: 'a', reason: 'late again' });
  });
});

describe('on the screens', () => {
  const scene = ({ state }: Afternoon) => liveView(state).scene;

  test('[Y8] the room sees the numbers as they are said, then the order with the line that checks it', () => {
    expect(scene(start.and(open).and(say('59', 7)))).toEqual({
      show: 'draw',
      numbers: [
        { department: '80', number: null },
        { department: '59', number: 7 },
      ],
      drawn: null,
    });
    expect(scene(drawn)).toMatchObject({ drawn: { at: at('13:52'), order: orderOf(drawn) } });
    const redo = { seed: '31-7', check: drawCommandLine('31-7', orderOf(drawn)) };
    expect(liveView(drawn.state).draw).toEqual(redo);
    expect(liveView(drawn.and({ type: 'CloseDraw' }).state).draw).toEqual(redo);
    expect(liveView(said.state).draw).toBeNull();
    expect(regieView(drawn.state).draw).toEqual({ drawn: true, shown: true });
  });

  test('[Y8] until it is put away, or the next phase opens; the order stays', () => {
    for (const away of [drawn.and({ type: 'CloseDraw' }), drawn.and({ type: 'OpenBrief' })]) {
      expect(scene(away).show).toBe('waiting');
      expect(orderOf(away)).toEqual(orderOf(drawn));
      expect(away.state.course.draw).toMatchObject({ shown: false, drawn: { seed: '31-7' } });
    }
    drawn.and({ type: 'CloseDraw' }).when({ type: 'CloseDraw' }).gives();
  });

  test('[Y8] who was asked to witness it is not on the screens of the room', () => {
    expect(JSON.stringify(liveView(said.and(draw('secret-witness')).state))).not.toMatch(/secret/);
  });
});

describe('taken back by the MC', () => {
  test('[U1] a draw, a number, its opening: as things stood before', () => {
    expect(drawn.and(undo).state.course).toEqual(said.state.course);
    expect(said.and(undo).state.course.draw?.numbers).toEqual({ 80: 31 });
    expect(start.and(open).and(undo).state.course).toEqual(start.state.course);
    expect(drawn.and({ type: 'CloseDraw' }).and(undo).state.course).toEqual(drawn.state.course);
  });

  test('[U7] not what the organiser did, nor what the MC did before it', () => {
    said.and(draw(), organiser).when(undo).refuses('nothing-to-undo');
    said.and(say('80', 1), organiser).when(undo).refuses('nothing-to-undo');
    start.and({ type: 'SetBlackout', on: true }).and(open, organiser).when(undo).refuses('nothing-to-undo');
  });
});
