import type { Rules, Setup, TieRule } from '../../../shared/setup.ts';
import { and, capital, many, quoted } from './forms.ts';

/** The règlement in words. */

const METHODS: Readonly<Record<Rules['tally'], string>> = {
  mean: 'moyenne des bulletins rendus',
  additive: 'moyenne corrigée de la sévérité de chaque membre',
  trimmed: 'moyenne sans la note la plus haute ni la plus basse',
  majority: 'jugement majoritaire',
  borda: 'méthode de Borda normalisée',
};
const COLLEGES: Readonly<Record<string, string>> = { elu: 'élus', agent: 'agents', dgs: 'DGS' };
const RECUSALS: Readonly<Record<Rules['recusal'], string>> = {
  session: 'un membre lié à un projet se retire de toute la séance',
  team: 'un membre lié à un projet se retire de ce projet',
  department: 'aucun membre ne juge un projet de son département, ni un projet auquel il est lié',
};

export const college = (word: string): string => COLLEGES[word] ?? word;
export const method = (name: Rules['tally']): string => METHODS[name];

export function tieStep(rule: TieRule, criteria: Setup['criteria']): string {
  if (rule.by === 'criterion') return `critère ${quoted(criteria.find(({ id }) => id === rule.criterion)?.name ?? rule.criterion)}`;
  return { vote: 'vote du jury', 'casting-vote': 'voix de la présidence', draw: 'tirage au sort public' }[rule.by];
}

function quorum({ total, colleges }: Rules['quorum']): string {
  const parts = colleges.map((one) => `${one.least} ${college(one.college)}`);
  if (total === 0 && parts.length === 0) return 'aucun';
  if (total === 0) return and(parts);
  return parts.length === 0 ? many(total, 'membre') : `${many(total, 'membre')}, dont ${and(parts)}`;
}

function quota({ department, least, most }: Rules['quotas'][number]): string {
  const bounds = [...(least > 0 ? [`au moins ${least}`] : []), ...(most === null ? [] : [`au plus ${most}`])];
  return `${department} : ${bounds.length === 0 ? 'sans limite' : and(bounds)}`;
}

export function ruleFacts({ rules, criteria, scale, teams }: Setup): readonly (readonly [string, string])[] {
  const marks = rules.marking === 'marks';
  const marking = `${many(criteria.length, 'critère pondéré', 'critères pondérés')}, notes de ${scale.min} à ${scale.max}`;
  const ladder = rules.ties.map((rule) => tieStep(rule, criteria)).join(', puis ');
  const facts: readonly (readonly [string, string])[] = [
    ['Projets à retenir', `${rules.laureates} sur ${teams.length}`],
    ['Notation', marks ? marking : 'le jury prend des notes, sans chiffres, et désigne'],
    ...(marks
      ? ([
          ['Classement', method(rules.tally)],
          ['Égalité à la dernière place', ladder],
        ] as const)
      : []),
    ['Quorum', quorum(rules.quorum)],
    ['Voix prépondérante', rules.castingVote ? 'oui, de la présidence, si un vote public est partagé' : 'non'],
    ...(marks ? ([['Bulletins tardifs', LATE[rules.lateBallots]]] as const) : []),
    ['Déports', RECUSALS[rules.recusal]],
    ...(marks ? ([['Départ d’un membre', `ses bulletins sont ${rules.departure === 'kept' ? 'conservés' : 'retirés'}`]] as const) : []),
    ...(rules.quotas.length > 0 ? ([['Quotas par département', rules.quotas.map(quota).join(' ; ')]] as const) : []),
  ];
  return facts.map(([term, value]) => [term, capital(value)]);
}

const LATE: Readonly<Record<Rules['lateBallots'], string>> = {
  aside: 'mis à part, admis par la présidence avec un motif',
  refused: 'ne sont plus reçus',
};
