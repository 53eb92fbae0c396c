import { setImmediate as breath } from 'node:timers/promises';
import type { Role } from '../../shared/audience.ts';
import type { TeamId } from '../../shared/ids.ts';
import { type Minutes, minutesOf } from '../../shared/minutes.ts';
import { PHASES, type Phase } from '../../shared/phases.ts';
import type { People } from '../journal.ts';
import type { Room } from '../room.ts';
import { annexPaper } from './annex.ts';
import type { Paper } from './document.ts';
import { extractPaper } from './extract.ts';
import { feedbackPaper } from './feedback.ts';
import { unavailable } from './french/team.ts';
import { minutesPaper } from './minutes.ts';

/** A paper that may be asked for: by whom, from which phase on. A paper of one team names it in its path. */
export interface Kind {
  readonly path: string;
  readonly by: readonly Role[];
  readonly from: Phase;
  /** Name of the file, after the forum's. */
  readonly file: string;
  readonly compose: (minutes: Minutes, team: TeamId, people: People) => Paper | Promise<Paper>;
}

export const KINDS: readonly Kind[] = [
  {
    path: 'minutes.pdf',
    by: ['organiser', 'president'],
    from: 'set-up',
    file: 'proces-verbal',
    compose: (minutes, _, people) => minutesPaper(minutes, people),
  },
  {
    path: 'annex.pdf',
    by: ['organiser', 'president'],
    from: 'deliberation',
    file: 'annexe-restreinte',
    compose: (minutes) => annexPaper(minutes, breath),
  },
  { path: 'feedback/:team.pdf', by: ['organiser'], from: 'closed', file: 'retour', compose: feedbackPaper },
  { path: 'marks/:team.pdf', by: ['organiser'], from: 'closed', file: 'notes', compose: extractPaper },
];

export type Handed =
  | { readonly file: string; readonly bytes: Buffer }
  | { readonly status: 404 | 409 | 410; readonly code: string; readonly message?: string };

/** The paper as a file, or why there is none. What prints is loaded only when something is printed. */
export async function handOut(room: Room, kind: Kind, team: string | undefined): Promise<Handed> {
  const { setup, course, erased } = room.state;
  if (PHASES.indexOf(course.phase) < PHASES.indexOf(kind.from)) return { status: 409, code: 'wrong-phase' };
  if (erased) return { status: 410, code: 'ballots-erased', message: unavailable.erased };
  const known = course.order.find((one) => one === team);
  if (team !== undefined && known === undefined) return { status: 404, code: 'unknown-team', message: unavailable.unknown };
  if (known !== undefined && course.withdrawn[known]) return { status: 409, code: 'team-withdrawn', message: unavailable.withdrawn };
  const minutes = minutesOf(room.entries());
  if (!minutes) throw new Error('the journal holds no set-up');
  const paper = await kind.compose(minutes, known ?? ('' as TeamId), room.people);
  const { printPaper } = await import('./print.ts');
  const parts = [setup.id, kind.file, ...(known === undefined ? [] : [known]), ...(paper.draft === null ? [] : ['brouillon'])];
  return { file: `${parts.join('-')}.pdf`, bytes: await printPaper(paper) };
}
