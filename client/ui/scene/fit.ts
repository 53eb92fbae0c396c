/** Narrower than this many units, a box is laid out as 4:3. */
export const isTall = (across: number): boolean => across < 150;

/** Width between the margins, in units, of a box so many units wide. */
export const inside = (across: number): number => across - (isTall(across) ? 8 : 12);

/** Widths in ems of the bold letters, by likeness: close enough to choose a size before any font has loaded. */
const WIDTHS: readonly (readonly [letters: RegExp, ems: number])[] = [
  [/[\s’'.,:;!|ijl()]/u, 0.3],
  [/[frtI-]/u, 0.38],
  [/[csyz]/u, 0.51],
  [/[aegkvx]/u, 0.55],
  [/[mwMW]/u, 0.87],
  [/\p{Lu}/u, 0.67],
];
const OTHER = 0.59;
const SPACING = -0.005;

/** How wide a bold text is, in ems. */
export function widthOf(text: string): number {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '');
  return [...bare].reduce((sum, letter) => sum + SPACING + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER), 0);
}

function wrap(words: readonly string[], most: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Words of a line; one or two letters, `à`, `de`, stay with what follows. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(' ')) {
    const before = words.at(-1);
    if (before !== undefined && /(^| )\p{L}{1,2}$/u.test(before)) words[words.length - 1] = `${before} ${word}`;
    else words.push(word);
  }
  return words;
}

/** A text in at most so many lines, of nearly the same width: `text-wrap: balance` for every browser. Hard spaces do not break. */
export function balanced(text: string, count: number): string[] {
  const words = wordsOf(text);
  for (let most = widthOf(text) / count; ; most += 0.5) {
    const lines = wrap(words, most);
    if (lines.length <= count) return lines;
  }
}

export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Height of a line, in ems: big names stand closer. */
export const leadingOf = (size: number): number => (size > 14 ? 0.95 : 1.03);

/**
 * The largest of some sizes, largest first, at which a text fits; the smallest where none does. All in hundredths of the box's
 * height. `widthAt` is the room a line has when its top is so high above the foot of the text: a follow-spot narrows upward.
 */
export function fitted(text: string, sizes: readonly number[], height: number, widthAt: (top: number) => number): Fitted {
  for (const size of sizes) {
    const line = size * leadingOf(size);
    for (let count = 1; count * line <= height; count += 1) {
      const lines = balanced(text, count);
      if (lines.every((words, index) => widthOf(words) * size <= widthAt((lines.length - index) * line))) return { size, lines };
    }
  }
  const size = sizes.at(-1) ?? 7;
  return { size, lines: balanced(text, Math.max(1, Math.floor(height / (size * leadingOf(size))))) };
}

/** How many lines a text takes at a size in a width, at the most: regular text is narrower than the bold measured here. */
export const linesAt = (text: string, size: number, width: number): number =>
  text === '' ? 0 : wrap(text.split(' '), width / size).length;

/** The largest size at which names laid one after the other, in order, fill no more than the height: the floor that became a wall. */
export function wallSize(
  names: readonly string[],
  sizes: readonly number[],
  height: number,
  width: number,
  padding: number,
  gap: number,
): number {
  const fits = (size: number): boolean => {
    let rows = 1;
    let used = 0;
    for (const name of names) {
      const plank = widthOf(name) * size + 2 * padding;
      if (plank > width) return false;
      if (used > 0 && used + gap + plank > width) {
        rows += 1;
        used = 0;
      }
      used += (used > 0 ? gap : 0) + plank;
    }
    return rows * (size * 1.15 + gap) <= height;
  };
  return sizes.find(fits) ?? sizes.at(-1) ?? 7;
}
