import { describe, expect, test } from 'vitest';
import { matrixOf } from './counting.ts';
import type { SeatId } from './ids.ts';
import { aggregates } from './ranking.ts';
import { isRecused } from './recusal.ts';
import type { Rules } from './setup.ts';
import { ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, organiser, president } from './testing/given.ts';
import { inPhase, moments, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { type Channel, view } from './view.ts';
import { benchView } from './views/bench.ts';
import { handedIn } from './views/handed-in.ts';
import { seatView } from './views/seat.ts';

const ROOM: readonly Channel[] = ['forum', 'live', 'stage', 'sheets', 'table/a'];

const under = (recusal: Rules['recusal']) => given(small({ recusal, lock: ONCE }));
const declare = (team: string | null) => ({ type: 'DeclareRecusal', team }) as const;
const record = (seat: string, team: string | null) => ({ type: 'RecordRecusal', seat, team }) as const;
const lift = (seat: string, team: string | null) => ({ type: 'LiftRecusal', seat, team }) as const;
const cast = (team: string) => ({ type: 'CastBallot', team, marks: { why: 4, how: 4 } }) as const;
const stood = ({ state }: Afternoon, seat: string) => seatView(state, seat as SeatId)?.recusedFrom.join('');
const countedFor = ({ state }: Afternoon, team: string) => aggregates(state).find((row) => row.team === team)?.count;

describe('who says so, and when', () => {
  test('[E1] a juror for itself, the organiser or the president for any seat, with who and when', () => {
    const start = under('team');
    const own = start.when(declare('a'), juror('s2'), '13:55').gives({ type: 'RecusalDeclared', seat: 's2', team: 'a' });
    for (const by of [organiser, president]) start.when(record('s3', 'b'), by).gives({ type: 'RecusalDeclared', seat: 's3', team: 'b' });
    expect(own.and(record('s3', 'b'), organiser, '13:56').state.recusals).toEqual([
      { seat: 's2', team: 'a', at: at('13:55'), by: 'juror/s2' },
      { seat: 's3', team: 'b', at: at('13:56'), by: 'organiser' },
    ]);
    start.when({ ...declare('a'), seat: 's3' }, juror('s2')).refuses('malformed');
    start.when({ ...declare('a'), reason: 'my sister' }, juror('s2')).refuses('malformed');
    for (const by of [mc, juror('s2')]) start.when(record('s3', 'b'), by).refuses('not-yours');
    start.when(record('s9', 'b'), organiser).refuses('unknown-seat', 's9');
    start.when(record('s3', 'x'), organiser).refuses('unknown-team', 'x');
  });

  test('[E1] at any time until the list is closed', () => {
    const start = under('team');
    for (const phase of ['set-up', 'brief', 'introduction', 'passages', 'deliberation'] as const)
      until(start, inPhase(phase)).and(declare('a'), juror('s2'));
    const closed = until(start, ({ deliberation }) => deliberation?.closedAt != null);
    for (const [command, by] of [
      [declare('a'), juror('s2')],
      [record('s2', 'a'), organiser],
      [lift('s2', 'a'), organiser],
    ] as const) {
      closed.when(command, by).refuses('list-closed');
      until(closed, inPhase('restitution')).when(command, by).refuses('wrong-phase');
    }
  });
});

describe('what it takes a juror out of', () => {
  test('[E2] the whole session, where the règlement says so', () => {
    const start = under('session');
    start.when(declare('a'), juror('s2')).refuses('other-recusal', 'session');
    const recused = start.and(declare(null), juror('s2'));
    expect([stood(recused, 's2'), stood(recused, 's3')]).toEqual(['abc', '']);
    expect(benchView(recused.state).seats[1]).toMatchObject({ seat: 's2', recused: true, recusedFrom: ['a', 'b', 'c'] });
    recused.when(declare(null), juror('s2')).gives();
  });

  test('[E2] one team at a time, where it says so', () => {
    const start = under('team');
    start.when(declare(null), juror('s2')).refuses('other-recusal', 'team');
    const recused = start.and(declare('c'), juror('s2')).and(declare('a'), juror('s2'));
    expect([stood(recused, 's2'), stood(recused, 's3')]).toEqual(['ac', '']);
    expect(benchView(recused.state).seats[1]).toMatchObject({ recused: false, recusedFrom: ['a', 'c'] });
    recused.when(declare('a'), juror('s2')).gives();
  });

  test('[E2] the teams of its own département by itself, and any other it declares', () => {
    // Every seat of the small forum is of 80, and so is team b.
    const start = under('department');
    expect(stood(start, 's2')).toBe('b');
    start.when(declare(null), juror('s2')).refuses('other-recusal', 'department');
    start.when(declare('b'), juror('s2')).gives();
    expect(stood(start.and(declare('a'), juror('s2')), 's2')).toBe('ab');
    expect(isRecused(start.state, 's2' as SeatId, null)).toBe(false);
  });
});

describe('what it does', () => {
  const start = under('team');
  const pitch = until(start, stands('a', 'pitch'));

  test('[E3] its ballot is not taken, neither from the phone nor from paper, nor its words to the team', () => {
    const recused = pitch.and(declare('a'), juror('s2'));
    recused.when(cast('a'), juror('s2')).refuses('recused', 'a');
    recused.when({ ...cast('a'), type: 'KeyPaperBallot', seat: 's2' }, organiser).refuses('recused', 'a');
    recused.when({ type: 'WriteFeedback', team: 'a', text: 'Clear' }, juror('s2')).refuses('recused', 'a');
    recused.when({ type: 'RaiseHand' }, juror('s2')).refuses('recused', 'a');
    recused.and(cast('a'), juror('s3'));
    const b = until(recused, stands('b', 'pitch'));
    b.and(cast('b'), juror('s2')).and({ type: 'RaiseHand' }, juror('s2'));
  });

  test('[E3] from the session: no ballot for any team', () => {
    const recused = until(under('session').and(declare(null), juror('s2')), stands('a', 'pitch'));
    recused.when(cast('a'), juror('s2')).refuses('recused', 'a');
    until(recused, stands('c', 'pitch')).when(cast('c'), juror('s2')).refuses('recused', 'c');
  });

  test('[E3] its ballot is not expected: nobody waits for it', () => {
    const all = ['s1', 's3'].reduce((room, seat) => room.and(cast('a'), juror(seat)), pitch.and(declare('a'), juror('s2')));
    expect(handedIn(all.state)).toEqual([{ team: 'a', complete: 2, of: 2, locked: false, missing: [] }]);
  });

  test('[E4] a ballot that was already cast is struck from the count, and stays in the journal', () => {
    const marked = ['s1', 's2', 's3'].reduce((room, seat) => room.and(cast('a'), juror(seat)), pitch);
    expect(countedFor(marked, 'a')).toBe(3);
    const recused = marked.and(record('s2', 'a'), organiser);
    expect(countedFor(recused, 'a')).toBe(2);
    expect(aggregates(recused.state).find(({ team }) => team === 'a')).toMatchObject({ missing: 0, excused: 1 });
    expect(matrixOf(recused.state).ballots[0]).toEqual([[4, 4], null, [4, 4]]);
    expect(recused.entries.filter(({ event }) => event.type === 'BallotCast')).toHaveLength(3);
    expect(recused.state.ballots).toEqual(marked.state.ballots);
  });

  test('[E4] a late one is neither admitted nor is a ballot opened again for it', () => {
    const locked = until(pitch, ({ course }) => course.allLocked !== null).and(cast('a'), juror('s2'));
    const recused = locked.and(record('s2', 'a'), organiser);
    recused.when({ type: 'AdmitLateBallot', seat: 's2', team: 'a', reason: 'x' }, president).refuses('recused', 's2');
    recused.when({ type: 'ReopenBallot', seat: 's2', team: 'a', reason: 'x' }, president).refuses('recused', 's2');
  });

  test('[E4] no mark changes by it, and the afternoon goes on to its end', () => {
    const recused = pitch.and(cast('a'), juror('s2')).and(declare('a'), juror('s2'));
    expect([...moments(recused)].at(-1)?.state.course.phase).toBe('closed');
  });
});

describe('lifted', () => {
  test('[E5] by the organiser or the president, it counts again what had been cast', () => {
    const start = until(under('team'), stands('a', 'pitch'));
    const recused = start.and(cast('a'), juror('s2')).and(declare('a'), juror('s2'));
    for (const by of [organiser, president]) {
      const lifted = recused.when(lift('s2', 'a'), by).gives({ type: 'RecusalLifted', seat: 's2', team: 'a' });
      expect(countedFor(lifted, 'a')).toBe(1);
      lifted.and({ ...cast('a'), marks: { why: 1 } }, juror('s2'));
    }
    recused.when(lift('s2', 'a'), juror('s2')).refuses('not-yours');
    recused.when(lift('s3', 'a'), organiser).gives();
  });

  test('[E5] one that the règlement makes by itself is not', () => {
    under('department').when(lift('s2', 'b'), organiser).refuses('other-recusal', 'department');
    under('department').when(lift('s2', 'a'), organiser).gives();
  });
});

test('[E6] the reason is asked of nobody, and no screen of the room learns of a recusal', () => {
  const before = until(under('team'), stands('a', 'pitch'));
  const after = before.and(declare('a'), juror('s2'));
  expect(Object.keys(after.state.recusals[0] ?? {}).sort()).toEqual(['at', 'by', 'seat', 'team']);
  for (const channel of ROOM) expect(view(after.state, channel)).toEqual(view(before.state, channel));
});
