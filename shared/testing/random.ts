import fc from 'fast-check';
import type { Setup } from '../setup.ts';
import { after, seconds } from '../time.ts';
import { small } from './forums.ts';
import { type By, given, juror, mc, organiser, president, system, type Told, table } from './given.ts';
import { nextAct } from './play.ts';

const names = ['a', 'b', 'c', 'd', 'e'];

/** A small forum of one to five teams, under any rules. */
export const anySetup: fc.Arbitrary<Setup> = fc
  .record({
    teams: fc.integer({ min: 1, max: 5 }),
    laureates: fc.integer({ min: 1, max: 5 }),
    mode: fc.constantFrom('per-team' as const, 'once' as const),
    afterSeconds: fc.constantFrom(null, 5, 60),
    chaining: fc.boolean(),
    announcement: fc.constantFrom('running-order' as const, 'department' as const),
    changeoverSeconds: fc.constantFrom(0, 30, 90),
  })
  .map(({ teams, laureates, mode, afterSeconds, ...rules }) => ({
    ...small({ ...rules, laureates: Math.min(laureates, teams, 3), lock: { mode, afterSeconds } }),
    teams: names
      .slice(0, teams)
      .map((id, index) => ({ ...pick(small().teams, index % 3), id: id as Setup['teams'][number]['id'], table: index + 1 })),
  }));

/** Something that somebody in the room may try at any moment, sensible or not. */
const anyAct: fc.Arbitrary<{ readonly by: By; readonly command: Told }> = fc.oneof(
  ...acts(mc, [
    { type: 'PauseClock', reason: 'mic' },
    { type: 'ResumeClock' },
    { type: 'AdjustClock', seconds: 30 },
    { type: 'AdjustClock', seconds: -90 },
    { type: 'RestartClock' },
    { type: 'UndoStep' },
    { type: 'SetMessage', text: 'Closer' },
    { type: 'SetBlackout', on: true },
    { type: 'LockBallots' },
    ...names.flatMap((team) => [
      { type: 'PostponeTeam', team, reason: 'late' } as const,
      { type: 'WithdrawTeam', team, reason: 'absent' } as const,
    ]),
  ]),
  ...acts(organiser, [{ type: 'ReorderTeams', order: ['b', 'a'], reason: 'draw' }]),
  ...acts(system, [{ type: 'StartQuestions' }, { type: 'LockBallots' }, { type: 'PauseClock', reason: 'restart' }]),
  ...acts(president, [{ type: 'ComposeList', teams: ['a'] }]),
  ...acts(
    juror('s2'),
    names.map((team) => ({ type: 'CastBallot', team, marks: { why: 3, how: 4 } }) as const),
  ),
  ...acts(table('a'), [{ type: 'WriteSheet', part: 'drama', text: 'Why' }]),
);

function acts(by: By, commands: readonly Told[]) {
  return commands.map((command) => fc.constant({ by, command }));
}

/** What happens next: the main button is pressed (null), or somebody tries something; and how many seconds pass before it. */
export const anyPlot = fc.array(
  fc.tuple(fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: anyAct }), fc.integer({ min: 0, max: 400 })),
  { maxLength: 80 },
);

/** Every moment of an afternoon so lived. What is refused changes nothing, as in the room. */
export function* lived(setup: Setup, plot: readonly (readonly [{ readonly by: By; readonly command: Told } | null, number])[]) {
  let afternoon = given(setup);
  yield afternoon;
  for (const [act, wait] of plot) {
    const at = after(afternoon.now, seconds(wait));
    const tried = act ?? nextAct(afternoon.state);
    if (tried === null) continue;
    const answer = afternoon.ask(tried.command, tried.by, at);
    if ('refused' in answer || answer.events.length === 0) continue;
    afternoon = afternoon.happened(answer.events, tried.by, at);
    yield afternoon;
  }
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}
