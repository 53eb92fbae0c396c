import { printedHour } from './format.ts';

/** Words of the big screens, as the room reads and hears them. */
const many = (count: number, one: string, several: string): string => `${count} ${count > 1 ? several : one}`;

/** A length in words: `1 minute 58 secondes`. */
export function lengthInWords(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const parts = [minutes > 0 && many(minutes, 'minute', 'minutes'), (rest > 0 || minutes === 0) && many(rest, 'seconde', 'secondes')];
  return parts.filter(Boolean).join(' ');
}

export const scene = {
  steps: {
    introduction: 'Introduction',
    passages: 'Passages',
    deliberation: 'Délibération',
    restitution: 'Restitution',
  },
  about: (hour: string, rough: boolean) => (rough ? `vers ${hour}` : hour),
  printed: printedHour,

  next: (hour: string | null) => (hour === null ? 'À suivre :' : `À suivre, ${hour} :`),
  firstPassage: (hour: string | null) => (hour === null ? 'Passages, en premier :' : `Passages ${hour}, en premier :`),
  qr: (address: string) => `Code QR vers ${address}`,

  nextPassage: (place: number, of: number) => `À suivre, passage ${place} sur ${of} :`,
  end: 'Fin des passages vers',
  passage: (place: number, of: number) => `Passage ${place} sur ${of}`,
  called: (place: number, of: number) => `Passage ${place} sur ${of}, c’est à :`,

  word: { pitch: ['Pitch'], questions: ['Questions', 'du jury'], last: ['Dernière', 'minute'], over: ['Temps', 'écoulé'] },
  pause: ['Petite pause technique,', 'on reprend'],

  passed: (past: number, of: number) => `${many(past, 'passage', 'passages')} sur ${of}`,
  allPassed: { words: 'Les passages sont terminés.', note: 'Le jury termine ses notes.' },
  locked: { words: 'Les notes sont closes.', note: 'Le jury se retire pour délibérer.' },
  print: (hour: string) => `Empreinte du journal à ${hour} :`,
  deliberation: { words: 'Le jury délibère.', soon: 'Il revient d’un instant à l’autre.', back: 'Retour vers' },
  opening: {
    words: 'Le jury est de retour.',
    note: (of: number) => (of > 1 ? `Voici les ${of} projets retenus, un par un.` : 'Voici le projet retenu.'),
  },
  closed: { words: 'Merci à toutes et à tous !', note: 'Belle suite à vos projets.' },

  retained: 'Projet retenu',
  revealed: (count: number, of: number) => `${count} sur ${of}`,
  laureates: (count: number) => (count > 1 ? `Les ${count} projets retenus` : 'Le projet retenu'),
  thanks: (count: number) => (count > 1 ? `Bravo aux ${count} équipes !` : 'Bravo à l’équipe !'),
};

/** What is said aloud by a screen reader: nine messages a team, and each name. */
export const spokenWords = {
  start: {
    pitch: (team: string, seconds: number) => `Pitch, ${team}, ${lengthInWords(seconds)}.`,
    questions: (team: string, seconds: number) => `Questions du jury, ${team}, ${lengthInWords(seconds)}.`,
  },
  left: (seconds: number) => `Il reste ${lengthInWords(seconds)}.`,
  over: { pitch: 'Temps écoulé.', questions: 'Fin du temps des questions.' },
  revealed: (count: number, of: number, team: string, department: string) => `Projet retenu, ${count} sur ${of} : ${team}, ${department}.`,
};
