import { describe, expect, test } from 'vitest';
import { type Afternoon, juror, organiser, president } from './testing/given.ts';
import { close, deliberating, deliberatingIn, forumOf, open, replace, secretly, vote, voted } from './testing/jury.ts';
import { type Channel, view } from './view.ts';

const MARKS = { a: [5, 5], b: [4, 4], c: [3, 3], d: [2, 2] } as const;
const free = { kind: 'free', text: 'Meet again in March' };
const ready = deliberating(MARKS, { recusal: 'team' });
const asked = ready.and(open(free), president);
const secret = ready.and(open(free, true), president);
const votesOf = ({ state }: Afternoon) => state.deliberation?.motions.at(-1)?.votes;
const entitled = ({ state }: Afternoon) => state.deliberation?.motions.at(-1)?.entitled;
const shut = { type: 'CloseMotion', motion: 1 } as const;
const recuse = (seat: string, team: string) => ({ type: 'RecordRecusal', seat, team }) as const;

describe('who may vote', () => {
  test('[M3] the members present when the motion is opened: who arrives later does not', () => {
    const few = deliberating(MARKS, {}, ['s1', 's2']).and(open(free), president);
    expect(entitled(few)).toEqual(['s1', 's2']);
    const later = few.and({ type: 'CheckIn' }, juror('s3'));
    later.when(vote(1, 'for'), juror('s3')).refuses('may-not-vote', 's3');
    later.when({ type: 'RecordVote', motion: 1, seat: 's3', vote: 'for' }, president).refuses('may-not-vote', 's3');
    later.and(shut, president).and(open(free), president).and(vote(2, 'for'), juror('s3'));
  });

  test('[M3] who leaves votes no more; what was voted stands', () => {
    const left = asked.and(vote(1, 'against'), juror('s3')).and({ type: 'RecordDeparture', seat: 's3' }, organiser);
    left.when(vote(1, 'for'), juror('s3')).refuses('seat-left');
    left.when({ type: 'RecordVote', motion: 1, seat: 's3', vote: 'for' }, president).refuses('seat-left');
    expect(votesOf(left)).toEqual({ s3: 'against' });
    expect(entitled(left.and(shut, president).and(open(free), president))).toEqual(['s1', 's2']);
  });

  test('[M3] who stands back from a team does not vote on what puts it in, takes it out or opposes it', () => {
    const list = (...teams: string[]) => ({ kind: 'list', teams, reason: 'Balance' });
    const apart = (team: string) => ready.and(recuse('s2', team), organiser);
    const voters = (team: string, question: object) => entitled(apart(team).and(open(question), president));
    for (const question of [replace('c', 'a'), list('b', 'c')]) {
      expect(voters('c', question)).toEqual(['s1', 's3']);
      expect(voters('a', question)).toEqual(['s1', 's3']);
      expect(voters('b', question)).toEqual(['s1', 's2', 's3']);
      expect(voters('d', question)).toEqual(['s1', 's2', 's3']);
    }
    expect(voters('c', free)).toEqual(['s1', 's2', 's3']);
    const tied = deliberating({ a: [3, 3], b: [3, 3], c: [3, 3], d: [1, 1] }, { recusal: 'team' }).and(recuse('s2', 'c'), organiser);
    expect(entitled(tied.and(open({ kind: 'tie', team: 'a' }), president))).toEqual(['s1', 's3']);
  });

  test('[M3] a member recused from the session votes on nothing', () => {
    const out = deliberating(MARKS).and({ type: 'DeclareRecusal', team: null }, juror('s2')).and(open(free), president);
    expect(entitled(out)).toEqual(['s1', 's3']);
    out.when(vote(1, 'for'), juror('s2')).refuses('may-not-vote', 's2');
  });

  test('[M3] where the département is the recusal, its members do not vote on its teams', () => {
    const forum = forumOf(['a', 'b', 'c', 'd'], { recusal: 'department' });
    const seats = forum.seats.map((seat) => (seat.id === 's3' ? { ...seat, department: '59' } : seat));
    // s1 and s2 are of Somme, whose teams are b and d; s3 of Nord, whose teams are a and c.
    const mixed = deliberatingIn({ ...forum, seats }, () => [3, 3]).and({ type: 'ComposeList', teams: ['a'] }, president);
    expect(entitled(mixed.and(open(replace('c', 'a')), president))).toEqual(['s1', 's2']);
    mixed.when(open(replace('d', 'a')), president).refuses('nobody-may-vote');
  });

  test('[M3] who stands back after the opening votes no more; what was voted stands', () => {
    const before = ready.and(open(replace('c', 'a')), president).and(vote(1, 'for'), juror('s2'));
    const since = before.and(recuse('s2', 'c'), organiser).and(recuse('s3', 'a'), organiser);
    since.when(vote(1, 'against'), juror('s2')).refuses('recused');
    since.when(vote(1, 'against'), juror('s3')).refuses('recused');
    expect(votesOf(since)).toEqual({ s2: 'for' });
  });

  test('[M3] nobody votes on a motion that is not there, is closed, or is of a closed list', () => {
    ready.when(vote(1, 'for'), juror('s2')).refuses('unknown-motion', '1');
    const over = asked.and(shut, president);
    over.when(vote(1, 'for'), juror('s2')).refuses('motion-closed', '1');
    over.and(close('a', 'b'), president).when(vote(1, 'for'), juror('s2')).refuses('list-closed');
  });
});

