import type { Block, Paper } from './document.ts';
import { keepsNext, type Strip } from './pages.ts';
import type { Element, Press } from './press.ts';
import { type Cell, rowStrips } from './rows.ts';
import * as style from './style.ts';
import { tableStrips } from './table.ts';
import { cutLines, legible, linesOf } from './words.ts';

const { MEASURE, SHEET } = style;

/** The title, the estrade under it, the subject. */
export function titleStrips(press: Press, paper: Paper): readonly Strip[] {
  const title = lined(press, press.child(press.root, 'H1'), paper.title, style.TITLE, { keep: true, balanced: true });
  const estrade: Strip = {
    height: style.ESTRADE,
    before: 9,
    keep: true,
    draw: (top) => press.ornament('Layout', () => press.fill(SHEET.left, top, MEASURE, style.ESTRADE, style.INK)),
  };
  if (paper.subject.trim() === '') return [...title, estrade];
  return [...title, estrade, ...lined(press, press.child(press.root, 'P'), paper.subject, style.SUBJECT, { before: 10 })];
}

/**
 * Strips of one block, its elements added to the tree.
 * @param level - of the heading before it, 1 for the title: the tree skips none.
 */
export function blockStrips(press: Press, block: Block, level: number): Iterable<Strip> {
  if ('heading' in block) return headingStrips(press, block, level);
  if ('text' in block) return lined(press, press.child(press.root, 'P'), block.text, block.quiet ? style.QUIET : style.BODY);
  if ('list' in block) return listStrips(press, block.list);
  if ('facts' in block) return factStrips(press, block.facts);
  if ('table' in block) return tableStrips(press, press.root, block.table);
  if ('code' in block) return codeStrips(press, block.code);
  if ('signatures' in block) return signatureStrips(press, block.signatures);
  return [{ height: 0, before: 0, keep: false, breaks: true, draw: () => undefined }];
}

/** Level in the tree of a heading that follows one of `level`. */
export const levelAfter = (level: number, block: Block): number => ('heading' in block ? Math.min(block.level + 1, level + 1) : level);

function headingStrips(press: Press, block: { readonly heading: string; readonly level: 1 | 2 | 3 }, level: number): readonly Strip[] {
  const element = press.child(press.root, `H${levelAfter(level, block)}`);
  const [first, ...others] = lined(press, element, block.heading, style.HEADINGS[block.level - 1] ?? style.BODY, {
    before: style.ABOVE_HEADING[block.level - 1] ?? style.ABOVE,
    keep: true,
  });
  if (!first) return [];
  const draw = (top: number) => {
    if (block.level < 3) press.bookmark(block.heading);
    first.draw(top);
  };
  return [{ ...first, draw }, ...others];
}

interface Lined {
  readonly before?: number;
  readonly keep?: boolean;
  readonly left?: number;
  /** Lines of like lengths rather than a short last one. */
  readonly balanced?: boolean;
  /** Drawn beside the first line. */
  readonly label?: (top: number) => void;
}

function lined(press: Press, element: Element, text: string, set: style.Style, options: Lined = {}): readonly Strip[] {
  const { before = style.ABOVE, keep = false, left = 0 } = options;
  const measure = press.measure(set);
  const words = legible(text);
  let lines = linesOf(words, MEASURE - left, measure);
  for (let width = MEASURE - left; options.balanced && width > MEASURE / 2; width -= 4) {
    const tighter = linesOf(words, width, measure);
    if (tighter.length > lines.length) break;
    lines = tighter;
  }
  return lines.map((line, index) => ({
    height: set.leading,
    before: index === 0 ? before : 0,
    keep: keep || keepsNext(index, lines.length),
    draw: (top) => {
      if (index === 0) options.label?.(top);
      if (line !== '') press.mark(element, () => press.write(line, SHEET.left + left, top, set));
    },
  }));
}

const INDENT = 16;

