/** A band of the page that is never cut. Lengths are points. */
export interface Strip {
  readonly height: number;
  /** Space above, unless the strip begins a page. */
  readonly before: number;
  /** Stays on the page of the strip after it. */
  readonly keep: boolean;
  /** Drawn above it where it begins a page: the head of a table that goes on. */
  readonly again?: Strip;
  readonly breaks?: boolean;
  /** @param top - distance from the page's top edge. */
  readonly draw: (top: number) => void;
}

export interface Placed {
  readonly strip: Strip;
  /** Distance from the top of the page's text. */
  readonly offset: number;
}

/**
 * Strips on pages. Strips kept together go to a new page together; only a group longer than a page is cut.
 * @param room - height of a page's text in points. A strip with the space and the head above it is not taller.
 */
export function paginate(strips: readonly Strip[], room: number): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let page: Placed[] = [];
  pages[0] = page;
  let used = 0;
  const turn = () => {
    page = [];
    pages.push(page);
    used = 0;
  };
  const fits = (group: readonly Strip[]) =>
    used + group.reduce((height, strip, index) => height + strip.height + (used + index > 0 ? strip.before : 0), 0) <= room;
  const place = (strip: Strip) => {
    if (page.length === 0 && strip.again) place(strip.again);
    const offset = used + (page.length > 0 ? strip.before : 0);
    page.push({ strip, offset });
    used = offset + strip.height;
  };
  for (const group of groups(strips)) {
    if (group.some(({ breaks }) => breaks) && page.length > 0) turn();
    if (page.length > 0 && !fits(group)) turn();
    for (const strip of group.filter(({ breaks }) => !breaks)) {
      if (page.length > 0 && !fits([strip])) turn();
      place(strip);
    }
  }
  return pages.filter(({ length }, index) => length > 0 || index === 0);
}

/** Strips that must share a page, each group ending with one that may end it. */
function groups(strips: readonly Strip[]): readonly (readonly Strip[])[] {
  const all: Strip[][] = [];
  let group: Strip[] = [];
  for (const [index, strip] of strips.entries()) {
    group.push(strip);
    if (strip.keep && !strips[index + 1]?.breaks) continue;
    all.push(group);
    group = [];
  }
  return group.length > 0 ? [...all, group] : all;
}

/** Whether line `index` of `of` stays with the next: no first or last line alone. */
export const keepsNext = (index: number, of: number, whole = 2): boolean => index < of - 1 && (index < whole - 1 || index >= of - whole);
