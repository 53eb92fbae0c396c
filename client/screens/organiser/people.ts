import type { Room } from '../../room.ts';
import type { Views } from '../../shared.ts';
import { organiser as words } from '../../text/organiser.ts';

/** Someone, or a screen, that a link is made for. */
export interface Guest {
  /** The audience's key; `public` needs no token. */
  readonly audience: string;
  readonly role: keyof typeof words.roles;
  readonly name: string;
  readonly more: string;
  readonly department: string | null;
  /** Null until the server has said who is there. */
  readonly screens: number | null;
  readonly silentSince: number | null;
}

/** A link on a card to hand over. */
export interface Card {
  readonly guest: Guest;
  readonly url: string;
  /** What to type where it cannot be scanned. */
  readonly code: string | null;
}

export interface Group {
  readonly id: keyof typeof words.groups;
  readonly guests: readonly Guest[];
}

const IN_ROOM = ['projector', 'stage', 'mc', 'president', 'public', 'organiser'];

/** Everyone a link is made for, by group, with who is connected. */
export function groupsOf({ forum, office }: Pick<Views, 'forum' | 'office'>, presence: Room['presence']): readonly Group[] {
  const guests = [...office.links, { audience: 'public', role: 'public' } as const].map(({ audience, role }): Guest => {
    const known = presence?.audiences.find((candidate) => candidate.audience === audience);
    const screens = audience === 'public' ? presence?.publicScreens : known?.screens;
    return { audience, role, ...faceOf(audience, role, forum, office), screens: screens ?? null, silentSince: known?.silentSince ?? null };
  });
  const inRoom = IN_ROOM.flatMap((role) => guests.filter((guest) => guest.role === role));
  const of = (role: Guest['role']) => guests.filter((guest) => guest.role === role);
  const groups: readonly Group[] = [
    { id: 'room', guests: inRoom },
    { id: 'jury', guests: of('juror') },
    { id: 'tables', guests: of('table') },
    { id: 'coaches', guests: of('coach') },
  ];
  return groups.filter(({ guests: some }) => some.length > 0);
}

function faceOf(
  audience: string,
  role: Guest['role'],
  forum: Views['forum'],
  office: Views['office'],
): Pick<Guest, 'name' | 'more' | 'department'> {
  const id = audience.slice(role.length + 1);
  const [name, more] = words.roles[role];
  const seat = office.seats.find((candidate) => candidate.seat === id);
  const team = forum.teams.find((candidate) => candidate.id === id);
  if (role === 'juror' && seat) return { name: words.seat(seat.number), more: seat.title, department: seat.department };
  if (role === 'president' && seat) return { name, more: seat.title, department: seat.department };
  if (role === 'table' && team) return { name: words.table(team.table), more: team.shortName, department: team.department };
  if (role === 'coach') return { name: office.coaches.find((coach) => coach.id === id)?.name ?? name, more, department: null };
  return { name, more, department: null };
}
