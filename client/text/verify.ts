import type { Method } from '../../shared/tally/methods.ts';
import type { Checked } from '../../shared/verify/checked.ts';
import type { FaultCode } from '../../shared/verify/faults.ts';
import type { NotAnExport } from '../../shared/verify/read.ts';
import { many } from './jury.ts';

/** Words of the page that recounts an export. */

export const verify = {
  title: 'Vérifier un palmarès',
  what: 'Choisissez le fichier d’export de la séance : tout y est recompté, entrée par entrée.',
  here: 'Le fichier reste sur cet appareil. Une fois la page ouverte, aucun réseau n’est nécessaire.',
  choose: 'Choisir le fichier',
  another: 'Choisir un autre fichier',
  drop: 'Ou déposez le fichier n’importe où sur cette page.',
  nothing: 'Le résultat s’affichera ici.',
  counting: (share: number) => `On recompte… ${Math.floor(100 * share)} %`,

  right: 'Tout concorde.',
  session: (name: string, date: string) => `${name}, ${dayInWords(date)}.`,
  laureates: (count: number) => (count > 1 ? `Les ${count} lauréats, dans l’ordre de l’annonce` : 'Le lauréat'),
  compare: 'À comparer avec le procès-verbal',
  atLock: (hour: string) => `Empreinte à la clôture des notes, ${hour}`,
  atClosing: (hour: string) => `Empreinte à la fin de la séance, ${hour}`,
  atEnd: 'Empreinte finale',
  why2: 'Un fichier entier peut se réécrire : c’est l’empreinte vue dans la salle ou imprimée au procès-verbal qui dit que celui-ci est bien celui de la séance.',
  read: 'Empreinte lue au procès-verbal ou dans la salle',
  tooShort: 'Tapez-en au moins 16 caractères, de 0 à 9 et de a à f.',
  same: 'C’est la même : ce fichier est celui de la séance.',
  other: 'Ce n’est aucune d’elles : ce fichier n’est pas celui de la séance.',
  checked: 'Ce qui a été recompté',

  wrong: 'Ce fichier ne concorde pas.',
  notExport: 'Ce fichier n’est pas un export de séance.',
  unreadable: 'Il n’a pas pu être lu. Choisissez-le à nouveau.',
  why: {
    'too-long': 'Il est trop volumineux pour en être un.',
    'not-json': 'Ce n’est pas du JSON. L’export s’appelle « …-export.json ».',
    'another-format': 'C’est un autre fichier. L’export s’appelle « …-export.json ».',
    'too-deep': 'Sa structure n’est pas celle d’un export.',
    'forbidden-key': 'Il contient un champ qu’aucun export ne contient.',
  } satisfies Record<NotAnExport, string>,
};

export const fault = {
  entry: (entry: number, of: number) => `Première entrée fautive : ${entry} sur ${of}`,
  path: 'Où',
  found: 'Dans le fichier',
  expected: 'Recompté',
  detail: 'En détail :',
  after: 'Rien n’a été recompté au-delà.',
  what: {
    'not-an-entry': 'Ce n’est pas une entrée de journal.',
    'out-of-sequence': 'Son numéro ne suit pas celui d’avant : une entrée manque, est en trop ou a été déplacée.',
    'broken-chain': 'Son empreinte n’est pas celle de ce qu’elle dit : elle a été modifiée, ou celle d’avant.',
    'back-in-time': 'Elle aurait eu lieu avant l’entrée précédente.',
    'erased-in-silence': 'Ce qu’elle disait a disparu, et aucune entrée ne dit l’avoir effacé.',
    'not-erased': 'Une entrée dit l’avoir effacée, et elle est encore là.',
    'no-beginning': 'Un journal commence par le dossier du forum.',
    'bad-setup': 'Le dossier du forum qu’elle contient n’est pas valable.',
    'unknown-sender': 'Son auteur ne participe pas à cette séance.',
    impossible: 'Aucune commande n’a cette forme.',
    refused: 'Les règles de la séance l’auraient refusée.',
    'decided-otherwise': 'Les règles de la séance donnent un autre résultat.',
    'another-day': 'Elle compte les heures d’un autre jour.',
    'votes-do-not-add-up': 'Le nombre de voix n’est pas celui des votants.',
    'not-closed': 'La séance n’est pas close : la fin du journal manque.',
    differs: 'Le journal est intact, mais une valeur du fichier n’est pas ce que le journal donne.',
    'another-journal': 'L’empreinte vue dans la salle n’est pas celle de ce journal.',
  } satisfies Record<FaultCode, string>,
};

