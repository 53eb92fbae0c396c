import type { Phase } from '../../shared/phases.ts';
import { about, inWords, many } from './mc-steps.ts';

/** Words of the régie, as the MC reads them at a glance. */

const ORDINALS = 'Premier Deuxième Troisième Quatrième Cinquième Sixième Septième Huitième Neuvième Dixième'.split(' ');

/** How long something lasts or lasted: `40 s`, `3 min`, `1 h 05`. */
export function lasting(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`;
}

/** A time given by the rules: `3 min`, `2 min 30`, `45 s`. */
function given(seconds: number): string {
  const rest = seconds % 60;
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min${rest === 0 ? '' : ` ${rest}`}`;
}

export const mc = {
  title: 'Régie',
  phase: {
    'set-up': 'Avant la séance',
    brief: 'Brief du jury',
    introduction: 'Introduction',
    passages: 'Passages',
    deliberation: 'Délibération',
    restitution: 'Restitution',
    closed: 'Séance close',
  } satisfies Record<Phase, string>,
  severalDesks: (count: number) => `${many(count, 'régie ouverte', 'régies ouvertes')}`,

  printedAt: (hour: string) => `${hour} au programme`,
  passage: (place: number, of: number) => `Passage ${place} sur ${of}`,
  teamAndTime: (team: string, seconds: number) => `${team}, ${given(seconds)}`,
  allTeams: 'Toutes les équipes',
  locking: (whom: string, missing: number) => (missing === 0 ? whom : `${whom}, ${many(missing, 'bulletin manque', 'bulletins manquent')}`),
  everyoneSees: 'Sur tous les écrans de la salle',
  waiting: {
    'draw-open': 'Le tirage est ouvert',
    'list-open': 'La présidence n’a pas encore arrêté la liste',
    closed: 'La séance est close',
  },
  waitingMore: {
    'list-open': '',
    'draw-open': 'Tirez l’ordre, ou refermez le tirage.',
    closed: 'Les résultats sont au poste de l’organisation.',
  },
  closedAt: 'close à',
  lost: 'Connexion perdue',
  lostMore: 'Rien ne part d’ici. Le temps continue sur tous les écrans.',
  chained: 'À zéro, la suite part toute seule.',
  autoLock: (seconds: number, once: boolean) =>
    `Les notes se closent seules ${given(seconds)} après les ${once ? 'dernières questions' : 'questions'}.`,

  keys: {
    name: 'Touches',
    cue: 'Espace',
    hold: 'Entrée',
    pause: 'P',
    add: '+',
    take: '−',
    undo: 'Z',
    blackout: 'N',
  },
  keyList: [
    ['Espace', 'la suite'],
    ['P', 'pause, reprise'],
    ['+', '30 s de plus'],
    ['−', '30 s de moins'],
    ['Z', 'annuler'],
    ['N', 'écran noir'],
    ['Entrée', 'maintenue, révéler'],
  ],

  next: 'À suivre',
  nextPassage: (place: number, of: number) => `À suivre, passage ${place} sur ${of}`,
  called: (place: number, of: number) => `Passage ${place} sur ${of}, appelée`,
  allPassed: 'Toutes les équipes sont passées',
  passagesOver: 'Passages terminés',
  passed: 'équipes passées',
  outOf: (count: number, of: number) => `${count} sur ${of}`,
  locked: 'Les notes sont closes',
  lockedAt: (hour: string) => `Closes à ${hour}. Empreinte du journal, que la salle peut noter :`,
  around: 'vers',
  printed: 'au programme',

  clock: {
    pitch: 'Pitch',
    questions: 'Questions du jury',
    over: 'Temps écoulé',
    atFirstWord: 'Part au premier mot',
    of: (time: string) => `sur ${time}`,
    left: (time: string) => `Reste ${time}`,
    beyond: (time: string) => `Dépassement ${time}`,
    paused: (reason: string | null, since: string) => `${about('Pause', reason)}, depuis ${since}`,
    restarted: 'Serveur redémarré, chrono en pause',
    slept: 'Le poste s’était mis en veille, chrono en pause',
  },

  pause: 'Pause',
  resume: 'Reprendre',
  pauseReasons: ['Micro', 'Technique'],
  pauseFor: (reason: string) => `Pause : ${reason.toLowerCase()}`,
  add: '+ 30 s',
  take: '− 30 s',
  restart: 'Reprendre à zéro',
  restartOffered: { pitch: 'Reprendre le pitch à zéro', questions: 'Reprendre les questions à zéro' },
  postpone: 'Reporter en fin de liste',
  withdraw: 'Équipe absente',

  ask: {
    team: 'Équipe',
    reason: 'Motif',
    other: 'Autre motif, puis Entrée',
    cancel: 'Renoncer',
    postponed: ['Retard de l’équipe', 'Matériel pas prêt', 'Micro ou technique'],
    withdrawn: ['Équipe non venue', 'Équipe retirée', 'Personne malade'],
    reordered: ['Échange entre équipes', 'Décision de la présidence', 'Erreur de saisie'],
  },

  drift: {
    late: (minutes: number, end: string) => `Retard : ${minutes} min, fin vers ${end}`,
    early: (minutes: number, end: string) => `Avance : ${minutes} min, fin vers ${end}`,
    onTime: (end: string) => `À l’heure, fin vers ${end}`,
    elsewhen: (end: string) => `Hors de l’horaire imprimé, fin vers ${end}`,
    end: (end: string) => `Fin vers ${end}`,
    over: (minutes: number, end: string) => `Le programme déborde de ${minutes} min : fin vers ${end}`,
    holds: (end: string) => `Le programme tient : fin vers ${end}`,
    known: (minutes: number) => `dont ${minutes} min dues au programme imprimé`,
    pace: (minutes: number, end: string) => `Au rythme constaté (${minutes} min) : ${end}`,
    passed: (hour: string) => `Passages terminés à ${hour}`,
  },
  order: 'Ordre de passage',
  late: (minutes: number) => `+ ${minutes}`,
  lateSaid: (minutes: number) => `${many(minutes, 'minute', 'minutes')} de retard`,
  postponed: 'reportée',
  withdrawn: (reason: string) => `absente : ${reason}`,
  reorder: 'Changer l’ordre',
  up: (team: string) => `Monter ${team}`,
  down: (team: string) => `Descendre ${team}`,
  keepOrder: 'Enregistrer l’ordre',
  dropOrder: 'Laisser l’ordre',

  ballots: {
    passage: (place: number, complete: number, of: number) => `Bulletins du passage ${place} : ${complete} sur ${of}`,
    session: (missing: number, seats: number) =>
      missing === 0
        ? 'Tous les bulletins sont complets'
        : `${many(missing, 'bulletin manque', 'bulletins manquent')}, de ${many(seats, 'siège', 'sièges')}`,
    nothing: 'Rien reçu',
    partly: 'Incomplets',
    seat: (number: number) => `siège ${number}`,
    seats: (numbers: readonly number[]) => `Manquent les sièges ${numbers.join(', ')}`,
    marks: (given: number, of: number) => `${many(given, 'note', 'notes')} sur ${of}`,
    /** Named while they can be read at a glance. */
    places: (places: readonly number[]) => {
      if (places.length > 4) return `${places.length} passages`;
      return places.length > 1 ? `passages ${places.slice(0, -1).join(', ')} et ${places.at(-1)}` : `passage ${places[0]}`;
    },
    offline: (since: string) => `hors réseau depuis ${since}`,
    absent: 'pas encore connecté',
    trial: (count: number, of: number) => `Bulletins d’essai reçus : ${count} sur ${of}`,
  },

  screens: {
    projector: 'Projecteur',
    stage: 'Scène',
    jurors: 'Jurés',
    tables: 'Tables',
    public: 'Page publique',
    connected: 'en ligne',
    several: (count: number) => `${count} écrans`,
    absent: 'pas encore en ligne',
    silent: (since: string) => `silence depuis ${since}`,
    since: (since: string) => `depuis ${since}`,
    of: (count: number, of: number) => `${count} sur ${of}`,
    table: (number: number) => `Table ${number} muette`,
    seat: (number: number) => `Siège ${number} muet`,
    others: (count: number) => `et ${many(count, 'autre poste muet', 'autres postes muets')}`,
    unknown: 'Qui est connecté : en attente',
  },
  blackout: 'Écran noir',
  light: 'Rallumer les écrans',
  black: 'Les écrans de la salle sont noirs',

  say: {
    title: 'Message à la scène',
    ready: ['Plus près du micro', 'Concluez', 'Regardez le jury'],
    other: 'Autre message, puis Entrée',
    otherName: 'Autre message à la scène',
    clear: 'Effacer',
    shown: (message: string) => `Sur scène : « ${message} »`,
    none: 'Rien sur scène',
  },

  hands: {
    raised: (count: number) => many(count, 'main levée', 'mains levées'),
    clear: 'Vider la file',
  },
  rules: 'Règlement figé. Empreinte, que le jury peut noter :',

  undo: (seconds: number) => `Annuler (${seconds} s)`,

  deliberation: {
    title: 'Le jury délibère',
    secret: 'Rien de la délibération n’arrive sur ce poste.',
    back: 'Retour annoncé vers',
    in: (length: string) => `dans ${length}`,
    overdue: (length: string) => `Heure annoncée dépassée de ${length}`,
    later: (minutes: number) => `+ ${minutes} min`,
    at: 'Autre heure de retour',
    announce: 'Annoncer',
  },

  reveal: {
    hold: 'Maintenir pour révéler',
    count: (count: number, of: number) => `Projets retenus : ${count} sur ${of}`,
    only: 'Les noms arrivent un par un ; les suivants ne sont pas sur ce poste.',
    all: 'Tous les noms sont dits.',
    next: 'à révéler',
    sealed: 'sous pli',
    nth: (place: number) => `${ORDINALS[place - 1] ?? `${place}e`} nom, encore inconnu de la salle`,
    how: 'Relâcher avant la fin n’envoie rien. Une révélation ne s’annule pas.',
    time: '1,5 s',
    later: (laureates: number) => `Les ${inWords(laureates)} ensemble, après le ${laureates}e`,
    said: 'Les noms sont dits',
    names: 'noms dits',
    retained: 'projets retenus',
    teams: 'équipes',
    together: 'Les projets retenus, ensemble',
    thanked: 'Toutes les équipes remerciées',
  },
};
