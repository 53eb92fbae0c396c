import { countedBallot } from '../../shared/counting.ts';
import type { TeamId } from '../../shared/ids.ts';
import { criterionSum } from '../../shared/ladder.ts';
import type { Minutes } from '../../shared/minutes.ts';
import { aggregates, totalWeight } from '../../shared/ranking.ts';
import type { Block, Paper } from './document.ts';
import { mean } from './french/forms.ts';
import { minutes as common } from './french/minutes.ts';
import { extract as words } from './french/team.ts';
import { paperOf } from './minutes.ts';
import { namesOf } from './names.ts';

/** The marks that a team received, and nothing of any other: what it may ask for. No row says whose it is. */
export function extractPaper(minutes: Minutes, team: TeamId): Paper {
  const { setup } = minutes.state;
  const names = namesOf(setup);
  const paper = (facts: readonly (readonly [string, string])[], blocks: readonly Block[]) => {
    const own = [[words.project, names.project(team)] as const, [words.department, names.departmentName(team)] as const, ...facts];
    return paperOf(minutes, { title: words.title, foot: '', blocks: [{ text: words.about }, { facts: own }, ...blocks] });
  };
  if (setup.rules.marking === 'notes') return paper([], [{ text: words.notesOnly }]);
  const row = aggregates(minutes.state).find((one) => one.team === team);
  if (!row || row.count === 0) return paper([], [{ text: words.none }]);
  const own = mean(row.sum, row.count * totalWeight(setup.criteria));
  return paper(
    [
      [words.ballots, words.ballotsOf(row.count, row.missing, row.excused)],
      [words.mean, words.meanOf(own, setup.scale.max)],
    ],
    [marksTable(minutes, team, own), { text: words.order, quiet: true }, ...explained(minutes, row.sum, row.count, own)],
  );
}

function marksTable({ state }: Minutes, team: TeamId, own: string): Block {
  const { criteria, seats } = state.setup;
  const weight = totalWeight(criteria);
  const ballots = seats.flatMap(({ id }) => {
    const ballot = countedBallot(state, id, team);
    if (!ballot) return [];
    const marks = criteria.map((criterion) => ballot.marks[criterion.id] ?? 0);
    return [{ marks, sum: marks.reduce((sum, mark, index) => sum + mark * (criteria[index]?.weight ?? 0), 0) }];
  });
  const rows = ballots
    .sort((a, b) => b.sum - a.sum || (a.marks.join() < b.marks.join() ? 1 : -1))
    .map(({ marks, sum }) => [words.ballot, ...marks.map(String), mean(sum, weight)]);
  const averages = criteria.map(({ id }) => {
    const { sum, count } = criterionSum(state, team, id);
    return mean(sum, count);
  });
  const head = [words.line, ...criteria.map(({ name, weight: own }) => words.criterion(name, own)), words.weighted];
  const numeric = head.map((_, index) => index).slice(1);
  return { table: { caption: words.table, head, rows: [...rows, [words.average, ...averages, own]], numeric } };
}

function explained({ state: { setup } }: Minutes, sum: number, count: number, own: string): readonly Block[] {
  const levels = setup.scale.words.map((word, index) => common.level(setup.scale.min + index, word)).join(', ');
  return [{ text: words.sum(sum, count, totalWeight(setup.criteria), own) }, { text: words.scale(levels) }];
}
