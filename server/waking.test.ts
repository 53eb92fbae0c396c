import { afterEach, expect, test, vi } from 'vitest';
import { elapsedAt, readClock } from '../shared/clock.ts';
import type { Setup } from '../shared/setup.ts';
import { instant } from '../shared/time.ts';
import { verify } from '../shared/verify/verify.ts';
import { Journal } from './journal.ts';
import type { Caller } from './testing/caller.ts';
import { HeldClock } from './testing/held-clock.ts';
import { House, smallSetup } from './testing/house.ts';
import { pitching, steerUntil } from './testing/steer.ts';

const START = Date.UTC(2019, 10, 28, 13, 30);
const MINUTE = 60_000;
let house: House;
afterEach(async () => {
  vi.restoreAllMocks();
  await house.remove();
});

const rules = (changed: Partial<Setup['rules']>) => smallSetup((setup) => ({ ...setup, rules: { ...setup.rules, ...changed } }));
const clockOf = ({ views }: Caller) => {
  const scene = views.live?.scene;
  return scene?.show === 'pitch' || scene?.show === 'questions' ? scene.clock : null;
};

test('[X4] [X5] [X6] after a sleep in the middle of a pitch everybody comes back, the clock is paused, and nothing went on alone', async () => {
  const clock = new HeldClock(START);
  house = await new House(rules({ chaining: true }), clock).open();
  const [mc, juror] = [await house.join(house.links.mc), await house.join(house.links.jurors[0]?.url)];
  await pitching(mc);
  clock.advance(50_000);
  const welcomes = [mc.welcomes, juror.welcomes];
  clock.asleepFor(20 * MINUTE);
  for (const [index, caller] of [mc, juror].entries()) await caller.until(() => caller.welcomes > (welcomes[index] ?? 0));
  const paused = { elapsed: 50_000, runningSince: null, pausedAt: START + 50_000 + 20 * MINUTE, reason: 'sleep' };
  expect([clockOf(mc), clockOf(juror)]).toMatchObject([paused, paused]);
  expect(mc.views.live?.scene.show).toBe('pitch');
  expect(await mc.command({ type: 'ResumeClock', step: mc.step })).toMatchObject({ ok: true });
  clock.advance(130_000);
  await mc.until(({ live }) => live?.scene.show === 'questions');
  expect(mc.views.live?.scene).toMatchObject({ clock: { runningSince: START + 180_000 + 20 * MINUTE } });
});

test('[X5] the wait for the lock begins anew after a sleep: phones must have the time to come back', async () => {
  const clock = new HeldClock(START);
  house = await new House(rules({ lock: { mode: 'per-team', afterSeconds: 45 } }), clock).open();
  const mc = await house.join(house.links.mc);
  await steerUntil(mc, ({ scene }) => scene.show === 'questions');
  await mc.command({ type: 'EndQuestions', step: mc.step });
  await mc.until(({ regie }) => regie?.cue.command === 'LockBallots');
  const { welcomes } = mc;
  clock.asleepFor(10 * MINUTE);
  await mc.until(() => mc.welcomes > welcomes);
  clock.advance(44_999);
  await mc.command({ type: 'SetBlackout', step: mc.step, on: true });
  expect(mc.views.regie?.cue.command).toBe('LockBallots');
  clock.advance(1);
  await mc.until(({ regie }) => regie?.cue.command === 'CallTeam');
});

test('[X4] a pause that cannot be written at once is written when the disk can, with the time of before the sleep', async () => {
  const clock = new HeldClock(START);
  house = await new House(undefined, clock).open();
  const mc = await house.join(house.links.mc);
  await pitching(mc);
  clock.advance(30_000);
  const full = vi.spyOn(Journal.prototype, 'append').mockImplementation(() => {
    throw new Error('database or disk is full');
  });
  clock.asleepFor(5 * MINUTE);
  expect(house.served.forum.state.course.clock?.runningSince).not.toBeNull();
  full.mockRestore();
  clock.advance(1_000);
  expect(house.served.forum.state.course.clock).toMatchObject({ runningSince: null, elapsed: 30_000, reason: 'sleep' });
});

test('[X4] [J10] a session in which the machine slept is recounted', async () => {
  const clock = new HeldClock(START);
  house = await new House(undefined, clock).open();
  const [mc, president] = [await house.join(house.links.mc), await house.join(house.links.president)];
  await pitching(mc);
  clock.advance(30_000);
  const { welcomes } = mc;
  clock.asleepFor(5 * MINUTE);
  await mc.until(() => mc.welcomes > welcomes);
  await mc.command({ type: 'WithdrawTeam', step: mc.step, team: 'e03' as never, reason: 'Absente' });
  await steerUntil(mc, ({ phase }) => phase === 'deliberation');
  await president.command({ type: 'CloseList', teams: ['e01', 'e02'] as never });
  await mc.until(({ regie }) => regie?.cue.command === 'OpenRestitution');
  await steerUntil(mc, ({ phase }) => phase === 'closed');
  const authorization = `Bearer ${new URL(house.links.organiser ?? '').hash.slice(1)}`;
  const exported = await (await fetch(`${house.served.url}/api/small/export.json`, { headers: { authorization } })).text();
  expect(verify(exported)).toMatchObject({ result: 'right', checked: { times: { pauses: 1 } } });
});

test.each([
  ['to winter time', Date.UTC(2026, 9, 25, 0, 58, 30)],
  ['to summer time', Date.UTC(2026, 2, 29, 0, 58, 30)],
])('[C12] a pitch that runs through the change %s in Paris loses and gains nothing', async (_name, start) => {
  const clock = new HeldClock(start);
  house = await new House(undefined, clock).open();
  const mc = await house.join(house.links.mc);
  await pitching(mc);
  const running = clockOf(mc);
  if (!running) throw new Error('no clock');
  const { zero } = mc.views.live ?? {};
  // At 01:00 UTC the wall goes from 03:00 back to 02:00, or from 02:00 on to 03:00.
  clock.advance(89_999);
  expect(elapsedAt(running, clock.now())).toBe(89_999);
  clock.advance(2);
  expect(readClock(running, clock.now())).toMatchObject({ left: 180_000 - 90_001, shown: 90 });
  await mc.command({ type: 'PauseClock', step: mc.step, reason: null });
  await mc.until(() => clockOf(mc)?.pausedAt != null);
  expect(clockOf(mc)).toMatchObject({ elapsed: 90_001, pausedAt: start + 90_001 });
  expect([mc.views.live?.zero, mc.views.live?.steppedAt]).toEqual([zero, instant(start)]);
});
