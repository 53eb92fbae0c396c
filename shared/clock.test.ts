import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  adjustClock,
  type Clock,
  digits,
  elapsedAt,
  expectedEnd,
  pauseClock,
  readClock,
  resumeClock,
  startClock,
  warningAt,
  zeroOf,
} from './clock.ts';
import { at } from './testing/times.ts';
import { type Millis, millis, after as plus, seconds } from './time.ts';

const START = at('14:30');
const pitch = startClock('pitch', seconds(180), [60, 30, 10], START);
const shownAt = (clock: Clock, ms: number) => {
  const { shown, overtime } = readClock(clock, plus(START, ms));
  return `${overtime ? '+' : ''}${digits(shown)}`;
};

describe('what the digits show', () => {
  test.each([
    [0, '3:00'],
    [999, '3:00'],
    [1_000, '2:59'],
    [1_001, '2:59'],
    [120_000, '1:00'],
    [120_001, '1:00'],
    [179_000, '0:01'],
    [179_999, '0:01'],
  ])('[C1] %i ms after the start of three minutes: %s', (ms, shown) => {
    expect(shownAt(pitch, ms)).toBe(shown);
  });

  test.each([
    [180_000, '+0:00'],
    [180_999, '+0:00'],
    [181_000, '+0:01'],
    [240_000, '+1:00'],
    [252_999, '+1:12'],
  ])('[C2] %i ms after the start of three minutes: %s', (ms, shown) => {
    expect(shownAt(pitch, ms)).toBe(shown);
  });

  test('[C2] zero is zero, not minus zero', () => {
    expect(readClock(pitch, plus(START, 180_000))).toEqual({ left: 0, overtime: true, shown: 0, share: 0, nextFlip: 1_000 });
  });

  test('[C1] digits are minutes and two figures of seconds', () => {
    expect([0, 9, 59, 60, 75, 600, 3_605].map(digits)).toEqual(['0:00', '0:09', '0:59', '1:00', '1:15', '10:00', '60:05']);
  });
});

const anyClock = fc
  .record({
    given: fc.integer({ min: 1_000, max: 7_200_000 }),
    elapsed: fc.integer({ min: 0, max: 9_000_000 }),
    adjust: fc.integer({ min: -600_000, max: 600_000 }),
  })
  .map(({ given, elapsed, adjust }) =>
    adjustClock({ ...startClock('pitch', millis(given), [], START), elapsed: millis(elapsed) }, millis(adjust)),
  );
/** Instants of a device may have fractions of a millisecond. */
const later = fc.oneof(
  fc.integer({ min: 0, max: 9_000_000 }),
  fc.integer({ min: 0, max: 36_000_000 }).map((quarter) => quarter / 4),
);

describe('when the digits change', () => {
  test('[C3] they change exactly when the reading says, and not before', () => {
    fc.assert(
      fc.property(anyClock, later, fc.double({ min: 0, max: 0.999, noNaN: true }), (clock, ms, part) => {
        const now = readClock(clock, plus(START, ms));
        const flip = now.nextFlip as Millis;
        expect(flip).toBeGreaterThan(0);
        expect(flip).toBeLessThanOrEqual(1_000);
        // Seconds still to come: -0 for the first second of overtime, so that each change is one step down.
        const count = ({ shown, overtime }: { shown: number; overtime: boolean }) => (overtime ? -shown : shown);
        expect(count(readClock(clock, plus(START, ms + Math.floor(flip * part * 4) / 4)))).toBe(count(now));
        expect(readClock(clock, plus(START, ms + flip)).left).toBe(now.left - flip);
        expect(count(readClock(clock, plus(START, ms + flip))) + 0).toBe(count(now) - 1 + 0);
      }),
    );
  });

  test('[C3] a second at a time, each standing a whole second, through zero', () => {
    let ms = 0;
    const faces: string[] = [];
    for (const clock = startClock('pitch', seconds(3), [], START); faces.length < 6; ) {
      faces.push(shownAt(clock, ms));
      ms += readClock(clock, plus(START, ms)).nextFlip ?? 0;
    }
    expect(faces).toEqual(['0:03', '0:02', '0:01', '+0:00', '+0:01', '+0:02']);
    expect(ms).toBe(6_000);
  });

  test('[C3] a paused clock does not change', () => {
    expect(readClock(pauseClock(pitch, START, millis(500), null), plus(START, 5_000)).nextFlip).toBeNull();
  });
});

test('[C4] an instant before the start reads the whole time: clocks of two machines differ', () => {
  expect(elapsedAt(pitch, plus(START, -4_000))).toBe(0);
  expect(readClock(pitch, plus(START, -4_000))).toMatchObject({ left: 180_000, shown: 180, share: 1, overtime: false });
  expect(elapsedAt(resumeClock(pauseClock(pitch, START, seconds(20), null), START), plus(START, -1))).toBe(20_000);
});

test('[C5] a pause keeps what is left, whatever its length', () => {
  fc.assert(
    fc.property(anyClock, later, later, (clock, ran, rested) => {
      const pausedAt = plus(START, ran);
      const paused = pauseClock(clock, pausedAt, elapsedAt(clock, pausedAt), 'mic');
      const left = readClock(clock, pausedAt).left;
      expect(readClock(paused, plus(pausedAt, rested)).left).toBe(left);
      const resumed = resumeClock(paused, plus(pausedAt, rested));
      expect(readClock(resumed, plus(pausedAt, rested)).left).toBe(left);
      expect(resumed).toMatchObject({ pausedAt: null, reason: null });
    }),
  );
});

test('[C5] a running clock knows when it reaches zero; a paused one does not, but knows when it would', () => {
  expect(zeroOf(pitch)).toBe(at('14:33'));
  const paused = pauseClock(pitch, at('14:31'), seconds(60), null);
  expect(zeroOf(paused)).toBeNull();
  expect(expectedEnd(paused)).toBe(at('14:33'));
  expect(expectedEnd(resumeClock(paused, at('14:35')))).toBe(at('14:37'));
});

test.each([
  [0, null],
  [119_999, null],
  [120_000, 60],
  [149_999, 60],
  [150_000, 30],
  [170_000, 10],
  [179_999, 10],
  [180_000, null],
])('[C9] %i ms after the start the warning in force is %s', (ms, warning) => {
  expect(warningAt(pitch, plus(START, ms))).toBe(warning);
});

test('[C9] warnings may be written in any order', () => {
  expect(warningAt({ ...pitch, warnings: [10, 60, 30] }, plus(START, 151_000))).toBe(30);
});
