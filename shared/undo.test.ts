import { describe, expect, test } from 'vitest';
import type { CommandType } from './phases.ts';
import { ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, juror, mc, organiser, president, system, type Told, table } from './testing/given.ts';
import { allLocked, inPhase, moments, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';

const undo = { type: 'UndoStep' } as const;
const cast = { type: 'CastBallot', team: 'a', marks: { why: 4, how: 4 } } as const;
const start = given(small());
const pitch = until(start, stands('a', 'called')).and({ type: 'StartPitch' }, mc, '14:40');
/** The pitch was ended too early at 14:41. */
const wrong = pitch.and({ type: 'StartQuestions' }, mc, '14:41');

describe('how long', () => {
  test.each(['14:41', '14:41:07.999', '14:41:08'])('[U1] the last step of the MC is taken back within 8 s: at %s', (when) => {
    const back = wrong.when(undo, mc, when).gives({ type: 'StepUndone' });
    expect(back.state.course).toEqual(pitch.state.course);
  });

  test.each(['14:41:08.001', '14:41:09', '14:50'])('[U2] and not after: at %s', (when) => {
    wrong.when(undo, mc, when).refuses('undo-too-late');
  });

  test('[U2] an act other than the one the MC saw is not taken back', () => {
    const seen = at('14:41:08');
    const since = wrong.and({ type: 'SetMessage', text: 'Concluez' }, mc, '14:41:03');
    since.when({ ...undo, until: seen }, mc, '14:41:04').refuses('stale-step');
    since.when({ ...undo, until: at('14:41:11') }, mc, '14:41:04').gives({ type: 'StepUndone' });
  });

  test('[U2] with no step before it there is nothing to take back', () => {
    start.when(undo).refuses('nothing-to-undo');
  });

  test('[U2] only the MC takes back', () => {
    for (const by of [organiser, president, juror('s2'), table('a'), system]) wrong.when(undo, by).refuses('not-yours');
  });
});

describe('what comes back', () => {
  test('[U3] the clock runs on as if it had never been stopped', () => {
    const { clock } = wrong.and(undo, mc, '14:41:05').state.course;
    expect(clock).toMatchObject({ kind: 'pitch', runningSince: at('14:40'), elapsed: 0, pausedAt: null });
  });

  test('[U1] an act that is no step comes back too: a pause, an adjustment, a message, a black screen', () => {
    const acts: Told[] = [
      { type: 'PauseClock', reason: 'mic' },
      { type: 'AdjustClock', seconds: 30 },
      { type: 'RestartClock' },
      { type: 'SetMessage', text: 'Closer to the microphone' },
      { type: 'SetBlackout', on: true },
    ];
    for (const act of acts) {
      const done = pitch.and(act, mc, '14:42');
      expect(done.state.course).not.toEqual(pitch.state.course);
      expect(done.and(undo, mc, '14:42:05').state.course).toEqual(pitch.state.course);
    }
  });

  test('[U1] every step of the MC but a reveal comes back, through the whole afternoon in both lock modes', () => {
    const seen = new Set<CommandType>();
    for (const setup of [small(), small({ lock: ONCE })]) {
      let before: Afternoon | null = null;
      for (const moment of moments(given(setup))) {
        const entry = moment.entries.at(-1);
        if (before && entry?.by === 'mc' && entry.event.type !== 'LaureateRevealed') {
          expect(moment.and(undo, mc).state.course).toEqual(before.state.course);
          seen.add(entry.event.type as CommandType);
        }
        before = moment;
      }
    }
    expect(seen.size).toBe(13);
  });

  test('[U1] a team struck or postponed by mistake stands where it stood', () => {
    const called = until(start, stands('a', 'called'));
    for (const type of ['PostponeTeam', 'WithdrawTeam'] as const)
      expect(called.and({ type, team: 'a', reason: 'wrong button' }).and(undo).state.course).toEqual(called.state.course);
  });

  test('[U4] ballots and sheets written in between are kept', () => {
    const back = wrong.and(cast, juror('s2'), '14:41:02').and(undo, mc, '14:41:05');
    expect(back.state.ballots).toEqual({ s2: { a: { marks: { why: 4, how: 4 }, at: at('14:41:02') } } });
    const sheet = start
      .and({ type: 'SetBlackout', on: true })
      .and({ type: 'WriteSheet', part: 'drama', text: 'Why' }, table('a'))
      .and(undo);
    expect(sheet.state.sheets).toMatchObject({ a: { drama: 'Why' } });
    expect(sheet.state.course.blackout).toBe(false);
  });

  test('[U4] a ballot for a pitch taken back waits with it, and counts when the team passes', () => {
    const back = pitch.and(cast, juror('s2')).and(undo);
    back.when(cast, juror('s2')).refuses('not-on-stage-yet');
    expect(back.state.ballots).toMatchObject({ s2: { a: { marks: { why: 4, how: 4 } } } });
  });

  test('[U8] a lock taken back opens the ballots again', () => {
    for (const setup of [small({ lateBallots: 'refused' }), small({ lateBallots: 'refused', lock: ONCE })]) {
      const locked = until(given(setup), allLocked);
      const team = { ...cast, team: 'c' };
      locked.when(team, juror('s2')).refuses('ballots-locked');
      locked.and(undo).and(team, juror('s2'));
    }
  });

  test('[U8] a deliberation opened by mistake closes again; opened anew, it starts from the ranking', () => {
    const deliberating = until(start, inPhase('deliberation'));
    const back = deliberating.and({ type: 'CloseList', teams: ['a', 'b'] }, president).and(undo);
    expect(back.state.course.phase).toBe('passages');
    back.when({ type: 'CloseList', teams: ['a', 'b'] }, president).refuses('wrong-phase');
    expect(back.and({ type: 'OpenDeliberation' }).state.deliberation).toEqual(deliberating.state.deliberation);
    expect(deliberating.state.deliberation).toMatchObject({ list: [], closedAt: null });
  });
});

describe('what does not come back', () => {
  const first = until(start, ({ course }) => course.revealed === 1);

  test('[U5] a reveal, nor anything before it', () => {
    first.when(undo).refuses('nothing-to-undo');
  });

  test('[U5] what follows a reveal comes back, and the reveal stays', () => {
    const back = first.and({ type: 'SetBlackout', on: true }).and(undo);
    expect(back.state.course).toEqual(first.state.course);
    expect(back.state.course.revealed).toBe(1);
  });

  test('[U6] an undo is a step of its own, and is not undone', () => {
    const back = wrong.and(undo);
    expect(back.state.step).toBe(wrong.state.step + 1);
    back.when(undo).refuses('nothing-to-undo');
    back.when({ type: 'StartQuestions', step: pitch.state.step }).refuses('stale-step');
    wrong.when({ ...undo, step: pitch.state.step }).refuses('stale-step');
  });

  test('[U7] an act of the server ends it', () => {
    const chained = until(given(small({ chaining: true })), stands('a', 'pitch'));
    chained.and({ type: 'StartQuestions' }, system).when(undo).refuses('nothing-to-undo');
    pitch.and({ type: 'PauseClock', reason: 'restart' }, system).when(undo).refuses('nothing-to-undo');
  });

  test('[U7] so does an order given by the organiser, or an hour of return announced by the president', () => {
    const brief = until(start, inPhase('brief'));
    brief
      .and({ type: 'ReorderTeams', order: ['c', 'b', 'a'], reason: 'draw' }, organiser)
      .when(undo)
      .refuses('nothing-to-undo');
    const deliberating = until(start, inPhase('deliberation'));
    const announced = deliberating.and({ type: 'AnnounceReturn', at: at('18:00') }, president);
    announced.when(undo).refuses('nothing-to-undo');
  });

  test('[U7] a link issued anew does not end it', () => {
    const back = wrong.and({ type: 'ReissueLink', audience: 'juror/s2' }, organiser).and(undo);
    expect(back.state.generations).toEqual({ 'juror/s2': 1 });
  });
});
