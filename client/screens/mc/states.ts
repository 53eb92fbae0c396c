import { holdingOf } from '../../../shared/agenda.ts';
import type { SeatId, TeamId } from '../../../shared/ids.ts';
import { after, type Instant } from '../../../shared/time.ts';
import type { Scene, Stop } from '../../../shared/views/live.ts';
import { at, forum, live, room, runningClock, setup, stops, team } from '../../gallery/literal.ts';
import type { Room, ScreenProps } from '../../room.ts';
import type { Views } from '../../shared.ts';

import { presence } from './connected.ts';

export { default } from './Mc.svelte';

type Props = ScreenProps<'forum' | 'live' | 'stage' | 'regie'>;
type Regie = Views['regie'];
type Cue = Regie['cue'];
interface More {
  readonly live?: Partial<Views['live']>;
  readonly regie?: Partial<Regie>;
  readonly message?: string;
  readonly room?: Partial<Room>;
}

const order = setup.order ?? [];
const cue = (command: NonNullable<Cue['command']>, id: string | null = null): Cue => ({ command, team: id === null ? null : team(id) });

/** Starts of pitches: nine minutes apart for those that have passed, so that the delay grows, then as the rules have it. */
function startOf(index: number, past: number): Instant {
  const last = Math.max(0, past - 1);
  const first = past === 0 ? at('14:30') : at('14:33');
  return after(first, Math.min(index, last) * 540_000 + Math.max(0, index - last) * 510_000);
}
const actual = (count: number): Regie['actual'] =>
  order.slice(0, count).map((id, index) => ({ team: id, pitchAt: startOf(index, count), endedAt: null }));

function forecast(past: number, teams: readonly TeamId[] = order): NonNullable<Views['live']['forecast']> {
  const slots = teams.map((id, index) => ({ team: id, start: startOf(index, past), past: index < past }));
  const end = after(startOf(teams.length - 1, past), 480_000);
  return { slots, end, deliberation: end, restitution: after(end, 3_600_000), due: null };
}

function handed(id: string, missing: readonly string[], locked = false, given = 2): Regie['handedIn'][number] {
  const of = setup.seats.length;
  return {
    team: team(id),
    complete: of - missing.length,
    of,
    locked,
    missing: missing.map((seat) => ({ seat: seat as SeatId, given, of: 4 })),
  };
}
const everySeat = setup.seats.map(({ id }) => id);

function desk(
  time: string,
  scene: Scene,
  place: number,
  next: Cue,
  { live: more = {}, regie = {}, message, room: around = {} }: More = {},
): Props {
  const now = at(time);
  return {
    views: {
      forum,
      live: live(scene, place, { forecast: forecast(Math.min(15, place)), ...more }),
      stage: { message: message === undefined ? null : { text: message, at: now } },
      regie: {
        step: 10,
        cue: next,
        undo: null,
        changes: [],
        withdrawn: [],
        handedIn: [],
        seats: setup.seats.map(({ id, number, title, department }) => ({ seat: id, number, title, department })),
        trials: 0,
        hands: 0,
        draw: null,
        rulesHash: null,
        holding: holdingOf(setup),
        lock: setup.rules.lock,
        chaining: false,
        actual: actual(Math.min(15, place)),
        ...regie,
      },
    },
    room: room(now, { presence: presence(now), ...around }),
  };
}

/** The draw held from this desk: numbers said so far, and when the order was drawn. */
function drawing(time: string, said: readonly number[], drawnAt: Instant | null): Props {
  const numbers = forum.departments.map(({ code }, index) => ({ department: code, number: said[index] ?? null }));
  const drawn = drawnAt && { at: drawnAt, order };
  const next: Cue = drawn === null ? { command: null, waiting: 'draw-open' } : cue('OpenBrief');
  return desk(time, { show: 'draw', numbers, drawn }, 0, next, {
    live: { ...before, phase: 'set-up', zero: null, forecast: null, draw: drawn && { seed: said.join('-'), check: '' } },
    regie: { draw: { drawn: drawn !== null, shown: true } },
  });
}

const before: Partial<Views['live']> = { order: stops(0) };
const waiting = (next: 'brief' | 'introduction' | 'passages'): Scene => ({ show: 'waiting', next });
const onStage = (kind: 'pitch' | 'questions', left: number, time: string, clock: Record<string, unknown> = {}): Scene => ({
  show: kind,
  team: team('e07'),
  place: 10,
  clock: Object.assign(runningClock(kind, left, at(time)), clock),
});
const stopped = (time: string, pausedAt: string, reason: string | null, elapsed = 96_000): Scene =>
  onStage('pitch', 84, time, { elapsed, runningSince: null, pausedAt: at(pausedAt), reason });
