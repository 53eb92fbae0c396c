import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextCue } from './cue.ts';
import { audiencesOf } from './links.ts';
import { PHASES } from './phases.ts';
import { rulesHash } from './reglement.ts';
import { decide, evolve } from './session.ts';
import type { State } from './state.ts';
import { amiens, ONCE, small, smallFile } from './testing/forums.ts';
import { given, juror, mc, organiser, president, system, table } from './testing/given.ts';
import { allLocked, inPhase, moments, stands, until } from './testing/play.ts';
import { anySetup, busyPlot, lived } from './testing/random.ts';
import { at, ZERO } from './testing/times.ts';
import { channelsOf, view } from './view.ts';
import { stageView } from './views/regie.ts';

const start = given(small());
/** What random afternoons must come to, for the property over them to say something. */
const REACHED = [
  'DrawOpened NumberSaid OrderDrawn SeatArrived SeatLeft RecusalDeclared BallotCast PaperBallotKeyed LateBallotReceived LateBallotAdmitted',
  'BallotReopened BallotClosed FeedbackWritten HandRaised FloorGiven ListComposed ListClosed ListReopened MotionOpened VoteCast MotionClosed',
  'RemarkEntered CommitmentRecorded StepUndone',
].flatMap((line) => line.split(' '));
const pitch = until(start, stands('a', 'pitch'));

describe('phases', () => {
  const OPENING = ['OpenBrief', 'OpenIntroduction', 'OpenPassages', 'OpenDeliberation', 'OpenRestitution', 'CloseSession'] as const;

  test('[F1] each phase is opened from the one before it, and from no other', () => {
    for (const [index, type] of OPENING.entries())
      for (const phase of PHASES) {
        const answer = until(start, inPhase(phase)).ask({ type }, mc);
        if (phase !== PHASES[index]) expect(answer).toEqual({ refused: 'wrong-phase' });
        else expect(answer).not.toEqual({ refused: 'wrong-phase' });
      }
  });

  test('[F2] the instant at which each phase was opened is kept', () => {
    const { course } = start.and({ type: 'OpenBrief' }, mc, '14:01').and({ type: 'OpenIntroduction' }, mc, '14:16').state;
    expect(course.opened).toEqual({ brief: at('14:01'), introduction: at('14:16') });
    const closed = until(start, inPhase('closed'));
    expect(Object.keys(closed.state.course.opened)).toEqual(PHASES.slice(1));
  });

  test('[F8] the day of the session is the day on which the brief is opened', () => {
    expect(start.state.course.zero).toBeNull();
    start.when({ type: 'OpenBrief' }, mc, '14:00').gives({ type: 'BriefOpened', zero: ZERO, rulesHash: rulesHash(small()) });
    expect(until(start, inPhase('closed')).state.course.zero).toBe(ZERO);
  });

  test('[F7] a message is for one speaker: the end of its questions and the next call take it off', () => {
    const said = until(start, stands('a', 'questions')).and({ type: 'SetMessage', text: 'Conclude' });
    expect(said.and({ type: 'EndQuestions' }).state.course.message).toBeNull();
    const waiting = said.and({ type: 'EndQuestions' }).and({ type: 'SetMessage', text: 'Come up' });
    expect(until(waiting, stands('b', 'called')).state.course.message).toBeNull();
  });

  test('[F7] opening a phase takes the message off the stage display', () => {
    const said = until(start, allLocked).and({ type: 'SetMessage', text: 'Thank you' });
    expect(stageView(said.state).message).toMatchObject({ text: 'Thank you' });
    expect(stageView(said.and({ type: 'OpenDeliberation' }).state).message).toBeNull();
  });
});