const LONGEST = 120;

/** A value of the file, cut short. */
export function shown(value: unknown): string {
  if (value === undefined) return 'rien';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** One sentence for each subject that was recounted. */
export function linesOf(checked: Checked): readonly string[] {
  const { entries, reglement, draw, times, locks, erasedAt, motions, laureates, departures } = checked;
  return [
    `${many(entries, 'entrée')} au journal, chaîne intacte, chacune décidée à nouveau par les règles de la séance${erasedAt === null ? '' : ', autant que possible'}`,
    reglement.hash === null
      ? 'Séance ouverte par la version 0.1 : règlement sans empreinte, et d’une liste seul le nombre était contrôlé'
      : `Règlement version ${reglement.version}, empreinte ${reglement.hash.slice(0, 16)}…`,
    draw ? `Ordre de ${many(draw.teams, 'équipe')} tiré à nouveau avec ${draw.seed}` : 'Pas de tirage public de l’ordre',
    joined(
      `${many(times.teams, 'passage')}, heures et durées`,
      times.struck > 0 && many(times.struck, 'équipe retirée', 'équipes retirées'),
      times.pauses > 0 && many(times.pauses, 'pause'),
    ),
    many(locks, 'clôture des notes', 'clôtures des notes'),
    ...(erasedAt === null
      ? countedLines(checked)
      : [
          `Bulletins et votes nominatifs effacés le ${dayInWords(new Date(erasedAt).toISOString().slice(0, 10))} : ce qui reposait sur eux n’est pas recompté`,
        ]),
    motions.open + motions.secret === 0
      ? 'Aucune mise aux voix'
      : joined(
          many(motions.open + motions.secret, 'mise aux voix', 'mises aux voix'),
          many(motions.votes, 'vote'),
          motions.secret > 0 && `${motions.secret} à bulletin secret`,
        ),
    joined(
      `Liste de ${laureates.length} arrêtée puis annoncée`,
      departures > 0 && many(departures, 'écart au classement, voté', 'écarts au classement, votés'),
    ),
  ];
}

function countedLines({ ballots, recusals, tally, ladder }: Checked): readonly string[] {
  return [
    joined(
      `${many(ballots.recorded, 'bulletin recompté', 'bulletins recomptés')}`,
      ballots.paper > 0 && `${ballots.paper} sur papier`,
      ballots.lateAdmitted > 0 && many(ballots.lateAdmitted, 'tardif admis', 'tardifs admis'),
      ballots.lateAside > 0 && many(ballots.lateAside, 'tardif mis de côté', 'tardifs mis de côté'),
      ballots.reopened > 0 && many(ballots.reopened, 'rouvert'),
      recusals > 0 && many(recusals, 'déport'),
    ),
    `${many(ballots.receipts, 'code de reçu recalculé', 'codes de reçu recalculés')}`,
    `${many(tally.teams, 'équipe reclassée', 'équipes reclassées')} par ${many(tally.methods, 'méthode')}, dont l’officielle : ${METHODS[tally.method]}`,
    ladder === 0 ? 'Aucun ex æquo à départager' : `${many(ladder, 'étape')} de départage des ex æquo`,
  ];
}

const METHODS: Readonly<Record<Method, string>> = {
  mean: 'moyenne pondérée',
  additive: 'ajustement additif',
  trimmed: 'moyenne élaguée',
  majority: 'jugement majoritaire',
  borda: 'méthode de Borda',
};

const joined = (...parts: readonly (string | false)[]): string => parts.filter(Boolean).join(', ');

/** `28 novembre 2019`, of a date that was printed without an hour: the same day on any device. */
const dayInWords = (date: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
