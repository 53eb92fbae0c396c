import { drawCommandLine, drawnOrder, seedOf } from '../../../shared/draw.ts';
import type { Setup } from '../../../shared/setup.ts';
import { after } from '../../../shared/time.ts';
import { at, forum, live, room, runningClock, stops, team } from '../../gallery/literal.ts';
import type { Room, ScreenProps } from '../../room.ts';
import type { Views } from '../../shared.ts';
import type { SceneOf } from '../../ui/scene/facts.ts';

export { default } from './Projector.svelte';

type Props = ScreenProps<'forum' | 'live'>;
type Scene = Views['live']['scene'];

/** A wall at an hour: the scene, the place in the order, and what differs. */
function wall(time: string, scene: Scene, place: number, more: Partial<Views['live']> = {}, around: Partial<Room> = {}): Props {
  return { views: { forum, live: live(scene, place, more) }, room: room(at(time), around) };
}

/** A team's clock with so many seconds left at the hour, running. */
function onAir(show: 'pitch' | 'questions', left: number, time: string, id = 'e06', place = 5): Scene {
  return { show, team: team(id), place, clock: runningClock(show, left, at(time)) };
}

function paused(time: string): Scene {
  const running = onAir('pitch', 72, time) as SceneOf<'pitch'>;
  const clock = { ...running.clock, elapsed: 108_000, runningSince: null, pausedAt: at(time), reason: 'Micro en panne' };
  return { ...running, clock } as unknown as Scene;
}

/** The same forum where a team has no short name, so that its whole name is shown. */
const unshortened = { ...forum, teams: forum.teams.map((one) => ({ ...one, shortName: one.name })) };
const withLongNames = (props: Props): Props => ({ ...props, views: { ...props.views, forum: unshortened } });
const fortyLetters = 'Accompagnement vers le logement autonome';
const withFortyLetters = (props: Props): Props => ({
  ...props,
  views: { ...props.views, forum: { ...forum, teams: forum.teams.map((one) => ({ ...one, shortName: fortyLetters })) } },
});

const eight = ['e04', 'e08', 'e06', 'e05', 'e07', 'e03', 'e01', 'e02'].map(team);
const hash = '0419e71fb828636811c777199c549dca74e5fcf08bca790f8767c804baf63dac';
const past = { order: stops(16) };
const deliberating = { ...past, phase: 'deliberation' } as const;
const announcing = { ...past, phase: 'restitution' } as const;
/** Six of the eight have a date by then, one a sponsor only, and one nothing. */
const commitments = eight.slice(0, 7).map((id, index) => ({
  team: id,
  sponsor: index === 1 ? null : 'Direction générale adjointe aux solidarités',
  time: index % 2 === 0 ? 'Un jour par semaine' : null,
  coach: index === 0 ? 'Incubateur beta.gouv.fr' : null,
  firstDate: index === 6 ? null : (['2019-12-28', '2020-01-27', '2020-02-26'][index % 3] ?? null),
}));
const reveal = (count: number): Scene => ({ show: 'reveal', revealed: eight.slice(0, count), of: 8 });

/** The draw as it stands so many milliseconds after the order was drawn; null: numbers are still being said. */
function draw(said: readonly number[], since: number | null, around: Pick<Props['views'], 'forum'> = { forum }): Props {
  const { departments, teams } = around.forum;
  const numbers = Object.fromEntries(departments.slice(0, said.length).map(({ code }, index) => [code, said[index] as number]));
  const seed = seedOf(departments as Setup['departments'], numbers) ?? '';
  const order = drawnOrder(
    seed,
    teams.map(({ id }) => team(id)),
  );
  const drawn = since === null ? null : { at: after(at('13:52'), -since), order };
  const scene: Scene = {
    show: 'draw',
    numbers: departments.map(({ code }) => ({ department: code, number: numbers[code] ?? null })),
    drawn,
  };
  const stopsOf = order.map((id, index) => ({ team: id, place: index + 1, is: 'to-come' as const, postponed: false }));
  const wallOf = wall('13:52', scene, 0, {
    phase: 'set-up',
    zero: null,
    forecast: null,
    order: drawn ? stopsOf : stops(0),
    draw: drawn && { seed, check: drawCommandLine(seed, order) },
  });
  return { ...wallOf, views: { ...wallOf.views, ...around } };
}
const SAID = [7, 31, 12, 5, 88];
const three = { ...forum, teams: forum.teams.slice(0, 3) };
const forty = {
  ...forum,
  teams: Array.from({ length: 40 }, (_, index) => ({
    ...(forum.teams[index % 15] as (typeof forum.teams)[number]),
    id: `e${String(index + 1).padStart(2, '0')}`,
    ...(index % 4 === 0 ? { shortName: fortyLetters } : {}),
  })),
};

