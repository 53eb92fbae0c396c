import { type AudienceLink, byRole, readyLinks } from '../../server/links.ts';
import type { Served } from '../../server/serve.ts';
import { Caller } from '../../server/testing/caller.ts';

/** Every link that a rehearsal needs, as the server gives them to its organiser. */
export type Links = ReturnType<typeof readyLinks>;

const PUBLIC_VIEWERS = 20;

/** Everyone in the room, on real sockets. */
export interface Company {
  readonly organiser: Caller;
  readonly mc: Caller;
  readonly president: Caller;
  /** By seat, the president's own included. */
  readonly jurors: ReadonlyMap<string, Caller>;
  readonly tables: ReadonlyMap<string, Caller>;
  readonly projector: Caller;
  readonly stage: Caller;
  readonly viewers: readonly Caller[];
}

export async function gather(links: Links): Promise<Company> {
  const by = async (list: readonly { readonly id: string; readonly url: string }[]) =>
    new Map(await Promise.all(list.map(async ({ id, url }) => [id, await Caller.join(url)] as const)));
  const one = (link: string | null) => Caller.join(link ?? '');
  const [organiser, mc, president, projector, stage] = await Promise.all([
    one(links.organiser),
    one(links.mc),
    one(links.president),
    one(links.projector),
    one(links.stage),
  ]);
  const jurors = await by(links.jurors.map(({ seat, url }) => ({ id: seat, url })));
  const tables = await by(links.tables.map(({ team, url }) => ({ id: team, url })));
  const viewers = await Promise.all(Array.from({ length: PUBLIC_VIEWERS }, () => Caller.join(links.public)));
  return { organiser, mc, president, jurors, tables, projector, stage, viewers };
}

export function everyone({ organiser, mc, president, jurors, tables, projector, stage, viewers }: Company): readonly Caller[] {
  return [organiser, mc, president, ...jurors.values(), ...tables.values(), projector, stage, ...viewers];
}

/** Screens of the room: what they know before a reveal is what the room knows. */
export function outsideTheJury({ tables, projector, stage, viewers }: Company): readonly Caller[] {
  return [...tables.values(), projector, stage, ...viewers];
}

/** The links of our own server. */
export const linksOfServer = (served: Served): Links => readyLinks(served.forum, served.url);

/** The links of a given server, asked for with its organiser's link. Throws a sentence when it does not give them. */
export async function linksOfOrganiser(link: string): Promise<Links> {
  const { origin, pathname, hash } = new URL(link);
  const forum = pathname.split('/')[1] ?? '';
  const response = await fetch(`${origin}/api/${forum}/links`, { headers: { authorization: `Bearer ${hash.slice(1)}` } });
  if (!response.ok) throw new Error(`"${origin}${pathname}" is not an organiser's link of this server`);
  const { links } = (await response.json()) as { links: readonly AudienceLink[] };
  const here = (url: string) => url.replace(/^https?:\/\/[^/]+/, origin);
  return byRole(
    links.map((one) => ({ ...one, url: here(one.url) })),
    `${origin}/${forum}`,
  );
}
