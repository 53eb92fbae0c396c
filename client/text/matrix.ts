import { capital, inWords, many } from './jury.ts';

/** The words of the president's picture, and of what it leaves open. */

const FIRST = ['première', 'deuxième', 'troisième', 'quatrième', 'cinquième', 'sixième', 'septième', 'huitième', 'neuvième', 'dixième'];
/** A rank in words, feminine: `huitième`, then `12e`. */
const ordinal = (rank: number): string => FIRST[rank - 1] ?? `${rank}e`;
/** `1re`, `2e`. */
export const shortOrdinal = (rank: number, feminine = true): string => (rank === 1 ? (feminine ? '1re' : '1er') : `${rank}e`);

/** `3, 4 ou 8`. */
const either = (parts: readonly string[], word = 'ou'): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${word} ${parts.at(-1)}`;

const methods = {
  mean: 'moyenne',
  additive: 'corrigée par juré',
  trimmed: 'tronquée',
  majority: 'jugement majoritaire',
  borda: 'Borda',
} as const;
type Method = keyof typeof methods;
const bySaid: Record<Method, string> = {
  mean: 'selon la moyenne',
  additive: 'selon la moyenne corrigée',
  trimmed: 'selon la moyenne tronquée',
  majority: 'selon le jugement majoritaire',
  borda: 'selon Borda',
};

const inside = (places: number) => (places > 1 ? `dans les ${inWords(places)}` : 'dans la liste');
const outside = (places: number) => (places > 1 ? `des ${inWords(places)}` : 'de la liste');

export const matrix = {
  caption: (seats: number) => `Notes des ${many(seats, 'juré')} par équipe, moyenne, bulletins comptés et rang selon chaque méthode`,
  rank: 'Rang',
  department: 'Département',
  team: 'Équipe',
  dots: 'Un point par juré',
  ends: (min: number, low: string, max: number, high: string) =>
    `, de ${min} ${low.toLocaleLowerCase('fr')} à ${max} ${high.toLocaleLowerCase('fr')}`,
  mean: 'Moyenne',
  seats: 'Jurés',
  threads: (count: number) => `Rang selon ${inWords(count)} méthodes`,
  band: 'Rangs',
  ranks: (best: number, worst: number) => (best === worst ? String(best) : `${best} à ${worst}`),
  dotsSaid: (count: number, low: string, high: string, mean: string) => `${many(count, 'note')} de ${low} à ${high}, moyenne ${mean}`,
  noBallot: 'Aucun bulletin compté',
  threadSaid: (methods: readonly string[], ranks: readonly (number | null)[]) =>
    `Rangs : ${methods.map((method, index) => `${method} ${ranks[index] ?? 'non calculable'}`).join(', ')}`,
  coverageSaid: (count: number, seats: number, excused: number) =>
    `${many(count, 'bulletin compté', 'bulletins comptés')} sur ${seats}${excused > 0 ? `, ${many(excused, 'siège')} sans bulletin attendu` : ''}`,
  coverage: (count: number, seats: number) => `${count}/${seats}`,

  methods,
  official: (method: string) => `${method} (règlement)`,
  unknown: (method: string) => `${method} (non calculable)`,
  keyMean: 'moyenne, marche à marche',
  keyThread: (methods: readonly string[]) => `${methods.join(', ')}. Fil droit : elles s’accordent.`,
  keyHollow: (number: number, title: string, below: string) => `siège ${number} (${title}), ${below} sous le jury.`,
  without: (teams: readonly string[]) => ` Sans lui, ${either(teams, 'et')} devant.`,
  legend: 'Légende',
  cutSettled: 'Égalité tranchée par l’échelle du règlement',

  everywhere: (count: number) =>
    count === 0
      ? 'Aucune équipe n’est devant partout.'
      : `${capital(inWords(count))} ${count > 1 ? 'équipes sont' : 'équipe est'} devant partout.`,
  everyTeam: 'Chaque équipe a une place.',
  noneOpen: 'Aucune place n’est ouverte.',
  open: (places: number, count: number) => {
    if (count > 1) return `${capital(inWords(count))} places sont ouvertes.`;
    return places > 1 ? `La ${ordinal(places)} place est ouverte.` : 'La place est ouverte.';
  },
  depends: (places: number, count: number) => {
    if (count > 1) return `${capital(inWords(count))} places dépendent de la lecture.`;
    return places > 1 ? `La ${ordinal(places)} place dépend de la lecture.` : 'La place dépend de la lecture.';
  },
  designated: (places: number, count: number) => {
    if (count === places) return 'Le jury a désigné.';
    return count > 1 ? `Le jury a désigné les ${inWords(count)} autres.` : `Le jury a désigné la ${ordinal(places)}.`;
  },
  basis: (count: number) =>
    `Devant par les ${inWords(count)} méthodes, quel que soit le siège que l’on retire. Les notes éclairent, le jury désigne.`,
  /** While the readings are being computed. */
  reading: (share: number) => `Lecture en cours, ${Math.round(share * 100)} % : chaque méthode, chaque siège retiré à son tour.`,
  apart: (parts: number) =>
    `La moyenne corrigée n’est pas calculable : les bulletins forment ${inWords(parts)} groupes que rien ne relie. Les autres méthodes tiennent.`,

  agenda: 'À trancher',
  /** What a team's place hangs on: `Projet 15 entre dans les huit sans le siège 3, et selon Borda.` */
  point: (team: string, move: 'enters' | 'leaves' | 'ties', places: number, grounds: readonly string[]) => {
    const verb = {
      enters: `entre ${inside(places)}`,
      leaves: `sort ${outside(places)}`,
      ties: `est à égalité pour la dernière place`,
    }[move];
    return `${team} ${verb} ${grounds.join(', et ')}.`;
  },
  withoutSeats: (numbers: readonly number[]) => `sans le siège ${either(numbers.map(String))}`,
  byMethods: (by: readonly Method[]) => either(by.map((method) => bySaid[method])),
  byMethodWithout: (method: Method, numbers: readonly number[]) => `${bySaid[method]} sans le siège ${either(numbers.map(String))}`,

  compare: 'Comparer deux équipes',
};
