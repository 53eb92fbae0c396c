import { departures } from '../../shared/deliberation.ts';
import type { Motion } from '../../shared/jury.ts';
import { tieOf } from '../../shared/ladder.ts';
import type { Minutes } from '../../shared/minutes.ts';
import type { State } from '../../shared/state.ts';
import type { Instant } from '../../shared/time.ts';
import type { Block } from './document.ts';
import { day, hour } from './french/forms.ts';
import { minutes as words } from './french/minutes.ts';
import { tieStep } from './french/rules.ts';
import { namesOf } from './names.ts';

/** What the jury voted, in counts, how it settled a tie, and where it departed from the ranking. No aggregate. */
export function deliberationBlocks({ state }: Minutes): readonly Block[] {
  const { setup, course, deliberation } = state;
  const title: Block = { heading: words.deliberation, level: 1 };
  const opened = course.opened.deliberation;
  if (!deliberation || opened === undefined) return [title, { text: words.notOpen }];
  return [
    title,
    { text: words.doors(hour(opened, setup.timeZone)) },
    { heading: words.votes, level: 2 },
    deliberation.motions.length === 0 ? { text: words.noVote } : votes(state, deliberation.motions),
    ...tie(state),
    ...departed(state),
  ];
}

const VOTE_WIDTHS = [0.5, 4.2, 1.1, 1.3, 0.8, 1, 0.8, 2.4];

function votes({ setup }: State, motions: readonly Motion[]): Block {
  const names = namesOf(setup);
  const rows = motions.map(({ number, question, secret, voted, entitled, closed }) => [
    String(number),
    words.question(question, names.team),
    words.secrecy(secret),
    words.voters(voted.length, entitled.length),
    ...(closed ? [closed.count.for, closed.count.against, closed.count.abstain].map(String) : [words.none, words.none, words.none]),
    words.outcome(closed),
  ]);
  return { table: { caption: '', head: words.voteHead, rows, widths: VOTE_WIDTHS, numeric: [4, 5, 6] } };
}

function tie(state: State): readonly Block[] {
  const { setup } = state;
  if (setup.rules.marking === 'notes') return [];
  const steps = tieOf(state).taken.flatMap(({ step, seed }) => {
    const rule = setup.rules.ties[step];
    if (!rule) return [];
    const said = tieStep(rule, setup.criteria);
    return [seed === null ? said : words.tieSeed(said, seed)];
  });
  return steps.length === 0 ? [] : [{ text: words.tie(steps) }];
}

/** Only once the list is closed: until then it says nothing. */
function departed(state: State): readonly Block[] {
  const { setup, deliberation } = state;
  if (setup.rules.marking === 'notes' || !deliberation?.closedAt) return [];
  const names = namesOf(setup);
  const lines = departures(state, deliberation.list).flatMap(({ team, motion, reason }) =>
    motion === null ? [] : [words.departure(names.team(team), motion, reason)],
  );
  return [{ heading: words.departed, level: 2 }, lines.length === 0 ? { text: words.followed } : { list: lines }];
}

/** The list in passing order, and what its teams leave the room with. */
export function listBlocks({ state, quorums }: Minutes): readonly Block[] {
  const { setup, course, deliberation, commitments } = state;
  const at = (instant: Instant) => hour(instant, setup.timeZone);
  const title: Block = { heading: words.list, level: 1 };
  const first = quorums.find(({ when }) => when === 'list');
  const again = deliberation?.reopened;
  const reopened = first && again ? [{ text: words.listReopened(at(first.at), at(again.at), again.reason) }] : [];
  if (!deliberation?.closedAt) return [title, ...reopened, { text: words.listOpen }];
  const names = namesOf(setup);
  const list = course.order.filter((team) => deliberation.list.includes(team));
  const rows = list.map((team) => [String(course.order.indexOf(team) + 1), names.project(team), names.departmentName(team)]);
  const settled = list.flatMap((team) => {
    const one = commitments[team];
    if (!one) return [];
    const cells = [one.sponsor, one.time, one.coach, one.firstDate === null ? null : day(one.firstDate)];
    return [[names.short(team), ...cells.map((cell) => cell ?? words.toSettle)]];
  });
  return [
    title,
    ...reopened,
    { text: words.listClosed(at(deliberation.closedAt)) },
    { table: { caption: '', head: words.listHead, rows, numeric: [0] } },
    ...(settled.length === 0 ? [] : [{ table: { caption: words.commitments, head: words.commitmentHead, rows: settled } }]),
  ];
}
