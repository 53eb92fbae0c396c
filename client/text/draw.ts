/** Words of the public draw of the order: on the wall, in the hand, at the desks. */

const many = (count: number, one: string, several = `${one}s`): string => `${count} ${count > 1 ? several : one}`;

export const draw = {
  title: 'Tirage de l’ordre de passage',
  ask: 'Un nombre par département, dit à voix haute.',
  said: 'Tous les nombres sont dits.',
  order: 'Ordre de passage',
  seed: (seed: string) => `tirage ${seed}`,
  notSaid: 'pas encore dit',

  /** In the hand: how anyone can redo it. */
  numbers: 'Les nombres dits',
  drawnSoFar: (out: number, of: number) => `${out} sur ${of}`,
  check: 'Vérifier le tirage',
  how: 'Chaque équipe reçoit l’empreinte SHA-256 de « nombres:équipe » ; les empreintes rangées par ordre croissant donnent l’ordre.',
  seedName: 'Nombres dits, dans l’ordre des départements :',
  command: 'Cette ligne, dans un terminal, redonne le même ordre :',
  teams: 'Les équipes, par leur code :',

  /** At the desks. */
  open: 'Ouvrir le tirage',
  openMore: 'La liste des équipes est figée tant que le tirage est ouvert.',
  number: (department: string) => `Nombre dit pour ${department}`,
  hint: 'Un nombre de 0 à 9999, puis Entrée. Il se corrige jusqu’au tirage.',
  witnesses: 'Témoins (facultatif)',
  witnessesHint: 'Des fonctions plutôt que des noms',
  go: 'Tirer l’ordre',
  missing: (count: number) => `Il manque ${many(count, 'nombre')}`,
  drop: 'Refermer sans tirer',
  drawn: (seed: string) => `Ordre tiré : ${seed}`,
  done: 'L’ordre a été tiré au sort.',
  putAway: 'Ranger le tirage',
  putAwayMore: 'La salle le voit se dérouler. Rangé, il laisse la place à la suite ; l’ordre reste.',

  /** Said aloud by a screen reader: once at the opening, once at the end. */
  spoken: 'Tirage de l’ordre de passage.',
  spokenEnd: (first: string, teams: number) => `Tirage : ${many(teams, 'équipe tirée', 'équipes tirées')}, en premier ${first}.`,
};
