/** Width of a text in points. */
export type Measure = (text: string) => number;

/** Where a line may end: after spaces, and after a dash or a slash between letters. Never at a no-break space. */
const OPENINGS = /(?<= )(?! )|(?<=\p{L}[-–—/])(?=\p{L})/u;

/**
 * Text as a paper holds it: composed, one kind of new line, and nothing invisible. U+202F has no glyph in the faces: U+00A0 stands
 * for it, as for the figure space.
 */
export const legible = (text: string): string =>
  text
    .replace(/\p{Cs}|\p{Noncharacter_Code_Point}/gu, '\uFFFD')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Default_Ignorable_Code_Point}|(?!\n)\p{Cc}/gu, '')
    .normalize('NFC')
    .replace(/[\u202F\u2007]/g, '\u00A0')
    .replace(/(?!\u00A0)\p{Zs}/gu, ' ');

/** Lines of a legible text in a width; together they are the text, runs of spaces made one. A space ends the line before a new one. */
export function linesOf(text: string, width: number, measure: Measure): readonly string[] {
  const paragraphs = text.trim().replace(/ +/g, ' ').split('\n');
  return paragraphs.flatMap((paragraph, index) => fill(index < paragraphs.length - 1 ? `${paragraph} ` : paragraph, width, measure));
}

/** Lines cut anywhere, no character changed: for commands and hashes. */
export const cutLines = (text: string, width: number, measure: Measure): readonly string[] =>
  text.split('\n').flatMap((line) => cut(line, width, measure));

/** Width of the longest part that would have to be cut. */
export const longestWord = (text: string, measure: Measure): number =>
  Math.max(0, ...text.split('\n').flatMap((line) => line.split(OPENINGS).map((word) => measure(bare(word)))));

function fill(paragraph: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of paragraph.split(OPENINGS)) {
    const needed = measure(bare(word));
    if (line !== '' && used + needed > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    const parts = needed > width ? cut(word, width, measure) : [word];
    lines.push(...parts.slice(0, -1));
    const last = parts.at(-1) ?? '';
    line += last;
    used += measure(last);
  }
  return [...lines, line];
}

/** A combining mark stays with its letter, and one letter at least is on each line. */
function cut(word: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let before = '';
  for (const [letter] of word.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const wider = measure(before + letter) - measure(before);
    if (line !== '' && letter !== ' ' && used + wider > width) {
      lines.push(line);
      line = '';
      used = 0;
      before = '';
    }
    used += measure(before + letter) - measure(before);
    line += letter;
    before = letter;
  }
  return [...lines, line];
}

const bare = (word: string): string => word.replace(/ +$/, '');
