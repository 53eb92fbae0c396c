import { ballotsClosed } from '../../ballot.ts';
import { drawIsOpen } from '../../draw.ts';
import type { SeatId, TeamId } from '../../ids.ts';
import { isRecused } from '../../recusal.ts';
import type { State } from '../../state.ts';
import { openMotion } from '../../voting.ts';
import { NONCE } from '../deliberate.ts';
import { type By, juror, mc, organiser, president, type Told, table } from '../given.ts';
import type { Act } from '../random.ts';

/** A kind of secret: what is done on the one side and on the other, where the moment gives occasion for it. */
export interface Secret {
  told(state: State, dice: number): readonly [readonly Act[], readonly Act[]] | null;
  /** Whoever holds it does nothing else from then on, so that only the secret itself can be heard. */
  readonly quiet?: By;
  readonly once?: true;
  /** Not everybody has arrived before the story begins. */
  readonly comesAndGoes?: true;
  /** The two juries close other lists. */
  readonly list?: true;
  /** What everybody does on both sides in each slot, to give occasion. */
  readonly occasion?: (state: State) => readonly Act[];
}

/** What is wanted of the president: the list closed, by whatever it takes. */
export const CLOSE: Act = { by: president, command: { type: 'CloseList' } };

const HOLDER = 's2' as SeatId;
const s2 = juror(HOLDER);
const by = (sender: By, command: object): Act => ({ by: sender, command: command as Told });
const cast = (team: TeamId, ...marks: readonly number[]): Act =>
  by(s2, { type: 'CastBallot', team, marks: Object.fromEntries(marks.map((mark, index) => [index === 0 ? 'why' : 'how', mark])) });
/** Two marks that are not the same. */
const twoMarks = (dice: number): readonly [number, number] => [(dice % 5) + 1, ((dice + 2) % 5) + 1];

const some = <T>(list: readonly T[], dice: number): T | undefined => list[dice % list.length];
const openTeam = (state: State, dice: number) =>
  some(
    state.course.order.filter((team) => ballotsClosed(state, team, HOLDER) === null && !isRecused(state, HOLDER, team)),
    dice,
  );
const lockedTeam = (state: State, dice: number) =>
  state.deliberation?.closedAt || state.course.phase === 'restitution' || state.course.phase === 'closed'
    ? undefined
    : some(
        state.course.order.filter((team) => ballotsClosed(state, team, HOLDER) === 'ballots-locked' && state.course.passages[team]),
        dice,
      );
const judged = (state: State, dice: number) =>
  state.course.phase === 'closed'
    ? undefined
    : some(
        state.course.order.filter((team) => state.course.passages[team]?.pitchAt),
        dice,
      );
const listIsOpen = ({ course, deliberation }: State) => course.phase === 'deliberation' && deliberation !== null && !deliberation.closedAt;

type Told2 = ReturnType<Secret['told']>;
const about = (team: TeamId | undefined, acts: (team: TeamId) => Told2): Told2 => (team === undefined ? null : acts(team));

/** A motion that is open, put to the vote first where none is. */
function asked(state: State, secret: boolean): { readonly motion: number; readonly put: readonly Act[] } | null {
  if (!listIsOpen(state)) return null;
  const open = openMotion(state.deliberation);
  if (open) return open.secret === secret && !open.voted.includes(HOLDER) ? { motion: open.number, put: [] } : null;
  const { numbered = 0, motions = [] } = state.deliberation ?? {};
  const put = by(president, { type: 'OpenMotion', question: { kind: 'free', text: 'Meet again?' }, secret });
  return { motion: numbered + motions.length + 1, put: [put] };
}

