import { capital, inWords, many } from './jury.ts';
import { shortOrdinal } from './matrix.ts';

/** A tie at the cut, and the règlement's ladder down which it goes. */
export const ladder = {
  title: (rank: number) => `Égalité au ${shortOrdinal(rank, false)} rang`,
  again: 'Revoir les équipes côte à côte',
  titleSettled: 'Égalité tranchée',
  only: 'seul point à trancher',
  oneOf: (count: number) => `un point sur ${inWords(count)}`,
  places: (places: number, teams: number) =>
    `${capital(inWords(places))} ${places > 1 ? 'places' : 'place'} pour ${inWords(teams)} équipes.`,

  ladder: 'Échelle du règlement',
  by: (kind: 'criterion' | 'vote' | 'casting-vote' | 'draw', criterion: string) =>
    ({ criterion, vote: 'vote', 'casting-vote': 'voix prépondérante', draw: 'tirage public' })[kind],
  taken: 'prise',
  next: 'à prendre',
  gave: (step: number, teams: readonly string[]) => `${shortOrdinal(step)} marche : ${teams.join(', ')} devant.`,
  gaveNothing: (step: number) => `${shortOrdinal(step)} marche : elle ne sépare pas.`,
  seed: (seed: string) => `Nombres dits : ${seed}.`,

  take: (step: number, criterion: string) => `Prendre la ${shortOrdinal(step)} marche : ${criterion}`,
  vote: 'Mettre l’égalité aux voix',
  casting: 'Donner la voix prépondérante',
  draw: 'Tirer au sort en public',
  voting: 'Le vote est en cours.',
  passOver: 'Passer cette marche',
  passOverMore: 'Personne ne peut la prendre : tous les membres présents, ou la présidence, se sont déportés.',
  taken1: 'Marche consignée.',

  choose: 'Qui passe devant ?',
  chooseFor: 'Le jury vote pour retenir',
  castFor: 'La présidence place devant',
  putToVote: 'Ouvrir le vote',
  confirmCast: 'Consigner la voix prépondérante',
  drawMore: 'Un nombre dit à voix haute par département, de 0 à 9999. L’ordre s’en déduit, et chacun peut le refaire.',
  numberOf: (name: string) => `Nombre ${name}`,
  confirmDraw: 'Tirer l’ordre',
  missing: (count: number) => `Il manque ${many(count, 'nombre')}`,
};
