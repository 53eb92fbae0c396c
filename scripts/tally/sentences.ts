import type { Place } from '../../shared/tally/cut.ts';
import { METHODS, type Method } from '../../shared/tally/methods.ts';
import type { Selection } from '../../shared/tally/quotas.ts';
import type { TeamSensitivity } from '../../shared/tally/sensitivity.ts';

const PLACES: Readonly<Record<Place, string>> = { in: 'in', open: 'tied at the cut', out: 'out' };
const ORDER = ['in', 'open', 'out'] as const;
const SHOWN = 3;

/** "a, b and c". */
export const together = (names: readonly string[], word = 'and'): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`;

/** Why a team is on the agenda, in one sentence. */
export function agendaSentence({ team, whole, jurors, ...counts }: TeamSensitivity): string {
  const all = counts.in + counts.open + counts.out;
  const shares = ORDER.filter((place) => counts[place] > 0).map((place) => `${PLACES[place]} ${counts[place]} times`);
  const methods = ORDER.flatMap((place) => {
    const named = METHODS.filter((method) => whole[method]?.place === place);
    return named.length === 0 ? [] : `${PLACES[place]} by ${together(named)}`;
  });
  return `${team}, in ${all} readings, is ${together(shares)}: with the whole jury ${together(methods)}; ${withoutWhom(jurors)}.`;
}

function withoutWhom(jurors: TeamSensitivity['jurors']): string {
  if (jurors.length === 0) return 'no juror left out changes that';
  const names = jurors.slice(0, SHOWN).map(({ juror }) => juror);
  const more = jurors.length - names.length;
  const list = more === 0 ? names : [...names, more === 1 ? 'one other' : `${more} others`];
  return `leaving out ${together(list, 'or')} changes that by some method`;
}

/** What the selection says, a sentence each. */
export function selectionSentences(selection: Extract<Selection, { chosen: unknown }>, seats: number): readonly string[] {
  const { chosen, open, displaced, interchangeable } = selection;
  const left = Math.max(0, seats - chosen.length);
  return [
    chosen.length === 0 ? 'No team is in for certain.' : `In: ${together(chosen)}.`,
    ...(open.length === 0
      ? []
      : [`Open, for ${left} ${left === 1 ? 'seat' : 'seats'}: ${together(open)}; the count cannot tell them apart.`]),
    ...(open.length === 0 && left > 0
      ? [`${left} ${left === 1 ? 'seat stays' : 'seats stay'} empty: no ballot counts for the other teams.`]
      : []),
    ...interchangeable.map((list) => `Any of ${together(list)} may stand for any other of them.`),
    ...displaced.map(({ team, by, clause }) =>
      clause === 'min' ? `${team} gives way to the minimum of ${by}.` : `${team} gives way: ${by} has reached its maximum.`,
    ),
  ];
}

/** Which clause no selection can meet. */
export function infeasibleSentence({ infeasible }: Extract<Selection, { infeasible: unknown }>): string {
  switch (infeasible.clause) {
    case 'min-above-max':
      return `No selection is possible: ${infeasible.group} has a minimum of ${infeasible.min} above its maximum of ${infeasible.max}.`;
    case 'min':
      return `No selection is possible: the minimum of ${infeasible.group} is ${infeasible.min}, and ballots count for ${infeasible.available} of its teams.`;
    case 'minima-above-seats':
      return `No selection is possible: the minima add up to ${infeasible.sum}, for ${infeasible.seats} seats.`;
    case 'maxima-below-seats':
      return `No selection is possible: the maxima leave ${infeasible.sum} teams, for ${infeasible.seats} seats.`;
  }
}

export const TITLES: Readonly<Record<Method, string>> = {
  mean: 'Mean of given ballots',
  additive: 'Additive fit: the mean corrected for jurors',
  trimmed: 'Trimmed mean: without one highest and one lowest, from five ballots on',
  majority: 'Majority judgment: the lower median, then the majority-value',
  borda: 'Normalised Borda, 0 to 1',
};