describe('commands', () => {
  test('[K1] a command that moves the session carries the step it saw, and is refused if that is past', () => {
    const { step } = start.state;
    const opened = start.and({ type: 'OpenBrief' });
    expect(opened.state.step).toBe(step + 1);
    opened.when({ type: 'OpenIntroduction', step }).refuses('stale-step');
    opened.when({ type: 'OpenIntroduction', step: step + 2 }).refuses('stale-step');
    opened.when({ type: 'OpenIntroduction', step: step + 1 }).gives({ type: 'IntroductionOpened' });
  });

  test('[K1] two presses of one button make one step', () => {
    const seen = until(start, stands('a', 'called')).state.step;
    const started = until(start, stands('a', 'called')).and({ type: 'StartPitch', step: seen });
    started.when({ type: 'StartPitch', step: seen }).refuses('stale-step');
  });

  test('[K3] who may not is told so first, then the phase, then the step', () => {
    start.when({ type: 'CallTeam', team: 'a', step: 99 }, juror('s2')).refuses('not-yours');
    start.when({ type: 'CallTeam', team: 'a', step: 99 }).refuses('wrong-phase');
    until(start, inPhase('passages')).when({ type: 'CallTeam', team: 'x', step: 99 }).refuses('stale-step');
  });

  test.each([
    { type: 'OpenBrief', step: -1 },
    { type: 'OpenBrief', step: 1.5 },
    { type: 'OpenBrief', step: '0' },
    { type: 'OpenBrief', by: 'mc' },
    { type: 'CallTeam' },
    { type: 'CallTeam', team: 'A team' },
    { type: 'SetMessage', text: 'x'.repeat(81) },
    { type: 'SetMessage', text: '' },
    { type: 'SetBlackout', on: 'yes' },
    { type: 'WriteSheet', part: 'title', text: '' },
    { type: 'ComposeList', teams: 'a' },
    { type: 'ReissueLink', audience: '' },
  ] as const)('[K4] a command of another shape is refused whole: %j', (command) => {
    start.when(command).refuses('malformed');
  });

  test('[K5] the step grows with what moves the session on, and with nothing else', () => {
    const quiet = [
      [{ type: 'PauseClock', reason: null }, mc],
      [{ type: 'AdjustClock', seconds: 30 }, mc],
      [{ type: 'RestartClock' }, mc],
      [{ type: 'SetMessage', text: 'Closer' }, mc],
      [{ type: 'SetBlackout', on: true }, mc],
      [{ type: 'CastBallot', team: 'a', marks: { why: 3 } }, juror('s2')],
      [{ type: 'ReissueLink', audience: 'mc' }, organiser],
      [{ type: 'CheckIn' }, juror('s2')],
      [{ type: 'RecordArrival', seat: 's3' }, organiser],
      [{ type: 'DeclareRecusal', team: null }, juror('s2')],
      [{ type: 'EnterRemark', kind: 'incident', team: null, text: 'Dark' }, organiser],
      [{ type: 'KeyPaperBallot', seat: 's3', team: 'a', marks: { why: 3 } }, organiser],
      [{ type: 'WriteFeedback', team: 'a', text: 'Clear' }, juror('s2')],
      [{ type: 'RaiseHand' }, juror('s2')],
    ] as const;
    for (const [command, by] of quiet)
      expect(pitch.and(command, by).state).toMatchObject({ step: pitch.state.step, steppedAt: pitch.state.steppedAt });
    expect(pitch.and({ type: 'PauseClock', reason: null }).and({ type: 'ResumeClock' }).state.step).toBe(pitch.state.step);
    const open = start.and({ type: 'OpenDraw' });
    const numbered = open.and({ type: 'SayNumber', department: '80', number: 1 }).and({ type: 'SayNumber', department: '59', number: 2 });
    expect(numbered.state.step).toBe(open.state.step);
    const moving = [
      [pitch, { type: 'StartQuestions' }],
      [pitch, { type: 'PostponeTeam', team: 'b', reason: 'x' }],
      [pitch, { type: 'WithdrawTeam', team: 'b', reason: 'x' }],
      [start, { type: 'ReorderTeams', order: ['c', 'b', 'a'], reason: 'x' }],
      [start, { type: 'OpenDraw' }],
      [numbered, { type: 'DrawOrder', witnesses: '' }],
      [numbered, { type: 'CloseDraw' }],
    ] as const;
    for (const [from, command] of moving)
      expect(from.and(command, mc, '15:00').state).toMatchObject({ step: from.state.step + 1, steppedAt: at('15:00') });
  });

  test('[K5] what the jury does after a lock is no step either', () => {
    const locked = until(start, stands('a', 'locked'));
    const late = { type: 'CastBallot', team: 'a', marks: { why: 3 } } as const;
    const acts = locked
      .and(late, juror('s2'))
      .and({ type: 'AdmitLateBallot', seat: 's2', team: 'a', reason: 'x' }, president)
      .and({ type: 'ReopenBallot', seat: 's2', team: 'a', reason: 'x' }, president)
      .and({ type: 'CloseBallot', seat: 's2', team: 'a' }, president);
    expect(acts.state).toMatchObject({ step: locked.state.step, steppedAt: locked.state.steppedAt });
  });

  test('[K5] every press of the main button is one step, from set-up to closed', () => {
    for (const { state, entries, now } of moments(start, { marks: () => ({ why: 3 }) })) {
      const pressed = entries.filter(({ by }) => by === 'mc').length;
      expect(state.step).toBe(start.state.step + pressed);
      if (entries.at(-1)?.by === 'mc') expect(state.steppedAt).toBe(now);
    }
  });

  test('[K5] what the president does with the list is no step: the room must not see that it happens', () => {
    const deliberating = until(start, inPhase('deliberation'));
    expect(deliberating.and({ type: 'ComposeList', teams: ['a'] }, president).state.step).toBe(deliberating.state.step);
    expect(deliberating.and({ type: 'CloseList', teams: ['a', 'b'] }, president).state.step).toBe(deliberating.state.step);
    expect(deliberating.and({ type: 'AnnounceReturn', at: at('18:00') }, president).state.step).toBe(deliberating.state.step);
  });

  test('[K6] the same state, command and stamp give the same answer', () => {
    for (const { state, now } of moments(start)) {
      const stamp = { by: mc, at: now, zero: ZERO };
      expect(decide(state, { type: 'UndoStep', step: state.step, until: now }, stamp)).toEqual(
        decide(state, { type: 'UndoStep', step: state.step, until: now }, stamp),
      );
    }
  });

  test('[K7] to ask for what already is, is accepted and changes nothing', () => {
    start.when({ type: 'SetBlackout', on: false }).gives();
    start.and({ type: 'SetBlackout', on: true }).when({ type: 'SetBlackout', on: true }).gives();
    pitch.when({ type: 'SetMessage', text: null }).gives();
    pitch.and({ type: 'SetMessage', text: 'Closer' }).when({ type: 'SetMessage', text: ' Closer ' }).gives();
    start.when({ type: 'WriteSheet', part: 'drama', text: '' }, table('a')).gives();
  });
});

