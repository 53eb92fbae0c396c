import { keepsNext, type Strip } from './pages.ts';
import type { Press } from './press.ts';
import type { Style } from './style.ts';

/** What stands in one column of a row. */
export interface Cell {
  readonly x: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly style: Style;
  readonly right?: boolean;
  /** Says to whom the drawn lines belong. */
  readonly mark: (draw: () => void) => void;
}

interface RowOptions {
  readonly pad: number;
  readonly before?: number;
  readonly keep?: boolean;
  readonly again?: Strip | undefined;
  /** Drawn under the row's last line. */
  readonly under?: (bottom: number) => void;
}

/** Rows of at most so many lines are never cut; a longer one leaves three lines at least on each side. */
const WHOLE = 12;
const MARGIN = 3;

/** Strips of a row: one, or one for each line of a long row. */
export function rowStrips(press: Press, cells: readonly Cell[], options: RowOptions): readonly Strip[] {
  const { pad, before = 0, keep = false, again } = options;
  const of = Math.max(1, ...cells.map(({ lines }) => lines.length));
  const leading = Math.max(...cells.map(({ style }) => style.leading));
  const step = of <= WHOLE ? of : 1;
  const strips: Strip[] = [];
  for (let first = 0; first < of; first += step) {
    const head = first === 0 ? pad : 0;
    const ends = first + step >= of;
    const height = head + step * leading + (ends ? pad : 0);
    strips.push({
      height,
      before: first === 0 ? before : 0,
      keep: ends ? keep : keepsNext(first, of, MARGIN),
      ...(again ? { again: first === 0 ? again : { ...again, height: again.height + pad } } : {}),
      draw: (top) => {
        for (const cell of cells) writeCell(press, cell, first, step, top + head);
        if (ends) options.under?.(top + height);
      },
    });
  }
  return strips;
}

function writeCell(press: Press, cell: Cell, first: number, count: number, top: number): void {
  const lines = cell.lines.slice(first, first + count);
  if (lines.every((line) => line === '')) return;
  const measure = press.measure(cell.style);
  cell.mark(() => {
    for (const [index, line] of lines.entries()) {
      const x = cell.right ? cell.x + cell.width - measure(line.replace(/ +$/, '')) : cell.x;
      press.write(line, x, top + index * cell.style.leading, cell.style);
    }
  });
}