export const SECRETS = {
  mark: {
    told: (state, dice) => about(openTeam(state, dice), (team) => [[cast(team, twoMarks(dice)[0], 3)], [cast(team, twoMarks(dice)[1], 3)]]),
    quiet: s2,
  },
  ballot: { told: (state, dice) => about(openTeam(state, dice), (team) => [[cast(team, ...(dice % 2 ? [4] : [4, 4]))], []]) },
  trial: {
    told: ({ course }, dice) =>
      course.phase === 'brief' ? [[by(s2, { type: 'CastTrialBallot', marks: { why: (dice % 5) + 1 } })], []] : null,
    quiet: s2,
  },
  paper: {
    told: (state, dice) =>
      about(openTeam(state, dice), (team) => [
        [by(organiser, { type: 'KeyPaperBallot', seat: HOLDER, team, marks: { why: 2, how: 2 } })],
        [cast(team, 2, 2)],
      ]),
    quiet: s2,
  },
  late: {
    told: (state, dice) =>
      about(lockedTeam(state, dice), (team) => {
        const late = cast(team, twoMarks(dice)[0], 4);
        const admit = by(president, { type: 'AdmitLateBallot', seat: HOLDER, team, reason: 'No network' });
        return dice % 2 ? [[late, admit], [admit]] : [[late], []];
      }),
    quiet: s2,
  },
  lateMark: {
    told: (state, dice) =>
      about(lockedTeam(state, dice), (team) => {
        const admit = dice % 2 ? [by(president, { type: 'AdmitLateBallot', seat: HOLDER, team, reason: 'No network' })] : [];
        // Both new: what says nothing new is not even late.
        const recorded = state.ballots[HOLDER]?.[team]?.marks;
        const [one = 1, other = 2] = [1, 2, 3, 4, 5].filter((mark) => !Object.values(recorded ?? {}).includes(mark));
        return [
          [cast(team, one, one), ...admit],
          [cast(team, other, other), ...admit],
        ];
      }),
    quiet: s2,
    once: true,
  },
  reopened: {
    told: (state, dice) =>
      about(lockedTeam(state, dice), (team) => {
        const reopen = by(president, { type: 'ReopenBallot', seat: HOLDER, team, reason: 'A slip' });
        const changed = dice % 2 ? [cast(team, ...twoMarks(dice))] : [];
        return [[reopen, ...changed], changed];
      }),
    quiet: s2,
  },
  recusal: {
    told: (state, dice) => {
      const { phase, order } = state.course;
      if (phase === 'restitution' || phase === 'closed' || state.deliberation?.closedAt) return null;
      const team = state.setup.rules.recusal === 'session' ? null : (some(order, dice) ?? null);
      return [[by(s2, { type: 'DeclareRecusal', team })], []];
    },
    quiet: s2,
  },
  presence: {
    told: ({ course }, dice) => {
      if (course.phase === 'restitution' || course.phase === 'closed') return null;
      const arrives = by(s2, { type: 'CheckIn' });
      const leaves = by(organiser, { type: 'RecordDeparture', seat: HOLDER });
      return dice % 3 === 0 ? [[arrives], []] : [[arrives, leaves], [arrives]];
    },
    quiet: s2,
    comesAndGoes: true,
  },
  hand: {
    told: ({ course }) => {
      if (course.stage !== 'pitch' && course.stage !== 'questions') return null;
      const next = by(juror('s3'), { type: 'RaiseHand' });
      return [[by(s2, { type: 'RaiseHand' }), next], [next]];
    },
  },
  words: {
    told: (state, dice) =>
      about(judged(state, dice), (team) => [
        [by(s2, { type: 'WriteFeedback', team, text: 'Bold' })],
        [by(s2, { type: 'WriteFeedback', team, text: 'Show the figures' })],
      ]),
  },
  sheet: {
    told: ({ course }) =>
      course.phase === 'set-up' ? [[by(table('a'), { type: 'WriteSheet', part: 'solution', text: 'One desk' })], []] : null,
  },
  message: {
    told: ({ course }) =>
      course.phase === 'set-up' || course.phase === 'closed'
        ? null
        : [[by(mc, { type: 'SetMessage', text: 'Louder' })], [by(mc, { type: 'SetMessage', text: 'Slower' })]],
  },
  strikeReason: {
    told: ({ course }) =>
      drawIsOpen(course) || !['brief', 'introduction', 'passages'].includes(course.phase)
        ? null
        : [[by(mc, { type: 'WithdrawTeam', team: 'c', reason: 'Ill' })], [by(mc, { type: 'WithdrawTeam', team: 'c', reason: 'Gave up' })]],
  },
  remark: {
    told: (_, dice) => [
      [by(organiser, { type: 'EnterRemark', kind: 'incident', team: null, text: `One ${dice}` })],
      [by(organiser, { type: 'EnterRemark', kind: 'dissent', team: null, text: `Other ${dice}` })],
    ],
  },
  composed: {
    told: (state) =>
      listIsOpen(state)
        ? [[by(president, { type: 'ComposeList', teams: ['a'] })], [by(president, { type: 'ComposeList', teams: ['b'], discuss: ['a'] })]]
        : null,
  },
  motion: {
    told: (state) =>
      listIsOpen(state)
        ? [
            [by(president, { type: 'OpenMotion', question: { kind: 'free', text: 'Give nine prizes?' }, secret: false })],
            [by(president, { type: 'OpenMotion', question: { kind: 'free', text: 'Begin again?' }, secret: true })],
          ]
        : null,
  },
  vote: {
    told: (state) => {
      const vote = asked(state, false);
      const voted = (wanted: string) => [...(vote?.put ?? []), by(s2, { type: 'CastVote', motion: vote?.motion, vote: wanted })];
      return vote && [voted('for'), voted('against')];
    },
    quiet: s2,
  },
  voter: {
    told: (state) => {
      const vote = asked(state, true);
      return vote && [[...vote.put, by(s2, { type: 'CastSecretVote', motion: vote.motion, vote: 'for', nonce: NONCE })], vote.put];
    },
    quiet: s2,
  },
  secretVote: {
    told: (state) => {
      const vote = asked(state, true);
      const voted = (wanted: string) => [
        ...(vote?.put ?? []),
        by(s2, { type: 'CastSecretVote', motion: vote?.motion, vote: wanted, nonce: NONCE }),
      ];
      return vote && [voted('for'), voted('against')];
    },
    quiet: s2,
  },
  tieStep: {
    told: (state) =>
      listIsOpen(state)
        ? [
            [by(president, { type: 'TakeTieStep', numbers: { 80: 1, 59: 2 } })],
            [by(president, { type: 'TakeTieStep', numbers: { 80: 5, 59: 8 } })],
          ]
        : null,
    // Everybody gives everyone the same.
    occasion: (state) =>
      state.setup.seats.flatMap(({ id }) =>
        state.course.order
          .filter((team) => ballotsClosed(state, team, id) === null)
          .map((team) => by(juror(id), { type: 'CastBallot', team, marks: { why: 3, how: 3 } })),
      ),
  },
  closing: { told: (state) => (listIsOpen(state) ? [[CLOSE], []] : null), quiet: president },
  list: { told: () => null, list: true },
  commitment: {
    told: ({ course }) => {
      const [team] = course.announcement;
      if (course.revealed === 0 || team === undefined) return null;
      const commit = (sponsor: string) =>
        by(organiser, { type: 'RecordCommitment', team, sponsor, time: null, coach: null, firstDate: null });
      return [[commit('The mayor')], [commit('The director')]];
    },
  },
  link: { told: () => [[by(organiser, { type: 'ReissueLink', audience: 'coach/a' })], []] },
} as const satisfies Record<string, Secret>;

export type Kind = keyof typeof SECRETS;
