/** Standing back: said in full before anything is sent, since only the secretary can undo it. */
export const recusal = {
  why: 'Un lien avec un projet (vous l’avez aidé, vous en connaissez l’équipe, il vient de votre service) ? Le règlement vous demande de vous déporter.',
  session: 'Dans ce jury, un déport vaut pour toute la séance.',
  team: 'Un déport ne touche que le projet choisi. Vous notez les autres.',
  department: 'Les projets de votre département ne sont déjà pas notés par vous. Pour un autre projet, déportez-vous ici.',
  one: 'Me déporter',
  already: 'Déport',
  own: 'Votre département',
  sessionAction: 'Me déporter de la séance…',

  askSession: 'Vous déporter de toute la séance ?',
  askTeam: (name: string) => `Vous déporter de « ${name} » ?`,
  meansSession: [
    'Vous ne noterez plus aucun projet, et vos notes déjà données ne compteront pas.',
    'Vous ne voterez pas à la délibération.',
    'Le procès-verbal dira que ce siège s’est déporté, sans dire pourquoi.',
  ],
  meansTeam: [
    'Vous ne noterez pas ce projet, et vos notes déjà données pour lui ne compteront pas.',
    'Vous ne voterez pas quand il sera question de lui.',
    'Le procès-verbal dira que ce siège s’est déporté, sans dire pourquoi.',
  ],
  undo: 'Seul le secrétariat peut lever un déport.',
  yesSession: 'Oui, je me déporte de la séance',
  yesTeam: 'Oui, je me déporte de ce projet',
  no: 'Non, revenir',
  done: 'Votre déport est enregistré.',
};
