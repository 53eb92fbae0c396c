import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exchange, RoomClock } from './room-clock.svelte.ts';

/** The device's own time, held by the test. */
let device = 0;
beforeEach(() => {
  device = 10_000;
  vi.spyOn(performance, 'now').mockImplementation(() => device);
});
afterEach(() => vi.restoreAllMocks());

/** A server that answers after the given delays out and back, in milliseconds of the device. */
const network = (server: (device: number) => number, delays: readonly (readonly [out: number, back: number])[]) => {
  let turn = 0;
  return async (): Promise<[number, number]> => {
    const [out, back] = delays[turn++ % delays.length] as readonly [number, number];
    device += out;
    const instant = server(device);
    device += back;
    return [instant, instant];
  };
};

test('[C11] the offset is learnt from the best leg of each way, not from the best round trip', async () => {
  const clock = new RoomClock();
  const server = (at: number) => at + 1_000_000;
  clock.begin(5, 1);
  await exchange(
    clock,
    network(server, [
      [1, 60],
      [80, 2],
      [40, 30],
    ]),
    3,
    0,
  );
  expect(clock.instant()).toBeCloseTo(server(device) - 0.5, 6);
  expect(clock.bound).toBeCloseTo(1.5, 6);
});

test('[C11] in a rehearsal the room’s time runs faster, and is learnt all the same', async () => {
  const clock = new RoomClock();
  const server = (at: number) => at * 60 + 5_000_000;
  clock.begin(0, 60);
  await exchange(
    clock,
    network(server, [
      [3, 3],
      [9, 12],
    ]),
    2,
    0,
  );
  expect(clock.instant()).toBeCloseTo(server(device), 6);
  expect(clock.bound).toBeCloseTo(3, 6);
});

test('[C11] a correction tells the screens; one too small to see does not', () => {
  const clock = new RoomClock();
  clock.learn({ asked: 0, received: 100, sent: 100, answered: 0 });
  const { revision } = clock;
  clock.learn({ asked: 0, received: 99, sent: 101, answered: 0 });
  expect(clock.revision).toBe(revision);
  clock.learn({ asked: 0, received: 50, sent: 130, answered: 0 });
  expect(clock.revision).toBe(revision + 1);
});

test('[C11] exchanges older than five minutes are forgotten: quartzes drift', async () => {
  const clock = new RoomClock();
  await exchange(
    clock,
    network((at) => at + 1_000, [[1, 1]]),
    1,
    0,
  );
  device += 300_001;
  await exchange(
    clock,
    network((at) => at + 1_500, [[20, 20]]),
    1,
    0,
  );
  expect(clock.instant()).toBeCloseTo(device + 1_500, 6);
});

test('[C11] a server that reckons from elsewhere after its restart is learnt afresh', async () => {
  const clock = new RoomClock();
  await exchange(
    clock,
    network((at) => at + 1_000, [[1, 1]]),
    5,
    0,
  );
  const server = (at: number) => at + 61_000;
  clock.begin(server(device), 1);
  await exchange(clock, network(server, [[2, 2]]), 5, 0);
  expect(clock.instant()).toBeCloseTo(server(device), 6);
});

test.each([60_000, -60_000, 3_600_000, -3_600_000])('[C12] a device whose date is set by %i ms reads the same instant', async (by) => {
  const date = vi.spyOn(Date, 'now').mockReturnValue(1_000_000_000);
  const clock = new RoomClock();
  const server = (at: number) => at + 1_000_000;
  await exchange(clock, network(server, [[2, 3]]), 5, 0);
  const before = clock.instant();
  date.mockReturnValue(1_000_000_000 + by);
  expect(clock.instant()).toBe(before);
  await exchange(clock, network(server, [[2, 3]]), 5, 0);
  expect(clock.instant() - server(device)).toBe(before - server(device - 25));
});

test('[X6] a server whose time has gone on without the device is learnt afresh from one exchange', async () => {
  const clock = new RoomClock();
  await exchange(
    clock,
    network((at) => at + 1_000, [[1, 40]]),
    5,
    0,
  );
  for (const slept of [301_000, -299_000]) {
    await exchange(
      clock,
      network((at) => at + slept, [[2, 2]]),
      1,
      0,
    );
    expect(clock.instant()).toBeCloseTo(device + slept, 6);
  }
});
