import type { Audience } from '../shared/audience.ts';
import type { Room } from './room.ts';

/** A link of one audience, with its token in the fragment: it never reaches a server's log. */
export interface AudienceLink {
  readonly audience: string;
  readonly role: Audience['role'];
  readonly url: string;
  /** What to type instead of scanning: the card's name and its code; null where there is no card. */
  readonly card: string | null;
}

export const publicUrl = (origin: string, forum: string): string => `${origin}/${forum}`;

/** Every link of a forum, as reachable from an origin. */
export function linksOf(room: Room, origin: string): readonly AudienceLink[] {
  const base = publicUrl(origin, room.state.setup.id);
  return room.invitations.all.map(({ audience, key, token, card }) => ({
    audience: key,
    role: audience.role,
    url: `${base}/${audience.role}#${token}`,
    card: card && `${card.card} ${card.code}`,
  }));
}

/** The links as the ready line gives them. */
export const readyLinks = (room: Room, origin: string) => byRole(linksOf(room, origin), publicUrl(origin, room.state.setup.id));

/** One link for each role that is one, a list for each that is several. */
export function byRole(links: readonly AudienceLink[], publicLink: string) {
  const one = (role: Audience['role']) => links.find((link) => link.role === role)?.url ?? null;
  const many = (role: Audience['role']) =>
    links.filter((link) => link.role === role).map(({ audience, url }) => ({ id: audience.slice(role.length + 1), url }));
  return {
    organiser: one('organiser'),
    mc: one('mc'),
    president: one('president'),
    jurors: many('juror').map(({ id, url }) => ({ seat: id, url })),
    tables: many('table').map(({ id, url }) => ({ team: id, url })),
    coaches: many('coach').map(({ url }) => url),
    projector: one('projector'),
    stage: one('stage'),
    public: publicLink,
  };
}
