import { lengthInWords } from './scene.ts';

/** Words of the public twin, in the hand. */
export const publicWords = {
  title: 'En direct',
  live: 'En direct',
  age: (seconds: number) => `À jour il y a ${seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min`}`,

  given: (seconds: number) => `sur ${seconds % 60 === 0 ? `${seconds / 60} min` : lengthInWords(seconds)}`,
  paused: 'Petite pause technique, on reprend',
  next: 'À suivre :',
  behindDoors: 'Le jury est à huis clos. L’annonce s’affichera ici.',
  soHere: 'L’annonce s’affichera ici.',
  revealed: (count: number, of: number) => `Projets retenus : ${count} sur ${of}`,

  readTime: 'Lire le temps restant',
  readName: 'Lire l’annonce',
  larger: 'Texte plus grand',
  still: 'Réduire les animations',
  left: (seconds: number) => `Il reste ${lengthInWords(seconds)}.`,
  leftPaused: (seconds: number) => `En pause. Il reste ${lengthInWords(seconds)}.`,
  over: (seconds: number) => `Temps écoulé depuis ${lengthInWords(seconds)}.`,

  card: 'J’ai une carte',
  programme: 'Programme',
  is: { past: 'terminé', now: 'en cours' },
  passed: 'passé',
  onStage: 'sur scène',
  withdrawn: 'retiré',
  postponed: 'reporté',
};
