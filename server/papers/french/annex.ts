import { ended, many } from './forms.ts';

/** What the restricted annex says, in French. */
export const annex = {
  title: 'Annexe restreinte',
  notice: 'Document de délibération, non communicable',
  restricted: 'Annexe restreinte : document de délibération, non communicable',
  warning:
    'Cette annexe au procès-verbal éclaire la délibération ; elle n’est ni publiée, ni remise aux équipes. Les notes éclairent, le jury désigne : le procès-verbal seul dit ce qu’il a décidé.',
  notesOnly: 'Selon le règlement, le jury n’a donné aucun chiffre : il n’y a ni moyenne ni classement.',

  ranking: '1. Le classement officiel',
  rankingBy: (method: string) =>
    `Classement par le règlement : ${method}. La moyenne est celle des bulletins rendus, exacte en fraction, puis arrondie à deux décimales.`,
  rankingHead: ['Rang', 'Projet', 'Moyenne', 'Exacte', 'Bulletins', 'Déports', 'Place'],
  ballotsOf: (count: number, expected: number) => `${count} sur ${expected}`,
  tied: (rank: number) => `${rank} ex æquo`,
  inside: 'devant',
  open: 'à départager',
  outside: '–',
  retained: (places: number) => `« Devant » : parmi les ${places} premiers selon le classement, avant toute décision du jury.`,

  methods: '2. Les mêmes bulletins par cinq méthodes',
  methodsMore: 'Rang de chaque projet, dans l’ordre officiel. Seule la méthode du règlement compte.',
  methodHead: ['Projet', 'Moyenne', 'Corrigée', 'Tronquée', 'Majoritaire', 'Borda'],
  disconnected: (parts: number) =>
    `La moyenne corrigée ne se calcule pas ici : les bulletins forment ${parts} groupes que rien ne relie entre eux.`,
  coverage: (given: number, possible: number) =>
    `${many(given, 'bulletin complet', 'bulletins complets')} sur ${possible} possibles, tous sièges et tous projets présents.`,
  whole: 'La matrice est complète : chaque membre a noté chaque projet.',
  holesOf: (seat: string, count: number) => `Siège ${seat} : ${many(count, 'bulletin absent', 'bulletins absents')}.`,

  sensitivity: '3. Ce que le choix de la méthode ou d’un membre changerait',
  readings: (readings: number, places: number) =>
    `${readings} lectures des mêmes bulletins : cinq méthodes, avec tout le jury, puis sans chaque membre à son tour ; une lecture place un projet parmi les ${places} premiers, à égalité à la limite, ou après.`,
  always: (teams: string) => `Toujours parmi les premiers : ${teams}.`,
  never: (teams: string) => `Jamais parmi les premiers : ${teams}.`,
  steady: 'Aucun projet ne change de côté selon la lecture.',
  depends: (team: string, inside: number, open: number, of: number, best: number, worst: number) =>
    `${team}, sur ${of} lectures : ${inside} parmi les premiers, ${open} à égalité, ${of - inside - open} après ; rang de ${best} à ${worst}.`,

  ladder: '4. L’égalité à la dernière place',
  noTie: 'Aucune égalité à la limite de la liste.',
  step: (hour: string, step: string, groups: string) => `${hour}, ${step} : ${groups}.`,
  nothing: 'rien n’est départagé',
  before: ', puis ',
  seed: (seed: string) => `germe ${seed}`,
  undecided: (teams: string) => `Reste à départager : ${teams}.`,

  departures: '5. Les écarts entre la liste et le classement',
  listOpen: 'La liste n’est pas encore arrêtée.',
  noDeparture: 'La liste suit le classement.',
  left: (team: string, motion: number, reason: string) =>
    `${team}, devant dans le classement, n’est pas dans la liste (vote ${motion}). Motif : ${ended(reason)}`,
  entered: (teams: string) => `Dans la liste sans être devant dans le classement : ${teams}.`,
} as const;
