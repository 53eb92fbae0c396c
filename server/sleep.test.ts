import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Instant, instant } from '../shared/time.ts';
import { type Clock, runningClock } from './clock.ts';
import { sleepWatch } from './sleep.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 10, 26, 14);

/** A machine whose counts the test moves, and on which the timers of Node go by the monotonic one. */
const counts = { monotonic: 0, sinceBoot: 0 };
const machine = { monotonic: () => counts.monotonic, sinceBoot: () => counts.sinceBoot };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  Object.assign(counts, { monotonic: 5_000, sinceBoot: 900_000 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Awake for so long, in steps of a second as they come. */
function pass(milliseconds: number): void {
  for (let left = milliseconds; left > 0; left -= 1_000) {
    const step = Math.min(left, 1_000);
    counts.monotonic += step;
    counts.sinceBoot += step;
    vi.advanceTimersByTime(step);
  }
}
/** Linux: the monotonic count stands still, and timers with it. */
const sleepOnLinux = (milliseconds: number) => {
  counts.sinceBoot += milliseconds;
};
/** macOS and Windows: both counts go on, nothing is run; then all that is due is, in the order in which it was. */
const sleepElsewhere = (milliseconds: number) => {
  counts.monotonic += milliseconds;
  counts.sinceBoot += milliseconds;
  vi.advanceTimersByTime(milliseconds);
};

const told = (clock: Clock): readonly Instant[] => {
  const awake: Instant[] = [];
  clock.whenWoken((lastAwake) => awake.push(lastAwake));
  return awake;
};

describe('[C12] a machine whose date is set', () => {
  test.each([MINUTE, -MINUTE, HOUR, -HOUR])(
    'by %i ms: the room’s time is the same to the millisecond, and nobody is told of a sleep',
    (by) => {
      const date = vi.spyOn(Date, 'now').mockReturnValue(START);
      const clock = runningClock(undefined, 1, machine);
      const awake = told(clock);
      pass(10_000);
      const before = clock.now();
      date.mockReturnValue(START + 10_000 + by);
      expect(clock.now()).toBe(before);
      pass(20_000);
      expect([clock.now(), awake]).toEqual([START + 30_000, []]);
    },
  );
});

describe('[X4] a machine that slept is noticed', () => {
  test.each([
    ['Linux', sleepOnLinux],
    ['macOS and Windows', sleepElsewhere],
  ])('on %s, with the last instant at which it was awake', (_name, asleepFor) => {
    const clock = runningClock(START, 1, machine);
    const awake = told(clock);
    pass(12_300);
    asleepFor(5 * MINUTE);
    pass(1_000);
    expect(awake).toEqual([START + 12_000]);
    pass(10 * MINUTE);
    expect(awake).toHaveLength(1);
  });

  test('and [X6] the room’s time is right again, also in a rehearsal that runs faster', () => {
    for (const rate of [1, 60]) {
      const clock = runningClock(START, rate, machine);
      told(clock);
      pass(10_000);
      sleepOnLinux(5 * MINUTE);
      pass(1_000);
      expect(clock.now()).toBe(START + rate * (5 * MINUTE + 11_000));
    }
  });

  test.each([
    ['a sum or a disk that blocks for nine seconds', 9_000, 9_000, null],
    ['a process that was stopped for ten', 10_000, 10_000, 0],
    ['counts that are rounded to the second', 1_000, 2_999, null],
    ['a second count that stands still for a moment', 1_000, 0, null],
    ['a sleep of three seconds', 1_000, 4_000, 3_000],
  ])('%s', (_what, monotonic, sinceBoot, lost) => {
    const look = sleepWatch(machine);
    counts.monotonic += monotonic;
    counts.sinceBoot += sinceBoot;
    expect(look()).toEqual(lost === null ? null : { lastAwake: 5_000, lost });
    expect(look()).toBeNull();
  });
});

describe('[X5] what fell due in the sleep', () => {
  test('is run after those who wait were told, and not at all if they think again', () => {
    const clock = runningClock(START, 1, machine);
    const happened: string[] = [];
    let forget = () => {};
    // No glance comes before it: the deadline itself finds that the machine slept.
    forget = clock.when(instant(START + 500), () => happened.push('due, and forgotten'));
    clock.when(instant(START + 700), () => happened.push('due'));
    clock.whenWoken(() => {
      happened.push('woken');
      forget();
    });
    sleepElsewhere(5 * MINUTE);
    expect(happened).toEqual(['woken', 'due']);
  });

  test('nobody who waits, no timer left', () => {
    const clock = runningClock(START, 1, machine);
    const forgets = [clock.whenWoken(() => {}), clock.whenWoken(() => {}), clock.when(instant(START + HOUR), () => {})];
    expect(vi.getTimerCount()).toBe(2);
    for (const forget of forgets) forget();
    expect(vi.getTimerCount()).toBe(0);
  });
});
