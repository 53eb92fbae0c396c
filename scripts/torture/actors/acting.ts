import { setTimeout as pause } from 'node:timers/promises';
import type { Device } from '../device.ts';

/** One look at one's screen, and what one does about it. It knows nothing but the views: after a restart it goes on from what it sees. */
export type Act = (device: Device) => Promise<unknown>;

/** Acts again and again, with a pause to think, until the afternoon is over. */
export async function acting(device: Device, least: number, most: number, act: Act): Promise<void> {
  const { room, chance } = device;
  for (;;) {
    await room.gate.passed();
    if (room.gate.over) return;
    await act(device);
    await pause(chance.whole(least, most));
  }
}
