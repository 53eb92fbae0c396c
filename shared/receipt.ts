import { sha256Hex } from './digest.ts';
import type { SeatId, TeamId } from './ids.ts';
import type { Marks } from './jury.ts';
import type { State } from './state.ts';

/** No letter or digit that is taken for another when read aloud (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/**
 * The code of a recorded ballot: the first 30 bits of SHA-256("{salt}\n{seat}\n{team}\n{criterion}={mark},…"), criteria in alphabetical
 * order, five bits a character. The salt, known to the seat's own phone and to the journal, keeps the printed codes from telling the marks.
 */
export function receiptOf(salt: string, seat: SeatId, team: TeamId, marks: Marks): string {
  const given = Object.entries(marks)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([criterion, mark]) => `${criterion}=${mark}`);
  const bits = Number.parseInt(sha256Hex([salt, seat, team, given.join(',')].join('\n')).slice(0, 8), 16) >>> 2;
  return Array.from({ length: LENGTH }, (_, index) => ALPHABET[(bits >>> (5 * (LENGTH - 1 - index))) & 31]).join('');
}

export interface Receipt {
  readonly seat: SeatId;
  readonly team: TeamId;
  readonly code: string;
}

/** The codes of all ballots as they stand, by seat, teams in passing order. A ballot without a mark has none. */
export function receiptsOf(state: Pick<State, 'setup' | 'course' | 'ballots' | 'attendance'>): readonly Receipt[] {
  return state.setup.seats.flatMap(({ id: seat }) =>
    state.course.order.flatMap((team) => {
      const code = ownReceipt(state, seat, team);
      return code === null ? [] : [{ seat, team, code }];
    }),
  );
}

/** The code of one ballot as it stands; null while it holds no mark. */
export function ownReceipt({ ballots, attendance }: Pick<State, 'ballots' | 'attendance'>, seat: SeatId, team: TeamId): string | null {
  const marks = ballots[seat]?.[team]?.marks ?? {};
  return Object.keys(marks).length === 0 ? null : receiptOf(attendance[seat]?.salt ?? '', seat, team, marks);
}
