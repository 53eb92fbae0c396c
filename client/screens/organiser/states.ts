import { audienceKey } from '../../../shared/audience.ts';
import { audiencesOf } from '../../../shared/links.ts';
import type { Setup } from '../../../shared/setup.ts';
import { startOf } from '../../../shared/state.ts';
import { after, minutes } from '../../../shared/time.ts';
import { gridView } from '../../../shared/views/grid.ts';
import { officeView } from '../../../shared/views/office.ts';
import { secretariatView } from '../../../shared/views/secretariat.ts';
import { at, forum, grid, live, room, runningClock, setup, stops, team } from '../../gallery/literal.ts';
import type { Room, ScreenProps } from '../../room.ts';
import type { Views } from '../../shared.ts';
import type { Moment } from './moment.ts';
import type { LinkList } from './office.ts';

export { default } from './Organiser.svelte';

type Props = ScreenProps<'forum' | 'live' | 'office' | 'secretariat'> & {
  views: Partial<Pick<Views, 'grid'>>;
  links?: LinkList;
  opened?: string;
  shown?: Moment;
};
type Secretariat = Views['secretariat'];

const audiences = audiencesOf(setup).map((audience) => ({ role: audience.role, audience: audienceKey(audience) }));
const addresses = ['http://192.168.1.20:8080', 'http://10.8.0.4:8080'];
const base = `${addresses[0]}/amiens-2019`;
const links: LinkList = {
  addresses,
  links: audiences.map((one, index) => ({ ...one, url: `${base}/${one.role}#k${String(index).padStart(2, '0')}Vt3xQ9mB7rLw2ZcD5fGh` })),
  public: base,
};
const office = (more: Partial<Views['office']> = {}): Views['office'] => ({ ...officeView(startOf(setup, at('00:00'))), ...more });

/** Everyone is there, save those named: silent since an instant, or never come (null). */
function presence(now: string, missing: Record<string, string | null>): Room['presence'] {
  const entries = audiences.map(({ audience }) => {
    const since = missing[audience];
    return { audience, screens: since === undefined ? (audience === 'projector' ? 2 : 1) : 0, silentSince: since ? at(since) : null };
  });
  return { at: at(now), audiences: entries, publicScreens: 63, excesses: [] };
}
/** One link that asks too often, a stranger who did and was cut off, and one who opens too many screens. */
const exceeding = {
  ...presence('15:36', { 'juror/j07': '15:12' }),
  excesses: [
    { audience: 'juror/j04', address: null, since: at('15:31'), last: at('15:36'), done: 'slowed', times: 412 },
    { audience: 'public', address: '192.168.1.44', since: at('15:20'), last: at('15:20'), done: 'closed', times: 1 },
    { audience: 'public', address: '192.168.1.51', since: at('14:58'), last: at('15:02'), done: 'kept-out', times: 3_120 },
  ],
} as Room['presence'];
const nobody = Object.fromEntries(audiences.filter(({ role }) => role !== 'organiser').map(({ audience }) => [audience, null]));

const hash = '0419e71fb828636811c777199c549dca74e5fcf08bca790f8767c804baf63dac';
const QUORUM: Setup['rules']['quorum'] = { total: 10, colleges: [{ college: 'elu', least: 3 }] };
const withRules = (rules: Partial<Setup['rules']>): Setup => ({ ...setup, rules: { ...setup.rules, ...rules } });

/** The secretary's part before anyone has come. */
const secretariat = (more: Partial<Secretariat> = {}, of: Setup = setup): Secretariat => ({
  ...secretariatView(startOf(of, at('00:00'))),
  ...more,
});