describe('whatever is tried', () => {
  const channels = [...new Set([...audiencesOf(small()), { role: 'public' } as const].flatMap(channelsOf))];
  const marks = () => ({ why: 3, how: 3 });

  test('[K14] in whatever order, from whatever phase, nothing fails: each act is taken or refused, and every view is made', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anySetup, busyPlot, fc.constantFrom(...PHASES), (setup, plot, phase) => {
        const from = until(given(setup), inPhase(phase), { marks: setup.rules.marking === 'marks' ? marks : () => null });
        let last = from;
        for (const moment of lived(setup, plot, from)) last = moment;
        for (const channel of channels) expect(JSON.parse(JSON.stringify(view(last.state, channel)))).toEqual(view(last.state, channel));
        let replayed: State | null = null;
        for (const entry of last.entries) replayed = evolve(replayed, entry);
        expect(replayed).toEqual(last.state);
        for (const { event } of last.entries) seen.add(event.type);
      }),
      { numRuns: 200, seed: 2019 },
    );
    // So that the acts above are not all refused: what the jury does really happened.
    expect(REACHED.filter((type) => !seen.has(type))).toEqual([]);
  }, 30_000);
});

describe('the set-up of a session', () => {
  const adopt = (setup: object) => ({ type: 'AdoptSetup', setup }) as const;

  test('[S6] is adopted by the server alone, and anew only until the brief opens', () => {
    start.when(adopt(smallFile), mc).refuses('not-yours');
    start.when(adopt(smallFile), organiser).refuses('not-yours');
    start.and({ type: 'OpenBrief' }).when(adopt(smallFile), system).refuses('wrong-phase');
    start.when(adopt({ ...smallFile, teams: [] }), system).refuses('malformed');
  });

  test('[S6] another set-up begins the session afresh, the step grows, and the links keep their generations', () => {
    const before = start
      .and({ type: 'ReissueLink', audience: 'mc' }, organiser)
      .and({ type: 'PostponeTeam', team: 'a', reason: 'x' })
      .and({ type: 'WriteSheet', part: 'drama', text: 'Why' }, table('a'));
    const { state } = before.and(adopt(amiens), system, '13:30');
    expect(before.and(adopt({ ...smallFile, name: 'Renamed' }), system).state.sheets).toEqual(before.state.sheets);
    expect(state).toEqual({ ...given(amiens).state, step: before.state.step + 1, steppedAt: at('13:30'), generations: { mc: 1 } });
  });

  test('[K8] a journal begins with a set-up', () => {
    const entry = { seq: 1, at: at('14:00'), by: 'mc', hash: '', event: { type: 'BriefOpened', zero: ZERO, rulesHash: null } } as const;
    expect(() => evolve(null, entry)).toThrow('A journal begins with SetupAdopted, not with BriefOpened');
  });
});

test('[F9] the main button has a next act at every moment, but while the list is open and at the end', () => {
  for (const setup of [small(), small({ lock: ONCE })])
    for (const { state } of moments(given(setup))) {
      const open = state.course.phase === 'deliberation' && state.deliberation?.closedAt === null;
      const waiting = open ? 'list-open' : state.course.phase === 'closed' ? 'closed' : null;
      if (waiting) expect(nextCue(state)).toEqual({ command: null, waiting });
      else expect(nextCue(state).command).toBeTypeOf('string');
    }
});
