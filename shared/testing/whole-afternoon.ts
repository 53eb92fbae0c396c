import { chain, START } from '../chain.ts';
import type { Decision, Stamp } from '../decision.ts';
import { keptUntil } from '../erasure.ts';
import type { Entry, Event } from '../events.ts';
import type { TeamId } from '../ids.ts';
import { tieOf } from '../ladder.ts';
import { nextTeam } from '../running-order.ts';
import { sealed } from '../seal.ts';
import { decide } from '../session.ts';
import type { Setup } from '../setup.ts';
import { after, type Instant, SECOND } from '../time.ts';
import { small, smallFile } from './forums.ts';
import { type Afternoon, given, juror, mc, organiser, president, system, type Told, table } from './given.ts';
import { at, ZERO } from './times.ts';

/*
 * An afternoon in which everything that can happen does: every kind of event, by everyone who may cause it. Six teams, of which one is
 * struck and three are tied across the cut down to the draw; five seats, of which one stands back, one has no phone and one goes and comes.
 */

const team = (id: string, table: number, department: string) => ({ id, table, department, name: `Team ${id}` });
const seat = (id: string, number: number) => ({ id, number, department: '80', college: 'elu', title: `Seat ${id}` });

const rules = small({
  recusal: 'team',
  laureates: 3,
  castingVote: true,
  quorum: { total: 3, colleges: [] },
  ties: [{ by: 'criterion', criterion: small().criteria[1]?.id as never }, { by: 'vote' }, { by: 'casting-vote' }, { by: 'draw' }],
}).rules;

export const wholeSetup = {
  ...smallFile,
  id: 'whole',
  teams: [team('a', 1, '59'), team('b', 2, '80'), team('c', 3, '59'), team('d', 4, '80'), team('e', 5, '59'), team('f', 6, '80')],
  seats: [{ ...seat('s1', 1), president: true }, seat('s2', 2), seat('s3', 3), seat('s4', 4), seat('s5', 5)],
  rules,
} as unknown as Setup;

/** a is first, f last, and b, c and d have the same marks from everyone. */
const MARKS: Readonly<Record<string, readonly [number, number]>> = { a: [5, 5], b: [4, 3], c: [4, 3], d: [4, 3], f: [2, 2] };
const marksOf = (id: TeamId, less = 0) => ({ why: (MARKS[id]?.[0] ?? 1) - less, how: MARKS[id]?.[1] ?? 1 });

/** The journal of that afternoon, truly chained. */
export function wholeAfternoon(): readonly Entry[] {
  return chained(played().entries);
}

/** The same, its ballots erased when they had been kept long enough, as the server then holds it. */
export function erasedAfternoon(): readonly Entry[] {
  const closed = played();
  const until = keptUntil(closed.state);
  if (until === null) throw new Error('the afternoon is not closed');
  const { entries } = closed.and({ type: 'EraseBallots', visa: 'Visa 2020-17' }, organiser, until);
  return chained(entries).map(({ salt, ...entry }) =>
    salt === undefined ? entry : { ...entry, event: sealed(entry.event, salt) as Event },
  );
}

/** The same entries, numbered and chained from the first on, as somebody would who wants a changed journal to look whole. */
export function chained(entries: readonly Pick<Entry, 'at' | 'by' | 'event' | 'salt'>[]): readonly Entry[] {
  const linked: Entry[] = [];
  for (const { at: when, by, event, salt } of entries)
    linked.push(chain(linked.at(-1) ?? START, when, by, event, salt === undefined ? undefined : () => salt));
  return linked;
}

/** The afternoon as it goes, told act by act. */
class Going {
  now: Afternoon = given(small());

  /** Five seconds after the act before. */
  act(command: Told, by: Stamp['by'] = mc): void {
    this.now = this.now.and(command, by, this.later(5));
  }

  later(seconds: number): Instant {
    return after(this.now.now, seconds * SECOND);
  }

  /** What the server decided with something that no command says. */
  decided(answer: Decision<Event>, by: Stamp['by'], when: Instant): void {
    if ('refused' in answer) throw new Error(`refused: ${answer.refused}`);
    this.now = this.now.happened(answer.events, by, when);
  }
}

function played(): Afternoon {
  const going = new Going();
  going.act({ type: 'AdoptSetup', setup: wholeSetup, nonce: 'by-chance-by-chance-00' }, system);
  prepare(going);
  going.now = going.now.and({ type: 'OpenBrief' }, mc, at('14:00'));
  brief(going);
  going.act({ type: 'WithdrawTeam', team: 'e', reason: 'Absent' });
  for (let passage = 1; ; passage += 1) {
    const next = nextTeam(going.now.state.course);
    if (next === null) break;
    if (passage === 2) going.act({ type: 'PostponeTeam', team: next, reason: 'Late train' });
    else pass(going, next, passage);
  }
  going.act({ type: 'OpenDeliberation' });
  going.act({ type: 'UndoStep' });
  going.act({ type: 'OpenDeliberation' });
  openVote(going);
  secretBallot(going);
  ladder(going);
  finish(going);
  return going.now;
}

