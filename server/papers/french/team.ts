import { many } from './forms.ts';

/** What a team is given on paper, in French: the jury's words, and its own marks. */

export const feedback = {
  title: 'Retour du jury',
  thanks: 'Merci d’avoir présenté ce projet devant le jury. Voici ce que vous pouvez en garder.',
  project: 'Projet',
  department: 'Département',
  passage: 'Passage',
  passageAt: (place: number, hour: string) => `n° ${place}, à ${hour}`,
  words: 'Les mots du jury',
  wordsFrom: 'Des membres du jury vous ont écrit ; chacun parle pour soi.',
  noWords: 'Les membres du jury vous ont répondu de vive voix et n’ont pas laissé de mot écrit.',
  mean: 'Votre moyenne',
  meanIs: (mean: string, max: number, ballots: number) =>
    `${mean} sur ${max}, d’après ${many(ballots, 'bulletin')}. C’est la moyenne des notes, chacune comptée selon le poids de son critère.`,
  retained: 'La suite',
  retainedText: 'Votre projet fait partie de ceux que le jury a retenus. Voici ce qui a été fixé devant la salle.',
  retainedBare: 'Votre projet fait partie de ceux que le jury a retenus. Le premier rendez-vous reste à fixer.',
  firstDate: 'Premier rendez-vous',
  sponsor: 'Appui',
  time: 'Temps libéré',
  coach: 'Accompagnement',
  toSettle: 'à fixer',
  next: 'Et maintenant',
  nextText: 'Ce que vous avez dit et entendu devant le jury est à vous : cela servira au projet, et à celles et ceux qui le porteront.',
  ask: (organiser: string) => `L’extrait de vos notes est remis à l’équipe qui le demande à l’organisation (${organiser}).`,
  foot: (organiser: string) => `${organiser}. Cette fiche est pour l’équipe.`,
} as const;

export const extract = {
  title: 'Extrait des notes',
  about: 'Ce document réunit les notes reçues par ce seul projet. Il ne dit rien des autres projets, ni de qui a donné quelle note.',
  project: 'Projet',
  department: 'Département',
  ballots: 'Bulletins comptés',
  ballotsOf: (count: number, missing: number, excused: number) =>
    [String(count), ...(missing > 0 ? [many(missing, 'manquant')] : []), ...(excused > 0 ? [many(excused, 'déport')] : [])].join(', '),
  mean: 'Moyenne pondérée',
  meanOf: (mean: string, max: number) => `${mean} sur ${max}`,
  table: 'Notes, critère par critère',
  criterion: (name: string, weight: number) => `${name} (poids\u00A0${weight})`,
  line: 'Ligne',
  ballot: 'bulletin',
  average: 'moyenne',
  weighted: 'Moyenne du bulletin',
  order: 'Une ligne par bulletin, de la moyenne la plus haute à la plus basse : l’ordre ne dit rien des sièges.',
  scale: (levels: string) => `Échelle : ${levels}.`,
  sum: (sum: number, count: number, weight: number, mean: string) =>
    `Calcul : la somme des notes multipliées par le poids de leur critère est ${sum} ; divisée par ${count} × ${weight} (bulletins × somme des poids), elle donne ${mean}.`,
  none: 'Aucun bulletin complet n’a été compté pour ce projet.',
  notesOnly: 'Selon le règlement, le jury n’a donné aucun chiffre.',
} as const;

/** Why a team's paper is not given. */
export const unavailable = {
  unknown: 'Aucune équipe de ce forum ne porte cet identifiant. Reprenez-le dans la liste des équipes.',
  erased: 'Les bulletins de cette séance ont été effacés : le procès-verbal signé et les archives font foi.',
  withdrawn: 'Cette équipe n’est pas passée devant le jury : il n’y a ni retour ni notes à lui remettre.',
} as const;
