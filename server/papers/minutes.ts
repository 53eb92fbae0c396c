import type { Minutes } from '../../shared/minutes.ts';
import type { People } from '../journal.ts';
import type { Block, Paper } from './document.ts';
import { day, ended, hour, typeset, typesetBlock } from './french/forms.ts';
import { minutes as words } from './french/minutes.ts';
import { ballotBlocks } from './minutes-ballots.ts';
import { deliberationBlocks, listBlocks } from './minutes-decision.ts';
import { drawBlocks, juryBlocks, sittingBlocks } from './minutes-jury.ts';
import { passageBlocks } from './minutes-passages.ts';
import { heldOn } from './names.ts';

/** The procès-verbal: a draft at any time, final once the session is closed. The same journal and the same names give the same paper. */
export const minutesPaper = (minutes: Minutes, people: People = {}): Paper =>
  paperOf(minutes, {
    title: words.title,
    foot: '',
    blocks: [
      ...sittingBlocks(minutes),
      ...juryBlocks(minutes, people),
      ...drawBlocks(minutes),
      ...passageBlocks(minutes),
      ...ballotBlocks(minutes),
      ...deliberationBlocks(minutes),
      ...listBlocks(minutes),
      ...dissentBlocks(minutes),
      ...signingBlocks(minutes, people),
    ],
  });

/** A paper drawn from the journal: marked as a draft until the session is closed, with the journal's hash in its foot from then on. */
export function paperOf({ state, last }: Minutes, { title, foot, blocks }: Pick<Paper, 'title' | 'foot' | 'blocks'>): Paper {
  const { setup, course } = state;
  const final = course.phase === 'closed';
  const source = final ? words.foot(last.seq, last.hash) : words.draftFoot(last.seq, hour(last.at, setup.timeZone));
  return {
    language: 'fr',
    title: typeset(title),
    subject: typeset(words.subject(setup.name, setup.city, day(setup.date))),
    author: setup.organiser,
    draft: final ? null : words.draft,
    foot: typeset(foot === '' ? source : `${foot}\n${source}`),
    page: (n, of) => typeset(words.page(n, of)),
    blocks: blocks.map(typesetBlock),
    at: new Date(last.at),
  };
}

function dissentBlocks({ state: { remarks } }: Minutes): readonly Block[] {
  const lines = remarks.filter(({ kind }) => kind === 'dissent').map(({ text }) => ended(text));
  return [{ heading: words.dissent, level: 1 }, lines.length === 0 ? { text: words.noDissent } : { list: lines }];
}

function signingBlocks({ state, last }: Minutes, people: People): readonly Block[] {
  const { setup, course } = state;
  const title: Block = { heading: words.made, level: 1 };
  if (course.phase !== 'closed') return [title, { text: words.unsigned }];
  const president = setup.seats.find((seat) => seat.president);
  return [
    title,
    { text: words.journal(last.seq, hour(last.at, setup.timeZone)) },
    { code: last.hash },
    { text: words.madeAt(setup.city, day(heldOn(state))) },
    {
      signatures: [
        words.signPresident(String(president?.number ?? ''), president?.title ?? '', president && people[president.id]),
        words.signSecretary,
      ],
    },
  ];
}
