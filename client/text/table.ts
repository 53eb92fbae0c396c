import type { SheetPart } from '../../shared/state.ts';

/** The three acts of a pitch, as the coaches teach them and as the sheet is cut. */
export const acts: readonly { readonly part: SheetPart; readonly name: string; readonly question: string }[] = [
  { part: 'drama', name: 'Le drame', question: 'Pourquoi ? Le problème est-il intense, étendu, prouvé ?' },
  { part: 'solution', name: 'La solution', question: 'Quoi ? Répond-elle vraiment au problème ?' },
  { part: 'implementation', name: 'La mise en œuvre', question: 'Comment ? Un premier résultat est-il possible en 3 mois ?' },
];

/** `3 min`, `2 min 30`, `45 s`. */
export function length(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest}`;
}

const nth = (place: number): string => (place === 1 ? '1er' : `${place}e`);

export const table = {
  table: (number: number) => `Table ${number}`,

  count: (typed: number, limit: number) => `${typed} sur ${limit}`,
  over: (by: number) => `${by} de trop`,
  blank: 'Tout ce que vous écrivez est enregistré au fur et à mesure',
  saved: (hour: string) => `Enregistré à ${hour}`,
  kept: 'Gardé ici, envoi automatique',
  tooLong: 'Trop long, pas encore envoyé',
  refused: 'Non enregistré, touchez le texte pour réessayer',

  rehearse: (seconds: number) => `Répéter (${length(seconds)})`,
  stop: 'Arrêter',
  rehearsal: 'Répétition',
  rehearsalHint: 'Ce chronomètre ne se voit que sur cet écran.',

  passAround: 'Vous passez vers',
  passAt: (place: number, of: number) => `Vous passez en ${nth(place)}, sur ${of}`,
  before: (teams: number) => {
    if (teams === 0) return 'Vous passez en premier';
    return teams === 1 ? 'Encore 1 équipe avant vous' : `Encore ${teams} équipes avant vous`;
  },
  estimate: 'L’heure est une estimation, mise à jour à chaque passage.',
  andThen: ', puis ',
  others: (count: number) => (count === 1 ? '1 autre équipe' : `${count} autres équipes`),
  onStage: 'en scène',
  you: 'vous',
  line: (now: number | null, place: number, of: number) =>
    `${now === null ? '' : `Passage ${now} en scène. `}Vous passez en ${nth(place)}, sur ${of}.`,
  ready: 'Tenez-vous prêts',
  readyAfter: (team: string) => `${team} est en scène, puis c’est à vous`,
  readyNow: 'C’est à vous tout de suite après',
  readyAt: (hour: string) => `vers ${hour}`,

  called: 'C’est à vous',
  place: (place: number, of: number) => `Passage ${place} sur ${of}`,
  comeUp: (seconds: number) => `Montez sur scène. Vous avez ${length(seconds)}, l’animation lance le temps.`,
  lastMinute: 'Dernière minute',
  timeUp: 'Temps écoulé',
  questions: 'Questions du jury',
  paused: (reason: string | null) => {
    if (reason === 'restart' || reason === 'sleep') return 'Pause : reprise technique';
    return reason ? `Pause : ${reason}` : 'Pause';
  },
  now: (act: string) => `${act}, maintenant`,
  left: (seconds: number) => `Il reste ${length(seconds)}`,
  pitchSaid: (seconds: number) => `Pitch : ${length(seconds)}`,
  questionsSaid: (seconds: number) => `Questions du jury : ${length(seconds)}`,

  thanks: 'Merci',
  passed: 'Votre pitch est passé.',
  nextTeam: (team: string) => `À suivre : ${team}`,
  noMoreTeams: 'Toutes les équipes sont passées.',
  announcementAround: (hour: string) => `L’annonce se fait dans la salle, vers ${hour}.`,
  announcement: 'L’annonce se fait dans la salle',
  withdrawn: 'Votre équipe ne passe pas aujourd’hui',
  withdrawnMore: 'Votre place reste la vôtre dans la salle. Pour toute question, voyez l’animation.',
  deliberation: 'Le jury délibère',
  back: 'Retour estimé vers',
  backSoon: 'Retour d’un instant à l’autre',

  close: 'Fermer',
  reread: 'Relire notre fiche',
  sheet: 'Notre fiche',
  frozen: 'La fiche est figée depuis l’ouverture du jury.',
  unwritten: 'Rien d’écrit',
};
