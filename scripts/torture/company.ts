import type { readyLinks } from '../../server/links.ts';
import { Device, type Room } from './device.ts';
import type { BadLines } from './lines.ts';

/** Everyone in the room, each on a line of its own. */
export interface Company {
  readonly organiser: Device;
  readonly mc: Device;
  readonly president: Device;
  readonly jurors: readonly Device[];
  readonly tables: readonly Device[];
  /** Those that only look. */
  readonly screens: readonly Device[];
  readonly all: readonly Device[];
}

const PEOPLE = 60;

export async function gather(links: ReturnType<typeof readyLinks>, proxy: BadLines, room: Room): Promise<Company> {
  const join = async (name: string, link: string | null) => {
    const url = new URL(link ?? '');
    url.port = String(await proxy.open(room.seed, name));
    return Device.join(url.href, name, room);
  };
  const [organiser, mc, president] = await Promise.all([
    join('organiser', links.organiser),
    join('regie', links.mc),
    join('president', links.president),
  ]);
  const jurors = await Promise.all(links.jurors.map(({ seat, url }) => join(`juror-${seat}`, url)));
  const tables = await Promise.all(links.tables.map(({ team, url }) => join(`table-${team}`, url)));
  const watching = [links.projector, links.stage, ...links.coaches];
  const viewers = Math.max(4, PEOPLE - 3 - jurors.length - tables.length - watching.length);
  const screens = await Promise.all([
    ...watching.map((link, index) => join(`screen-${index}`, link)),
    ...Array.from({ length: viewers }, (_, index) => join(`viewer-${index}`, links.public)),
  ]);
  return { organiser, mc, president, jurors, tables, screens, all: [organiser, mc, president, ...jurors, ...tables, ...screens] };
}
