import type { Exception } from '../../../shared/exceptions.ts';
import type { TeamId } from '../../../shared/ids.ts';
import type { ClosedMotion, Question } from '../../../shared/jury.ts';
import type { Incident, QuorumTaken } from '../../../shared/minutes.ts';
import type { Millis } from '../../../shared/time.ts';
import { and, ended, length, many, quoted } from './forms.ts';

/** Why the server paused a clock by itself. */
const BY_ITSELF: Readonly<Record<string, string>> = { restart: 'arrêt du poste de la salle', sleep: 'mise en veille du poste de la salle' };

/** What the minutes say, in French. Hours, names and numbers come written. */
export const minutes = {
  title: 'Procès-verbal du jury',
  subject: (name: string, city: string, day: string) => `${name}, ${city}, ${day}`,
  draft: 'Brouillon',
  draftFoot: (seq: number, hour: string) => `Brouillon tiré du journal à ${hour} (écriture ${seq}). Ne fait pas foi.`,
  foot: (seq: number, hash: string) => `Journal de la séance, écriture ${seq}, SHA-256 ${hash}`,
  page: (n: number, of: number) => `page ${n} sur ${of}`,
  none: '–',

  sitting: '1. La séance',
  event: 'Événement',
  organiser: 'Organisation',
  place: 'Lieu',
  day: 'Date',
  hours: 'Horaires',
  phase: {
    brief: (hour: string) => `brief du jury à ${hour}`,
    introduction: (hour: string) => `introduction à ${hour}`,
    passages: (hour: string) => `passages à ${hour}`,
    deliberation: (hour: string) => `délibération à ${hour}`,
    restitution: (hour: string) => `restitution à ${hour}`,
    closed: (hour: string) => `séance close à ${hour}`,
  },
  notBegun: 'La séance n’est pas ouverte',
  presidency: 'Présidence',
  presidentSeat: (seat: string, title: string) => `Siège ${seat}, ${title} ; nom au bas du procès-verbal`,
  secretary: 'Secrétariat',
  secretaryName: (organiser: string) => `${organiser} ; nom au bas du procès-verbal`,
  rules: 'Le règlement',
  rulesHash: (version: string) =>
    `Le jury a siégé sous le règlement ${quoted(version)}, figé à l’ouverture du brief. Son empreinte SHA-256 vaut pour les critères, l’échelle, les règles et la composition du jury :`,
  rulesOpen: 'Le règlement n’est pas encore figé : il l’est à l’ouverture du brief.',

  jury: '2. Le jury',
  members: 'Membres, par collège',
  memberHead: ['Collège', 'Siège', 'Qualité', 'Dép.', 'Présence'],
  absent: (final: boolean) => (final ? 'n’a pas siégé' : 'non relevée'),
  presidentMark: (title: string) => `${title} (présidence)`,
  stay: (from: string, to: string | null) => (to === null ? `dès ${from}` : `${from} – ${to}`),
  quorum: 'Présence et quorum',
  quorumHead: ['Moment', 'Heure', 'Présents', 'Requis', 'Par collège', 'Quorum'],
  presentHead: ['Moment', 'Heure', 'Présents'],
  noQuorum: 'Le règlement ne demande pas de quorum.',
  when: (when: QuorumTaken['when'], motion: number | null) =>
    ({
      passages: 'Ouverture des passages',
      deliberation: 'Ouverture de la délibération',
      motion: `Vote ${motion}`,
      list: 'Liste arrêtée',
    })[when],
  ofCollege: (college: string, present: number, needed: number) => `${present} ${college} (${needed} requis)`,
  met: (met: boolean) => (met ? 'atteint' : 'non atteint'),
  noneTaken: 'La présence est relevée à l’ouverture des passages et de la délibération, à chaque vote, et quand la liste est arrêtée.',
  recusals: 'Déports',
  noRecusal: 'Aucun déport n’a été déclaré.',
  byDepartment: 'Selon le règlement, aucun membre n’a jugé les projets de son département.',
  recusal: (seat: string, team: string | null, hour: string, lifted: string | null) =>
    `Siège ${seat}, ${team === null ? 'pour toute la séance' : `pour ${team}`}, consigné à ${hour}${lifted === null ? '' : `, levé à ${lifted}`}.`,

  order: '3. Le tirage au sort',
  notDrawn: 'L’ordre de passage n’a pas été tiré au sort ; c’est celui du programme.',
  drawing: 'Le tirage de l’ordre de passage n’est pas terminé.',
  drawn: (opened: string, hour: string) =>
    `L’ordre de passage a été tiré au sort en public à ${hour}, la liste des équipes étant figée depuis ${opened}. Un nombre a été dit à voix haute pour chaque département ; l’ordre est celui des empreintes SHA-256 de « germe:équipe ».`,
  numbers: 'Nombres dits',
  number: (department: string, number: number) => `${department}\u00A0${number}`,
  seed: 'Germe',
  witnesses: 'Témoins',
  drawnOrder: 'Ordre tiré',
  inOrder: (place: number, id: string, team: string) => `${place}. ${team} (${id})`,
  redo: 'Chacun peut refaire le tirage : cette commande affiche les équipes dans l’ordre tiré.',

  passages: '4. Les passages',
  passagesTable: (pitch: string, questions: string) =>
    `Temps réels, pauses déduites ; le règlement donne ${pitch} de pitch et ${questions} de questions`,
  passageHead: ['N°', 'Projet', 'Dép.', 'Début', 'Pitch', 'Questions', 'Fin'],
  ballotHead: 'Bulletins',
  struck: 'absente',
  incidents: 'Incidents',
  noIncident: 'Aucun incident n’a été consigné.',
  at: (hour: string, team: string | null, what: string) => `${hour}, ${team === null ? '' : `${team} : `}${what}`,
  incident: ({ kind, length: by, reason }: Incident): string => {
    if (kind === 'restart') return 'chronomètre repris du début.';
    if (kind === 'adjustment')
      return Number(by) < 0 ? `${length(-Number(by) as Millis)} retirées.` : `${length(by ?? (0 as Millis))} ajoutées.`;
    const why = reason === null ? '' : ` (${BY_ITSELF[reason] ?? reason})`;
    return by === null ? `pause en cours${why}.` : `pause de ${length(by)}${why}.`;
  },
  change: {
    postponed: (reason: string) => `passage reporté en fin d’ordre. Motif : ${ended(reason)}`,
    withdrawn: (reason: string) => `équipe absente, passage retiré. Motif : ${ended(reason)}`,
    reordered: (reason: string) => `ordre de passage modifié. Motif : ${ended(reason)}`,
  },
  remark: (text: string) => ended(text),

  ballots: '5. Les bulletins',
  criteria: (scale: string) => `Critères ; échelle : ${scale}`,
  criteriaHead: ['Critère', 'Question posée', 'Poids'],
  level: (mark: number, word: string) => `${mark} ${word.toLowerCase()}`,
  notesOnly: 'Selon le règlement, le jury a pris des notes et n’a donné aucun chiffre : il n’y a ni bulletin ni moyenne.',
  counted: (counted: number, expected: number) =>
    `${many(counted, 'bulletin complet compté', 'bulletins complets comptés')} sur ${expected} attendus, hors déports et équipes absentes. Un bulletin manquant n’est jamais compté comme zéro.`,
  notLocked: 'Les bulletins ne sont pas encore verrouillés.',
  locked: (hour: string) => `Les bulletins ont été verrouillés à ${hour}. Empreinte du journal à cet instant, montrée à la salle :`,
  exceptions: 'Bulletins sur papier, rouverts ou arrivés après le verrou',
  exceptionHead: ['Heure', 'Siège', 'Projet', 'Nature et motif', 'Code avant', 'Code après'],
  noException: 'Aucun bulletin sur papier, rouvert ou arrivé après le verrou.',
  exception: ({ kind, reason }: Exception, made: string | null): string => {
    const what = {
      paper: 'Saisi d’après un bulletin papier',
      reopened: 'Rouvert par la présidence',
      admitted: 'Arrivé après le verrou, admis par la présidence',
      late: 'Arrivé après le verrou, non compté',
    }[kind];
    const when = made === null ? '' : `, noté à ${made} selon le téléphone`;
    return `${what}${when}.${reason === null ? '' : ` Motif : ${ended(reason)}`}`;
  },
  receipts: 'Codes des bulletins',
  receiptsWhy: (criteria: readonly string[]) =>
    `Chaque membre lit sur son téléphone le code de chacun de ses bulletins et le retrouve ici. Le code se recalcule : ce sont les 30 premiers bits, en base 32 de Crockford, du SHA-256 de quatre lignes, à savoir l’empreinte de l’écriture par laquelle le siège s’est montré d’abord, l’identifiant du siège, celui de l’équipe, et les notes par critère dans l’ordre alphabétique (${criteria.map((id) => `${id}=note`).join(',')}).`,
  receiptsTable: (from: number, to: number) => (from === to ? `Passage ${from}` : `Passages ${from} à ${to}`),
  seat: 'Siège',

  deliberation: '6. La délibération',
  notOpen: 'La délibération n’est pas ouverte.',
  doors: (opened: string) => `Le jury a délibéré à huis clos à partir de ${opened}.`,
  votes: 'Votes',
  noVote: 'Le jury n’a pas mis de question aux voix.',
  voteHead: ['N°', 'Question', 'Scrutin', 'Votants', 'Pour', 'Contre', 'Abst.', 'Résultat'],
  secrecy: (secret: boolean) => (secret ? 'secret' : 'public'),
  voters: (voted: number, entitled: number) => `${voted} sur ${entitled}`,
  question: (question: Question, name: (id: TeamId) => string): string => {
    switch (question.kind) {
      case 'free':
        return question.text;
      case 'tie':
        return `Départager l’égalité : ${name(question.team)} devant`;
      case 'replace':
        return `Retenir ${name(question.put)} à la place de ${name(question.out)}. Motif : ${ended(question.reason)}`;
      case 'list':
        return `Arrêter la liste : ${and(question.teams.map(name))}. Motif : ${ended(question.reason)}`;
    }
  },
  outcome: (closed: ClosedMotion | null): string => {
    if (closed === null) return 'vote en cours';
    const result = { adopted: 'adopté', rejected: 'non adopté', split: 'partagé' }[closed.outcome];
    if (closed.castingVote === null) return result;
    return `${result} (voix prépondérante : ${closed.castingVote === 'for' ? 'pour' : 'contre'})`;
  },
  tie: (steps: readonly string[]) =>
    `Une égalité à la dernière place a été portée devant le jury et départagée selon le règlement : ${steps.join(', puis ')}. Le détail est dans l’annexe restreinte.`,
  tieSeed: (step: string, seed: string) => `${step} (germe ${seed})`,
  departed: 'Écart avec le classement',
  departure: (team: string, motion: number, reason: string) =>
    `Le jury s’est écarté du classement : ${team} n’est pas dans la liste, par le vote ${motion}. Motif : ${ended(reason)}`,
  followed: 'La liste suit le classement.',

  list: '7. Les projets retenus',
  listOpen: 'La liste n’est pas encore arrêtée.',
  listReopened: (first: string, again: string, reason: string) =>
    `La liste, arrêtée à ${first}, a été rouverte une fois, à ${again}. Motif : ${ended(reason)}`,
  listClosed: (hour: string) => `La liste a été arrêtée à ${hour}. Elle suit l’ordre de passage, qui ne dit rien d’un rang.`,
  listHead: ['Passage', 'Projet', 'Département'],
  commitments: 'Engagements pris devant la salle',
  commitmentHead: ['Projet', 'Appui', 'Temps libéré', 'Accompagnement', 'Premier rendez-vous'],
  toSettle: 'à fixer',

  dissent: '8. Opinions consignées',
  noDissent: 'Aucun membre n’a demandé que son désaccord soit consigné.',
  made: '9. Signatures',
  madeAt: (city: string, day: string) => `Fait à ${city}, le ${day}.`,
  journal: (seq: number, hour: string) =>
    `Ce procès-verbal est tiré du journal de la séance, jusqu’à l’écriture ${seq} (${hour}). Chaque écriture porte l’empreinte de la précédente ; la dernière empreinte SHA-256 couvre donc toute la séance :`,
  unsigned: 'Ce brouillon ne se signe pas. Le procès-verbal se signe une fois la séance close ; il porte alors l’empreinte du journal.',
  named: (name: string | undefined, title: string) => (name === undefined ? title : `${name}, ${title}`),
  signPresident: (seat: string, title: string, name = '') => `Présidence du jury (siège ${seat}, ${title})\nNom : ${name}`.trim(),
  signSecretary: 'Secrétariat du jury\nNom :',
} as const;
