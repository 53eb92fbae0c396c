import { capital, inWords, many } from './jury.ts';

const verb = (count: number, one: string, several: string): string => (count > 1 ? several : one);

export const president = {
  handedIn: 'Bulletins reçus',
  handedInSaid: (complete: number, of: number) => `Bulletins reçus, ${complete}/${of}`,
  handedInOf: (complete: number, of: number) => `${complete} sur ${of}`,
  handedInMore: 'Qui a rendu un bulletin complet. Jamais les notes.',
  none: 'Les bulletins se comptent à partir du premier pitch.',
  given: (given: number, of: number) => (given === 0 ? 'aucune note' : `${given} sur ${of}`),
  complete: 'Tous complets',
  seat: (number: number) => `Siège ${number}`,
  close: 'Fermer',

  /** What the ranking says, before anyone decides: how many are ahead of the line, how many places are open. */
  ahead: (count: number) => `${capital(inWords(count))} ${verb(count, 'équipe est', 'équipes sont')} devant.`,
  open: (count: number) => `${capital(inWords(count))} ${verb(count, 'place est ouverte', 'places sont ouvertes')}.`,
  full: 'La liste est complète.',
  notes: 'Les notes éclairent, le jury désigne.',

  tooMany: (places: number) => `La liste a déjà ${many(places, 'projet')} : retirez-en un d’abord.`,

  announce: 'Annoncer une autre heure',
  later: (minutes: number) => `+ ${minutes} min`,
  laterSaid: (minutes: number, hour: string) => `Retour ${minutes} min plus tard, vers ${hour}`,
  at: 'Heure du retour',
  announceAt: 'Annoncer',
  announced: (hour: string) => `Retour annoncé vers ${hour}.`,

  closeList: (places: number) => (places > 1 ? `Arrêter la liste des ${places}` : 'Arrêter la liste'),
  confirm: (places: number) => (places > 1 ? `Arrêter ces ${places} projets ?` : 'Arrêter ce projet ?'),
  confirmMore: 'Une liste arrêtée ne change plus ici. C’est elle qui sera annoncée dans la salle.',
  confirmed: 'Arrêter la liste',
  notYet: 'Continuer à délibérer',
  sending: 'Envoi…',
  afterClose: 'La régie ouvre la restitution quand le jury est prêt.',
};
