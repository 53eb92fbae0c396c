import { afterEach, expect, test } from 'vitest';
import type { Setup } from '../shared/setup.ts';
import { HeldClock } from './testing/held-clock.ts';
import { House, smallSetup } from './testing/house.ts';
import { pitching, steerUntil } from './testing/steer.ts';

const START = Date.UTC(2019, 10, 28, 13, 30);
let house: House;
afterEach(() => house.remove());

const rules = (changed: Partial<Setup['rules']>) => smallSetup((setup) => ({ ...setup, rules: { ...setup.rules, ...changed } }));

test('[P9] with chaining, the questions begin and end by themselves at zero, and not before', async () => {
  const clock = new HeldClock(START);
  house = await new House(rules({ chaining: true }), clock).open();
  const mc = await house.join(house.links.mc);
  await pitching(mc);
  clock.advance(179_999);
  expect(await mc.command({ type: 'SetBlackout', step: mc.step, on: true })).toMatchObject({ ok: true });
  expect(mc.views.live?.scene.show).toBe('pitch');
  clock.advance(1);
  await mc.until(({ live }) => live?.scene.show === 'questions');
  clock.advance(300_000);
  await mc.until(({ live }) => live?.scene.show === 'between');
});

test('[P9] a pause puts the chained stage off; +30 s puts it off by 30 s', async () => {
  const clock = new HeldClock(START);
  house = await new House(rules({ chaining: true }), clock).open();
  const mc = await house.join(house.links.mc);
  await pitching(mc);
  await mc.command({ type: 'PauseClock', step: mc.step, reason: null });
  clock.advance(600_000);
  await mc.command({ type: 'ResumeClock', step: mc.step });
  await mc.command({ type: 'AdjustClock', step: mc.step, seconds: 30 });
  clock.advance(209_999);
  await mc.command({ type: 'SetBlackout', step: mc.step, on: true });
  expect(mc.views.live?.scene.show).toBe('pitch');
  clock.advance(1);
  await mc.until(({ live }) => live?.scene.show === 'questions');
});

test('[L4] the lock falls by itself the set time after the questions, team by team', async () => {
  const clock = new HeldClock(START);
  house = await new House(rules({ lock: { mode: 'per-team', afterSeconds: 45 } }), clock).open();
  const mc = await house.join(house.links.mc);
  await steerUntil(mc, ({ scene }) => scene.show === 'questions');
  await mc.command({ type: 'EndQuestions', step: mc.step });
  await mc.until(({ regie }) => regie?.cue.command === 'LockBallots');
  clock.advance(44_999);
  await mc.command({ type: 'SetBlackout', step: mc.step, on: true });
  expect(mc.views.regie?.cue.command).toBe('LockBallots');
  clock.advance(1);
  await mc.until(({ regie }) => regie?.cue.command === 'CallTeam');
});

test('[L4] after a restart the wait begins anew: phones must have the time to come back', async () => {
  const clock = new HeldClock(START);
  house = await new House(rules({ lock: { mode: 'per-team', afterSeconds: 45 } }), clock).open();
  const mc = await house.join(house.links.mc);
  await steerUntil(mc, ({ scene }) => scene.show === 'questions');
  await mc.command({ type: 'EndQuestions', step: mc.step });
  await house.close();
  clock.advance(600_000);
  await house.open();
  const back = await house.join(house.links.mc);
  clock.advance(44_999);
  await back.command({ type: 'SetBlackout', step: back.step, on: true });
  expect(back.views.regie?.cue.command).toBe('LockBallots');
  clock.advance(1);
  await back.until(({ regie }) => regie?.cue.command === 'CallTeam');
});

test('[X1] after a restart a running clock is paused, with the time it had when the server was last alive', async () => {
  const clock = new HeldClock(START);
  house = await new House(undefined, clock).open();
  const mc = await house.join(house.links.mc);
  await pitching(mc);
  clock.advance(50_000);
  // Every entry of the journal is a sign of life; this one is the last.
  await mc.command({ type: 'SetMessage', step: mc.step, text: 'Concluez' });
  await house.close();
  clock.advance(600_000);
  await house.open();
  const back = await house.join(house.links.mc);
  const scene = back.views.live?.scene;
  expect(scene?.show === 'pitch' && scene.clock).toMatchObject({
    elapsed: 50_000,
    runningSince: null,
    pausedAt: START + 650_000,
    reason: 'restart',
  });
});
