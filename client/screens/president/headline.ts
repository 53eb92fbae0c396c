import type { DeliberationView } from '../../../shared/views/jury.ts';
import { matrix as words } from '../../text/matrix.ts';
import type { JurySensitivity } from './reading.ts';

/** What the readings say together: the sentence that is sure, and the one that is the jury's, lit while it is open. */
export interface Headline {
  readonly sure: string;
  readonly rest: string;
  readonly lit: boolean;
}

/** From the readings: all methods, with every seat and without each in turn. */
export function headline({ always }: JurySensitivity, deliberation: DeliberationView, points: number): Headline {
  const { places, rows, open, list } = deliberation;
  if (rows.length <= places) return { sure: words.everyTeam, rest: '', lit: false };
  const sure = words.everywhere(always.length);
  const left = places - always.length;
  if (left <= 0) return { sure, rest: words.noneOpen, lit: false };
  if (open.length > 0) return { sure, rest: words.open(places, left), lit: true };
  if (points > 0) return { sure, rest: words.depends(places, left), lit: true };
  return {
    sure,
    rest: list.length === places ? words.designated(places, left) : words.open(places, places - list.length),
    lit: list.length < places,
  };
}
