import { setTimeout as pause } from 'node:timers/promises';
import { type Channel, channelsOf, partOf, view } from '../../shared/view.ts';
import type { Company } from './company.ts';
import type { Device } from './device.ts';
import type { Disk } from './disk.ts';
import { Broken } from './ledger.ts';
import type { Victim } from './victim.ts';

/** Milliseconds after which a screen that is still wrong will not come right: a hang is told, and not waited for. */
const HOPELESS = 30_000;

/**
 * Waits until every screen is connected and shows exactly what the journal gives, folded and viewed here anew. While nobody sends, it must
 * come to that. Returns how many views were compared; null when the server died meanwhile.
 */
export async function screensHold(company: Company, victim: Victim, disk: Disk): Promise<number | null> {
  const started = performance.now();
  for (;;) {
    const entries = await victim.entries(disk.tip.seq);
    if (entries === null) return null;
    disk.told(entries);
    const { compared, wrong } = compare(company, disk);
    if (wrong === null) return compared;
    if (performance.now() - started > HOPELESS) throw new Broken(wrong);
    await pause(15);
  }
}

function compare({ all }: Company, { state }: Disk): { compared: number; wrong: string | null } {
  const texts = new Map<Channel, string>();
  let compared = 0;
  for (const device of all) {
    if (!device.caller.socket.connected) return { compared, wrong: `${device.name} does not come back` };
    for (const channel of channelsOf(device.caller.audience)) {
      if (!texts.has(channel) && state) texts.set(channel, JSON.stringify(view(state, channel)));
      compared += 1;
      if (texts.get(channel) !== shown(device, channel))
        return { compared, wrong: `${device.name} shows another "${channel}" than the journal gives` };
    }
  }
  return { compared, wrong: null };
}

const shown = ({ views }: Device, channel: Channel): string => JSON.stringify(views[partOf(channel)]);
