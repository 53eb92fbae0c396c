import type { Instant, Millis } from '../../../shared/time.ts';
import type { Block } from '../document.ts';

/** How French writes numbers, hours and lists. Plain spaces: `typeset` makes hard those that must not break. */

/** `14 h 05`, in a time zone. */
export function hour(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${Number(part('hour'))} h ${part('minute')}`;
}

/** `jeudi 28 novembre 2019`, of a day written `2019-11-28`; the first of a month is `1er`. */
export function day(date: string): string {
  const form = new Intl.DateTimeFormat('fr-FR', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return form.format(new Date(`${date}T12:00:00Z`)).replace(/ 1 /, ' 1er ');
}

/** The day of an instant in a time zone, written `2019-11-28`. */
export const dateAt = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(at);

/** `3 min 04 s`, `45 s`, `1 h 02 min 00 s`; parts of a second are left out. */
export function length(of: Millis): string {
  const whole = Math.floor(of / 1_000);
  const two = (count: number) => String(count).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  if (hours > 0) return `${hours} h ${two(minutes)} min ${two(seconds)} s`;
  return minutes > 0 ? `${minutes} min ${two(seconds)} s` : `${seconds} s`;
}

/** A round length as a règlement gives it: `3 min`, `2 min 30 s`. */
export const roundLength = (of: Millis): string => length(of).replace(/ (00 min )?00 s$/, '');

/** An exact fraction with two decimals and a comma, rounded half up: `3,14`. `–` where nothing is counted. */
export function mean(sum: number, over: number): string {
  if (over === 0) return '–';
  const hundredths = Math.floor((200 * sum + over) / (2 * over));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
}

/** `1 bulletin`, `2 bulletins`; nought is singular. */
export const many = (count: number, one: string, several = `${one}s`): string => `${count} ${count > 1 ? several : one}`;

/** `A`, `A et B`, `A, B et C`. */
export const and = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}`;

export const quoted = (text: string): string => `« ${text} »`;
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A sentence in somebody's words ends as one. */
export const ended = (text: string): string => (/[.!?…»]$/.test(text) ? text : `${text}.`);

/** Spaces that must not end a line made hard: before high marks, inside guillemets, between a number and what it counts. */
export const typeset = (text: string): string =>
  text
    .replace(/ (?=[;:!?»%])/g, '\u00A0')
    .replace(/(?<=«) /g, '\u00A0')
    .replace(/(?<=\d) (?=(h|min|s)(?![\p{L}]))/gu, '\u00A0')
    .replace(/(?<=\d\u00A0(h|min)) (?=\d)/g, '\u00A0')
    .replace(/(?<=n°|sièges?|votes?|passages?|pages?|écriture) (?=\d)/gi, '\u00A0');

/** A block in which every text but a command is typeset. */
export function typesetBlock(block: Block): Block {
  if ('heading' in block) return { ...block, heading: typeset(block.heading) };
  if ('text' in block) return { ...block, text: typeset(block.text) };
  if ('list' in block) return { list: block.list.map(typeset) };
  if ('facts' in block) return { facts: block.facts.map(([term, value]) => [typeset(term), typeset(value)] as const) };
  if ('signatures' in block) return { signatures: block.signatures.map(typeset) };
  if (!('table' in block)) return block;
  const { caption, head, rows } = block.table;
  const cells = (row: readonly string[]) => row.map(typeset);
  return { table: { ...block.table, caption: typeset(caption), head: cells(head), rows: rows.map(cells) } };
}
