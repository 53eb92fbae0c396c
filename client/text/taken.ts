import { many } from './jury.ts';

/** The phone of a seat that was opened on another. */
export const taken = {
  title: 'Siège ouvert ailleurs',
  more: 'Un autre appareil a ouvert le lien de ce siège : c’est lui qui note maintenant. Vos notes reçues ne changent pas.',
  nothingKept: 'Tout ce que ce téléphone avait noté est envoyé.',
  kept: (marks: number, words: number): string => {
    const parts = [...(marks > 0 ? [many(marks, 'note')] : []), ...(words > 0 ? [many(words, 'texte')] : [])];
    const [are, sent] = marks + words > 1 ? ['restent', 'partiront'] : ['reste', 'partira'];
    return `${parts.join(' et ')} ${are} sur ce téléphone, et ${sent} si vous reprenez le siège ici.`;
  },
  ask: 'Reprendre ici ?',
  askMore: 'L’autre appareil sera fermé à son tour, avec ce même écran.',
  back: 'Reprendre ici',
};
