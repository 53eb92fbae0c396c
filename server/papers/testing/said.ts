import { type Minutes, minutesOf } from '../../../shared/minutes.ts';
import { defendedAfternoon } from '../../../shared/testing/defended.ts';
import type { Afternoon } from '../../../shared/testing/given.ts';
import type { Paper } from '../document.ts';
import { printPaper } from '../print.ts';
import { readPaper, type Said } from './reader.ts';

/** The defended afternoon, lived once for all the tests of a file. */
export const afternoon = defendedAfternoon();

/** The minutes of an afternoon; for tests. */
export function minutesAt({ entries }: Pick<Afternoon, 'entries'>): Minutes {
  const minutes = minutesOf(entries);
  if (!minutes) throw new Error('a journal without a set-up');
  return minutes;
}

const leaves = ({ text, children }: Said): readonly string[] => (children.length === 0 ? [text] : children.flatMap(leaves));
/** With one plain space wherever there are spaces of any kind. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Everything a PDF says: each paragraph, term and cell; all of it in a row with plain spaces; and its ornaments. */
export async function saidIn(bytes: Buffer) {
  const { pages } = await readPaper(bytes);
  const parts = pages
    .flatMap(({ tree }) => tree.flatMap(leaves))
    .map(plain)
    .filter((part) => part !== '');
  return { parts, text: parts.join(' '), ornaments: pages.map((page) => plain(page.ornaments)) };
}

export const saidOn = async (paper: Paper) => saidIn(await printPaper(paper));
