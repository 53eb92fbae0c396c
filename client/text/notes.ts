import { capital, inWords } from './jury.ts';

/** A jury that gives no marks. */
export const notes = {
  designates: 'Ce jury ne met pas de notes : il désigne.',
  left: (count: number) => `${capital(inWords(count))} ${count > 1 ? 'places sont ouvertes' : 'place est ouverte'}.`,
  more: 'Les équipes sont dans l’ordre de passage. Rien n’est classé.',
  kept: 'Retenu',
  discuss: 'À discuter',
};
