import type { Role } from '../../shared/audience.ts';

/** What a tab is called, so that several can be told apart. */
export const titles: Readonly<Record<Role, string>> = {
  organiser: 'Organisation',
  mc: 'Régie',
  president: 'Présidence',
  juror: 'Juré',
  table: 'Table',
  coach: 'Coach',
  projector: 'Projecteur',
  stage: 'Scène',
  public: 'En direct',
};

/** Words before there is a screen. */
export const app = {
  joining: 'Connexion…',
  crowded: 'Trop d’écrans sont ouverts à la fois. Laissez cette page ouverte : elle réessaie d’elle-même dans quelques secondes.',
  incomplete: 'Ce lien est incomplet.',
  incompleteWhy: 'La fin de l’adresse, après le signe #, dit qui vous êtes. Reprenez le lien entier, ou demandez-le au secrétariat.',
  closed: 'Ce lien n’est plus valable.',
  closedWhy: 'Il a été remplacé par un nouveau, ou l’adresse a été mal copiée. Demandez le vôtre au secrétariat.',
  unloaded: 'Cette page n’a pas pu être chargée.',
  unloadedWhy: 'Vérifiez que vous êtes sur le réseau de la salle, puis rechargez la page.',
};
