import { aggregates } from '../../ranking.ts';
import type { State } from '../../state.ts';
import type { Channel } from '../../view.ts';
import type { Afternoon } from '../given.ts';
import { TELLING, type Telling, type Watcher } from './heard.ts';
import type { Kind } from './secrets.ts';

/** A fault that somebody could make one day, put in on purpose: which secret it tells, and to whom. */
export interface Leak {
  readonly what: string;
  readonly of: Kind;
  readonly to: Watcher;
  readonly telling: Telling;
}

/** Something more in a part. */
const more = (channel: Channel, told: (moment: Afternoon) => unknown): Telling => ({
  ...TELLING,
  part: (moment, asked) => {
    const part = TELLING.part(moment, asked);
    return asked === channel ? { ...(part as object), more: told(moment) } : part;
  },
});
const inState = (channel: Channel, told: (state: State) => unknown): Telling => more(channel, ({ state }) => told(state));
const answering = (outcome: Telling['outcome']): Telling => ({ ...TELLING, outcome });
const refusing = (detail: (state: State) => unknown): Telling =>
  answering((answer, done) => {
    const outcome = TELLING.outcome(answer, done) as object;
    return 'refused' in answer ? { ...outcome, detail: detail(done.before.state) } : outcome;
  });
const hearing = (role: string, channel: Channel): Telling => ({
  ...TELLING,
  channels: (audience) => [...TELLING.channels(audience), ...(audience.role === role ? [channel] : [])],
});
const ballotsOf = ({ ballots }: State) => Object.values(ballots).flatMap((teams) => Object.values(teams));

export const LEAKS: readonly Leak[] = [
  {
    what: 'a count of ballots in what the room sees',
    of: 'ballot',
    to: 'public',
    telling: inState('live', (state) => ballotsOf(state).length),
  },
  { what: 'the instant of the last mark in what the room sees', of: 'ballot', to: 'table', telling: inState('live', lastMark) },
  { what: 'a mark at the régie', of: 'mark', to: 'mc', telling: inState('regie', ({ ballots }) => ballots) },
  { what: 'an average at the secretary’s', of: 'mark', to: 'organiser', telling: inState('secretariat', (state) => aggregates(state)) },
  { what: 'the aggregates before the deliberation', of: 'mark', to: 'juror', telling: inState('grid', (state) => aggregates(state)) },
  { what: 'another seat’s ballots', of: 'mark', to: 'juror', telling: inState('seat/s3', ({ ballots }) => ballots) },
  { what: 'another seat’s frames', of: 'words', to: 'juror', telling: hearing('juror', 'seat/s2') },
  { what: 'the words for a team before the end', of: 'words', to: 'ownTable', telling: inState('table/a', ({ feedback }) => feedback) },
  { what: 'a late mark not yet admitted', of: 'lateMark', to: 'president', telling: inState('presidency', ({ late }) => late) },
  { what: 'that a ballot is late', of: 'late', to: 'mc', telling: inState('regie', ({ late }) => Object.keys(late)) },
  {
    what: 'who stands back, in what the room sees',
    of: 'recusal',
    to: 'public',
    telling: inState('live', ({ recusals }) => recusals.length),
  },
  {
    what: 'who has arrived, at the régie',
    of: 'presence',
    to: 'stage',
    telling: inState('stage', ({ attendance }) => Object.keys(attendance)),
  },
  { what: 'the names of raised hands', of: 'hand', to: 'stage', telling: inState('live', ({ floor }) => floor.queue.length) },
  { what: 'another team’s sheet', of: 'sheet', to: 'table', telling: inState('table/b', ({ sheets }) => sheets) },
  {
    what: 'the speaker’s message on the projector',
    of: 'message',
    to: 'projector',
    telling: inState('live', ({ course }) => course.message),
  },
  { what: 'why a team was struck', of: 'strikeReason', to: 'ownTable', telling: inState('forum', ({ course }) => course.withdrawn) },
  { what: 'the régie hears the jury', of: 'motion', to: 'mc', telling: hearing('mc', 'jury') },
  { what: 'how many motions there were, at the office', of: 'voter', to: 'organiser', telling: inState('office', votesCast) },
  { what: 'the box of a secret ballot while it is open', of: 'secretVote', to: 'president', telling: more('presidency', ({ box }) => box) },
  { what: 'votes as they are cast', of: 'vote', to: 'juror', telling: inState('jury', ({ deliberation }) => deliberation?.motions) },
  { what: 'the list as it is composed', of: 'composed', to: 'coach', telling: inState('sheets', ({ deliberation }) => deliberation?.list) },
  { what: 'that the list is closed', of: 'closing', to: 'public', telling: inState('live', ({ deliberation }) => deliberation?.closedAt) },
  { what: 'laureates before their reveal', of: 'list', to: 'public', telling: inState('live', ({ course }) => course.announcement) },
  {
    what: 'the names at the régie before the restitution',
    of: 'list',
    to: 'mc',
    telling: inState('regie', ({ deliberation }) => deliberation?.list),
  },
  {
    what: 'another’s vote in a refusal',
    of: 'vote',
    to: 'juror',
    telling: refusing(({ deliberation }) => deliberation?.motions.at(-1)?.votes),
  },
  { what: 'a mark in a refusal to the secretary', of: 'mark', to: 'organiser', telling: refusing(({ ballots }) => ballots) },
  {
    what: 'the length of the journal in an acknowledgement',
    of: 'ballot',
    to: 'juror',
    telling: answering((answer, done) => ({ ...(TELLING.outcome(answer, done) as object), seq: done.before.entries.length })),
  },
  {
    what: 'a refusal where a ballot of another’s says the same',
    of: 'mark',
    to: 'juror',
    telling: answering((answer, done) => {
      const { ballots } = done.before.state;
      const same = Object.values(ballots).some((teams) => Object.values(teams).some(({ marks }) => alike(marks, done.command.marks)));
      return same ? { ok: false, code: 'already-given' } : TELLING.outcome(answer, done);
    }),
  },
  { what: 'a frame for every commit', of: 'ballot', to: 'public', telling: { ...TELLING, sends: () => true } },
  {
    what: 'a size that grows with the ballots',
    of: 'ballot',
    to: 'coach',
    telling: inState('live', (state) => ' '.repeat(ballotsOf(state).length)),
  },
  {
    what: 'an order of seats that tells who came first',
    of: 'ballot',
    to: 'juror',
    telling: inState('grid', ({ ballots, setup }) => [
      ...Object.keys(ballots),
      ...setup.seats.map(({ id }) => id).filter((seat) => !ballots[seat]),
    ]),
  },
];

function lastMark(state: State): number {
  return Math.max(0, ...ballotsOf(state).map(({ at }) => at));
}

function votesCast({ deliberation }: State): number {
  return (deliberation?.motions ?? []).reduce((sum, { voted }) => sum + voted.length, 0);
}

/** Whether the first marks are the same. */
const alike = (marks: object, asked: unknown): boolean => Object.values(marks)[0] === Object.values(asked ?? {})[0];
