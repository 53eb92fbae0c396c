import { competing, countedBallot, isExpected } from '../../shared/counting.ts';
import type { Minutes } from '../../shared/minutes.ts';
import { ownReceipt } from '../../shared/receipt.ts';
import type { State } from '../../shared/state.ts';
import type { Block } from './document.ts';
import { hour } from './french/forms.ts';
import { minutes as words } from './french/minutes.ts';
import { namesOf } from './names.ts';

/** Columns of codes that a page is wide enough for. */
const CODES_WIDE = 10;

/** What was marked, how many ballots count, which came otherwise, and the code of each. Never a mark. */
export function ballotBlocks(minutes: Minutes): readonly Block[] {
  const { state } = minutes;
  const { setup, course } = state;
  const title: Block = { heading: words.ballots, level: 1 };
  if (setup.rules.marking === 'notes') return [title, { text: words.notesOnly }];
  const { criteria, scale } = setup;
  const levels = scale.words.map((word, index) => words.level(scale.min + index, word)).join(', ');
  const rows = criteria.map(({ name, question, weight }) => [name, question, String(weight)]);
  return [
    title,
    { table: { caption: words.criteria(levels), head: words.criteriaHead, rows, numeric: [2] } },
    { text: words.counted(...count(state)) },
    ...(course.allLocked === null
      ? [{ text: words.notLocked }]
      : [{ text: words.locked(hour(course.allLocked.at, setup.timeZone)) }, { code: course.allLocked.hash }]),
    ...exceptions(minutes),
    ...(course.allLocked === null ? [] : receipts(state)),
  ];
}

function count(state: State): readonly [counted: number, expected: number] {
  const pairs = competing(state.course).flatMap((team) => state.setup.seats.map(({ id: seat }) => ({ seat, team })));
  return [
    pairs.filter(({ seat, team }) => countedBallot(state, seat, team)).length,
    pairs.filter(({ seat, team }) => isExpected(state, seat, team)).length,
  ];
}

function exceptions({ state: { setup }, exceptions: found }: Minutes): readonly Block[] {
  const title: Block = { heading: words.exceptions, level: 2 };
  if (found.length === 0) return [title, { text: words.noException }];
  const names = namesOf(setup);
  const rows = found.map((one) => [
    hour(one.at, setup.timeZone),
    names.seat(one.seat),
    names.short(one.team),
    words.exception(one, one.madeAt === null ? null : hour(one.madeAt, setup.timeZone)),
    one.before ?? words.none,
    one.after ?? words.none,
  ]);
  return [title, { table: { caption: '', head: words.exceptionHead, rows, numeric: [1] } }];
}

/** A row for each seat, a column for each passage, in as many tables as the page's width asks for. */
function receipts(state: State): readonly Block[] {
  const { setup, course } = state;
  const passages = course.order.map((team, index) => ({ team, place: index + 1 })).filter(({ team }) => !course.withdrawn[team]);
  const rows = setup.seats
    .map(({ id, number }) => ({ number, codes: passages.map(({ team }) => ownReceipt(state, id, team)) }))
    .filter(({ codes }) => codes.some((code) => code !== null));
  const tables = Math.ceil(passages.length / CODES_WIDE);
  const wide = Math.ceil(passages.length / tables);
  const criteria = setup.criteria.map(({ id }) => id).sort();
  return [
    { heading: words.receipts, level: 2 },
    { text: words.receiptsWhy(criteria), quiet: true },
    ...Array.from({ length: tables }, (_, index): Block => {
      const [first, end] = [index * wide, Math.min(passages.length, (index + 1) * wide)];
      const places = passages.slice(first, end).map(({ place }) => place);
      const codesOf = (codes: readonly (string | null)[]) => codes.slice(first, end).map((code) => code ?? words.none);
      return {
        table: {
          caption: words.receiptsTable(places[0] ?? 0, places.at(-1) ?? 0),
          head: [words.seat, ...places.map(String)],
          rows: rows.map(({ number, codes }) => [String(number), ...codesOf(codes)]),
          widths: [0.6, ...places.map(() => 1)],
          numeric: [0],
        },
      };
    }),
  ];
}
