/** How a receipt comes about, for whoever wants to make it again. */
export const receipt = {
  intro:
    'Un reçu par projet : six signes tirés de vos notes telles que le serveur les garde. Le procès-verbal en imprime la liste, sans vos notes.',
  choose: 'Projet',
  none: 'Aucune note reçue de ce siège : aucun reçu.',
  recorded: 'Reçu du serveur',
  again: 'Refait sur ce téléphone',
  same: 'Identiques : le serveur garde exactement vos notes.',
  different: 'Différents : montrez cette page au secrétariat.',
  how: 'Comment il est fait',
  parts: 'Quatre lignes : le sel de votre siège, le siège, le projet, vos notes. Leur empreinte SHA-256 commence par :',
  bits: 'Les 30 premiers bits, cinq par cinq, se lisent dans 0123456789ABCDEFGHJKMNPQRSTVWXYZ :',
  salt: 'Sel',
  seat: 'Siège',
  team: 'Projet',
  marks: 'Notes',
  command: 'La même empreinte sur un ordinateur, en une ligne :',
};
