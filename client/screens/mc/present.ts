import type { Presence, Views } from '../../shared.ts';

/** Who is connected, read from what the server reports of each link. */
type Line = Presence['audiences'][number];

export interface Group {
  readonly connected: number;
  readonly of: number;
}

/** How many tables have a screen open. */
export function tablesHere(presence: Presence): Group {
  const lines = presence.audiences.filter(({ audience }) => audience.startsWith('table/'));
  return { connected: lines.filter(({ screens }) => screens > 0).length, of: lines.length };
}

export const lineOf = (presence: Presence | null, audience: string): Line | undefined =>
  presence?.audiences.find((line) => line.audience === audience);

/** A seat's line: here as long as one of its screens is, for who presides may hold a tablet beside the phone. */
export function seatLine(presence: Presence | null, seat: string): Line | undefined {
  const lines = presence?.audiences.filter(({ audience }) => audience === `juror/${seat}` || audience === `president/${seat}`) ?? [];
  return lines.find(({ screens }) => screens > 0) ?? lines.find(({ silentSince }) => silentSince !== null) ?? lines[0];
}

/** How many seats of the jury have a screen open. */
export function seatsHere(presence: Presence, seats: Views['regie']['seats']): Group {
  return { connected: seats.filter(({ seat }) => (seatLine(presence, seat)?.screens ?? 0) > 0).length, of: seats.length };
}

export interface Silent {
  readonly what: 'table' | 'seat';
  readonly number: number;
  readonly since: number;
}

/** Seats and tables that were here and are gone, longest silent first. Those that never came are only missing from the count. */
export function silentOf(presence: Presence, forum: Views['forum'], seats: Views['regie']['seats']): Silent[] {
  const gone = (what: Silent['what'], number: number, line: Line | undefined): Silent[] =>
    line && line.screens === 0 && line.silentSince !== null ? [{ what, number, since: line.silentSince }] : [];
  return [
    ...forum.teams.flatMap(({ id, table }) => gone('table', table, lineOf(presence, `table/${id}`))),
    ...seats.flatMap(({ seat, number }) => gone('seat', number, seatLine(presence, seat))),
  ].sort((a, b) => a.since - b.since);
}
