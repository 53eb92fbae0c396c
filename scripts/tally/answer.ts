import { coverage } from '../../shared/tally/matrix.ts';
import { METHODS, type Method, type Tally, tallies } from '../../shared/tally/methods.ts';
import { type Selection, select } from '../../shared/tally/quotas.ts';
import { sensitivity } from '../../shared/tally/sensitivity.ts';
import { severities } from '../../shared/tally/severity.ts';
import { Fault } from './fault.ts';
import type { Marks } from './marks.ts';
import type { Options } from './options.ts';

/** Everything that is counted, before it is put into words. */
export type Answer = ReturnType<typeof answer>;

/** Throws a `Fault` when the options do not fit the file. */
export function answer({ matrix, groups, incomplete }: Marks, { method, seats, quotas }: Options) {
  const { teams } = matrix;
  if (seats !== null && seats > teams.length) throw new Fault(`--seats asks for ${seats} teams, and the file has ${teams.length}.`);
  const unknown = quotas.find(({ group }) => ![...groups.values()].includes(group));
  if (unknown) throw new Fault(`--quota names the group "${unknown.group}", which no line of the file has.`);

  const counted = tallies(matrix);
  const by: Method = method ?? METHODS[0];
  const chosen = counted[by];
  const selection: Selection | Extract<Tally, { refused: unknown }> | null =
    seats === null ? null : 'refused' in chosen ? chosen : select(chosen.standings, groups, seats, quotas);
  return {
    matrix,
    coverage: coverage(matrix),
    incomplete,
    shown: method === null ? METHODS : [method],
    by,
    seats,
    tallies: counted,
    quotas,
    selection,
    sensitivity: sensitivity(matrix, seats),
    severities: severities(matrix),
  };
}
