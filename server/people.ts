import * as z from 'zod/mini';
import type { SeatId } from '../shared/ids.ts';
import type { Setup } from '../shared/setup.ts';

const LONGEST = 80;
const person = z.strictObject({ name: z.string().check(z.trim(), z.maxLength(LONGEST), z.regex(/^\P{C}*$/u)) });

/** Who sits where, out of a request's body; or why not. An empty name forgets. */
export function readPerson(
  { seats }: Pick<Setup, 'seats'>,
  seat: string,
  body: unknown,
): { readonly seat: SeatId; readonly name: string } | { readonly code: 'unknown-seat' | 'malformed' } {
  const known = seats.find(({ id }) => id === seat);
  if (!known) return { code: 'unknown-seat' };
  const read = person.safeParse(body);
  return read.success ? { seat: known.id, name: read.data.name } : { code: 'malformed' };
}
