import type { Vote } from '../../shared/jury.ts';
import { many } from './jury.ts';

/** Motions on a juror's phone. */
export const motions = {
  motion: (number: number) => `Motion ${number}`,
  replace: (put: string, out: string) => `Mettre « ${put} » dans la liste à la place de « ${out} » ?`,
  tie: (name: string) => `Placer « ${name} » devant les projets à égalité avec lui ?`,
  tieElse: 'Si la motion est rejetée, il passe derrière eux ; un partage laisse l’égalité.',
  list: 'Retenir cette liste ?',
  reason: (reason: string) => `Motif : ${reason}`,

  open: 'Scrutin ouvert : la présidence verra ce que vous votez. Vous pouvez changer jusqu’à la clôture.',
  secret: 'Scrutin secret : personne ne verra ce que vous votez, et un vote ne se reprend pas.',
  choices: { for: 'Pour', against: 'Contre', abstain: 'Abstention' } satisfies Record<Vote, string>,
  own: { for: 'Vous votez pour', against: 'Vous votez contre', abstain: 'Vous vous abstenez' } satisfies Record<Vote, string>,
  confirm: { for: 'Voter pour, en secret', against: 'Voter contre, en secret', abstain: 'M’abstenir, en secret' } satisfies Record<
    Vote,
    string
  >,
  confirmMore: 'Un vote secret ne se reprend pas.',
  back: 'Revenir',
  votedSecret: 'Voté, secret',
  votedSecretMore: 'Votre siège est marqué comme ayant voté. Ce que vous avez voté n’est gardé nulle part avec lui.',
  turnout: (voted: number, of: number) => `${many(voted, 'votant')} sur ${of}`,

  offline: 'Sans réseau : le vote attend la connexion. Rien n’est gardé ni envoyé.',
  noAnswer: 'Pas de réponse du serveur. Si votre vote est arrivé, il s’affichera ici ; sinon, votez de nouveau.',

  mayNot: {
    left: 'Vous ne votez pas : votre départ est consigné.',
    session: 'Vous ne votez pas : vous vous êtes déporté de la séance.',
    team: 'Vous ne votez pas : vous vous êtes déporté d’un projet dont il est question.',
    absent: 'Vous ne votez pas : vous n’étiez pas noté présent à l’ouverture de ce vote.',
  },

  outcome: { adopted: 'Adoptée', rejected: 'Rejetée', split: 'Partage des voix' },
  counts: (yes: number, no: number, abstain: number) => `${yes} pour, ${no} contre, ${many(abstain, 'abstention')}`,
  casting: { for: 'voix prépondérante pour', against: 'voix prépondérante contre' },
  awaits: 'La présidence va donner sa voix prépondérante.',
  votes: 'Votes de la séance',
  yours: (vote: string) => `Vous : ${vote.toLowerCase()}`,
  yoursSecret: 'Vous avez voté',
  discuss: 'À discuter',
};
