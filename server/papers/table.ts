import { cellStyle, columnsOf } from './columns.ts';
import type { Table } from './document.ts';
import type { Strip } from './pages.ts';
import type { Element, Press } from './press.ts';
import { type Cell, rowStrips } from './rows.ts';
import { ABOVE, CAPTION, CELL, HEAD, INK, LINE, MEASURE, SHEET, type Style } from './style.ts';
import { legible, linesOf } from './words.ts';

const PAD = 4;
/** A head taller than this is not said again on each page. */
const TALL_HEAD = 160;

/** A table with its caption and its head, laid out as it is asked for; cells beyond the head make columns without one. */
export function* tableStrips(press: Press, parent: Element, table: Table): Generator<Strip> {
  const { columns, scale } = columnsOf(press, table);
  const element = press.child(parent, 'Table');
  const row = (group: Element, texts: readonly string[], style: Style, tag: 'TH' | 'TD'): readonly Cell[] => {
    const line = press.child(group, 'TR');
    return columns.map(({ x, width }, index) => {
      const cell = press.child(line, tag, tag === 'TH' ? { scope: 'Column' } : {});
      const set = scaled(cellStyle(table, style, index), scale);
      const lines = linesOf(legible(texts[index] ?? ''), width, press.measure(set));
      const right = table.numeric?.includes(index) ?? false;
      return { x, width, lines, style: set, right, mark: (draw) => press.mark(cell, draw) };
    });
  };
  const rule = (thickness: number, color: string) => (bottom: number) =>
    press.ornament('Layout', () => press.fill(SHEET.left, bottom - thickness, MEASURE, thickness, color));

  const caption = captionStrips(press, element, table.caption);
  yield* caption;
  let again: Strip | undefined;
  if (table.head.length > 0) {
    const head = row(press.child(element, 'THead'), table.head, HEAD, 'TH');
    const options = { pad: PAD, under: rule(1, INK), before: caption.length > 0 ? 2 : ABOVE, keep: true };
    yield* rowStrips(press, head, options);
    again = repeated(press, head, options.under);
  }
  const body = press.child(element, 'TBody');
  for (const [index, texts] of table.rows.entries()) {
    const cells = row(body, texts, CELL, 'TD');
    const before = index === 0 && caption.length + table.head.length === 0 ? ABOVE : 0;
    const secondLast = index === table.rows.length - 2;
    yield* rowStrips(press, cells, { pad: PAD, before, keep: secondLast, again, under: rule(0.5, LINE) });
  }
}

/** The head as it stands on further pages: seen, and no part of what the table says, which has it once. */
function repeated(press: Press, head: readonly Cell[], under: (bottom: number) => void): Strip | undefined {
  const cells = head.map((cell) => ({ ...cell, mark: (draw: () => void) => press.ornament('Pagination', draw) }));
  const [strip, ...others] = rowStrips(press, cells, { pad: PAD, under });
  return others.length === 0 && strip && strip.height <= TALL_HEAD ? strip : undefined;
}

function captionStrips(press: Press, table: Element, text: string): readonly Strip[] {
  if (text.trim() === '') return [];
  const caption = press.child(table, 'Caption');
  return linesOf(legible(text), MEASURE, press.measure(CAPTION)).map((line, index) => ({
    height: CAPTION.leading,
    before: index === 0 ? ABOVE + 4 : 0,
    keep: true,
    draw: (top) => press.mark(caption, () => press.write(line, SHEET.left, top, CAPTION)),
  }));
}

const scaled = (style: Style, scale: number): Style => ({ ...style, size: style.size * scale, leading: style.leading * scale });
