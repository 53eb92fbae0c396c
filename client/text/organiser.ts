import type { Role } from '../../shared/audience.ts';
import { length } from './table.ts';

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** What the organiser reads: the fault first, then who is there, then the links. */
export const organiser = {
  name: 'Estrade',
  day: (date: string, city: string) =>
    `${new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))}, ${city}`,

  overflows: 'Le programme ne tient pas.',
  overflowsBy: (minutes: number) => `Il déborde de ${minutes} min.`,
  holds: 'Le programme tient.',
  spare: (minutes: number) => (minutes === 0 ? 'Il finit à l’heure imprimée.' : `Il reste ${minutes} min.`),
  noEnd: 'Le programme n’imprime pas de fin.',
  endsAround: (hour: string) => `Les passages finissent vers ${hour}.`,
  late: (minutes: number) => `${minutes} min de retard sur le programme imprimé.`,
  early: (minutes: number) => `${minutes} min d’avance sur le programme imprimé.`,
  onTime: 'À l’heure.',
  elsewhen: 'Hors de l’horaire imprimé.',
  deliberation: 'Le jury délibère.',
  backAround: (hour: string) => `Retour vers ${hour}.`,
  restitution: 'L’annonce est en cours.',
  closed: 'La séance est close.',
  closedMore: 'Les résultats sont prêts.',

  printedEnd: (hour: string) => `${hour}, fin imprimée`,
  realEnd: (hour: string) => `${hour}, fin réelle`,
  forecastEnd: (hour: string) => `${hour}, fin prévue`,
  perPassage: (pitch: number, questions: number, changeover: number) =>
    `Par passage : ${length(pitch)} de pitch (clair), ${length(questions)} de questions${changeover > 0 ? `, ${length(changeover)} pour changer d’équipe` : ''}.`,
  beyond: (teams: number) => `${count(teams, 'équipe')} au-delà de la fin imprimée.`,
  hours: (teams: number, end: string, beyond: number) => `${count(teams, 'passage')}, fin à ${end}, ${beyond} au-delà de la fin imprimée.`,
  wayOut: (hour: string, questions: number, instead: number) =>
    `Pour finir à ${hour} : ${length(questions)} de questions au lieu de ${length(instead)}. Sinon, `,
  wayOutNone: 'Le jour même, ',
  announce: (hour: string) => `annoncez la fin à ${hour}.`,

  links: 'Un lien par rôle',
  linksHint: 'Touchez un nom pour montrer son code. Qui a un lien a son rôle.',
  address: 'Adresse dans la salle',
  failed: 'Les liens n’ont pas pu être chargés.',
  again: 'Réessayer',
  loading: 'Chargement du lien…',
  print: 'Imprimer',
  printGroup: (group: string) => `Imprimer les cartes : ${group}`,
  close: 'Fermer',
  scan: (name: string) => `Code QR : ${name}`,
  scanHint: 'Scannez avec l’appareil photo, téléphone sur le Wi-Fi de la salle, données mobiles coupées.',
  codeHint: (forum: string) => `Sans appareil photo : page /${forum}/carte, code`,
  select: 'Adresse à copier',
  reissue: 'Refaire ce lien',
  reissueSure: 'L’ancien lien cesse de marcher tout de suite, et les écrans qu’il a ouverts sont fermés.',
  reissueYes: 'Refaire, couper l’ancien',
  reissueNo: 'Garder ce lien',
  reissued: 'Lien refait. L’ancien ne marche plus.',
  reissueFailed: 'Le lien n’a pas été refait. Réessayez.',
  own: 'Ce lien est le vôtre : il ouvre tous les autres. Gardez-le pour vous.',

  groups: { room: 'La salle', jury: 'Le jury', tables: 'Les tables', coaches: 'Les coachs' },
  roles: {
    organiser: ['Organisation', 'cette page'],
    mc: ['Régie', 'conduit la séance'],
    president: ['Présidence', 'conduit la délibération'],
    juror: ['Juré', ''],
    table: ['Table', ''],
    coach: ['Coach', 'lit les fiches'],
    projector: ['Projecteur', 'plein écran'],
    stage: ['Scène', 'face aux équipes'],
    public: ['Page publique', 'sans code'],
  } satisfies Record<Role, readonly [string, string]>,
  seat: (number: number) => `Siège ${number}`,
  table: (number: number) => `Table ${number}`,

  present: (here: number, of: number) => `${here} sur ${of}`,
  open: (screens: number) => (screens === 1 ? 'ouvert' : count(screens, 'écran')),
  never: 'pas encore ouvert',
  silent: (hour: string) => `muet depuis ${hour}`,
  missing: (names: readonly string[], more: number) => `Manque : ${names.join(', ')}${more > 0 ? ` et ${count(more, 'autre')}` : ''}.`,
  allHere: 'Tout le monde est là.',

  excesses: {
    name: 'Demandes en trop',
    from: (name: string, address: string) => `${name}, depuis l’adresse ${address}`,
    since: (since: string, last: string) => (since === last ? `à ${since}` : `de ${since} à ${last}`),
    times: (times: number) => `${times} fois`,
    done: {
      slowed: 'Ralenti : ce qui est en trop est refusé, le reste passe.',
      closed: 'Connexion coupée : elle continuait malgré les refus, ou ne lisait rien.',
      'kept-out': 'Tenu dehors : trop d’écrans ouverts, ou ouverts trop vite.',
    },
    link: 'Si cela dure, demandez qui a ce lien, ou refaites-le : touchez son nom.',
    address: 'Si cela dure, cherchez cet appareil et coupez-lui le Wi-Fi. Les liens remis en main propre continuent.',
  },

  notes: 'Ce qui est public, ce qui est supposé',

  cardScan: 'Scannez, ou ouvrez l’adresse',
  cardCode: 'Code',
  card: {
    juror: 'Carte personnelle : elle ouvre votre bulletin, sur ce téléphone ou sur un autre.',
    table: 'Elle ouvre la fiche de l’équipe, puis son heure de passage.',
    other: 'Carte personnelle : qui l’a, a ce rôle.',
  },
  cardWifi: 'Wi-Fi de la salle, données mobiles coupées.',
};
