import { describe, expect, test } from 'vitest';
import type { SeatId } from './ids.ts';
import { ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, organiser, president } from './testing/given.ts';
import { inPhase, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';
import { type Channel, view } from './view.ts';
import { presidencyView } from './views/presidency.ts';
import { regieView } from './views/regie.ts';
import { seatView } from './views/seat.ts';

const raise = { type: 'RaiseHand' } as const;
const lower = { type: 'LowerHand' } as const;
const clear = { type: 'ClearHands' } as const;
const give = (seat: string) => ({ type: 'GiveFloor', seat }) as const;
const start = given(small({ lock: ONCE, recusal: 'team' }));
const here = ['s1', 's2', 's3'].reduce((room, seat) => room.and({ type: 'CheckIn' }, juror(seat)), start);
const questions = until(here, stands('a', 'questions'));
const three = questions.and(raise, juror('s3'), '14:44').and(raise, juror('s2'), '14:45').and(raise, president, '14:46');
const queueOf = ({ state }: Afternoon) => state.floor.queue.map(({ seat }) => seat).join(' ');
const handOf = ({ state }: Afternoon, seat: string) => seatView(state, seat as SeatId)?.hand;

describe('asking to speak', () => {
  test('[I1] during a pitch and its questions, first come first', () => {
    expect(queueOf(three)).toBe('s3 s2 s1');
    three.when(raise, juror('s2')).gives();
    for (const stage of ['pitch', 'questions'] as const) until(start, stands('a', stage)).and(raise, juror('s2'));
    for (const stage of ['called', 'marking'] as const)
      until(start, stands('a', stage)).when(raise, juror('s2')).refuses('wrong-stage', stage);
    until(start, inPhase('passages')).when(raise, juror('s2')).refuses('wrong-stage');
    until(start, inPhase('deliberation')).when(raise, juror('s2')).refuses('wrong-phase');
    for (const by of [mc, organiser]) questions.when(raise, by).refuses('not-yours');
  });

  test('[I1] a hand is lowered by its own juror, and raised anew at the end of the queue', () => {
    const down = three.when(lower, juror('s3')).gives({ type: 'HandLowered', seat: 's3' });
    expect(queueOf(down)).toBe('s2 s1');
    expect(queueOf(down.and(raise, juror('s3')))).toBe('s2 s1 s3');
    questions.when(lower, juror('s2')).gives();
  });

  test('[I3] whoever leaves or stands back from the team asks no more', () => {
    const speaking = three.and(give('s2'), president);
    for (const gone of [
      speaking.and({ type: 'RecordDeparture', seat: 's2' }, organiser),
      speaking.and({ type: 'RecordRecusal', seat: 's2', team: 'a' }, organiser),
    ])
      expect(gone.state.floor).toMatchObject({ queue: [{ seat: 's3' }, { seat: 's1' }], speaking: null, given: { s2: 1 } });
    expect(queueOf(three.and({ type: 'DeclareRecusal', team: 'a' }, juror('s3')))).toBe('s2 s1');
    expect(queueOf(three.and({ type: 'DeclareRecusal', team: 'b' }, juror('s3')))).toBe('s3 s2 s1');
  });
});

describe('giving the floor', () => {
  test('[I2] the president gives it, to any raised hand, and it is counted', () => {
    const spoke = three.when(give('s2'), president).gives({ type: 'FloorGiven', seat: 's2' });
    expect(spoke.state.floor).toEqual({
      queue: [
        { seat: 's3', at: at('14:44') },
        { seat: 's1', at: at('14:46') },
      ],
      speaking: 's2',
      given: { s2: 1 },
    });
    const twice = spoke.and(raise, juror('s2')).and(give('s3'), president).and(give('s2'), president);
    expect(twice.state.floor).toMatchObject({ speaking: 's2', given: { s2: 2, s3: 1 } });
    spoke.when(give('s2'), president).refuses('hand-not-raised', 's2');
    for (const by of [mc, organiser, juror('s2')]) three.when(give('s2'), by).refuses('not-yours');
  });

  test('[I2] the president or the MC lowers all hands; whoever speaks goes on', () => {
    const spoke = three.and(give('s2'), president);
    for (const by of [president, mc]) {
      const cleared = spoke.when(clear, by).gives({ type: 'HandsCleared' });
      expect(cleared.state.floor).toMatchObject({ queue: [], speaking: 's2' });
      cleared.when(clear, by).gives();
    }
    three.when(clear, juror('s2')).refuses('not-yours');
  });

  test('[I4] hands are lowered at the end of the questions and when the next team is called; what each was given is kept', () => {
    const spoke = three.and(give('s2'), president);
    for (const next of [spoke.and({ type: 'EndQuestions' }), until(spoke, stands('b', 'called'))])
      expect(next.state.floor).toEqual({ queue: [], speaking: null, given: { s2: 1 } });
    expect(handOf(until(spoke, stands('b', 'questions')), 's2')).toEqual({ place: null, speaking: false, given: 1 });
  });

  test('[I4] lowering all hands is not what the MC takes back, and ends no taking back', () => {
    const ended = questions.and({ type: 'SetBlackout', on: true }).and(raise, juror('s2')).and(clear);
    expect(ended.state.undo).toMatchObject({ what: 'BlackoutSet' });
    expect(ended.and({ type: 'UndoStep' }).state.course.blackout).toBe(false);
  });
});

describe('who sees it', () => {
  test('[I5] the president the queue with what each was given, a juror its own place, the régie how many', () => {
    const spoke = three.and(give('s2'), president).and(raise, juror('s2'), '14:47');
    expect(presidencyView(spoke.state).hands).toEqual({
      queue: [
        { seat: 's3', at: at('14:44'), given: 0 },
        { seat: 's1', at: at('14:46'), given: 0 },
        { seat: 's2', at: at('14:47'), given: 1 },
      ],
      speaking: 's2',
    });
    expect(handOf(spoke, 's2')).toEqual({ place: 3, speaking: true, given: 1 });
    expect(handOf(spoke, 's1')).toEqual({ place: 2, speaking: false, given: 0 });
    expect(regieView(spoke.state).hands).toBe(3);
  });

  test('[I5] and nobody else: no other part changes by a byte', () => {
    const others: readonly Channel[] = ['forum', 'live', 'stage', 'grid', 'sheets', 'jury', 'office', 'secretariat', 'table/a', 'table/b'];
    for (const moment of [three, three.and(give('s2'), president), three.and(lower, juror('s2')), three.and(clear, president)])
      for (const channel of others)
        expect(JSON.stringify(view(moment.state, channel))).toBe(JSON.stringify(view(questions.state, channel)));
  });
});