/** The jury at work: everyone from 13 h 52 on, save seats that have not come, and one that left. */
function seated(
  absent: readonly string[],
  more: Partial<Secretariat> = {},
  rules: Partial<Setup['rules']> = { quorum: QUORUM, recusal: 'session' },
): Secretariat {
  const of = withRules(rules);
  const view = secretariat({}, of);
  const seats = view.seats.map((seat) => ({
    ...seat,
    present: !absent.includes(seat.seat) && seat.seat !== 'j11',
    since: absent.includes(seat.seat) ? null : at(seat.seat === 'j11' ? '15:20' : '13:52'),
  }));
  const present = seats.filter((seat) => seat.present).length;
  const elected = seats.filter((seat) => seat.present && seat.college === 'elu').length;
  const colleges = (of.rules.quorum.colleges ?? []).map((one) => ({ college: one.college, present: elected, needed: one.least }));
  const met = present >= of.rules.quorum.total && colleges.every((one) => one.present >= one.needed);
  return {
    ...view,
    seats,
    quorum: { present, of: seats.length, needed: of.rules.quorum.total, met, colleges },
    rules: { ...view.rules, hash },
    ...more,
  };
}
/** Seat 4 stands back from one team, seat 7 from the whole session. */
const standingBack = (view: Secretariat): Secretariat => ({
  ...view,
  seats: view.seats.map((seat) => {
    if (seat.seat === 'j07') return { ...seat, recused: true, recusedFrom: setup.order ?? [] };
    return seat.seat === 'j04' ? { ...seat, recusedFrom: [...seat.recusedFrom, team('e05')] } : seat;
  }),
});
const handedIn: Secretariat['handedIn'] = [
  {
    team: team('e06'),
    complete: 13,
    of: 15,
    locked: false,
    missing: ['j03', 'j11'].map((seat) => ({ seat: seat as never, given: 0, of: 4 })),
  },
];
const remarks: Secretariat['remarks'] = [
  {
    at: at('15:12'),
    by: 'organiser',
    kind: 'incident',
    team: team('e06'),
    text: 'Micro en panne pendant 40 secondes, pitch repris à zéro.',
  },
  { at: at('15:31'), by: 'organiser', kind: 'dissent', team: null, text: 'Le siège 12 demande que son désaccord sur la pause figure ici.' },
];

const eight = ['e04', 'e08', 'e06', 'e05', 'e07', 'e03', 'e01', 'e02'].map(team);
const commitments = [
  { team: team('e04'), sponsor: 'Direction générale adjointe', time: 'Un jour par semaine', coach: null, firstDate: '2019-12-28' },
  { team: team('e08'), sponsor: 'Direction de la petite enfance', time: null, coach: null, firstDate: null },
];
const onStage = live({ show: 'pitch', team: team('e15'), place: 8, clock: runningClock('pitch', 95, at('15:36')) }, 8);
const numbers = forum.departments.map(({ code }, index) => ({ department: code, number: [7, 31, 12][index] ?? null }));
const done = { annex: true, final: true };

const eve = live({ show: 'waiting', next: 'brief' }, 0, { phase: 'set-up', zero: null, forecast: null });
const noEnd: Views['office']['holding'] = { ...office().holding, given: null, over: null };

const kept = { until: after(at('18:10'), minutes(62 * 24 * 60)), erasedAt: null, erasable: true };
const closedViews = (more: Partial<Secretariat>): Props['views'] => ({
  forum,
  live: live({ show: 'closed', at: at('18:09'), hash, laureates: eight, commitments }, 16, { phase: 'closed', order: stops(16) }),
  office: office({ exportable: true }),
  secretariat: seated([], { papers: done, remarks, laureates: eight, commitments, ...more }),
  grid,
});

