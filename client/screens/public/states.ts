import { at, room } from '../../gallery/literal.ts';
import type { Room, ScreenProps } from '../../room.ts';
import { states as walls } from '../projector/states.ts';

export { default } from './Public.svelte';

type Props = ScreenProps<'forum' | 'live'>;

/** The same moments as on the wall: the twin reads the same views. */
function twin(moment: string, around: Partial<Room> = {}): Props {
  const wall = walls[moment];
  if (!wall) throw new Error(`no such moment: ${moment}`);
  return { views: wall.views, room: { ...wall.room, link: room(at('15:10')).link, ...around } };
}

export const states: Record<string, Props> = {
  waiting: twin('waiting'),
  'waiting-passages': twin('waiting-passages'),
  between: twin('between'),
  called: twin('called'),
  pitch: twin('pitch'),
  'long-name': twin('long-name'),
  'last-minute': twin('last-minute'),
  overtime: twin('overtime'),
  questions: twin('questions'),
  paused: twin('paused'),
  locked: twin('locked'),
  deliberation: twin('deliberation'),
  'reveal-none': twin('reveal-none'),
  reveal: twin('reveal'),
  'reveal-longest': twin('reveal-longest'),
  laureates: twin('laureates'),
  thanks: twin('thanks'),
  closed: twin('closed'),
  'draw-numbers': twin('draw-numbers'),
  'draw-fifth': twin('draw-fifth'),
  'draw-order': twin('draw-order'),
  'laureates-committed': twin('laureates-committed'),
  'closed-committed': twin('closed-committed'),
  lost: twin('pitch', { link: { state: 'lost', since: at('15:09:48') } }),
};