export const states: Record<string, Props> = {
  waiting: wall('14:08', { show: 'waiting', next: 'introduction' }, 1, { phase: 'brief', order: stops(0) }),
  'waiting-passages': wall('14:26', { show: 'waiting', next: 'passages' }, 1, { phase: 'introduction', order: stops(0) }),
  between: wall('15:26', { show: 'between', next: team('e05'), place: 7 }, 7, { order: stops(7, 'to-come') }),
  'draw-open': draw([], null),
  'draw-numbers': draw(SAID.slice(0, 3), null),
  'draw-said': draw(SAID, null),
  'draw-first': draw(SAID, 0),
  'draw-fifth': draw(SAID, 6_200),
  'draw-order': draw(SAID, 25_000),
  'draw-order-second': draw(SAID, 33_000),
  'draw-three': draw(SAID, 60_000, { forum: three }),
  'draw-forty': draw([1234, 9999, 4321, 8888, 7070], 40_000, { forum: forty }),
  'draw-forty-order': draw([1234, 9999, 4321, 8888, 7070], 64_000, { forum: forty }),
  'draw-long-name': withLongNames(draw(SAID, 6_200)),
  'between-done': wall('16:43', { show: 'between', next: null, place: 0 }, 16, past),
  called: wall('15:08', { show: 'called', team: team('e06'), place: 5 }, 5),
  'called-forty-letters': withFortyLetters(wall('15:08', { show: 'called', team: team('e06'), place: 5 }, 5)),
  'called-long-name': withLongNames(wall('15:08', { show: 'called', team: team('e06'), place: 5 }, 5)),
  pitch: wall('15:10', onAir('pitch', 118, '15:10'), 5),
  'last-minute': wall('15:11', onAir('pitch', 41, '15:11'), 5),
  overtime: wall('15:12', onAir('pitch', -12, '15:12'), 5),
  questions: wall('15:14', onAir('questions', 200, '15:14'), 5),
  'questions-last-minute': wall('15:17', onAir('questions', 27, '15:17'), 5),
  paused: wall('15:11', paused('15:11'), 5),
  'long-name': withLongNames(wall('15:10', onAir('pitch', 118, '15:10'), 5)),
  'forty-letters': withFortyLetters(wall('15:12', onAir('pitch', -12, '15:12'), 5)),
  locked: wall('16:44', { show: 'locked', at: at('16:44'), hash }, 16, past),
  deliberation: wall('16:52', { show: 'deliberation', returnAt: at('17:30') }, 16, deliberating),
  'deliberation-overdue': wall('17:32', { show: 'deliberation', returnAt: at('17:30') }, 16, deliberating),
  'reveal-none': wall('17:33', reveal(0), 16, announcing),
  reveal: wall('17:35', reveal(3), 16, announcing),
  'reveal-long': wall('17:38', reveal(6), 16, announcing),
  'reveal-longest': withLongNames(wall('17:35', reveal(3), 16, announcing)),
  laureates: wall('17:42', { show: 'laureates', teams: eight, commitments: [] }, 16, announcing),
  'laureates-long': withLongNames(wall('17:42', { show: 'laureates', teams: eight, commitments: [] }, 16, announcing)),
  'laureates-committed': wall('17:44', { show: 'laureates', teams: eight, commitments }, 16, announcing),
  'laureates-long-committed': withLongNames(wall('17:44', { show: 'laureates', teams: eight, commitments }, 16, announcing)),
  thanks: wall('17:45', { show: 'thanks', teams: forum.teams.map(({ id }) => team(id)) }, 16, announcing),
  closed: wall('17:50', { show: 'closed', at: at('17:50'), hash, laureates: eight, commitments: [] }, 16, { ...past, phase: 'closed' }),
  'closed-committed': wall('17:50', { show: 'closed', at: at('17:50'), hash, laureates: eight, commitments }, 16, {
    ...past,
    phase: 'closed',
  }),
  blackout: wall('17:31', reveal(0), 16, { ...announcing, blackout: true }),
  lost: wall('15:10', onAir('pitch', 118, '15:10'), 5, {}, { link: { state: 'lost', since: at('15:09:50') } }),
};
