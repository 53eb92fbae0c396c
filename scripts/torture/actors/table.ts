import type { Device } from '../device.ts';
import { acting } from './acting.ts';

const PARTS = ['drama', 'solution', 'implementation'] as const;

/** A team writes its sheet, a few versions of each part, in the few seconds before the brief. */
export function table(device: Device): Promise<void> {
  let version = 0;
  return acting(device, 40, 200, async ({ views, chance, name }) => {
    if (views.live?.phase !== 'set-up' || version >= 12) return;
    const parts = chance.shuffled(PARTS).slice(0, chance.whole(1, 3));
    await device.burst(parts.map((part) => ({ type: 'WriteSheet', part, text: `${name}, version ${++version}` })));
  });
}
