/** U+00A0, as French wants it around the "h" of an hour. */
const HARD = '\u00a0';

/** Hour and minute of an instant in a time zone: `[14, 5]`. */
export function hourMinuteAt(instant: number, timeZone: string): [hour: string, minute: string] {
  const parts = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).formatToParts(instant);
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
  return [part('hour'), part('minute')];
}

/** `14 h 05`, with hard spaces. */
export function hourAt(instant: number, timeZone: string): string {
  const [hour, minute] = hourMinuteAt(instant, timeZone);
  return `${Number(hour)}${HARD}h${HARD}${minute}`;
}

/** A printed time, `14:05`, as `14 h 05`. */
export function printedHour(printed: string): string {
  const [hour = '', minute = ''] = printed.split(':');
  return `${Number(hour)}${HARD}h${HARD}${minute}`;
}

/** `28 novembre 2019`: the day of an instant in a time zone. */
export const dayOf = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone }).format(instant);

/** Whole minutes of a length, rounded up: a programme is late from its first second. */
export const wholeMinutes = (length: number): number => Math.ceil(length / 60_000);

/** An exact mean with two decimals and the French comma, rounded half up from whole numbers: `3,14`. */
export function mean(sum: number, count: number, totalWeight: number): string {
  if (count === 0) return '–';
  const hundredths = Math.floor((200 * sum + count * totalWeight) / (2 * count * totalWeight));
  return `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
}
