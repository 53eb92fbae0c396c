import { capital, inWords } from './jury.ts';
import { shortOrdinal } from './matrix.ts';

/** Teams side by side. */
export const comparison = {
  ahead: 'Devant selon',
  mean: 'Moyenne',
  step: (number: number) => `${shortOrdinal(number)} marche`,
  spread: 'Notes',
  spreadOf: (low: string, high: string) => `${low} à ${high}`,
  ballots: 'Bulletins',
  rankBy: (method: string) => `Rang, ${method}`,
  unknown: 'n. c.',
  methods: (count: number) => `${capital(inWords(count))} méthodes`,
  oneSeatLess: 'Un siège ôté',
  equal: (count: number) => (count > 0 ? `${count} ${count > 1 ? 'égales' : 'égale'}` : ''),
  aheadSaid: 'devant',

  title: 'Deux équipes côte à côte',
  first: 'Première équipe',
  second: 'Seconde équipe',
};