const pitch = (time: string, more: More = {}): Props =>
  desk(time, onStage('pitch', 84, time), 10, cue('StartQuestions', 'e07'), { regie: { handedIn: two }, ...more });
const two = [handed('e12', ['j07', 'j11']), handed('e07', everySeat.slice(0, 13))];

const all = { order: stops(16), forecast: { ...forecast(15), end: at('16:43') } };
const allIn = order.map((id) => handed(id, id === 'e12' ? ['j07', 'j11'] : id === 'e13' ? ['j11'] : []));
/** Four seats of whom nothing came, one of them off the line; three that lack some. */
const muchMissing = order.map((id, index) => {
  const nothing = handed(id, ['j02', 'j05', 'j09', 'j11'], false, 0);
  const partly = handed(id, [
    ...(index < 12 ? ['j07'] : []),
    ...(index === 3 || index === 8 ? ['j03'] : []),
    ...(index === 14 ? ['j14'] : []),
  ]);
  return { ...nothing, complete: 15 - nothing.missing.length - partly.missing.length, missing: [...nothing.missing, ...partly.missing] };
});
const hash = '0419e71fb828636811c777199c549dca74e5fcf08bca790f8767c804baf63dac';
const eight = ['e04', 'e08', 'e06', 'e05', 'e07', 'e03', 'e01', 'e02'].map(team);

const deliberation = (time: string, returnAt: Instant, next: Cue): Props =>
  desk(time, { show: 'deliberation', returnAt }, 16, next, { live: { ...all, phase: 'deliberation' } });
const reveal = (time: string, said: number, more: More = {}): Props =>
  desk(
    time,
    { show: 'reveal', revealed: eight.slice(0, said), of: 8 },
    16,
    said < 8 ? { command: 'RevealLaureate', team: eight[said] as TeamId } : cue('ShowLaureates'),
    { ...more, live: { ...all, phase: 'restitution', steppedAt: at('17:47'), ...more.live } },
  );

/** One team moved to the end, one struck. */
const upset: readonly Stop[] = [
  ...stops(10).filter(({ team: id }) => id !== 'e03'),
  { team: team('e03'), place: 15, is: 'to-come' as const, postponed: true },
].map((stop, index) => ({ ...stop, place: index + 1, is: stop.team === 'e11' ? 'withdrawn' : stop.is }));

