import type { faces } from './faces.ts';

/** How a line is set. Lengths are points. */
export interface Style {
  readonly face: keyof ReturnType<typeof faces>;
  readonly size: number;
  /** Height of a line. */
  readonly leading: number;
  readonly color: string;
  /** Figures of one width, for columns. */
  readonly figures?: boolean;
}

const mm = (length: number): number => (length * 72) / 25.4;

/** The colours of client/theme.css, on white. */
export const INK = '#14202b';
const FOG = '#5d6b78';
export const LINE = '#d9d3c6';
export const EDGE = '#8b8577';
export const GARANCE = '#c8323a';
export const TINT = '#f5f2ea';
/** The word across a draft: text over it keeps a contrast of 14:1. */
export const WASH = '#eeebe4';

/** A4, its margins, and where its foot begins. */
export const SHEET = { width: mm(210), height: mm(297), left: mm(24), right: mm(24), top: mm(24), foot: mm(12) } as const;
export const MEASURE = SHEET.width - SHEET.left - SHEET.right;
/** The estrade: the house's thick line. */
export const ESTRADE = mm(2);

export const TITLE: Style = { face: 'bold', size: 23, leading: 27, color: INK };
export const SUBJECT: Style = { face: 'regular', size: 12, leading: 16.5, color: FOG };
export const HEADINGS: readonly [Style, Style, Style] = [
  { face: 'bold', size: 15, leading: 19, color: INK },
  { face: 'bold', size: 12, leading: 16, color: INK },
  { face: 'bold', size: 10.5, leading: 15, color: FOG },
];
/** Space above a heading of each level, and above anything else. */
export const ABOVE_HEADING: readonly [number, number, number] = [24, 17, 12];
export const ABOVE = 8;
export const BODY: Style = { face: 'regular', size: 10.5, leading: 15, color: INK };
export const QUIET: Style = { face: 'regular', size: 9, leading: 12.5, color: FOG };
export const TERM: Style = { ...BODY, color: FOG };
export const CAPTION: Style = { face: 'bold', size: 10, leading: 14, color: INK };
export const HEAD: Style = { face: 'bold', size: 9, leading: 12, color: INK };
export const CELL: Style = { face: 'regular', size: 9.5, leading: 12.5, color: INK };
export const CODE: Style = { face: 'mono', size: 9, leading: 13, color: INK };
export const FOOT: Style = { face: 'regular', size: 7.5, leading: 10, color: FOG };
