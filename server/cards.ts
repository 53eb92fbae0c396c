import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Audience, audienceKey } from '../shared/audience.ts';
import type { Setup } from '../shared/setup.ts';

/** Crockford's base 32: no I, L, O or U, so that nothing looks like something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;
/** As many codes as a card can have. */
export const CODES = ALPHABET.length ** LENGTH;

/** What a person typed from a card: which card, and the code that proves it is in hand. */
export interface Typed {
  readonly card: string;
  readonly code: string;
}

/** A card's name and code out of what was typed, in any case, with any spaces or dashes; null where something is missing. */
export function readCard(text: string): Typed | null {
  const plain = text.toUpperCase().replaceAll(/[\s.·-]/g, '');
  const [card, code] = [plain.slice(0, -LENGTH), plain.slice(-LENGTH).replaceAll('O', '0').replaceAll(/[IL]/g, '1')];
  const name = card.slice(0, 1) + card.slice(1).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[CEJPRST]\d{0,3}$/.test(name) && [...code].every((one) => ALPHABET.includes(one)) ? { card: name, code } : null;
}

/** How a card is called on paper: `J12` the juror of seat 12, `T3` table 3, `C1` a coach, `P` president, `R` régie, `E` projector, `S` stage. */
export function cardOf(audience: Audience, setup: Setup): string | null {
  switch (audience.role) {
    case 'juror':
      return `J${setup.seats.find(({ id }) => id === audience.seat)?.number}`;
    case 'table':
      return `T${setup.teams.find(({ id }) => id === audience.team)?.table}`;
    case 'coach':
      return `C${setup.coaches.findIndex(({ id }) => id === audience.coach) + 1}`;
    case 'president':
      return 'P';
    case 'mc':
      return 'R';
    case 'projector':
      return 'E';
    case 'stage':
      return 'S';
    // The organiser's link opens all the others: it is on the screen of the laptop, and on no card.
    default:
      return null;
  }
}

/** The code of an audience's card, made as its token is, of the same secret and generation, and revoked with it. */
export function codeOf(secret: Buffer, forum: string, audience: Audience, generation: number): string {
  const bits = createHmac('sha256', secret)
    .update(`card\n${forum}\n${audienceKey(audience)}\n${generation}`)
    .digest()
    .readUInt32BE(0);
  return Array.from({ length: LENGTH }, (_, place) => ALPHABET[(bits >>> (5 * place)) & 31]).join('');
}

/** Whether two codes are the same, in the same time wherever they differ. */
export const sameCode = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
