import type { Table } from './document.ts';
import type { Press } from './press.ts';
import { CELL, HEAD, MEASURE, SHEET, type Style } from './style.ts';
import { legible, longestWord } from './words.ts';

export interface Column {
  /** Distance of its text from the page's left edge, and the text's room, in points. */
  readonly x: number;
  readonly width: number;
}

/** From open to close: the first in which no word is cut is taken, else the closest. */
const SETTINGS = [
  { scale: 1, gutter: 12 },
  { scale: 0.9, gutter: 9 },
  { scale: 0.8, gutter: 6 },
] as const;

/** A word as wide as this is an address or a hash, cut in any case. */
const ADDRESS = MEASURE / 3;

/** Where the text of each column stands, and the scale of its size. */
export function columnsOf(press: Press, table: Table): { readonly columns: readonly Column[]; readonly scale: number } {
  const wishes = wishesOf(press, table);
  const settings = SETTINGS.map(({ scale, gutter: open }) => {
    const gutter = Math.min(open, MEASURE / wishes.length / 4);
    const room = MEASURE - gutter * (wishes.length - 1);
    const scaled = wishes.map(({ word, whole }) => ({ word: word * scale, whole: whole * scale }));
    const widths = table.widths ? inProportion(table.widths, wishes.length, room) : shares(scaled, room);
    return { scale, gutter, widths, cuts: scaled.some(({ word }, index) => word < ADDRESS && word > (widths[index] ?? 0) + 0.01) };
  });
  const { scale, gutter, widths } = settings.find(({ cuts }) => !cuts) ??
    settings[settings.length - 1] ?? { scale: 1, gutter: 0, widths: [] };
  let x: number = SHEET.left;
  const columns = widths.map((width) => {
    const column = { x, width };
    x += width + gutter;
    return column;
  });
  return { columns, scale };
}

/** What a column asks for, in points: its longest word, and its longest text on one line. */
interface Wish {
  readonly word: number;
  readonly whole: number;
}

/** A head asks for its longest word alone. */
function wishesOf(press: Press, table: Table): readonly Wish[] {
  const count = Math.max(1, table.head.length, ...table.rows.map((row) => row.length));
  const head = press.measure(HEAD);
  return Array.from({ length: count }, (_, index) => {
    const measure = press.measure(cellStyle(table, CELL, index));
    const texts = table.rows.map((row) => legible(row[index] ?? ''));
    const title = longestWord(legible(table.head[index] ?? ''), head);
    return {
      word: Math.max(title, ...texts.map((text) => longestWord(text, measure))),
      whole: Math.max(title, ...texts.map(measure), 1),
    };
  });
}

function inProportion(weights: readonly number[], count: number, room: number): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => weights[index] ?? 1);
  return all.map((weight) => (room * weight) / sum(all));
}

/** A column is not narrower than this for the sake of others, when it has that much to say. */
const NARROW = 44;

/** Each column has its longest word, then as much of what is left as it asks for. */
function shares(wishes: readonly Wish[], room: number): readonly number[] {
  const leasts = wishes.map(({ word, whole }) => Math.max(word, Math.min(whole, NARROW)));
  const least = share(leasts, room);
  const wanting = wishes.map(({ whole }, index) => Math.max(0, whole - (leasts[index] ?? 0)));
  const more = share(wanting, room - sum(least));
  const stretch = room / (sum(least) + sum(more));
  return least.map((width, index) => (width + (more[index] ?? 0)) * stretch);
}

/** What each is granted of what it asks for: those that ask for little first, the others alike. */
function share(wishes: readonly number[], room: number): readonly number[] {
  const granted = wishes.map(() => 0);
  let left = Math.max(0, room);
  for (const [before, [index, wish]] of [...wishes.entries()].sort(([, a], [, b]) => a - b).entries()) {
    const grant = Math.min(wish, left / (wishes.length - before));
    granted[index] = grant;
    left -= grant;
  }
  return granted;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Columns of figures are set in figures of one width. */
export const cellStyle = (table: Table, style: Style, index: number): Style =>
  table.numeric?.includes(index) ? { ...style, figures: true } : style;
