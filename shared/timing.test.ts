import { describe, expect, test } from 'vitest';
import { type Clock, readClock } from './clock.ts';
import { small } from './testing/forums.ts';
import { type Afternoon, given, mc, system } from './testing/given.ts';
import { stands, until } from './testing/play.ts';
import { at } from './testing/times.ts';

const called = until(given(small()), stands('a', 'called'));
/** A pitch of three minutes, begun at 14:40. */
const pitch = called.and({ type: 'StartPitch' }, mc, '14:40');

function clockOf({ state }: Afternoon): Clock {
  if (!state.course.clock) throw new Error('no clock');
  return state.course.clock;
}
const leftAt = (afternoon: Afternoon, when: string) => readClock(clockOf(afternoon), at(when)).left / 1_000;

describe('pause and resume', () => {
  test('[C5] a pause records the time spent and why, and a resume goes on from there', () => {
    const paused = pitch
      .when({ type: 'PauseClock', reason: ' the microphone ' }, mc, '14:41')
      .gives({ type: 'ClockPaused', elapsed: 60_000, reason: 'the microphone' });
    expect(clockOf(paused)).toMatchObject({ pausedAt: at('14:41'), reason: 'the microphone' });
    expect(leftAt(paused, '14:50')).toBe(120);
    const resumed = paused.when({ type: 'ResumeClock' }, mc, '14:50').gives({ type: 'ClockResumed' });
    expect(leftAt(resumed, '14:51')).toBe(60);
  });

  test('[C5] no reason, or an empty one, is none', () => {
    pitch.when({ type: 'PauseClock', reason: null }).gives({ type: 'ClockPaused', elapsed: 0, reason: null });
    pitch.when({ type: 'PauseClock', reason: '  ' }).gives({ type: 'ClockPaused', elapsed: 0, reason: null });
    pitch.when({ type: 'PauseClock', reason: 'x'.repeat(121) }).refuses('malformed');
  });

  test('[C8] a paused clock is not paused again, nor a running one resumed', () => {
    pitch.when({ type: 'ResumeClock' }).refuses('clock-running');
    const paused = pitch.and({ type: 'PauseClock', reason: null });
    paused.when({ type: 'PauseClock', reason: null }).refuses('clock-paused');
  });

  test('[C8] with no clock there is nothing to pause, resume, adjust or restart', () => {
    called.when({ type: 'PauseClock', reason: null }).refuses('no-clock');
    called.when({ type: 'ResumeClock' }).refuses('no-clock');
    called.when({ type: 'AdjustClock', seconds: 30 }).refuses('no-clock');
    called.when({ type: 'RestartClock' }).refuses('no-clock');
  });

  test('[X1] after a restart the server pauses the clock with the time spent until it was last known to run', () => {
    const back = pitch
      .when({ type: 'PauseClock', reason: 'restart' }, system, '15:10', at('14:41:30'))
      .gives({ type: 'ClockPaused', elapsed: 90_000, reason: 'restart' });
    expect(leftAt(back, '15:10')).toBe(90);
    expect(leftAt(back, '16:00')).toBe(90);
    const resumed = back.and({ type: 'ResumeClock' }, mc, '15:12');
    expect(leftAt(resumed, '15:12:30')).toBe(60);
  });

  test('[X1] an instant known from before the clock started counts nothing', () => {
    pitch
      .when({ type: 'PauseClock', reason: 'restart' }, system, '15:10', at('14:39:59'))
      .gives({ type: 'ClockPaused', elapsed: 0, reason: 'restart' });
  });
});

describe('time added, taken, begun again', () => {
  test('[C6] time is added to or taken from what is left', () => {
    const more = pitch.when({ type: 'AdjustClock', seconds: 30 }, mc, '14:41').gives({ type: 'ClockAdjusted', by: 30_000 });
    expect(leftAt(more, '14:41')).toBe(150);
    const less = more.and({ type: 'AdjustClock', seconds: -60 }, mc, '14:41');
    expect(leftAt(less, '14:41')).toBe(90);
    expect(clockOf(less).given).toBe(180_000);
  });

  test('[C6] taken below what was spent, the clock is in overtime', () => {
    const over = pitch.and({ type: 'AdjustClock', seconds: -90 }, mc, '14:42');
    expect(readClock(clockOf(over), at('14:42'))).toMatchObject({ overtime: true, shown: 30 });
    expect(leftAt(over.and({ type: 'AdjustClock', seconds: 60 }, mc, '14:42'), '14:42')).toBe(30);
  });

  test('[C6] a clock keeps at least one second of length, and takes at most ten minutes at once', () => {
    const least = pitch.and({ type: 'AdjustClock', seconds: -600 });
    expect(clockOf(least).duration).toBe(1_000);
    pitch.when({ type: 'AdjustClock', seconds: 601 }).refuses('malformed');
    pitch.when({ type: 'AdjustClock', seconds: -601 }).refuses('malformed');
    pitch.when({ type: 'AdjustClock', seconds: 0.5 }).refuses('malformed');
  });

  test('[C6] a paused clock can be adjusted and stays paused', () => {
    const paused = pitch.and({ type: 'PauseClock', reason: null }, mc, '14:41').and({ type: 'AdjustClock', seconds: 30 }, mc, '14:42');
    expect(leftAt(paused, '14:59')).toBe(150);
    expect(clockOf(paused).runningSince).toBeNull();
  });

  test('[C10] an adjustment that changes nothing is accepted and leaves no trace', () => {
    pitch.when({ type: 'AdjustClock', seconds: 0 }).gives();
    pitch.and({ type: 'AdjustClock', seconds: -600 }).when({ type: 'AdjustClock', seconds: -30 }).gives();
  });

  test('[C7] a restart runs from the top with the time the rules give, even from a pause', () => {
    const restarted = pitch
      .and({ type: 'AdjustClock', seconds: 120 }, mc, '14:41')
      .and({ type: 'PauseClock', reason: 'fire drill' }, mc, '14:41')
      .when({ type: 'RestartClock' }, mc, '14:45')
      .gives({ type: 'ClockRestarted' });
    expect(clockOf(restarted)).toEqual({ ...clockOf(pitch), runningSince: at('14:45') });
    expect(restarted.state.course.passages).toMatchObject({ a: { pitchAt: at('14:40') } });
  });
});
