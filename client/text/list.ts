import { inWords, many } from './jury.ts';
import { shortOrdinal } from './matrix.ts';

/** The list: who is on it, what still keeps it from being closed, and opening it again. */
export const list = {
  title: (places: number) => (places > 1 ? `La liste des ${inWords(places)}` : 'La liste'),
  kept: (count: number, places: number) => `${count} sur ${places}`,
  closed: (hour: string) => `arrêtée à ${hour}`,
  open: (rank: number) => `${shortOrdinal(rank)} place ouverte`,
  discuss: 'À discuter',
  departed: (team: string, motion: number) => `${team} écartée, motion ${motion}`,
  toVote: (team: string) => `${team} est devant la ligne et hors de la liste : à voter`,
  putToVote: 'Mettre la liste aux voix',
  reopened: (hour: string, reason: string) => `Rouverte à ${hour} : ${reason}`,

  compose: 'Composer la liste',
  composeShort: 'Composer',
  composeMore: 'Rien n’est décidé ici : la liste se ferme par son bouton. Un écart au classement se vote.',
  places: { in: 'Dedans', discuss: 'À discuter', out: 'Dehors' },
  placeOf: (team: string) => `Place de ${team}`,
  rankOf: (rank: number) => `rang ${rank}`,

  faults: {
    short: (count: number) => (count === 0 ? 'La liste est vide' : `La liste n’a que ${many(count, 'projet')}`),
    motion: 'Un vote est en cours',
    casting: 'La voix prépondérante est attendue',
    ballot: 'Un bulletin est encore rouvert',
    tie: 'L’égalité n’est pas tranchée',
    quorum: 'Le quorum n’est pas atteint',
    departure: 'Un écart au classement reste à voter',
  },

  reopen: 'Rouvrir la liste',
  reopenMore: 'Une seule fois, avec un motif, et tant qu’aucun nom n’a été dit dans la salle.',
  reopenReason: 'Motif de la réouverture',
  reopenDone: 'La liste est rouverte.',
  reopenRoom: 'La restitution est ouverte, aucun nom n’est dit.',
};