export const states: Record<string, Props> = {
  eve: {
    views: { forum, live: eve, office: office(), secretariat: secretariat(), grid },
    room: room(at('17:40'), { presence: presence('17:40', nobody) }),
    links,
  },
  'eve-no-end': {
    views: {
      forum: { ...forum, programme: forum.programme.map((line) => ({ ...line, end: null })) },
      live: eve,
      office: office({ holding: noEnd, notes: [] }),
      secretariat: secretariat(),
    },
    room: room(at('17:40')),
    links: { ...links, addresses: addresses.slice(0, 1) },
  },
  'links-open': {
    views: { forum, live: eve, office: office(), secretariat: secretariat(), grid },
    room: room(at('13:40'), { presence: presence('13:40', nobody) }),
    links,
    opened: 'juror/j03',
  },
  excesses: {
    views: { forum, live: onStage, office: office(), secretariat: seated(['j03']) },
    room: room(at('15:36'), { presence: exceeding }),
    links,
  },
  'afternoon-presence': {
    views: {
      forum,
      live: onStage,
      office: office(),
      secretariat: standingBack(seated(['j03'], { handedIn, remarks })),
    },
    room: room(at('15:36'), { presence: presence('15:36', { 'juror/j07': '15:12', 'table/e12': null, 'table/e09': '15:34' }) }),
    links,
  },
  'backup-full': {
    views: { forum, live: onStage, office: office(), secretariat: seated(['j03'], { handedIn }) },
    room: room(at('15:36'), { keeping: { disk: null, backup: { at: at('15:29'), fault: 'full' } } }),
    links,
  },
  'disk-full': {
    views: { forum, live: onStage, office: office(), secretariat: seated(['j03'], { handedIn }) },
    room: room(at('15:36'), {
      keeping: { disk: { fault: 'full', since: at('15:35') }, backup: { at: at('15:35'), fault: null } },
    }),
    links,
  },
  closed: {
    views: closedViews({ retention: kept }),
    room: room(at('18:10'), { link: { state: 'lost', since: at('18:09') }, presence: presence('18:10', {}) }),
    links,
  },
  'before-draw': {
    views: { forum, live: { ...eve, scene: { show: 'draw', numbers, drawn: null } }, office: office(), secretariat: secretariat(), grid },
    room: room(at('13:51'), { presence: presence('13:51', nobody) }),
    links,
  },
  'no-quorum': {
    views: { forum, live: onStage, office: office(), secretariat: seated(['j01', 'j03', 'j04', 'j05', 'j09', 'j12'], { handedIn }) },
    room: room(at('15:36'), { presence: presence('15:36', { 'juror/j07': '15:12' }) }),
    links,
    opened: 'j04',
  },
  'recusal-by-team': {
    views: { forum, live: onStage, office: office(), secretariat: standingBack(seated([], {}, { recusal: 'team' })) },
    room: room(at('15:36')),
    links,
    opened: 'j04',
  },
  'recusal-by-department': {
    views: { forum, live: onStage, office: office(), secretariat: standingBack(seated([], {}, { recusal: 'department' })) },
    room: room(at('15:36')),
    links,
    opened: 'j04',
  },
  'another-hour': {
    views: {
      forum,
      live: {
        ...onStage,
        forecast: onStage.forecast && {
          ...onStage.forecast,
          end: at('03:12'),
          slots: onStage.forecast.slots.map((slot, index) => ({
            ...slot,
            start: at(`0${1 + Math.floor((3 + index * 8.5) / 60)}:${String(Math.floor(3 + index * 8.5) % 60).padStart(2, '0')}`),
          })),
        },
      },
      office: office(),
      secretariat: seated([], {}, {}),
    },
    room: room(at('02:06')),
    links,
    shown: 'before',
  },
  deliberation: {
    views: {
      forum,
      live: live({ show: 'deliberation', returnAt: at('17:30') }, 16, { phase: 'deliberation', order: stops(16) }),
      office: office(),
      secretariat: seated(['j03'], { papers: { annex: true, final: false }, remarks }),
    },
    room: room(at('16:58')),
    links,
  },
  'ballots-due': { views: closedViews({ retention: kept }), room: room(after(kept.until, minutes(60))), links },
  'ballots-erased': {
    views: closedViews({ papers: { annex: false, final: false }, retention: { ...kept, erasedAt: kept.until } }),
    room: room(after(kept.until, minutes(60))),
    links,
  },
  restitution: {
    views: {
      forum,
      live: live({ show: 'laureates', teams: eight, commitments }, 16, { phase: 'restitution', order: stops(16) }),
      office: office(),
      secretariat: seated([], { papers: { annex: true, final: false }, laureates: eight, commitments }),
      grid: gridView(startOf(withRules({ quorum: QUORUM, castingVote: true }), at('00:00'))),
    },
    room: room(at('17:55')),
    links,
    opened: 'e08',
  },
};
