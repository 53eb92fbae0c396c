import { competing, matrixOf } from '../../shared/counting.ts';
import { departures } from '../../shared/deliberation.ts';
import type { TeamId } from '../../shared/ids.ts';
import { tieOf } from '../../shared/ladder.ts';
import type { Minutes } from '../../shared/minutes.ts';
import { aggregates, officialCut, placesOf, totalWeight } from '../../shared/ranking.ts';
import type { State } from '../../shared/state.ts';
import { coverage } from '../../shared/tally/matrix.ts';
import { METHODS, tallies } from '../../shared/tally/methods.ts';
import { write } from '../../shared/tally/ratio.ts';
import { type Sensitivity, sensitivitySteps } from '../../shared/tally/sensitivity.ts';
import type { Block, Paper } from './document.ts';
import { annex as words } from './french/annex.ts';
import { and, hour, mean } from './french/forms.ts';
import { method, tieStep } from './french/rules.ts';
import { paperOf } from './minutes.ts';
import { namesOf } from './names.ts';

/**
 * What the jury had before it, for the jury's own file: aggregates, five methods, what depends on them, ties, departures.
 * Computed in steps; `breath` lets other work through between two of them.
 */
export async function annexPaper(minutes: Minutes, breath: () => Promise<void>): Promise<Paper> {
  const { state } = minutes;
  const paper = (blocks: readonly Block[]) =>
    paperOf(minutes, {
      title: words.title,
      foot: words.restricted,
      blocks: [{ heading: words.notice, level: 1 }, { text: words.warning }, ...blocks],
    });
  if (state.setup.rules.marking === 'notes') return paper([{ text: words.notesOnly }]);
  const steps = sensitivitySteps(matrixOf(state), placesOf(state));
  let step = steps.next();
  while (!step.done) {
    await breath();
    step = steps.next();
  }
  return paper([
    ...rankingBlocks(state),
    ...methodBlocks(state),
    ...sensitivityBlocks(state, step.value),
    ...ladderBlocks(state),
    ...departureBlocks(state),
  ]);
}

function rankingBlocks(state: State): readonly Block[] {
  const { setup } = state;
  const names = namesOf(setup);
  const weight = totalWeight(setup.criteria);
  const { inside, open } = officialCut(state);
  const place = (team: TeamId) => (inside.includes(team) ? words.inside : open.includes(team) ? words.open : words.outside);
  const rows = aggregates(state).map(({ team, rank, tied, sum, count, missing, excused }) => [
    rankOf(rank, tied),
    names.short(team),
    mean(sum, count * weight),
    count === 0 ? words.outside : write({ num: BigInt(sum), den: BigInt(count * weight) }),
    words.ballotsOf(count, count + missing),
    String(excused),
    place(team),
  ]);
  return [
    { heading: words.ranking, level: 2 },
    { text: words.rankingBy(method(setup.rules.tally)) },
    { table: { caption: '', head: words.rankingHead, rows, numeric: [2, 5] } },
    { text: words.retained(placesOf(state)), quiet: true },
  ];
}

const rankOf = (rank: number, tied: boolean): string => (tied ? words.tied(rank) : String(rank));

function methodBlocks(state: State): readonly Block[] {
  const names = namesOf(state.setup);
  const matrix = matrixOf(state);
  const tallied = tallies(matrix);
  const rows = aggregates(state).map(({ team }) => [
    names.short(team),
    ...METHODS.map((name) => {
      const counted = tallied[name];
      const standing = 'standings' in counted ? counted.standings.find((one) => one.team === team) : undefined;
      return standing ? rankOf(standing.rank, standing.tied) : words.outside;
    }),
  ]);
  const { additive } = tallied;
  const { given, possible, byJuror } = coverage(matrix);
  const holes = byJuror.filter(({ missing }) => missing > 0).map(({ juror, missing }) => words.holesOf(names.seat(juror), missing));
  return [
    { heading: words.methods, level: 2 },
    { text: words.methodsMore },
    { table: { caption: '', head: words.methodHead, rows } },
    ...('refused' in additive ? [{ text: words.disconnected(additive.parts.length) }] : []),
    { text: words.coverage(given, possible) },
    holes.length === 0 ? { text: words.whole } : { list: holes },
  ];
}

function sensitivityBlocks({ setup }: State, { readings, places, teams, always, never, depends }: Sensitivity<TeamId>): readonly Block[] {
  const names = namesOf(setup);
  const list = (ids: readonly TeamId[]) => and(ids.map(names.team));
  const unsteady = teams
    .filter(({ team }) => depends.includes(team))
    .map(({ team, in: inside, open, out, best, worst }) => words.depends(names.team(team), inside, open, inside + open + out, best, worst));
  return [
    { heading: words.sensitivity, level: 2 },
    { text: words.readings(readings, places ?? 0) },
    {
      list: [
        ...(always.length > 0 ? [words.always(list(always))] : []),
        ...(never.length > 0 ? [words.never(list(never))] : []),
        ...(unsteady.length > 0 ? unsteady : [words.steady]),
      ],
    },
  ];
}

function ladderBlocks(state: State): readonly Block[] {
  const { setup } = state;
  const names = namesOf(setup);
  const { taken, undecided } = tieOf(state);
  const lines = taken.flatMap(({ at, step, groups, seed }) => {
    const rule = setup.rules.ties[step];
    if (!rule) return [];
    const said = `${tieStep(rule, setup.criteria)}${seed === null ? '' : ` (${words.seed(seed)})`}`;
    const separated = groups.length < 2 ? words.nothing : groups.map((group) => and(group.map(names.team))).join(words.before);
    return [words.step(hour(at, setup.timeZone), said, separated)];
  });
  const left = undecided.length === 0 ? [] : [words.undecided(and(undecided.map(names.team)))];
  const all = [...lines, ...left];
  return [{ heading: words.ladder, level: 2 }, all.length === 0 ? { text: words.noTie } : { list: all }];
}

function departureBlocks(state: State): readonly Block[] {
  const { setup, course, deliberation } = state;
  const title: Block = { heading: words.departures, level: 2 };
  if (!deliberation?.closedAt) return [title, { text: words.listOpen }];
  const names = namesOf(setup);
  const { inside } = tieOf(state);
  const lines = departures(state, deliberation.list).flatMap(({ team, motion, reason }) =>
    motion === null ? [] : [words.left(names.team(team), motion, reason)],
  );
  const entered = competing(course).filter((team) => deliberation.list.includes(team) && !inside.includes(team));
  if (lines.length + entered.length === 0) return [title, { text: words.noDeparture }];
  return [title, { list: [...lines, ...(entered.length === 0 ? [] : [words.entered(and(entered.map(names.team)))])] }];
}
