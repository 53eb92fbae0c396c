import { describe, expect, test } from 'vitest';
import { readClock } from './clock.ts';
import { nextDeadline } from './deadlines.ts';
import { STAGES, type Stage } from './phases.ts';
import { ONCE, small } from './testing/forums.ts';
import { type Afternoon, given, mc, system } from './testing/given.ts';
import { inPhase, stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';

const passages = (setup = small()) => until(given(setup), inPhase('passages'));
const MOVES = ['StartPitch', 'StartQuestions', 'EndQuestions', 'LockBallots'] as const;

describe('a team crosses the estrade', () => {
  test('[P1] it is called, pitches, answers, is marked, and is locked where the rules lock team by team', () => {
    let afternoon: Afternoon = passages().when({ type: 'CallTeam', team: 'a' }).gives({ type: 'TeamCalled', team: 'a' });
    const seen: (Stage | null)[] = [afternoon.state.course.stage];
    const events = ['PitchStarted', 'QuestionsStarted', 'QuestionsEnded', 'BallotsLocked'];
    for (const [index, type] of MOVES.entries()) {
      afternoon = afternoon.when({ type }).gives({ type: events[index], team: 'a' });
      seen.push(afternoon.state.course.stage);
    }
    expect(seen).toEqual(STAGES);
    expect(afternoon.state.course.current).toBe('a');
  });

  test('[P1] where the rules lock once, the next team is called from marking', () => {
    const marking = until(passages(small({ lock: ONCE })), stands('a', 'marking'));
    marking.when({ type: 'LockBallots' }).refuses('teams-waiting');
    marking.when({ type: 'CallTeam', team: 'b' }).gives({ type: 'TeamCalled', team: 'b' });
  });

  test('[P2] only the next team of the running order can be called', () => {
    const open = passages();
    open.when({ type: 'CallTeam', team: 'b' }).refuses('not-next', 'b');
    open.when({ type: 'CallTeam', team: 'nobody' }).refuses('unknown-team', 'nobody');
    const second = until(open, stands('a', 'locked'));
    second.when({ type: 'CallTeam', team: 'a' }).refuses('not-next', 'a');
    second.when({ type: 'CallTeam', team: 'c' }).refuses('not-next', 'c');
    second.when({ type: 'CallTeam', team: 'b' }).gives({ type: 'TeamCalled', team: 'b' });
  });

  test.each(['called', 'pitch', 'questions', 'marking'] as const)('[P3] no team is called while another is at %s', (stage) => {
    until(passages(), stands('a', stage)).when({ type: 'CallTeam', team: 'b' }).refuses('wrong-stage', stage);
  });

  test('[P4] each stage follows the one before it and no other', () => {
    const follows: Record<string, Stage> = {
      StartPitch: 'called',
      StartQuestions: 'pitch',
      EndQuestions: 'questions',
      LockBallots: 'marking',
    };
    for (const stage of STAGES) {
      const afternoon = until(passages(), stands('a', stage));
      for (const type of MOVES) {
        if (follows[type] === stage) afternoon.and({ type });
        else if (type === 'LockBallots' && stage === 'locked') afternoon.when({ type }).refuses('teams-waiting');
        else afternoon.when({ type }).refuses('wrong-stage', stage);
      }
    }
  });

  test('[P4] with nobody on the estrade no stage begins', () => {
    for (const type of MOVES.slice(0, 3)) expect(passages().ask({ type }, mc)).toEqual({ refused: 'wrong-stage' });
    passages().when({ type: 'LockBallots' }).refuses('teams-waiting');
  });

  test('[P5] the real times of a passage are kept', () => {
    const { course } = passages()
      .and({ type: 'CallTeam', team: 'a' }, mc, '14:31')
      .and({ type: 'StartPitch' }, mc, '14:31:40')
      .and({ type: 'StartQuestions' }, mc, '14:34:50')
      .and({ type: 'EndQuestions' }, mc, '14:40:10')
      .and({ type: 'LockBallots' }, mc, '14:41').state;
    expect(course.passages).toEqual({
      a: { calledAt: at('14:31'), pitchAt: at('14:31:40'), questionsAt: at('14:34:50'), endedAt: at('14:40:10') },
    });
  });

  test('[P6] the pitch and the questions each start their own clock, with the time of the set-up', () => {
    const called = until(passages(), stands('a', 'called'));
    expect(called.state.course.clock).toBeNull();
    const pitch = called.and({ type: 'StartPitch' }, mc, '14:40');
    expect(pitch.state.course.clock).toMatchObject({ kind: 'pitch', given: 180_000, runningSince: at('14:40'), warnings: [60, 30, 10] });
    const questions = pitch.and({ type: 'StartQuestions' }, mc, '14:43');
    expect(questions.state.course.clock).toMatchObject({
      kind: 'questions',
      given: 300_000,
      elapsed: 0,
      runningSince: at('14:43'),
      warnings: [60, 10],
    });
    expect(questions.and({ type: 'EndQuestions' }, mc, '14:48').state.course.clock).toBeNull();
  });

  test('[P7] the MC may end a pitch or the questions early', () => {
    const pitch = until(passages(), stands('a', 'pitch'));
    const { clock } = pitch.state.course;
    if (!clock) throw new Error('no clock');
    expect(readClock(clock, pitch.now).shown).toBe(180);
    pitch
      .when({ type: 'StartQuestions' })
      .gives({ type: 'QuestionsStarted', team: 'a' })
      .when({ type: 'EndQuestions' })
      .gives({ type: 'QuestionsEnded', team: 'a' });
  });

  test('[P8] once every ballot is locked no team is called', () => {
    const end = until(passages(), ({ course }) => course.allLocked !== null);
    end.when({ type: 'CallTeam', team: 'a' }).refuses('ballots-locked');
  });
});

describe('stages that follow by themselves', () => {
  const chained = (stage: Stage) => until(passages(small({ chaining: true })), stands('a', stage));

  test('[P9] where the rules chain, the questions are due when the pitch is at zero, and their end when they are', () => {
    const pitch = chained('called').and({ type: 'StartPitch' }, mc, '14:40');
    expect(nextDeadline(pitch.state)).toEqual({ at: at('14:43'), command: 'StartQuestions' });
    const questions = pitch.when({ type: 'StartQuestions' }, system, '14:43').gives({ type: 'QuestionsStarted', team: 'a' });
    expect(nextDeadline(questions.state)).toEqual({ at: at('14:48'), command: 'EndQuestions' });
    const marking = questions.when({ type: 'EndQuestions' }, system, '14:48').gives({ type: 'QuestionsEnded', team: 'a' });
    expect(nextDeadline(marking.state)).toBeNull();
  });

  test('[P9] time added moves what is due, and a pause holds it', () => {
    const pitch = chained('called').and({ type: 'StartPitch' }, mc, '14:40');
    const longer = pitch.and({ type: 'AdjustClock', seconds: 30 }, mc, '14:41');
    expect(nextDeadline(longer.state)?.at).toBe(at('14:43:30'));
    const paused = longer.and({ type: 'PauseClock', reason: null }, mc, '14:42');
    expect(nextDeadline(paused.state)).toBeNull();
    expect(nextDeadline(paused.and({ type: 'ResumeClock' }, mc, '14:45').state)?.at).toBe(at('14:46:30'));
  });

  test('[P9] where they do not, nothing is due by itself', () => {
    for (const stage of STAGES) expect(nextDeadline(until(passages(), stands('a', stage)).state)).toBeNull();
    expect(nextDeadline(given(small({ chaining: true })).state)).toBeNull();
  });

  test('[P9] the server starts no pitch and calls no team', () => {
    passages().when({ type: 'CallTeam', team: 'a' }, system).refuses('not-yours');
    chained('called').when({ type: 'StartPitch' }, system).refuses('not-yours');
  });
});
