import type { Aggregate } from '../../../shared/ranking.ts';
import type { DeliberationView } from '../../../shared/views/jury.ts';
import { team } from '../../gallery/literal.ts';

/** The fictitious ballots of Amiens, four of them missing: two teams at 3,14 for the eighth place. For the gallery and the tests. */
const sums: readonly (readonly [id: string, sum: number, count: number])[] = [
  ['e01', 5915, 15],
  ['e07', 5865, 15],
  ['e06', 5685, 15],
  ['e02', 5290, 14],
  ['e03', 5445, 15],
  ['e05', 5345, 15],
  ['e08', 5230, 15],
  ['e04', 4710, 15],
  ['e15', 4710, 15],
  ['e11', 4305, 14],
  ['e09', 4480, 15],
  ['e13', 4070, 14],
  ['e10', 3890, 14],
  ['e12', 4095, 15],
  ['e14', 3820, 15],
];

const rows: readonly Aggregate[] = sums.map(([id, sum, count], index) => ({
  team: team(id),
  rank: id === 'e15' ? 8 : index + 1,
  tied: id === 'e04' || id === 'e15',
  score: sum / (count * 100),
  exact: `${sum}/${count * 100}`,
  sum,
  count,
  missing: 15 - count,
  excused: 0,
}));

/** Seven ahead, in passing order. */
export const ahead = ['e08', 'e06', 'e05', 'e07', 'e03', 'e01', 'e02'].map(team);

export const deliberation: DeliberationView = {
  rows,
  ranked: true,
  quotas: { displaced: [], infeasible: false },
  totalWeight: 100,
  places: 8,
  inside: ahead,
  open: [team('e04'), team('e15')],
  tie: { places: 1, next: { index: 0, rule: { by: 'vote' } }, passedOver: false, taken: [] },
  list: ahead,
  discuss: [],
  motions: [],
  departures: [],
  quorum: { present: 15, of: 15, needed: 8, met: true, colleges: [] },
  closedAt: null,
  reopened: null,
};

/** The same afternoon with one mark more for e04: nothing is open. */
export const settled: DeliberationView = {
  ...deliberation,
  rows: rows.map((row) =>
    row.tied ? { ...row, tied: false, rank: row.team === 'e04' ? 8 : 9, sum: row.team === 'e04' ? 4730 : 4710 } : row,
  ),
  open: [],
  inside: [team('e04'), ...ahead],
  tie: { places: 0, next: null, passedOver: false, taken: [] },
  list: [team('e04'), ...ahead],
};