export const states: Record<string, Props> = {
  'set-up': desk('13:40', waiting('brief'), 0, cue('OpenBrief'), {
    live: { ...before, phase: 'set-up', zero: null, forecast: null },
    room: { presence: null },
  }),
  brief: desk('14:06', waiting('introduction'), 0, cue('OpenIntroduction'), {
    live: { ...before, phase: 'brief' },
    regie: { trials: 9, rulesHash: hash },
  }),
  'draw-open': drawing('13:51', [7, 31, 12], null),
  'draw-ready': drawing('13:52', [7, 31, 12, 5, 88], null),
  'draw-drawn': drawing('13:52:06', [7, 31, 12, 5, 88], after(at('13:52:06'), -6_200)),
  'draw-put-away': desk('13:56', waiting('brief'), 0, cue('OpenBrief'), {
    live: { ...before, phase: 'set-up', zero: null, forecast: null },
    regie: { draw: { drawn: true, shown: false } },
  }),
  introduction: desk('14:20', waiting('passages'), 0, cue('OpenPassages'), { live: { ...before, phase: 'introduction' } }),
  'first-call': desk('14:31', { show: 'between', next: team('e10'), place: 1 }, 0, cue('CallTeam', 'e10'), {
    live: { order: stops(1, 'to-come') },
  }),
  called: desk('15:53', { show: 'called', team: team('e07'), place: 10 }, 10, cue('StartPitch', 'e07'), {
    regie: { actual: actual(9), handedIn: two.slice(0, 1) },
  }),
  pitch: pitch('15:55:36', { message: 'Plus près du micro' }),
  'pitch-paused': desk('15:55:50', stopped('15:55:50', '15:55:36', 'Micro'), 10, cue('StartQuestions', 'e07'), {
    regie: { handedIn: two },
  }),
  'pitch-paused-long': desk('15:56:48', stopped('15:56:48', '15:55:36', 'Micro'), 10, cue('StartQuestions', 'e07'), {
    regie: { handedIn: two },
  }),
  'pitch-overtime': desk('15:57:12', onStage('pitch', -12, '15:57:12'), 10, cue('StartQuestions', 'e07'), { regie: { handedIn: two } }),
  restarted: desk('15:56:02', stopped('15:56:02', '15:55:36', 'restart'), 10, cue('StartQuestions', 'e07'), { regie: { handedIn: two } }),
  slept: desk('15:56:02', stopped('15:56:02', '15:55:36', 'sleep'), 10, cue('StartQuestions', 'e07'), { regie: { handedIn: two } }),
  questions: desk('16:01', onStage('questions', 27, '16:01'), 10, cue('EndQuestions', 'e07'), { regie: { handedIn: two, chaining: true } }),
  'between-missing': desk('16:02', { show: 'between', next: team('e03'), place: 11 }, 11, cue('CallTeam', 'e03'), {
    live: { order: stops(11, 'to-come') },
    regie: { actual: actual(10), handedIn: [handed('e12', ['j07']), handed('e07', ['j03', 'j11'])] },
  }),
  'lock-team': desk('16:02', { show: 'between', next: team('e03'), place: 11 }, 11, cue('LockBallots', 'e07'), {
    live: { order: stops(11, 'to-come') },
    regie: {
      actual: actual(10),
      handedIn: [handed('e12', [], true), handed('e07', ['j03', 'j11'])],
      lock: { mode: 'per-team', afterSeconds: 60 },
    },
  }),
  upset: desk('15:55:36', onStage('pitch', 84, '15:55:36'), 10, cue('StartQuestions', 'e07'), {
    live: {
      order: upset,
      forecast: forecast(
        10,
        upset.filter(({ is }) => is !== 'withdrawn').map(({ team: id }) => id),
      ),
    },
    regie: { handedIn: two, withdrawn: [{ team: team('e11'), reason: 'Équipe non venue' }] },
    room: { presence: presence(at('15:55:36'), 12) },
  }),
  'all-passed': desk('16:43', { show: 'between', next: null, place: 0 }, 16, cue('LockBallots'), { live: all, regie: { handedIn: allIn } }),
  'all-passed-much': desk('16:43', { show: 'between', next: null, place: 0 }, 16, cue('LockBallots'), {
    live: all,
    regie: { handedIn: muchMissing },
  }),
  hands: pitch('15:55:36', { regie: { handedIn: two, hands: 2 } }),
  locked: desk('16:44', { show: 'locked', at: at('16:44'), hash }, 16, cue('OpenDeliberation'), { live: all }),
  'deliberation-open': deliberation('16:52', at('17:30'), { command: null, waiting: 'list-open' }),
  'deliberation-overdue': deliberation('17:34', at('17:30'), { command: null, waiting: 'list-open' }),
  'deliberation-reopened': deliberation('17:24', at('17:30'), { command: null, waiting: 'list-open' }),
  'deliberation-closed-list': deliberation('17:21', at('17:30'), cue('OpenRestitution')),
  'restitution-first': reveal('17:44', 0),
  'restitution-mid': reveal('17:48:12', 3),
  'restitution-black': reveal('17:44', 0, { live: { blackout: true } }),
  'restitution-all': reveal('17:52', 8),
  laureates: desk('17:54', { show: 'laureates', teams: eight, commitments: [] }, 16, cue('ThankTeams'), {
    live: { ...all, phase: 'restitution' },
  }),
  thanks: desk('17:56', { show: 'thanks', teams: order }, 16, cue('CloseSession'), { live: { ...all, phase: 'restitution' } }),
  closed: desk(
    '18:02',
    { show: 'closed', at: at('17:50'), hash: '', laureates: eight, commitments: [] },
    16,
    { command: null, waiting: 'closed' },
    { live: { ...all, phase: 'closed' } },
  ),
  lost: pitch('15:55:36', { room: { link: { state: 'lost', since: at('15:55:20') } } }),
  'restitution-lost': reveal('17:48:12', 3, { room: { link: { state: 'lost', since: at('17:48') } } }),
  'backup-fresh': pitch('15:55:36', { room: { keeping: { disk: null, backup: { at: at('15:55:30'), fault: null } } } }),
  'backup-missing': pitch('15:55:36', { room: { keeping: { disk: null, backup: { at: at('15:51:10'), fault: 'missing' } } } }),
  'disk-full': pitch('15:55:36', { room: { keeping: { disk: { fault: 'full', since: at('15:55:20') }, backup: null } } }),
  'disk-failed': pitch('15:55:36', {
    room: { keeping: { disk: { fault: 'failed', since: at('15:55:20') }, backup: { at: at('15:55:12'), fault: null } } },
  }),
  undo: pitch('15:55:36', {
    message: 'Plus près du micro',
    regie: { handedIn: two, undo: { what: 'MessageSet', until: at('15:55:43') } },
  }),
  rehearsal: pitch('22:10', {
    live: { forecast: { ...forecast(10), end: at('22:55') } },
    regie: { handedIn: two, actual: actual(10).map((one) => ({ ...one, pitchAt: after(one.pitchAt, 22_500_000) })) },
  }),
};
