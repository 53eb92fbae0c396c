/** Words for the line to the server, the same on every screen. */
export const line = {
  joining: 'Connexion…',
  lost: 'Connexion perdue, nouvel essai…',
  closed: 'Ce lien n’est plus valable. Demandez un nouveau lien au secrétariat.',
};
