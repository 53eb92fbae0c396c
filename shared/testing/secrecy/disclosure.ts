import { canonical } from '../../digest.ts';
import type { State } from '../../state.ts';
import { heardBy, TELLING, type Telling, Told, WATCHERS, type Watcher } from './heard.ts';
import type { Pair } from './pairs.ts';
import type { Kind } from './secrets.ts';

/**
 * From when on what an audience receives may depend on a secret.
 * `.` never; `!` at once; `~` as soon as something follows from it; `d` from the opening of the deliberation; `m` once a motion is closed on
 * which somebody voted; `k` once the recorded ballots differ; `K` then, but not before the deliberation; `r` from the opening of the
 * restitution; `n` when the name is said; `f` when the laureates stand together.
 */
type From = '.' | '!' | '~' | 'd' | 'm' | 'k' | 'K' | 'r' | 'n' | 'f';

const WATCHING: readonly Watcher[] = [
  'public',
  'projector',
  'stage',
  'ownTable',
  'table',
  'coach',
  'holder',
  'juror',
  'president',
  'mc',
  'organiser',
];

/** What becomes public, to whom, at which step. The holder is the juror whose secret it is; its table is that of team a. */
export const DISCLOSURE = {
  //            public, projector, stage, own table, table, coach | holder, juror, president | mc, organiser
  mark: '. . . . . . ! d d . .',
  ballot: '. . . . . . ! d ! ! !',
  trial: '. . . . . . ! . . ! .',
  paper: '. . . . . . ! . . . !',
  late: '. . . . . . ! K ! k k',
  lateMark: '. . . . . . ! K K . .',
  reopened: '. . . . . . ! K ! k ~',
  recusal: '. . . . . . ! d ! ~ !',
  presence: '. . . . . . ! d ! ~ !',
  hand: '. . . . . . ! ! ! ! .',
  words: '. . . . . . ! . . . .',
  sheet: '. . . ! . ! ! ! ! . .',
  message: '. . ! . . . . . . ! .',
  strikeReason: '. . . . . . . . . ! .',
  remark: '. . . . . . . . . . !',
  composed: '. . . . . . ! ! ! . .',
  motion: '. . . . . . ! ! ! . .',
  vote: '. . . . . . ! m m . .',
  voter: '. . . . . . ! ! ! . .',
  secretVote: '. . . . . . m m m . .',
  tieStep: '. . . . . . ! ! ! . .',
  closing: '. . . . . . ! ! ! ! !',
  list: 'n n n n n n ! ! ! r n',
  commitment: 'f f f f f f f f f f !',
  link: '. . . . . . . . . . !',
} as const satisfies Record<Kind, string>;

export const fromWhen = (kind: Kind, watcher: Watcher): From => DISCLOSURE[kind].split(' ')[WATCHING.indexOf(watcher)] as From;

type Holds = (one: State, other: State) => boolean;
const MOMENTS: Record<Exclude<From, '.' | '!' | '~' | 'K'>, Holds> = {
  d: ({ course }) => course.phase === 'deliberation',
  m: (...states) => states.some(({ deliberation }) => deliberation?.motions.some(({ closed, voted }) => closed && voted.length > 0)),
  k: (one, other) => canonical(one.ballots) !== canonical(other.ballots),
  r: ({ course }) => course.phase === 'restitution',
  n: (one, other) => said(one) !== said(other),
  f: ({ course }) => course.finale !== 'none',
};
const said = ({ course }: State) => course.announcement.slice(0, course.revealed).join();

/** The slot from which on a pair may differ for an audience: infinitely late where it may not. */
export function mayDifferFrom(pair: Pair, from: From): number {
  if (pair.from === null || from === '.') return Number.POSITIVE_INFINITY;
  if (from === '!' || from === '~') return pair.from;
  if (from === 'K') return Math.max(mayDifferFrom(pair, 'k'), mayDifferFrom(pair, 'd'));
  const { one, other } = pair;
  const slot = one.stands.findIndex(
    ({ state }, index) => index >= (pair.from ?? 0) && MOMENTS[from](state, other.stands[index]?.state ?? state),
  );
  return slot === -1 ? Number.POSITIVE_INFINITY : slot;
}

/** The slot in which what an audience hears differs for the first time, and what it hears on both sides. */
export interface Difference {
  readonly watcher: Watcher;
  readonly slot: number;
  readonly heard: readonly [string, string];
}

/** Where two afternoons can be told apart, by every audience that can. */
export function differences(pair: Pair, telling: Telling = TELLING): readonly Difference[] {
  const [one, other] = [new Told(pair.one, telling), new Told(pair.other, telling)];
  return WATCHING.flatMap((watcher) => {
    const others = heardBy(other, WATCHERS[watcher]);
    let slot = 0;
    for (const heard of heardBy(one, WATCHERS[watcher])) {
      const { value } = others.next();
      if (heard !== value) return [{ watcher, slot, heard: [heard, String(value)] as const }];
      slot += 1;
    }
    return [];
  });
}

/** Those that come before their time. */
export const leaked = (pair: Pair, kind: Kind, telling: Telling = TELLING): readonly Difference[] =>
  differences(pair, telling).filter(({ watcher, slot }) => slot < mayDifferFrom(pair, fromWhen(kind, watcher)));
