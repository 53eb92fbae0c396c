import { drawCommandLine } from '../../shared/draw.ts';
import type { Attendance } from '../../shared/jury.ts';
import type { Minutes } from '../../shared/minutes.ts';
import type { Phase } from '../../shared/phases.ts';
import type { Instant } from '../../shared/time.ts';
import type { People } from '../journal.ts';
import type { Block } from './document.ts';
import { capital, day, hour } from './french/forms.ts';
import { minutes as words } from './french/minutes.ts';
import { college, ruleFacts } from './french/rules.ts';
import { heldOn, namesOf } from './names.ts';

/** The session and its règlement: what, where, when, under which rules. */
export function sittingBlocks({ state }: Minutes): readonly Block[] {
  const { setup, course } = state;
  const president = setup.seats.find((seat) => seat.president);
  const phases = Object.entries(words.phase).flatMap(([phase, said]) => {
    const at = course.opened[phase as Phase];
    return at === undefined ? [] : [said(hour(at, setup.timeZone))];
  });
  return [
    { heading: words.sitting, level: 1 },
    {
      facts: [
        [words.event, setup.name],
        [words.organiser, setup.organiser],
        [words.place, setup.venue ? `${setup.venue}, ${setup.city}` : setup.city],
        [words.day, capital(day(heldOn(state)))],
        [words.hours, phases.length === 0 ? words.notBegun : capital(phases.join(', '))],
        [words.presidency, president ? words.presidentSeat(String(president.number), president.title) : words.none],
        [words.secretary, words.secretaryName(setup.organiser)],
      ],
    },
    { heading: words.rules, level: 2 },
    ...(course.rulesHash === null
      ? [{ text: words.rulesOpen }]
      : [{ text: words.rulesHash(setup.rules.version) }, { code: course.rulesHash }]),
    { facts: ruleFacts(setup) },
  ];
}

/** Who sat, from when to when; the quorum whenever it was taken; who stood back. */
export function juryBlocks(minutes: Minutes, people: People): readonly Block[] {
  return [{ heading: words.jury, level: 1 }, members(minutes, people), ...quorums(minutes), ...recusals(minutes)];
}

function members({ state: { setup, course, attendance } }: Minutes, people: People): Block {
  const colleges = [...new Set(setup.seats.map((seat) => seat.college))];
  const rows = colleges.flatMap((group) =>
    setup.seats
      .filter((seat) => seat.college === group)
      .map(({ id, number, title, department, president }) => [
        capital(college(group)),
        String(number),
        words.named(people[id], president ? words.presidentMark(title) : title),
        department,
        presence(attendance[id], setup.timeZone) || words.absent(course.phase === 'closed'),
      ]),
  );
  return { table: { caption: words.members, head: words.memberHead, rows, numeric: [1] } };
}

/** Stays one after the other, each from an arrival to the departure that follows it. */
function presence(attended: Attendance | undefined, timeZone: string): string {
  const stays: { from: Instant; to: Instant | null }[] = [];
  for (const { at, present } of attended?.moves ?? []) {
    const open = stays.at(-1);
    if (present) stays.push({ from: at, to: null });
    else if (open) open.to = at;
  }
  return stays.map(({ from, to }) => words.stay(hour(from, timeZone), to === null ? null : hour(to, timeZone))).join(' ; ');
}

function quorums({ state: { setup }, quorums: taken }: Minutes): readonly Block[] {
  const { total, colleges } = setup.rules.quorum;
  const asked = total > 0 || colleges.length > 0;
  const title: Block = { heading: words.quorum, level: 2 };
  if (taken.length === 0) return [title, { text: words.noneTaken }];
  const rows = taken.map(({ at, when, motion, quorum }) => {
    const there = [words.when(when, motion), hour(at, setup.timeZone), words.voters(quorum.present, quorum.of)];
    if (!asked) return there;
    const groups = quorum.colleges.map(({ college: group, present, needed }) => words.ofCollege(college(group), present, needed));
    return [...there, String(quorum.needed), groups.join(', ') || words.none, words.met(quorum.met)];
  });
  const head = asked ? words.quorumHead : words.presentHead;
  return [title, ...(asked ? [] : [{ text: words.noQuorum }]), { table: { caption: '', head, rows, numeric: asked ? [3] : [] } }];
}

function recusals({ state: { setup }, recusals: declared }: Minutes): readonly Block[] {
  const names = namesOf(setup);
  const at = (instant: Instant) => hour(instant, setup.timeZone);
  const lines = declared.map(({ seat, team, at: when, liftedAt }) =>
    words.recusal(names.seat(seat), team === null ? null : names.team(team), at(when), liftedAt === null ? null : at(liftedAt)),
  );
  return [
    { heading: words.recusals, level: 2 },
    ...(setup.rules.recusal === 'department' ? [{ text: words.byDepartment }] : []),
    lines.length === 0 ? { text: words.noRecusal } : { list: lines },
  ];
}

/** The draw, and how anybody does it again. */
export function drawBlocks({ state: { setup, course } }: Minutes): readonly Block[] {
  const title: Block = { heading: words.order, level: 1 };
  if (!course.draw?.drawn) return [title, { text: course.draw ? words.drawing : words.notDrawn }];
  const { openedAt, numbers, drawn } = course.draw;
  const names = namesOf(setup);
  const said = setup.departments.map(({ code, name }) => words.number(`${name} (${code})`, numbers[code] ?? 0));
  return [
    title,
    { text: words.drawn(hour(openedAt, setup.timeZone), hour(drawn.at, setup.timeZone)) },
    {
      facts: [
        [words.numbers, said.join(', ')],
        [words.seed, drawn.seed],
        [words.witnesses, drawn.witnesses || words.none],
        [words.drawnOrder, drawn.order.map((id, index) => words.inOrder(index + 1, id, names.short(id))).join(' ; ')],
      ],
    },
    { text: words.redo, quiet: true },
    { code: drawCommandLine(drawn.seed, drawn.order) },
  ];
}
