import { many } from './jury.ts';

const notes = (count: number): string => many(count, 'note');

/** What befalls a seat: its presence, its recusals, the floor, and what the president does to its ballots. */
export const seat = {
  here: 'Je suis là',
  hereMore: 'Votre présence compte pour le quorum.',
  present: 'Présence enregistrée',
  left: 'Votre départ est consigné',
  leftMore:
    'Vos notes reçues sont gardées, rien de nouveau n’est pris. Si vous êtes là, demandez au secrétariat de consigner votre retour.',

  recuse: 'Me déporter…',
  recuseFrom: 'Un lien avec ce projet ? Me déporter…',
  recusalTitle: 'Déport',
  recusedSession: 'Vous vous êtes déporté de la séance',
  recusedSessionMore: 'Vous ne notez et ne votez sur aucun projet. Le secrétariat peut lever un déport fait par erreur.',
  recusedTeam: 'Vous vous êtes déporté de ce projet',
  recusedTeamMore: 'Vous ne le notez pas et ne votez pas sur lui : rien ne manque à votre bulletin.',
  ownDepartment: 'Un projet de votre département',
  ownDepartmentMore: 'Le règlement vous en déporte : vous ne le notez pas et ne votez pas sur lui. Rien ne manque à votre bulletin.',
  recusedShort: 'Déport, sans note',

  raise: 'Demander la parole',
  raised: (place: number) => `Main levée, ${place === 1 ? '1re' : `${place}e`}`,
  lower: 'Baisser',
  speaking: 'La présidence vous donne la parole',
  raiseAgain: 'Redemander',

  reopened: (name: string) => `La présidence a rouvert votre bulletin pour ${name}`,
  reopenedMore: 'Changer mes notes',
  reopenedSaid: 'rouvert par la présidence',
  closedAgain: 'La présidence a refermé ce bulletin.',
  closed: 'Les notes de ce projet sont closes.',
  closedMore: 'Elles ne changent plus.',
  noMarks: 'Aucune note reçue de ce siège.',

  late: (count: number) => `${notes(count)} après la clôture, à part`,
  lateTitle: 'Reçu après la clôture, gardé à part',
  lateMore: 'Ces notes ne comptent pas. La présidence peut les admettre.',
  lateAt: (hour: string) => `reçu à ${hour}`,
  lateShort: 'reçu après la clôture',
};
