import Papa from 'papaparse';

/** A French Excel opens it as it is: byte-order mark, semicolons, CRLF; what begins like a formula is disarmed. The first row names the columns. */
export const csv = (rows: readonly Readonly<Record<string, string | number>>[]): string =>
  `\uFEFF${Papa.unparse([...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;

export const yesNo = (held: boolean): string => (held ? 'oui' : 'non');

export const decimals = (value: number, count: number): string => value.toFixed(count).replace('.', ',');
