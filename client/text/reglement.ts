import type { Views } from '../shared.ts';
import { college as collegeName } from './colleges.ts';

/** The règlement in sentences, clause by clause, as a jury would read it aloud. */

type Grid = Views['grid'];
type Rules = Grid['rules'];

const many = (count: number, one: string, several = `${one}s`): string => `${count} ${count > 1 ? several : one}`;
const listed = (parts: readonly string[]): string =>
  parts.length > 1 ? `${parts.slice(0, -1).join(', ')} et ${parts.at(-1)}` : (parts[0] ?? '');

const TALLIES: Readonly<Record<Rules['tally'], string>> = {
  mean: 'la moyenne pondérée des bulletins complets',
  additive: 'la somme pondérée, corrigée de la sévérité de chaque siège',
  trimmed: 'la moyenne pondérée, sans la plus haute ni la plus basse',
  majority: 'le jugement majoritaire',
  borda: 'le classement de chaque siège, compté selon Borda',
};
const RECUSALS: Readonly<Record<Rules['recusal'], string>> = {
  session: 'Un membre lié à une équipe se déporte de toute la séance.',
  team: 'Un membre lié à une équipe se déporte de cette équipe.',
  department: 'Un membre ne note ni ne vote pour les équipes de son département, ni pour une équipe à laquelle il est lié.',
};
const ANNOUNCEMENTS: Readonly<Record<Rules['announcement'], string>> = {
  'running-order': 'Les projets retenus sont annoncés dans l’ordre de passage, sans rang.',
  department: 'Les projets retenus sont annoncés par département, sans rang.',
};

export const reglement = {
  title: 'Règlement',
  version: (version: string) => `version ${version}`,
  notFrozen: 'Figé à l’ouverture du brief.',
  hash: 'Empreinte (SHA-256)',
  read: 'Lire le règlement',
};

const tie =
  (criteria: Grid['criteria']) =>
  (step: Rules['ties'][number]): string => {
    if (step.by === 'criterion') return `le critère « ${criteria.find(({ id }) => id === step.criterion)?.name ?? step.criterion} »`;
    return { vote: 'un vote', 'casting-vote': 'la voix de la présidence', draw: 'un tirage au sort' }[step.by];
  };

/** Every clause in words, in the order of the afternoon. */
export function clausesOf({ criteria, scale, lock, seats, rules }: Grid, laureates: number): readonly string[] {
  const { quorum, feedback } = rules;
  const weights = listed(criteria.map(({ name, weight }) => `${name} (${weight})`));
  const colleges = quorum.colleges.map(({ college, least }) => `${least} ${collegeName(college)}`);
  const present = quorum.total > 0 ? [many(quorum.total, 'membre présent', 'membres présents')] : [];
  const asked = colleges.length > 0 ? [...present, listed(colleges)] : present;
  const given = [feedback.comments && 'les mots du jury', feedback.aggregate && 'sa moyenne'].filter((part) => part !== false);
  return [
    `Le jury a ${many(seats, 'siège')} et retient ${many(laureates, 'projet')}.`,
    rules.marking === 'notes'
      ? 'Les membres prennent des notes et ne chiffrent pas : le jury désigne les projets.'
      : `Chaque critère est noté de ${scale.min} à ${scale.max}, avec son poids : ${weights}.`,
    ...(rules.marking === 'notes' ? [] : [`Le classement est ${TALLIES[rules.tally]}.`]),
    lock === 'once'
      ? 'Les notes se corrigent jusqu’à la clôture de toutes, avant la délibération.'
      : 'Les notes d’une équipe se corrigent jusqu’à leur clôture, avant l’équipe suivante.',
    `Une égalité à la dernière place se règle par ${rules.ties.map(tie(criteria)).join(', puis ')}.`,
    asked.length === 0 ? 'Aucun quorum n’est demandé.' : `Le quorum est de ${asked.join(', dont ')}.`,
    rules.castingVote ? 'En cas de partage, la présidence a voix prépondérante.' : 'La présidence n’a pas voix prépondérante.',
    RECUSALS[rules.recusal],
    rules.departure === 'kept'
      ? 'Les bulletins d’un membre parti avant la fin comptent.'
      : 'Les bulletins d’un membre parti avant la fin ne comptent pas.',
    ...rules.quotas.map(
      ({ department, least, most }) =>
        `Département ${department} : ${listed([...(least > 0 ? [`au moins ${least}`] : []), ...(most === null ? [] : [`au plus ${most}`])])} parmi les retenus.`,
    ),
    ANNOUNCEMENTS[rules.announcement],
    given.length === 0 ? 'Rien des notes n’est rendu aux équipes.' : `Chaque équipe reçoit, après la séance, ${listed(given)}.`,
  ];
}
