import type { CriterionId, TeamId } from '../../../shared/ids.ts';
import type { DeliberationView } from '../../../shared/views/jury.ts';
import type { Views } from '../../shared.ts';
import { comparison as words } from '../../text/comparison.ts';
import { mean } from '../../text/format.ts';
import { matrix as matrixWords } from '../../text/matrix.ts';
import type { Counted, JurySensitivity } from './reading.ts';

/** Teams side by side: one line for each thing they can be compared by. */
export interface Line {
  readonly label: string;
  /** What the figure is: a step of the ladder, how many are equal. */
  readonly note: string;
  readonly values: readonly string[];
  /** Whose is the highest; null when shared, or when more is not better. */
  readonly ahead: number | null;
}

interface Sides {
  readonly teams: readonly TeamId[];
  readonly grid: Views['grid'];
  readonly deliberation: DeliberationView;
  readonly facts: Counted;
  readonly sensitivity: JurySensitivity | null;
}

/** Tied teams: what the ladder asks, then by how many methods, and without how many seats, each is ahead of all the others. */
export function tieLines(sides: Sides): readonly Line[] {
  const steps = sides.grid.rules.ties;
  const ladder = steps.flatMap((rule, index) =>
    rule.by === 'criterion' ? [criterionLine(sides, rule.criterion, words.step(index + 1))] : [],
  );
  return [meanLine(sides), ...ladder, methodsLine(sides), ...seatsLine(sides)];
}

/** Any teams: every criterion by its mean, the spread, the ballots, the ranks. */
export function pairLines(sides: Sides): readonly Line[] {
  return [
    meanLine(sides),
    ...sides.grid.criteria.map(({ id }) => criterionLine(sides, id, '')),
    spreadLine(sides),
    ballotsLine(sides),
    ...rankLines(sides),
    methodsLine(sides),
    ...seatsLine(sides),
  ];
}

/** The only highest of some exact fractions; null when two share it. */
function highest(fractions: readonly (readonly [number, number])[]): number | null {
  const compare = (a: readonly [number, number], b: readonly [number, number]) => a[0] * b[1] - b[0] * a[1];
  const best = fractions.findIndex((one) => one[1] > 0 && fractions.every((other) => compare(one, other) >= 0));
  const shared = fractions.filter((one) => one[1] > 0 && compare(one, fractions[best] ?? one) === 0).length;
  return best === -1 || shared !== 1 ? null : best;
}

function meanLine({ teams, deliberation: { rows, totalWeight } }: Sides): Line {
  const of = teams.map((id) => rows.find(({ team }) => team === id) ?? { sum: 0, count: 0 });
  return {
    label: words.mean,
    note: '',
    values: of.map(({ sum, count }) => mean(sum, count, totalWeight)),
    ahead: highest(of.map(({ sum, count }) => [sum, count])),
  };
}

/** A step of the ladder by its sums, which the jury can add up, where all have as many ballots; by means otherwise. */
function criterionLine({ teams, grid, facts: { matrix } }: Sides, id: CriterionId, note: string): Line {
  const c = matrix.criteria.findIndex((one) => one.id === id);
  const of = teams.map((team): readonly [number, number] => {
    const ballots = (matrix.ballots[matrix.teams.indexOf(team)] ?? []).filter((ballot) => ballot !== null);
    return [ballots.reduce((sum, ballot) => sum + (ballot[c] ?? 0), 0), ballots.length];
  });
  const summed = note !== '' && of.every(([, count]) => count === of[0]?.[1]);
  return {
    label: grid.criteria.find((one) => one.id === id)?.name ?? id,
    note,
    values: of.map(([sum, count]) => (summed ? String(sum) : mean(sum, count, 1))),
    ahead: highest(of),
  };
}

function spreadLine({ teams, facts: { matrix }, deliberation: { totalWeight } }: Sides): Line {
  const values = teams.map((team) => {
    const sums = (matrix.ballots[matrix.teams.indexOf(team)] ?? []).flatMap((ballot) =>
      ballot === null ? [] : [matrix.criteria.reduce((sum, { weight }, c) => sum + weight * (ballot[c] ?? 0), 0)],
    );
    return sums.length === 0 ? '–' : words.spreadOf(mean(Math.min(...sums), 1, totalWeight), mean(Math.max(...sums), 1, totalWeight));
  });
  return { label: words.spread, note: '', values, ahead: null };
}

function ballotsLine({ teams, grid, deliberation: { rows } }: Sides): Line {
  const values = teams.map((id) => matrixWords.coverage(rows.find(({ team }) => team === id)?.count ?? 0, grid.seats));
  return { label: words.ballots, note: '', values, ahead: null };
}

const rankLines = ({ teams, facts }: Sides): readonly Line[] =>
  facts.methods.map((method) => {
    const ranks = facts.ranks.get(method) ?? null;
    const values = teams.map((team) => ranks?.get(team));
    return {
      label: words.rankBy(matrixWords.methods[method]),
      note: '',
      values: values.map((rank) => (rank === undefined ? words.unknown : String(rank))),
      ahead: ranks === null ? null : highest(values.map((rank) => [-(rank ?? Number.POSITIVE_INFINITY), 1])),
    };
  });

/** Who is strictly ahead of all the others in each of several rankings, and in how many nobody is. */
function wins(rankings: readonly (readonly (number | undefined)[])[], label: string): Line {
  const first = rankings.map((ranks) => {
    const best = Math.min(...ranks.map((rank) => rank ?? Number.POSITIVE_INFINITY));
    return ranks.filter((rank) => rank === best).length === 1 ? ranks.indexOf(best) : null;
  });
  const width = rankings[0]?.length ?? 0;
  const counts = Array.from({ length: width }, (_, side) => first.filter((one) => one === side).length);
  return {
    label,
    note: words.equal(first.filter((one) => one === null).length),
    values: counts.map(String),
    ahead: highest(counts.map((count) => [count, 1])),
  };
}

function methodsLine({ teams, facts }: Sides): Line {
  const known = facts.methods.flatMap((method) => facts.ranks.get(method) ?? []);
  return wins(
    known.map((ranks) => teams.map((team) => ranks.get(team))),
    words.methods(known.length),
  );
}

/** Under the official method, with each seat left out in turn; nothing while it is being computed. */
function seatsLine({ teams, facts: { methods }, sensitivity }: Sides): readonly Line[] {
  const [official] = methods;
  if (!sensitivity || !official) return [];
  const of = teams.map((id) => sensitivity.teams.find(({ team }) => team === id));
  const rankings = (of[0]?.without ?? []).map((_, seat) => of.map((row) => row?.without[seat]?.readings[official]?.rank));
  return rankings.length === 0 ? [] : [wins(rankings, words.oneSeatLess)];
}
