import { join } from 'node:path';
import { Journal } from '../../server/journal.ts';
import { Caller } from '../../server/testing/caller.ts';
import { audienceKey } from '../../shared/audience.ts';
import { audiencesOf } from '../../shared/links.ts';
import { evolve } from '../../shared/session.ts';
import type { Setup } from '../../shared/setup.ts';
import type { State } from '../../shared/state.ts';
import { channelsOf, partOf, type Views, view } from '../../shared/view.ts';
import { Lines } from './lines.ts';
import type { ServerProcess } from './process.ts';

/** Stop the server, and see that its files alone give every screen what it last had; how many entries they hold. Faults are added. */
export async function replayed(server: ServerProcess, setups: readonly Setup[], faults: string[]): Promise<number> {
  const shown = new Map<string, ReadonlyMap<string, Partial<Views>>>();
  for (const setup of setups) shown.set(setup.id, await viewsOf(server, setup));
  const how = await server.stop();
  if (how !== '0') faults.push(`the server stopped with ${how}: ${server.errors}`);
  let entries = 0;
  for (const setup of setups) {
    const journal = new Journal(join(server.data, `${setup.id}.sqlite`));
    let state: State | null = null;
    for (const entry of journal.read()) {
      state = evolve(state, entry);
      entries += 1;
    }
    journal.close();
    for (const audience of audiencesOf(setup))
      for (const channel of channelsOf(audience)) {
        const live = shown.get(setup.id)?.get(audienceKey(audience))?.[partOf(channel)];
        if (!state || JSON.stringify(view(state, channel)) !== JSON.stringify(live))
          faults.push(`${setup.id}: replayed, "${channel}" is not what ${audienceKey(audience)} was shown`);
      }
  }
  return entries;
}

async function viewsOf(server: ServerProcess, setup: Setup): Promise<ReadonlyMap<string, Partial<Views>>> {
  const lines = new Lines(server, setup.id);
  const views = await Promise.all(
    audiencesOf(setup).map(async (audience) => {
      const caller = await Caller.join(await lines.linkOf(audienceKey(audience)));
      caller.leave();
      return [audienceKey(audience), caller.views] as const;
    }),
  );
  return new Map(views);
}
