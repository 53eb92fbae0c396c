import type { TeamId } from '../../shared/ids.ts';
import type { Minutes } from '../../shared/minutes.ts';
import { aggregates, totalWeight } from '../../shared/ranking.ts';
import type { State } from '../../shared/state.ts';
import type { Block, Paper } from './document.ts';
import { capital, day, ended, hour, mean, quoted } from './french/forms.ts';
import { feedback as words } from './french/team.ts';
import { paperOf } from './minutes.ts';
import { namesOf } from './names.ts';

/** What a team takes home: the jury's words to it, its own mean where the règlement gives it, and its first appointment. */
export const feedbackPaper = (minutes: Minutes, team: TeamId): Paper => ({
  ...paperOf(minutes, {
    title: words.title,
    foot: '',
    blocks: [
      { text: words.thanks },
      { facts: projectFacts(minutes.state, team) },
      ...commentBlocks(minutes.state, team),
      ...meanBlocks(minutes.state, team),
      ...nextBlocks(minutes.state, team),
    ],
  }),
  foot: words.foot(minutes.state.setup.organiser),
});

function projectFacts({ setup, course }: State, team: TeamId): readonly (readonly [string, string])[] {
  const names = namesOf(setup);
  const pitchAt = course.passages[team]?.pitchAt;
  const passage = pitchAt === undefined ? [] : [words.passageAt(course.order.indexOf(team) + 1, hour(pitchAt, setup.timeZone))];
  return [
    [words.project, names.project(team)],
    [words.department, names.departmentName(team)],
    ...passage.map((said) => [words.passage, said] as const),
  ];
}

/** In the order of their letters, which tells nobody who wrote what. */
function commentBlocks({ setup, feedback }: State, team: TeamId): readonly Block[] {
  if (!setup.rules.feedback.comments) return [];
  const said = Object.values(feedback[team] ?? {})
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .sort();
  const title: Block = { heading: words.words, level: 1 };
  if (said.length === 0) return [title, { text: words.noWords }];
  return [title, { text: words.wordsFrom, quiet: true }, { list: said.map((text) => quoted(ended(text))) }];
}

function meanBlocks(state: State, team: TeamId): readonly Block[] {
  const { rules, criteria, scale } = state.setup;
  const row = aggregates(state).find((one) => one.team === team);
  if (!rules.feedback.aggregate || rules.marking === 'notes' || !row || row.count === 0) return [];
  const own = mean(row.sum, row.count * totalWeight(criteria));
  return [{ heading: words.mean, level: 1 }, { text: words.meanIs(own, scale.max, row.count) }];
}

function nextBlocks({ setup, course, commitments }: State, team: TeamId): readonly Block[] {
  const ask: readonly Block[] = setup.rules.marking === 'marks' ? [{ text: words.ask(setup.organiser), quiet: true }] : [];
  if (!course.announcement.includes(team)) return [{ heading: words.next, level: 1 }, { text: words.nextText }, ...ask];
  const settled = commitments[team];
  const title: Block = { heading: words.retained, level: 1 };
  if (!settled) return [title, { text: words.retainedBare }, ...ask];
  const firstDate = settled.firstDate ? capital(day(settled.firstDate)) : words.toSettle;
  return [
    title,
    { text: words.retainedText },
    {
      facts: [
        [words.firstDate, firstDate],
        [words.sponsor, settled.sponsor ?? words.toSettle],
        [words.time, settled.time ?? words.toSettle],
        [words.coach, settled.coach ?? words.toSettle],
      ],
    },
    ...ask,
  ];
}
