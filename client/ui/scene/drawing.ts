/** How a drawn order comes to the room: from its instant on, one team after the other, then whole, in pages. */

/** Milliseconds of room time: from one team to the next, with the last one alone on the boards, on one page of the order. */
const EACH = 1_500;
const LAST = 3_000;
const PAGE = 8_000;
/** Lines of a page that the last row can still read. */
const LINES = 8;

export interface Drawing {
  /** Teams out so far, from the first. */
  readonly out: number;
  /** The page of the whole order, from 0; null while teams still come. */
  readonly page: number | null;
}

/** Lines on each page of so many teams: pages as full as one another, 8 and 7 for fifteen. */
export function pageSizes(teams: number): readonly number[] {
  const pages = Math.max(1, Math.ceil(teams / LINES));
  return Array.from({ length: pages }, (_, page) => Math.floor(teams / pages) + (page < teams % pages ? 1 : 0));
}

/** What the room sees of an order of so many teams, so many milliseconds after it was drawn, and in how many that changes. */
export function drawingAt(since: number, teams: number): { readonly value: Drawing; readonly next: number | null } {
  if (since < 0) return { value: { out: 0, page: null }, next: -since };
  const out = Math.min(teams, Math.floor(since / EACH) + 1);
  const whole = (teams - 1) * EACH + LAST;
  if (since < whole) return { value: { out, page: null }, next: out < teams ? EACH - (since % EACH) : whole - since };
  const pages = pageSizes(teams).length;
  const turned = since - whole;
  return {
    value: { out, page: Math.floor(turned / PAGE) % pages },
    next: pages > 1 ? PAGE - (turned % PAGE) : null,
  };
}
