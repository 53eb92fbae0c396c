/** Words that jurors and president share, behind closed doors and after. */

const ONES = [
  'aucune',
  'une',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];

/** A small number in words, feminine: `une`, `huit`, then `17`. */
export const inWords = (count: number): string => ONES[count] ?? String(count);
/** `1 note`, `2 notes`. */
export const many = (count: number, one: string, several = `${one}s`): string => `${count} ${count > 1 ? several : one}`;
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const wordy = (count: number, one: string): string => `${inWords(count)} ${one}${count > 1 ? 's' : ''}`;

/** `38 min`, `1 h 05`. */
const minutesLong = (count: number): string =>
  count < 60 ? `${count} min` : `${Math.floor(count / 60)} h ${String(count % 60).padStart(2, '0')}`;

export const jury = {
  deliberation: 'Délibération',
  behindDoors: 'Rien n’est visible hors du jury',

  rank: 'Rang',
  team: 'Équipe',
  mean: 'Moyenne',
  ballots: 'Bulletins',
  ballotsOf: (count: number, seats: number) => `${count}/${seats}`,
  ballotsSaid: (count: number, seats: number) => `${many(count, 'bulletin compté', 'bulletins comptés')} sur ${seats}`,
  tied: 'ex æquo',
  inList: 'Dans la liste',

  cut: (places: number) => `La ligne des ${places}`,
  cutOpen: (places: number, teams: number, mean: string) =>
    `${capital(wordy(places, 'place'))}, ${wordy(teams, 'équipe')} à ${mean} : la ligne reste ouverte`,
  cutChosen: (mean: string) => `Égalité à ${mean}, tranchée par la liste`,

  list: (places: number) => (places > 1 ? `La liste des ${places}` : 'La liste'),
  listOf: (count: number, places: number) => `${count} sur ${places}`,
  listClosed: (hour: string) => `Liste arrêtée à ${hour}`,
  listOrder: 'Dans l’ordre de passage.',
  openPlace: 'Place ouverte',

  returnAt: (hour: string) => `Retour annoncé vers ${hour}`,
  noReturn: 'Retour non annoncé',
  inMinutes: (count: number) => `dans ${minutesLong(count)}`,
  minutesAgo: (count: number) => (count === 0 ? 'c’est l’heure' : `heure passée de ${minutesLong(count)}`),

  inTheRoom: 'Dans la salle, à l’instant',
  back: 'Le jury est de retour',
  backMore: 'Les noms s’affichent ici quand ils sont dits dans la salle, pas avant.',
  retained: (count: number, of: number) => `Projet retenu, ${count} sur ${of}`,
  before: 'Déjà annoncés',
  laureates: (count: number) => (count > 1 ? `Les ${count} projets retenus` : 'Le projet retenu'),
  thanks: (count: number) => `Bravo aux ${count} équipes !`,
  closed: 'La séance est close',
  closedMore: 'Merci d’avoir siégé. Vous pouvez fermer cette page.',
};