function pass(going: Going, id: TeamId, passage: number): void {
  going.act({ type: 'CallTeam', team: id });
  going.act({ type: 'StartPitch' });
  if (passage === 3) clockByHand(going);
  ballots(going, id, passage);
  going.act({ type: 'StartQuestions' });
  if (passage === 3) hands(going);
  going.act({ type: 'EndQuestions' });
  going.act({ type: 'LockBallots' });
  if (passage === 4) exceptions(going, id);
}

function prepare(going: Going): void {
  going.act({ type: 'WriteSheet', part: 'drama', text: 'Four calls for one answer' }, table('a'));
  going.act({ type: 'ReissueLink', audience: 'juror/s2' }, organiser);
  going.act({ type: 'ReorderTeams', order: ['f', 'e', 'd', 'c', 'b', 'a'], reason: 'By lot, on paper' }, organiser);
  going.act({ type: 'OpenDraw' }, organiser);
  going.act({ type: 'SayNumber', department: '80', number: 8 }, organiser);
  going.act({ type: 'SayNumber', department: '80', number: null }, organiser);
  going.act({ type: 'SayNumber', department: '80', number: 7 }, organiser);
  going.act({ type: 'SayNumber', department: '59', number: 31 }, organiser);
  going.act({ type: 'DrawOrder', witnesses: 'Two mayors' }, organiser);
  going.act({ type: 'CloseDraw' }, organiser);
}

function brief(going: Going): void {
  going.act({ type: 'SetBlackout', on: true });
  going.act({ type: 'SetBlackout', on: false });
  going.act({ type: 'CheckIn' }, juror('s1'));
  going.act({ type: 'RecordArrival', seat: 's4' }, organiser);
  going.act({ type: 'CastTrialBallot', marks: { why: 3 } }, juror('s2'));
  going.act({ type: 'DeclareRecusal', team: 'a' }, juror('s5'));
  going.act({ type: 'RecordRecusal', seat: 's3', team: 'f' }, organiser);
  going.act({ type: 'LiftRecusal', seat: 's3', team: 'f' }, president);
  going.act({ type: 'OpenIntroduction' });
  going.act({ type: 'OpenPassages' });
}

/** Paused for a while, given time, taken from the top, and found paused after a restart. */
function clockByHand(going: Going): void {
  going.act({ type: 'PauseClock', reason: 'Microphone' });
  going.act({ type: 'UndoStep' });
  going.act({ type: 'PauseClock', reason: 'Microphone' });
  going.act({ type: 'ResumeClock' });
  going.act({ type: 'AdjustClock', seconds: 30 });
  going.act({ type: 'RestartClock' });
  going.act({ type: 'SetMessage', text: 'Closer' });
  const back = going.later(50);
  going.decided(going.now.ask({ type: 'PauseClock', reason: 'restart' }, system, back, going.later(20)), system, back);
  going.act({ type: 'ResumeClock' });
}

function ballots(going: Going, id: TeamId, passage: number): void {
  for (const one of ['s1', 's2', 's3']) {
    // In the fourth passage one ballot comes late, and one has to be mended.
    if (passage === 4 && one === 's2') continue;
    const less = passage === 4 && one === 's3' ? 1 : 0;
    going.act({ type: 'CastBallot', team: id, marks: { why: marksOf(id, less).why } }, juror(one));
    going.act({ type: 'CastBallot', team: id, marks: { how: marksOf(id).how } }, juror(one));
  }
  going.act({ type: 'KeyPaperBallot', seat: 's4', team: id, marks: marksOf(id) }, organiser);
  if (id !== 'a') going.act({ type: 'CastBallot', team: id, marks: marksOf(id) }, juror('s5'));
  going.act({ type: 'WriteFeedback', team: id, text: 'Clear and brief' }, juror('s2'));
}

function hands(going: Going): void {
  for (const one of ['s2', 's3', 's4', 's5']) going.act({ type: 'RaiseHand' }, juror(one));
  going.act({ type: 'LowerHand' }, juror('s3'));
  going.act({ type: 'GiveFloor', seat: 's2' }, president);
  going.act({ type: 'ClearHands' }, president);
}

