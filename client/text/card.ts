/** Words for whoever types what a card says. */
export const card = {
  title: 'J’ai une carte',
  how: 'Tapez ce qui suit « Code » sur votre carte : son nom, puis ses six caractères.',
  field: 'Code de la carte',
  example: 'J12 K7M4QX',
  open: 'Ouvrir mon lien',
  opening: 'Vérification…',
  back: 'Page publique',
  refused: {
    malformed: 'Il manque quelque chose. Tapez tout : le nom de la carte, comme J12, puis ses six caractères.',
    'unknown-card': 'Ce code n’ouvre rien. Relisez votre carte et réessayez. Si elle a été refaite, demandez la nouvelle au secrétariat.',
    'foreign-page': 'Cette page ne vient pas du serveur de la salle. Ouvrez l’adresse affichée à l’écran.',
    'too-many-tries': 'Trop d’essais. Attendez quelques minutes, ou demandez votre lien au secrétariat.',
    'no-answer': 'Pas de réponse. Vérifiez que vous êtes sur le Wi-Fi de la salle, puis réessayez.',
  },
};
