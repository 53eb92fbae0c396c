import { sha256Hex } from '../../../shared/digest.ts';
import type { SeatId, TeamId } from '../../../shared/ids.ts';
import type { Marks } from '../../../shared/jury.ts';
import { receiptOf } from '../../../shared/receipt.ts';

/** A receipt made again on this phone, with every step on the way to its six characters. */
export interface Remade {
  readonly code: string;
  /** Marks as they are hashed: `drame=3,impact=4`. */
  readonly marks: string;
  /** The first eight hexadecimal digits of the hash: 32 bits. */
  readonly head: string;
  /** The first 30 of them, in six groups of five. */
  readonly bits: readonly string[];
  /** A line for a shell that prints the whole hash. */
  readonly command: string;
}

export function remade(salt: string, seat: SeatId, team: TeamId, given: Marks): Remade {
  const marks = Object.entries(given)
    .map(([criterion, mark]) => `${criterion}=${mark}`)
    .sort()
    .join(',');
  const head = sha256Hex([salt, seat, team, marks].join('\n')).slice(0, 8);
  const bits = Number.parseInt(head, 16).toString(2).padStart(32, '0').slice(0, 30);
  return {
    code: receiptOf(salt, seat, team, given),
    marks,
    head,
    bits: bits.match(/.{5}/g) ?? [],
    command: `printf '%s\\n%s\\n%s\\n%s' '${salt}' '${seat}' '${team}' '${marks}' | sha256sum`,
  };
}
