import { at, forum, live, room, team } from '../../gallery/literal.ts';
import type { ScreenProps } from '../../room.ts';
import type { Views } from '../../shared.ts';

export { default } from './Coach.svelte';

type Props = ScreenProps<'forum' | 'live' | 'sheets'>;
type Sheets = Views['sheets']['sheets'];

const drama = 'Un enfant confié change de lieu plusieurs fois. À chaque départ, des photos, des bulletins, des lettres se perdent.';
const solution = 'Un album de vie tenu par l’enfant et ses référents, qui le suit partout. L’enfant décide qui le lit, et il part avec.';
const implementation =
  'Trois mois, deux maisons de l’enfance de la Somme et douze enfants volontaires. Premier album remis au trentième jour.';

const some: Sheets = [
  { team: team('e02'), drama, solution: '', implementation: '', at: at('10:02') },
  { team: team('e05'), drama, solution, implementation, at: at('10:12') },
  { team: team('e06'), drama, solution, implementation: ' ', at: at('10:14') },
  { team: team('e11'), drama, solution, implementation, at: at('10:09') },
];

const morning = (sheets: Sheets): Props => ({
  views: { forum, live: live({ show: 'waiting', next: 'brief' }, 0, { phase: 'set-up', zero: null, forecast: null }), sheets: { sheets } },
  room: room(at('10:15')),
});

export const states: Record<string, Props> = {
  empty: morning([]),
  some: morning(some),
  frozen: {
    views: { forum, live: live({ show: 'waiting', next: 'introduction' }, 0, { phase: 'brief' }), sheets: { sheets: some } },
    room: room(at('14:05'), { link: { state: 'lost', since: at('14:04') } }),
  },
};
