import { afterEach, expect, test, vi } from 'vitest';
import type { Caller } from './testing/caller.ts';
import { House } from './testing/house.ts';
import { steerUntil } from './testing/steer.ts';

let house: House;
afterEach(() => house.remove());

/** A Wi-Fi that is gone: no goodbye, and nobody who comes back. */
function lose({ socket }: Caller): void {
  socket.io.reconnection(false);
  socket.io.engine.close();
}

test('[W8] who comes and goes leaves nothing behind: connections, addresses, views, audiences, commands and listeners are what they were', async () => {
  house = await new House().open();
  const { links, served } = house;
  const mc = await house.join(links.mc);
  await vi.waitFor(() => expect(served.kept().audiences).toBe(1), { timeout: 60_000 });
  const alone = served.kept();
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
  expect(alone).toMatchObject({ connections: 1, waiting: 0, listeners: 1 });
  let most = 0;
  for (let round = 0; round < 4; round += 1) {
    const seats = links.jurors.map(({ url }, index) => house.join(url, { device: `device-${round}-${index}` }));
    const tables = links.tables.map(({ url }) => house.join(url));
    const others = [links.president, links.organiser, links.stage, ...Array.from({ length: 12 }, () => links.public)].map((link) =>
      house.join(link),
    );
    const crowd = await Promise.all([...seats, ...tables, ...others]);
    expect(served.kept().connections).toBe(1 + crowd.length);
    if (round === 0) await steerUntil(mc, ({ scene }) => scene.show === 'pitch');
    await mc.command({ type: 'SetMessage', step: mc.step, text: `Round ${round}` });
    await crowd[0]?.command({ type: 'CastBallot', team: 'e01' as never, marks: { drame: round + 1 } as never });
    await crowd.at(-1)?.raw('not a command');
    for (const [index, caller] of crowd.entries()) index % 2 === 0 ? caller.leave() : lose(caller);
    await vi.waitFor(() => expect(served.kept()).toEqual(alone), { timeout: 60_000 });
    if (round === 0) most = timers();
  }
  await vi.waitFor(() => expect(timers()).toBeLessThanOrEqual(most), { timeout: 60_000 });
});
