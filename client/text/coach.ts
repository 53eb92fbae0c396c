/** What the coaches read as they go from table to table. */
export const coach = {
  title: 'Les fiches',
  ready: (ready: number, of: number) => {
    if (ready === 0) return `Aucune fiche prête sur ${of}`;
    return ready === 1 ? `1 fiche prête sur ${of}` : `${ready} fiches prêtes sur ${of}`;
  },
  frozen: 'Les fiches sont figées depuis l’ouverture du jury.',
  jump: 'Aller à une table',
  goTo: (table: number, state: 'ready' | 'started' | 'blank') => `Table ${table}, ${sheetStates[state]}`,
  table: (table: number) => `Table ${table}`,
  toWrite: 'À écrire',
  written: (hour: string) => `Écrit à ${hour}`,
  nothing: 'Rien d’écrit',
  done: 'Fiche prête',
  missing: (parts: number) => (parts === 1 ? '1 partie à écrire' : `${parts} parties à écrire`),
  top: 'Retour en haut',
};

const sheetStates = { ready: 'fiche prête', started: 'commencée', blank: 'rien d’écrit' };
