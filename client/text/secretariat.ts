/** Words of the jury's secretary, at the organiser's desk: who sits, papers keyed, what the minutes will say. */

import { college as collegeName } from './colleges.ts';

const many = (count: number, one: string, several = `${one}s`): string => `${count} ${count > 1 ? several : one}`;

export const secretariat = {
  moments: { before: 'Avant', during: 'Pendant', after: 'Après' },
  momentsName: 'Moments de la séance',

  bench: 'Le jury, présences',
  present: (count: number, of: number) => `${many(count, 'présent')} sur ${of}`,
  quorum: (needed: number) => `quorum ${needed}`,
  college: (college: string, present: number, needed: number) => `${collegeName(college)} ${present} sur ${needed}`,
  noQuorum: 'Le quorum n’est pas atteint.',
  noQuorumYet: 'Le quorum n’est pas encore atteint.',
  quorumMet: 'Le quorum est atteint.',
  since: (hour: string) => `depuis ${hour}`,
  gone: (hour: string) => `départ à ${hour}`,
  absent: 'pas encore là',
  here: 'présent',
  president: 'présidence',
  arrival: 'Arrivée',
  departure: 'Départ',
  arrivalOf: (number: number) => `Arrivée, siège ${number}`,
  departureOf: (number: number) => `Départ, siège ${number}`,

  /** Not the bare noun: one letter from the departure beside it. */
  recusal: 'Se déporte',
  recusalOf: (number: number) => `Déport, siège ${number}`,
  recusedAll: 'déporté de toute la séance',
  recusedFrom: (teams: readonly string[]) => `déporté de ${teams.join(', ')}`,
  byRule: (department: string) => `ne note pas les équipes ${department} (règlement)`,
  recuse: {
    session: 'Le règlement veut un déport de toute la séance : ce siège ne note et ne vote plus.',
    team: 'De quelle équipe ce siège se déporte-t-il ? Le motif reste privé.',
    department: 'Le règlement écarte déjà le siège des équipes de son département. De quelle autre se déporte-t-il ?',
  },
  record: 'Consigner le déport',
  lift: (whom: string) => `Lever : ${whom}`,
  wholeSession: 'toute la séance',
  cancel: 'Renoncer',
  choose: 'Choisir…',

  paper: 'Bulletin papier',
  paperHint: 'Pour un siège sans téléphone. Chiffre après chiffre, Entrée pour enregistrer.',
  paperNone: 'Un papier se saisit dès qu’une équipe est passée.',
  seat: 'Siège',
  seatNamed: (number: number, title: string) => `Siège ${number}, ${title}`,
  team: 'Équipe',
  wantedFrom: (numbers: readonly number[]) =>
    numbers.length === 0
      ? 'Tous les bulletins de cette équipe sont complets.'
      : `Incomplets : ${numbers.length > 1 ? 'sièges' : 'siège'} ${numbers.join(', ')}.`,
  key: 'Enregistrer le bulletin papier',
  keyWaits: (count: number) => `Il manque ${many(count, 'note')}`,
  keyChoose: 'Choisissez le siège et l’équipe',
  keyed: (number: number, team: string) => `Siège ${number}, ${team} : enregistré, marqué « papier ».`,
  keyedLate: (number: number, team: string) => `Siège ${number}, ${team} : arrivé après la clôture, mis de côté pour la présidence.`,
  secret: 'Ce poste n’affiche jamais une note reçue.',

  remarks: 'Au procès-verbal',
  remarksHint: 'Un incident, ou le désaccord d’un membre qui le demande. Cela ne s’efface pas.',
  kinds: { incident: 'Incident', dissent: 'Désaccord' },
  about: 'Équipe concernée',
  nobody: 'aucune',
  remarkText: 'Texte, tel qu’il sera lu',
  enter: 'Porter au procès-verbal',
  noRemarks: 'Rien n’y est encore porté.',

  names: 'Noms, pour le procès-verbal',
  namesHint:
    'Facultatif. Imprimés au procès-verbal et nulle part ailleurs ; gardés hors du journal de la séance, et effacés dès que le champ est vidé.',
  nameOf: (number: number, title: string) => `Nom, siège ${number}, ${title}`,
  nameKept: 'Enregistré.',
  nameFailed: 'Ce nom n’a pas pu être enregistré. Vérifiez la connexion, puis réessayez.',

  draw: 'Tirage public',
  drawHint: 'Fige la liste, puis un nombre dit par département donne l’ordre. La salle voit tout.',
};

export const papers = {
  title: 'Papiers',
  draft: 'Procès-verbal, projet (PDF)',
  minutes: 'Procès-verbal (PDF)',
  annex: 'Annexe (PDF)',
  annexHint: 'L’annexe porte les notes : elle est pour le jury.',
  notYet: 'Résultats : après la clôture de la séance',
  results: 'Résultats (CSV)',
  ballots: 'Bulletins (CSV)',
  times: 'Horaires (CSV)',
  export: 'Export complet (JSON)',
  failed: 'Le fichier n’a pas pu être chargé. Réessayez.',
  verify: 'Vérifier un export',
  byTeam: 'Par équipe',

  retention: 'Conservation',
  kept: (day: string) =>
    `Les bulletins nominatifs, les votes et les mots du jury se gardent jusqu’au ${day}, le temps d’un recours. Ensuite ils s’effacent, avec le visa des archives ; la liste, les comptes et le journal restent.`,
  copies: 'Effacez aussi les copies : clé de sauvegarde, exports, tableaux, annexe.',
  visa: 'Référence du visa des archives',
  visaHint: 'Visa d’élimination, avec sa date',
  erase: 'Effacer les bulletins nominatifs',
  eraseFrom: (day: string) => `Possible à partir du ${day}`,
  eraseSure: 'Effacer, sans retour',
  erased: (day: string) =>
    `Bulletins nominatifs, votes et mots du jury effacés le ${day}. Les papiers ne s’impriment plus : le procès-verbal signé fait foi.`,
  notErasable: 'Le journal de cette séance vient d’une version plus ancienne : ses bulletins ne s’effacent qu’avec le fichier entier.',
  feedback: 'Retour du jury (PDF)',
  marks: 'Extrait de ses notes (PDF)',
  of: (what: string, team: string) => `${what}, ${team}`,
};
