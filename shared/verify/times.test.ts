import { expect, test } from 'vitest';
import { small } from '../testing/forums.ts';
import { type Afternoon, given, mc, system } from '../testing/given.ts';
import { stands, until } from '../testing/play.ts';
import { at } from '../testing/times.ts';
import { exportOf } from './export.ts';

const timesOf = ({ entries }: Afternoon, team = 'a') => exportOf(entries).times.find((times) => times.team === team);

test('[H8] the real times of a team are in the export, with each pause of its clock and why', () => {
  const pitch = until(given(small()), stands('a', 'called')).and({ type: 'StartPitch' }, mc, at('14:30'));
  const paused = pitch.and({ type: 'PauseClock', reason: 'Microphone' }, mc, at('14:31'));
  expect(timesOf(paused)?.pauses).toEqual([{ during: 'pitch', at: at('14:31'), until: null, reason: 'Microphone' }]);
  const resumed = paused.and({ type: 'ResumeClock' }, mc, at('14:33'));
  const over = resumed.and({ type: 'StartQuestions' }, mc, at('14:36')).and({ type: 'EndQuestions' }, mc, at('14:41'));
  expect(timesOf(over)).toMatchObject({
    pitchAt: at('14:30'),
    questionsAt: at('14:36'),
    endedAt: at('14:41'),
    lockedAt: null,
    pauses: [{ during: 'pitch', at: at('14:31'), until: at('14:33'), reason: 'Microphone' }],
  });
  expect(timesOf(over, 'b')).toEqual({
    team: 'b',
    calledAt: null,
    pitchAt: null,
    questionsAt: null,
    endedAt: null,
    lockedAt: null,
    pauses: [],
  });
});

test('[H8] a pause that was taken back never was, and a resume that was taken back leaves it open', () => {
  const pitch = until(given(small()), stands('a', 'called')).and({ type: 'StartPitch' }, mc, at('14:30'));
  const paused = pitch.and({ type: 'PauseClock', reason: null }, mc, at('14:31'));
  expect(timesOf(paused.and({ type: 'UndoStep' }, mc, at('14:31:05')))?.pauses).toEqual([]);
  const resumed = paused.and({ type: 'ResumeClock' }, mc, at('14:32')).and({ type: 'UndoStep' }, mc, at('14:32:05'));
  expect(timesOf(resumed)?.pauses).toMatchObject([{ at: at('14:31'), until: null }]);
  // Taken no further: the next stage ends what the pause held up.
  expect(timesOf(resumed.and({ type: 'StartQuestions' }, mc, at('14:35')))?.pauses).toMatchObject([{ until: at('14:35') }]);
});

test('[H8] after a restart the pause began when the server was last known to run', () => {
  const pitch = until(given(small()), stands('a', 'called')).and({ type: 'StartPitch' }, mc, at('14:30'));
  const answer = pitch.ask({ type: 'PauseClock', reason: 'restart' }, system, at('14:40'), at('14:31'));
  if ('refused' in answer) throw new Error(answer.refused);
  const restarted = pitch.happened(answer.events, system, at('14:40'));
  expect(timesOf(restarted)?.pauses).toEqual([{ during: 'pitch', at: at('14:31'), until: null, reason: 'restart' }]);
});