/** After a lock: late, on paper and late, admitted, opened again, gone and come back. */
function exceptions(going: Going, id: TeamId): void {
  going.act({ type: 'CastBallot', team: id, marks: marksOf(id), madeAt: at('14:20') }, juror('s2'));
  going.act({ type: 'AdmitLateBallot', seat: 's2', team: id, reason: 'Out of reach of the network' }, president);
  going.act({ type: 'CastBallot', team: id, marks: { why: 1 } }, juror('s2'));
  going.act({ type: 'KeyPaperBallot', seat: 's4', team: id, marks: { why: 1, how: 1 } }, organiser);
  going.act({ type: 'ReopenBallot', seat: 's3', team: id, reason: 'A slip of the thumb' }, president);
  going.act({ type: 'CastBallot', team: id, marks: marksOf(id) }, juror('s3'));
  going.act({ type: 'CloseBallot', seat: 's3', team: id }, president);
  going.act({ type: 'RecordDeparture', seat: 's5' }, organiser);
  going.act({ type: 'RecordArrival', seat: 's5' }, president);
  going.act({ type: 'EnterRemark', kind: 'incident', team: id, text: 'The projector went dark for a minute' }, organiser);
}

/** An open vote that is split, and decided by the casting vote. */
function openVote(going: Going): void {
  going.act({ type: 'AnnounceReturn', at: at('18:00') }, president);
  going.act({ type: 'ComposeList', teams: ['a'], discuss: ['f'] }, president);
  going.act({ type: 'OpenMotion', question: { kind: 'free', text: 'Meet again in March' }, secret: false }, president);
  going.act({ type: 'CastVote', motion: 1, vote: 'for' }, president);
  going.act({ type: 'CastVote', motion: 1, vote: 'abstain' }, juror('s2'));
  going.act({ type: 'CastVote', motion: 1, vote: 'against' }, juror('s2'));
  going.act({ type: 'RecordVote', motion: 1, seat: 's4', vote: 'abstain' }, president);
  going.act({ type: 'CloseMotion', motion: 1 }, president);
  going.act({ type: 'GiveCastingVote', motion: 1, vote: 'for' }, president);
}

function secretBallot(going: Going): void {
  going.act({ type: 'OpenMotion', question: { kind: 'free', text: 'Thank the coaches' }, secret: true }, president);
  for (const one of ['s2', 's3', 's4'])
    going.act({ type: 'CastSecretVote', motion: 2, vote: 'for', nonce: `nonce-of-${one}-0000000` }, juror(one));
  const stamp: Stamp = { by: president, at: going.later(5), zero: ZERO, box: { 2: { for: 2, against: 1, abstain: 0 } } };
  going.decided(decide(going.now.state, { type: 'CloseMotion', motion: 2 }, stamp), president, stamp.at);
}

/** Three teams down the four steps: the criterion and the vote separate none, the casting vote one; then the president stands back, and a draw follows. */
function ladder(going: Going): void {
  going.act({ type: 'TakeTieStep' }, president);
  going.act({ type: 'OpenMotion', question: { kind: 'tie', team: 'c' }, secret: false }, president);
  going.act({ type: 'CastVote', motion: 3, vote: 'abstain' }, juror('s3'));
  going.act({ type: 'CloseMotion', motion: 3 }, president);
  going.act({ type: 'TakeTieStep', team: 'd' }, president);
  going.act({ type: 'RecordRecusal', seat: 's1', team: 'b' }, organiser);
  going.act({ type: 'TakeTieStep' }, president);
  going.act({ type: 'TakeTieStep', numbers: { 80: 4, 59: 12 } }, president);
  const [out] = tieOf(going.now.state).inside.filter((id) => id !== 'a' && id !== 'd');
  going.act(
    { type: 'OpenMotion', question: { kind: 'replace', put: 'f', out, reason: 'A project of the countryside' }, secret: false },
    president,
  );
  for (const one of ['s2', 's3', 's4']) going.act({ type: 'CastVote', motion: 4, vote: 'for' }, juror(one));
  going.act({ type: 'CloseMotion', motion: 4 }, president);
  going.act({ type: 'EnterRemark', kind: 'dissent', team: null, text: 'Seat 4 would have kept the ranking' }, president);
}

function finish(going: Going): void {
  const close = () => going.act({ type: 'CloseList', teams: going.now.state.deliberation?.list }, president);
  close();
  going.act({ type: 'OpenRestitution' });
  going.act({ type: 'ReopenList', reason: 'A name was missing' }, president);
  close();
  going.act({ type: 'OpenRestitution' });
  for (const id of going.now.state.course.announcement) going.act({ type: 'RevealLaureate', team: id });
  const [first] = going.now.state.course.announcement;
  going.act(
    { type: 'RecordCommitment', team: first, sponsor: 'Director general', time: 'Two days a month', coach: null, firstDate: '2019-12-28' },
    organiser,
  );
  going.act({ type: 'ShowLaureates' });
  going.act({ type: 'ThankTeams' });
  going.act({ type: 'CloseSession' });
  going.act({ type: 'EnterRemark', kind: 'incident', team: null, text: 'The doors were closed at seven' }, organiser);
}
