import type { SheetPart } from '../../shared/state.ts';
import { many } from './jury.ts';

const notes = (count: number): string => many(count, 'note');

/** The juror's screen. Marks are "notes", as in the règlement; private notes are the "carnet", so that the two are never confused. */
export const juror = {
  seat: (number: number) => `Siège ${number}`,
  noSeat: 'Ce siège n’est pas au programme',
  noSeatMore: 'Montrez votre carte au secrétariat, qui vous donnera le bon lien.',
  yourSeat: 'Vous siégez ici',
  next: (hour: string | null) => (hour === null ? 'À suivre' : `À suivre, ${hour}`),
  nowOn: 'En ce moment',
  around: (hour: string) => `vers ${hour}`,
  steps: {
    brief: { title: 'Brief du jury', more: 'Vous y essaierez le bulletin sur un projet d’essai. Rien de ce que vous y notez ne compte.' },
    introduction: { title: 'Introduction du jury', more: 'Les notes s’ouvrent au premier pitch, sur cette page.' },
    passages: { title: 'Premier passage', more: 'Les notes s’ouvrent au début de chaque pitch, sur cette page.' },
    following: { title: 'Passage suivant', more: 'Les notes s’ouvrent au début de chaque pitch, sur cette page.' },
    draw: { title: 'Tirage de l’ordre de passage', more: 'Il se fait maintenant, devant tous. Cette page suit l’ordre tiré.' },
    over: { title: 'Délibération du jury', more: 'Tous les projets sont passés, les notes sont closes.' },
  },
  notesBrief: 'Ce jury ne met pas de notes chiffrées : vous prendrez des notes dans le carnet de cette page.',
  notesPassages: 'Le carnet s’ouvre à l’appel de chaque projet, sur cette page.',
  keepOpen: 'Gardez cette page : elle suit la séance d’elle-même.',

  trial: 'Essai',
  trialName: 'Projet d’essai',
  trialMore: 'Touchez une note : elle part aussitôt, sans bouton à valider. Rien ne compte ici.',
  trialRecorded: 'Essai enregistré',
  trialMissing: (count: number) => `Essai : encore ${notes(count)}`,

  passage: (place: number, of: number) => `Passage ${place} sur ${of}`,
  called: 'Appelé',
  calledMore: 'Les notes s’ouvrent au début du pitch.',
  pitch: 'Pitch',
  questions: 'Questions',
  paused: 'Pause',
  over: 'Temps écoulé',
  passed: 'Passé',
  nextIs: (name: string) => `À suivre : ${name}`,
  allPassed: 'Tous sont passés : revoyez vos notes.',
  backTo: (name: string) => `Revenir à ${name}`,
  back: 'Revenir',
  backToReview: 'Revenir à mes notes',

  scale: (min: number, first: string, max: number, last: string) => `De ${min} ${first.toLowerCase()} à ${max} ${last.toLowerCase()}`,
  station: (mark: number, word: string) => (word ? `${mark}, ${word}` : String(mark)),
  blank: 'à noter',
  erase: (criterion: string) => `Effacer la note : ${criterion}`,

  sheet: 'Fiche',
  noSheet: 'Pas de fiche',
  noPart: 'Rien d’écrit',
  parts: { drama: 'Le drame', solution: 'La solution', implementation: 'La mise en œuvre' } satisfies Record<SheetPart, string>,

  write: 'Écrire',
  writeOn: (name: string) => `Écrire sur ${name}`,
  notebook: 'Carnet privé',
  notebookMore: 'Reste sur ce téléphone. Personne d’autre ne peut le lire.',
  feedback: 'Retour à l’équipe',
  feedbackMore: 'Envoyé, puis remis à l’équipe après la séance.',
  feedbackSoon: 'Le retour à l’équipe s’ouvre au début du pitch.',
  feedbackCount: (count: number, limit: number) => `${count} sur ${limit}`,
  feedbackRecorded: 'Retour enregistré',
  feedbackTyping: 'Gardé ici, part à la fin de la phrase',
  feedbackKept: 'Sans réseau : gardé ici, envoi automatique',
  close: 'Fermer',

  review: 'Revoir',
  reviewMissing: (count: number) => `Revoir mes notes, ${count > 1 ? `${count} manquent` : '1 manque'} ailleurs`,
  reviewTitle: 'Revoir mes notes',
  reviewSum: (teams: number, marks: number) => `${many(teams, 'projet')}, ${notes(marks)}.`,
  reviewNotes: (teams: number) => `${many(teams, 'projet')}, sans note chiffrée. Touchez une ligne pour écrire.`,
  reviewTouch: 'Touchez une ligne pour la changer.',
  reviewClosed: 'Les notes sont closes, elles ne changent plus. Touchez une ligne pour la relire.',
  ownMean: (mean: string) => `Votre moyenne : ${mean}.`,
  spread: (count: number, low: string, high: string) => `${many(count, 'projet noté', 'projets notés')} en entier, de ${low} à ${high}`,
  passageHead: 'Passage',
  noMark: 'sans note',
  teamLocked: 'clos',

  recordedAt: 'Enregistré à',
  revisable: 'modifiable',
  receipts: 'Vérifier mes reçus',
  receiptsHead: 'Vos reçus',
  receiptsMore:
    'Gardez cette page ou photographiez-la : chaque code permet de vérifier que le bulletin est compté tel quel. Il ne dit rien de vos notes.',
  receiptOf: (place: number) => `Passage ${place} : `,
  wroteFeedback: 'retour écrit',
  noFeedback: 'sans retour',
  missing: (count: number) => (count > 1 ? `Il manque ${count} notes` : 'Il manque 1 note'),
  missingOn: (count: number, name: string) => `${juror.missing(count)} : ${name}`,
  nothingYet: 'Chaque note part aussitôt',
  sending: 'Envoi…',
  kept: 'Sans réseau : gardé ici, envoi automatique',
  keptMore: (count: number, hour: string) => `${notes(count)} sur ce téléphone depuis ${hour}`,
  cutOff: 'Sans réseau : notez, tout est gardé ici',
  teamClosed: 'Bulletin clos',

  refused: (count: number, late: boolean) =>
    `${notes(count)} ${late ? 'hors délai' : 'hors compte'}, ${count > 1 ? 'gardées' : 'gardée'} ici`,
  refusedTitle: 'Gardé ici, hors délai',
  refusedOther: 'Gardé ici, non compté',
  refusedMark: (criterion: string, mark: number | null) => `${criterion} : ${mark ?? 'effacée'}`,
  refusedAt: (hour: string) => `à ${hour}`,
  understood: 'J’ai compris',

  wordsRefused: 'Retour à l’équipe, non pris',
  curtain: 'Bulletin clos',
  curtainNotes: 'Passages terminés',
  curtainNotesMore: (count: number) =>
    count === 0
      ? 'Aucun retour écrit aux équipes.'
      : `${many(count, 'retour écrit', 'retours écrits')} aux équipes. Votre carnet reste sur ce téléphone.`,
  received: (marks: number, teams: number) =>
    marks > 1 ? `Vos ${marks} notes sur ${many(teams, 'projet')} sont reçues.` : `${notes(marks)} reçue sur ${many(teams, 'projet')}.`,
  noneMissing: 'Aucune ne manque.',
  someMissing: (count: number, ballots: number) =>
    `Il en manque ${count}, sur ${many(ballots, 'projet')}. Un bulletin incomplet n’est pas compté.`,
  nothingReceived: 'Aucune note reçue de ce siège.',
  nextDeliberation: 'Le jury va délibérer, à huis clos.',

  you: 'Vous',
  yours: (marks: string) => `Vous : ${marks}`,
  noneOfYours: 'Sans note de vous',
};