function listStrips(press: Press, points: readonly string[]): readonly Strip[] {
  if (points.length === 0) return [];
  const list = press.child(press.root, 'L');
  return points.flatMap((point, index) => {
    const entry = press.child(list, 'LI');
    const label = press.child(entry, 'Lbl');
    return lined(press, press.child(entry, 'LBody'), point, style.BODY, {
      before: index === 0 ? style.ABOVE : 3,
      left: INDENT,
      label: (top) => press.mark(label, () => press.write('•', SHEET.left + 4, top, style.BODY)),
    });
  });
}

/** Terms as wide as the widest, within two fifths of the page. */
function factStrips(press: Press, facts: readonly (readonly [term: string, value: string])[]): readonly Strip[] {
  if (facts.length === 0) return [];
  const measure = press.measure(style.TERM);
  const terms = facts.map(([term]) => legible(term));
  const width = Math.min(MEASURE * 0.4, Math.max(...terms.map(measure)) + 1);
  const list = press.child(press.root, 'L');
  return facts.flatMap(([, value], index) => {
    const entry = press.child(list, 'LI');
    const cell = (tag: string, text: string, x: number, room: number, set: style.Style): Cell => {
      const element = press.child(entry, tag);
      const lines = linesOf(legible(text), room, press.measure(set));
      return { x, width: room, lines, style: set, mark: (draw) => press.mark(element, draw) };
    };
    const gap = width + 14;
    const cells = [
      cell('Lbl', terms[index] ?? '', SHEET.left, width, style.TERM),
      cell('LBody', value, SHEET.left + gap, MEASURE - gap, style.BODY),
    ];
    return rowStrips(press, cells, { pad: 1.5, before: index === 0 ? style.ABOVE : 0 });
  });
}

function codeStrips(press: Press, code: string): readonly Strip[] {
  const [inset, pad] = [10, 6];
  const element = press.child(press.child(press.root, 'P'), 'Code');
  const lines = cutLines(legible(code), MEASURE - 2 * inset, press.measure(style.CODE));
  return lines.map((line, index) => {
    const head = index === 0 ? pad : 0;
    const height = head + style.CODE.leading + (index === lines.length - 1 ? pad : 0);
    return {
      height,
      before: index === 0 ? style.ABOVE : 0,
      keep: keepsNext(index, lines.length),
      draw: (top) => {
        press.ornament('Layout', () => press.fill(SHEET.left, top, MEASURE, height, style.TINT));
        if (line !== '') press.mark(element, () => press.write(line, SHEET.left + inset, top + head, style.CODE));
      },
    };
  });
}

const ROOM_TO_SIGN = 76;

/** Two boxes in a row; all the rows on one page. */
function signatureStrips(press: Press, titles: readonly string[]): readonly Strip[] {
  const [gap, inset, pad] = [14, 9, 7];
  const width = (MEASURE - gap) / 2;
  const part = titles.length > 0 ? press.child(press.root, 'Sect') : press.root;
  const boxes = titles.map((title, index) => ({
    x: SHEET.left + (index % 2) * (width + gap),
    element: press.child(part, 'P'),
    lines: linesOf(legible(title), width - 2 * inset, press.measure(style.CAPTION)),
  }));
  return boxes.flatMap((first, index) => {
    if (index % 2 === 1) return [];
    const row = boxes.slice(index, index + 2);
    const height = pad + Math.max(...row.map(({ lines }) => lines.length)) * style.CAPTION.leading + ROOM_TO_SIGN;
    const draw = (top: number) => {
      for (const { x, element, lines } of row) {
        press.ornament('Layout', () => press.frame(x, top, width, height, style.EDGE));
        press.mark(element, () => {
          for (const [at, line] of lines.entries()) press.write(line, x + inset, top + pad + at * style.CAPTION.leading, style.CAPTION);
        });
      }
    };
    return [{ height, before: first === boxes[0] ? style.ABOVE + 6 : gap, keep: index + 2 < boxes.length, draw }];
  });
}
