import type { Rules, Setup } from '../setup.ts';
import { NONCE } from './deliberate.ts';
import { small } from './forums.ts';
import { type Afternoon, given, juror, president, type Told } from './given.ts';
import { inPhase, until } from './play.ts';

type Marks = readonly [why: number, how: number];

/** The small forum with as many teams as are named, of Nord and Somme in turn. */
export function forumOf(teams: readonly string[], rules: Partial<Rules> = {}): Setup {
  const setup = small({ laureates: 1 });
  const named = teams.map((id, index) => ({
    id: id as Setup['teams'][number]['id'],
    table: index + 1,
    department: index % 2 === 0 ? '59' : '80',
    name: `Team ${id}`,
  }));
  return { ...setup, teams: named, rules: { ...setup.rules, laureates: Math.min(2, teams.length), ...rules } };
}

/** That forum at the opening of its deliberation: each team got these marks from every juror named. */
export const deliberating = (marks: Readonly<Record<string, Marks>>, rules: Partial<Rules> = {}, jurors = ['s1', 's2', 's3']): Afternoon =>
  deliberatingIn(forumOf(Object.keys(marks), rules), (seat, team) => (jurors.includes(seat) ? marks[team] : undefined));

export const deliberatingIn = (setup: Setup, marks: (seat: string, team: string) => Marks | undefined): Afternoon =>
  until(given(setup), inPhase('deliberation'), {
    marks: (seat, team) => {
      const [why, how] = marks(seat, team) ?? [];
      return why === undefined || how === undefined ? null : { why, how };
    },
  });

export const NUMBERS = { '80': 7, '59': 31 };

export const open = (question: object, secret = false): Told => ({ type: 'OpenMotion', question, secret });
export const replace = (put: string, out: string) => ({ kind: 'replace', put, out, reason: 'Balance' });
export const vote = (motion: number, wanted: string): Told => ({ type: 'CastVote', motion, vote: wanted });
export const secretly = (motion: number, wanted: string): Told => ({ type: 'CastSecretVote', motion, vote: wanted, nonce: NONCE });
export const close = (...teams: string[]): Told => ({ type: 'CloseList', teams });

/** A motion put, voted by some seats, and closed. */
export function voted(afternoon: Afternoon, question: object, votes: Readonly<Record<string, string>>): Afternoon {
  const put = afternoon.and(open(question), president);
  const motion = put.state.deliberation?.motions.at(-1)?.number ?? 0;
  let after = put;
  for (const [seat, wanted] of Object.entries(votes)) after = after.and(vote(motion, wanted), juror(seat));
  return after.and({ type: 'CloseMotion', motion }, president);
}
