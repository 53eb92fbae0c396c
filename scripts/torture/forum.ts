import { sampleSetup } from '../../server/forums.ts';
import type { Setup } from '../../shared/setup.ts';
import type { Chance } from './chance.ts';

/** The room's time runs so many times as fast: deadlines fall among ballots. */
export const RATE = 20;

/** The sample forum cut to a length at which its whole afternoon is played, with a règlement by chance. */
export function forumOf(chance: Chance, number: number): Setup {
  const sample = sampleSetup();
  const teams = sample.teams.slice(0, chance.whole(6, 10));
  return {
    ...sample,
    id: `torture-${number}` as Setup['id'],
    teams,
    order: teams.map(({ id }) => id),
    rules: {
      ...sample.rules,
      pitchSeconds: 30,
      questionsSeconds: 30,
      pitchWarnings: [10],
      questionsWarnings: [10],
      chaining: chance.happens(0.5),
      lock: { mode: chance.one(['once', 'per-team']), afterSeconds: chance.one([null, 5, 10]) },
      laureates: 4,
      lateBallots: chance.one(['aside', 'aside', 'refused']),
      departure: chance.one(['kept', 'struck']),
      quorum: { total: 0, colleges: [] },
    },
  };
}
