import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { forecastOf, slide } from './agenda.ts';
import type { Entry } from './events.ts';
import { evolve } from './session.ts';
import type { State } from './state.ts';
import { ONCE, small } from './testing/forums.ts';
import { given } from './testing/given.ts';
import { moments } from './testing/play.ts';
import { anyPlot, anySetup, lived } from './testing/random.ts';
import { after as plus } from './time.ts';

vi.setConfig({ testTimeout: 30_000 });
const runs = { numRuns: 120 };
/** Whole afternoons by the hundred: seconds on a busy machine. */
vi.setConfig({ testTimeout: 30_000 });
const jsonOf = (value: unknown) => JSON.stringify(value);

function replay(entries: readonly Entry[]): State | null {
  let state: State | null = null;
  for (const entry of entries) state = evolve(state, entry);
  return state;
}

test('[F6] the main button alone leads to the end, in both lock modes', () => {
  for (const setup of [small(), small({ lock: ONCE })]) {
    const phases = [...moments(given(setup))].map(({ state }) => state.course.phase);
    expect([...new Set(phases)]).toEqual(['set-up', 'brief', 'introduction', 'passages', 'deliberation', 'restitution', 'closed']);
  }
});

test('[F6] from any afternoon, however it went so far, what the main button names is accepted until the end', () => {
  fc.assert(
    fc.property(anySetup, anyPlot, (setup, plot) => {
      // `moments` throws at a refusal; `lived` skips one, and so may stop at any point of the afternoon.
      for (const afternoon of [...lived(setup, plot)].slice(-1)) expect([...moments(afternoon)].at(-1)?.state.course.phase).toBe('closed');
    }),
    runs,
  );
});

test('[K6] the entries alone give the same state again, even after a journey through JSON', () => {
  fc.assert(
    fc.property(anySetup, anyPlot, (setup, plot) => {
      const last = [...lived(setup, plot)].at(-1);
      if (!last) throw new Error('no afternoon');
      expect(jsonOf(replay(last.entries))).toBe(jsonOf(last.state));
      expect(jsonOf(replay(JSON.parse(jsonOf(last.entries))))).toBe(jsonOf(last.state));
    }),
    runs,
  );
});

test('[K6] no act changes a state that was there before it', () => {
  fc.assert(
    fc.property(anySetup, anyPlot, (setup, plot) => {
      const before: [State, string][] = [];
      for (const { state } of lived(setup, plot)) before.push([state, jsonOf(state)]);
      for (const [state, text] of before) expect(jsonOf(state)).toBe(text);
    }),
    runs,
  );
});

test('[K5] the step never goes back, and grows by one at most', () => {
  fc.assert(
    fc.property(anySetup, anyPlot, (setup, plot) => {
      let last = 0;
      for (const { state } of lived(setup, plot)) {
        expect([last, last + 1]).toContain(state.step);
        last = state.step;
      }
    }),
    runs,
  );
});

test('[G3] forecast passages stand in order and never overlap, and a team that began keeps its real start', () => {
  fc.assert(
    fc.property(anySetup, anyPlot, fc.integer({ min: 0, max: 3_600_000 }), (setup, plot, late) => {
      for (const { state, now } of lived(setup, plot)) {
        const known = forecastOf(state);
        if (!known) continue;
        const { course } = state;
        expect(known.slots.map(({ team }) => team)).toEqual(course.order.filter((team) => !course.withdrawn[team]));
        for (const forecast of [known, slide(known, now), slide(known, plus(now, late))]) {
          let last = 0;
          for (const { team, start, past } of forecast.slots) {
            expect(start).toBeGreaterThanOrEqual(last);
            last = start;
            expect(past).toBe(course.passages[team]?.pitchAt !== undefined);
            if (past) expect(start).toBe(course.passages[team]?.pitchAt);
          }
          expect(forecast.end).toBeGreaterThanOrEqual(last);
          expect(forecast.deliberation).toBeGreaterThanOrEqual(course.opened.deliberation ?? forecast.end);
          expect(forecast.restitution).toBeGreaterThanOrEqual(forecast.deliberation);
        }
      }
    }),
    runs,
  );
});

test('[G4] seen later, nothing ahead comes earlier, and nothing ahead lies in the past', () => {
  fc.assert(
    fc.property(anySetup, anyPlot, fc.integer({ min: 0, max: 3_600_000 }), (setup, plot, late) => {
      const afternoon = [...lived(setup, plot)].at(-1);
      const known = afternoon && forecastOf(afternoon.state);
      if (!known) return;
      const seen = plus(afternoon.now, late);
      for (const [index, slot] of slide(known, seen).slots.entries()) {
        expect(slot.start).toBeGreaterThanOrEqual(known.slots[index]?.start ?? 0);
        if (!slot.past) expect(slot.start).toBeGreaterThanOrEqual(seen);
      }
    }),
    runs,
  );
});