describe('an open vote', () => {
  test('[M7] may be changed until the motion is closed, and counts once', () => {
    const changed = asked
      .and(vote(1, 'against'), juror('s2'))
      .when(vote(1, 'for'), juror('s2'))
      .gives({ type: 'VoteCast', motion: 1, seat: 's2', vote: 'for' });
    changed.when(vote(1, 'for'), juror('s2')).gives();
    expect(changed.and(shut, president).state.deliberation?.motions[0]).toMatchObject({
      voted: ['s2'],
      closed: { count: { for: 1, against: 0, abstain: 0 }, outcome: 'adopted' },
    });
  });

  test('[M7] is shown to nobody but its member before the motion is closed, and then to the president', () => {
    const cast = asked.and(vote(1, 'for'), juror('s2')).and(vote(1, 'against'), juror('s3'));
    const shown = (afternoon: Afternoon) => (view(afternoon.state, 'presidency') as { votes: unknown }).votes;
    const frame = { motion: 1, entitled: ['s1', 's2', 's3'], voted: ['s2', 's3'] };
    expect(shown(cast)).toEqual([{ ...frame, votes: [] }]);
    const votes = [
      { seat: 's2', vote: 'for' },
      { seat: 's3', vote: 'against' },
    ];
    expect(shown(cast.and(shut, president))).toEqual([{ ...frame, votes }]);
    const turned = asked.and(vote(1, 'against'), juror('s2')).and(vote(1, 'for'), juror('s3'));
    for (const channel of ['jury', 'presidency', 'seat/s1'] as const)
      expect(JSON.stringify(view(turned.state, channel))).toBe(JSON.stringify(view(cast.state, channel)));
    expect(view(cast.state, 'seat/s2')).toMatchObject({ votes: [{ motion: 1, vote: 'for' }] });
  });

  test('[M8] of a member without a phone is recorded by the president, who may vote like any other', () => {
    const aloud = asked.and({ type: 'RecordVote', motion: 1, seat: 's3', vote: 'abstain' }, president).and(vote(1, 'for'), president);
    expect(votesOf(aloud)).toEqual({ s1: 'for', s3: 'abstain' });
    asked.when({ type: 'RecordVote', motion: 1, seat: 's3', vote: 'for' }, juror('s2')).refuses('not-yours');
    asked.when(secretly(1, 'for'), juror('s2')).refuses('open-ballot');
  });
});

describe('a secret ballot', () => {
  const voters = secret.and(secretly(1, 'for'), juror('s2')).and(secretly(1, 'against'), juror('s3'));

  test('[M9] marks who voted; nobody votes twice, aloud, or openly', () => {
    secret.when(secretly(1, 'for'), juror('s2')).gives({ type: 'VoterMarked', motion: 1, seat: 's2' });
    expect(secret.ask(secretly(1, 'for'), juror('s2'))).toMatchObject({ boxed: { motion: 1, vote: 'for' } });
    for (const wanted of ['for', 'against']) voters.when(secretly(1, wanted), juror('s2')).refuses('already-voted');
    secret.when(vote(1, 'for'), juror('s2')).refuses('secret-ballot');
    secret.when({ type: 'RecordVote', motion: 1, seat: 's2', vote: 'for' }, president).refuses('secret-ballot');
  });

  test('[M9] needs a nonce, without which the record of the command would tell the vote', () => {
    secret.when({ type: 'CastSecretVote', motion: 1, vote: 'for' }, juror('s2')).refuses('malformed');
    secret.when({ type: 'CastSecretVote', motion: 1, vote: 'for', nonce: 'short' }, juror('s2')).refuses('malformed');
  });

  test('[M9] what was voted is in no entry, no state and no part; the same afternoon with other votes is the same to the byte', () => {
    const other = secret.and(secretly(1, 'abstain'), juror('s2')).and(secretly(1, 'for'), juror('s3'));
    expect(JSON.stringify(other.entries)).toBe(JSON.stringify(voters.entries));
    expect(JSON.stringify(other.state)).toBe(JSON.stringify(voters.state));
    expect(view(voters.state, 'seat/s2')).toMatchObject({ votes: [{ motion: 1, vote: null }] });
    // Closed, with the same count: who voted what is still nowhere.
    const swapped = secret.and(secretly(1, 'against'), juror('s2')).and(secretly(1, 'for'), juror('s3')).and(shut, president);
    const closed = voters.and(shut, president);
    expect(JSON.stringify(swapped.entries)).toBe(JSON.stringify(closed.entries));
    for (const channel of ['jury', 'presidency', 'seat/s1', 'seat/s2', 'seat/s3'] satisfies Channel[])
      expect(JSON.stringify(view(swapped.state, channel))).toBe(JSON.stringify(view(closed.state, channel)));
    expect(view(closed.state, 'presidency')).toMatchObject({ votes: [{ voted: ['s2', 's3'], votes: [] }] });
  });

  test('[M9] the count is that of its box', () => {
    expect(voters.and(secretly(1, 'for'), president).and(shut, president).state.deliberation?.motions[0]?.closed).toMatchObject({
      count: { for: 2, against: 1, abstain: 0 },
      outcome: 'adopted',
    });
    expect(secret.and(shut, president).state.deliberation?.motions[0]?.closed).toMatchObject({
      count: { for: 0, against: 0, abstain: 0 },
      outcome: 'split',
    });
  });

  test('[M10] adopted, it counts like an open one', () => {
    const replaced = ready
      .and(open(replace('c', 'a'), true), president)
      .and(secretly(1, 'for'), juror('s2'))
      .and(shut, president);
    expect(replaced.state.deliberation?.list).toEqual(voted(ready, replace('c', 'a'), { s2: 'for' }).state.deliberation?.list);
  });
});
