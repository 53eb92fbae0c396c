import { describe, expect, test } from 'vitest';
import { quorumOf } from './attendance.ts';
import type { SeatId } from './ids.ts';
import { PHASES } from './phases.ts';
import { aggregates } from './ranking.ts';
import { amiens, ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, organiser, president, type Told } from './testing/given.ts';
import { inPhase, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { benchView } from './views/bench.ts';
import { seatView } from './views/seat.ts';

const start = given(small());
const checkIn = { type: 'CheckIn' } as const;
const arrival = (seat: string) => ({ type: 'RecordArrival', seat }) as const;
const departure = (seat: string) => ({ type: 'RecordDeparture', seat }) as const;
const cast = { type: 'CastBallot', team: 'a', marks: { why: 4, how: 4 } } as const;
const pitch = until(start, stands('a', 'pitch'));
const attendanceOf = ({ state }: Afternoon, seat: string) => state.attendance[seat as SeatId];

describe('arriving', () => {
  test('[Q1] a juror checks in from its own phone, until the session is closed', () => {
    for (const phase of PHASES.slice(0, 6)) {
      const here = until(start, inPhase(phase));
      if (!attendanceOf(here, 's2')) here.when(checkIn, juror('s2')).gives({ type: 'SeatArrived', seat: 's2' });
    }
    const arrived = start.and(checkIn, juror('s2'), '13:50');
    expect(attendanceOf(arrived, 's2')).toEqual({
      present: true,
      salt: 'hash-2',
      moves: [{ at: at('13:50'), by: 'juror/s2', present: true }],
    });
    arrived.when(checkIn, juror('s2')).gives();
    start.when({ ...checkIn, seat: 's3' }, juror('s2')).refuses('malformed');
  });

  test('[Q2] the organiser or the president records who comes and who leaves, nobody else', () => {
    for (const by of [organiser, president]) {
      const arrived = start.when(arrival('s3'), by).gives({ type: 'SeatArrived', seat: 's3' });
      arrived.when(arrival('s3'), by).gives();
      arrived.when(departure('s3'), by).gives({ type: 'SeatLeft', seat: 's3' });
      start.when(arrival('s9'), by).refuses('unknown-seat', 's9');
    }
    for (const by of [mc, juror('s3')])
      for (const command of [arrival('s3'), departure('s3')]) start.when(command, by).refuses('not-yours');
  });

  test('[Q2] whoever never came does not leave', () => {
    start.when(departure('s3'), organiser).gives();
  });

  test.each<[string, Afternoon, Told]>([
    ['a trial ballot', until(start, inPhase('brief')), { type: 'CastTrialBallot', marks: { why: 3 } }],
    ['a ballot', pitch, cast],
    ['a late ballot', until(start, stands('a', 'locked')), cast],
    ['a raised hand', pitch, { type: 'RaiseHand' }],
  ])('[Q3] %s shows that its seat is there', (_, moment, command) => {
    const shown = moment.and(command, juror('s2'), '16:00');
    expect(attendanceOf(shown, 's2')).toEqual({
      present: true,
      salt: shown.entries.at(-1)?.hash,
      moves: [{ at: at('16:00'), by: 'juror/s2', present: true }],
    });
    expect(attendanceOf(shown.and(command, juror('s2'), '16:05'), 's2')).toEqual(attendanceOf(shown, 's2'));
  });

  test('[Q3] so does a ballot keyed from its paper', () => {
    const keyed = pitch.and({ ...cast, type: 'KeyPaperBallot', seat: 's3' }, organiser);
    expect(attendanceOf(keyed, 's3')).toMatchObject({ present: true, moves: [{ by: 'organiser' }] });
  });
});

describe('leaving', () => {
  const left = pitch.and(cast, juror('s2'), '14:40').and(departure('s2'), organiser, '15:00');

  test('[Q4] comings and goings are kept with who recorded them', () => {
    const back = left.and(arrival('s2'), president, '15:20');
    expect(attendanceOf(back, 's2')?.moves).toEqual([
      { at: at('14:40'), by: 'juror/s2', present: true },
      { at: at('15:00'), by: 'organiser', present: false },
      { at: at('15:20'), by: 'president/s1', present: true },
    ]);
    expect(attendanceOf(back, 's2')?.salt).toBe(attendanceOf(left, 's2')?.salt);
    expect(benchView(left.state).seats.find(({ seat }) => seat === 's2')).toMatchObject({ present: false, since: at('15:00') });
    expect(seatView(left.state, 's2' as SeatId)).toMatchObject({ present: false, left: true });
  });

  test.each<[Told]>([
    [checkIn],
    [cast],
    [{ ...cast, marks: { why: 1 } }],
    [{ type: 'WriteFeedback', team: 'a', text: 'Clear' }],
    [{ type: 'RaiseHand' }],
    [{ type: 'DeclareRecusal', team: null }],
  ])('[Q5] nothing more is taken from that seat until its return is recorded: %j', (command) => {
    left.when(command, juror('s2')).refuses('seat-left');
    const answer = left.and(arrival('s2'), organiser).ask(command, juror('s2'));
    expect(answer).toHaveProperty('events');
  });

  test('[Q5] nor a trial ballot during the brief', () => {
    const gone = until(start, inPhase('brief')).and(checkIn, juror('s2')).and(departure('s2'), organiser);
    gone.when({ type: 'CastTrialBallot', marks: { why: 3 } }, juror('s2')).refuses('seat-left');
  });

  test('[Q5] a paper that was handed in before is still keyed, one for a later team is not', () => {
    const keyed = (team: string) => ({ type: 'KeyPaperBallot', seat: 's2', team, marks: { why: 3 } }) as const;
    left.and(keyed('a'), organiser);
    const b = until(left, stands('b', 'pitch'));
    b.when(keyed('b'), organiser).refuses('seat-left');
    b.and(arrival('s2'), organiser).and(keyed('b'), organiser);
  });

  test('[Q6] by the règlement, the ballots of a member who left count, or are struck', () => {
    const gone = (mode: 'kept' | 'struck') =>
      until(given(small({ departure: mode, lock: ONCE })), stands('a', 'pitch'))
        .and(cast, juror('s2'))
        .and(departure('s2'), organiser);
    expect(aggregates(gone('kept').state)[0]).toMatchObject({ team: 'a', sum: 12, count: 1, missing: 2, excused: 0 });
    expect(aggregates(gone('struck').state)[0]).toMatchObject({ sum: 0, count: 0, missing: 2, excused: 1 });
    const back = gone('struck').and(arrival('s2'), organiser);
    expect(aggregates(back.state)[0]).toMatchObject({ sum: 12, count: 1 });
  });
});

describe('the quorum', () => {
  /** Three of the sample's 15 seats from each of two colleges, and more, one after the other. */
  const arrive = (from: Afternoon, ...seats: string[]) => seats.reduce((room, seat) => room.and(arrival(seat), organiser), from);
  const room = given(amiens);
  const enough = ['j01', 'j02', 'j03', 'j04', 'j05', 'j06', 'j07', 'j08'];

  test('[Q7] asks for as many present members as the règlement says, in all', () => {
    expect(quorumOf(room.state)).toMatchObject({ present: 0, of: 15, needed: 8, met: false });
    expect(quorumOf(arrive(room, ...enough.slice(0, 7)).state)).toMatchObject({ present: 7, met: false });
    expect(quorumOf(arrive(room, ...enough).state)).toMatchObject({ present: 8, met: true });
  });

  test('[Q7] and of each college it names', () => {
    const electedAndAgents = ['j01', 'j02', 'j04', 'j05', 'j07', 'j08', 'j10', 'j11', 'j13', 'j14'];
    const quorum = quorumOf(arrive(room, ...electedAndAgents, 'j03').state);
    expect(quorum).toEqual({
      present: 11,
      of: 15,
      needed: 8,
      met: false,
      colleges: [
        { college: 'elu', present: 5, needed: 2 },
        { college: 'agent', present: 5, needed: 2 },
        { college: 'dgs', present: 1, needed: 2 },
      ],
    });
    expect(quorumOf(arrive(room, ...electedAndAgents, 'j03', 'j06').state).met).toBe(true);
  });

  test('[Q7] a departure is felt at once, a return too', () => {
    const full = arrive(room, ...enough);
    const gone = full.and(departure('j08'), president);
    expect(quorumOf(gone.state).met).toBe(false);
    expect(quorumOf(gone.and(arrival('j08'), organiser).state).met).toBe(true);
  });

  test('[Q7] who stands back from the whole session is not counted in it', () => {
    const session = small({ quorum: { total: 2, colleges: [] } });
    const two = arrive(given(session), 's2', 's3');
    expect(quorumOf(two.state)).toMatchObject({ present: 2, met: true });
    const recused = two.and({ type: 'DeclareRecusal', team: null }, juror('s3'));
    expect(quorumOf(recused.state)).toMatchObject({ present: 1, met: false });
    expect(benchView(recused.state).quorum).toEqual(quorumOf(recused.state));
  });

  test('[Q7] without one, it is always met', () => {
    expect(quorumOf(start.state)).toEqual({ present: 0, of: 3, needed: 0, met: true, colleges: [] });
  });
});
