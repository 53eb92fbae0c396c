import { setImmediate as breath } from 'node:timers/promises';
import { blockStrips, levelAfter, titleStrips } from './compose.ts';
import type { Paper } from './document.ts';
import { paginate, type Strip } from './pages.ts';
import { openPress, type Press } from './press.ts';
import { FOOT, GARANCE, HEAD, MEASURE, SHEET, type Style, WASH } from './style.ts';
import { legible, linesOf } from './words.ts';

/** About a page of text, a few milliseconds of work. */
const STRIPS_PER_BREATH = 40;

/**
 * A paper as a tagged PDF (PDF/UA-1, A4): laid out whole, then drawn page by page, the event loop free between pages.
 * The same paper gives the same bytes.
 */
export async function printPaper(paper: Paper): Promise<Buffer> {
  const press = openPress(paper);
  const strips: Strip[] = [...titleStrips(press, paper)];
  let level = 1;
  for (const block of paper.blocks) {
    if ('signatures' in block) keepLast(strips);
    for (const strip of blockStrips(press, block, level)) {
      strips.push(strip);
      if (strips.length % STRIPS_PER_BREATH === 0) await breath();
    }
    level = levelAfter(level, block);
  }
  const foot = linesOf(legible(paper.foot), MEASURE * 0.8, press.measure(FOOT));
  const footTop = SHEET.height - SHEET.foot - foot.length * FOOT.leading;
  const pages = paginate(strips, footTop - 20 - SHEET.top);
  for (const [index, page] of pages.entries()) {
    press.turn();
    if (paper.draft !== null) press.ornament('Pagination', () => drawDraft(press, legible(paper.draft ?? '')));
    for (const { strip, offset } of page) strip.draw(SHEET.top + offset);
    const label = legible(paper.page(index + 1, pages.length));
    press.ornament('Pagination', () => drawFoot(press, foot, label, footTop));
    await breath();
  }
  return press.end();
}

/** Nobody signs a page that says nothing: what is signed ends on the page of the boxes. */
function keepLast(strips: Strip[]): void {
  const last = strips.pop();
  if (last) strips.push({ ...last, keep: true });
}

function drawFoot(press: Press, lines: readonly string[], label: string, top: number): void {
  for (const [index, line] of lines.entries()) press.write(line, SHEET.left, top + index * FOOT.leading, FOOT);
  press.write(label, SHEET.left + MEASURE - press.measure(FOOT)(label), top, FOOT);
}

/** Large and pale from corner to corner, under the text; small and red above it. */
function drawDraft(press: Press, word: string): void {
  const small: Style = { ...HEAD, color: GARANCE };
  const width = press.measure(small)(word);
  const diagonal = Math.hypot(SHEET.width, SHEET.height);
  const size = Math.min(150, (small.size * diagonal * 0.72) / width);
  const angle = (-Math.atan2(SHEET.height, SHEET.width) * 180) / Math.PI;
  press.shapes(word, SHEET.width / 2, SHEET.height / 2, size, angle, WASH);
  press.write(word, SHEET.left + MEASURE - width, SHEET.top - 26, small);
}
