import { audienceKey } from '../../../shared/audience.ts';
import { audiencesOf } from '../../../shared/links.ts';
import { startOf } from '../../../shared/state.ts';
import { officeView } from '../../../shared/views/office.ts';
import { at, forum, live, room, runningClock, setup, stops, team } from '../../gallery/literal.ts';
import type { Room, ScreenProps } from '../../room.ts';
import type { Views } from '../../shared.ts';
import type { LinkList } from './office.ts';

export { default } from './Organiser.svelte';

type Props = ScreenProps<'forum' | 'live' | 'office'> & { links?: LinkList; opened?: string };

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
  return { at: at(now), audiences: entries, publicScreens: 63 };
}
const nobody = Object.fromEntries(audiences.filter(({ role }) => role !== 'organiser').map(({ audience }) => [audience, null]));

const eve = live({ show: 'waiting', next: 'brief' }, 0, { phase: 'set-up', zero: null, forecast: null });
const noEnd: Views['office']['holding'] = { ...office().holding, given: null, over: null };

export const states: Record<string, Props> = {
  eve: {
    views: { forum, live: eve, office: office() },
    room: room(at('17:40'), { presence: presence('17:40', nobody) }),
    links,
  },
  'eve-no-end': {
    views: {
      forum: { ...forum, programme: forum.programme.map((line) => ({ ...line, end: null })) },
      live: eve,
      office: office({ holding: noEnd, notes: [] }),
    },
    room: room(at('17:40')),
    links: { ...links, addresses: addresses.slice(0, 1) },
  },
  'links-open': {
    views: { forum, live: eve, office: office() },
    room: room(at('13:40'), { presence: presence('13:40', nobody) }),
    links,
    opened: 'juror/j03',
  },
  'afternoon-presence': {
    views: {
      forum,
      live: live({ show: 'pitch', team: team('e15'), place: 8, clock: runningClock('pitch', 95, at('15:36')) }, 8),
      office: office(),
    },
    room: room(at('15:36'), { presence: presence('15:36', { 'juror/j07': '15:12', 'table/e12': null, 'table/e09': '15:34' }) }),
    links,
  },
  closed: {
    views: {
      forum,
      live: live({ show: 'closed', laureates: [] }, 16, { phase: 'closed', order: stops(16) }),
      office: office({ exportable: true }),
    },
    room: room(at('18:10'), { link: { state: 'lost', since: at('18:09') }, presence: presence('18:10', {}) }),
    links,
  },
};
