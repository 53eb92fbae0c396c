import type { Instant } from '../../../shared/time.ts';
import type { Views } from '../../shared.ts';
import { draw as drawWords } from '../../text/draw.ts';
import { hourAt, printedHour } from '../../text/format.ts';
import { mc as words } from '../../text/mc.ts';
import { forecastAt, inGroups, type Team, teamOf } from '../../ui/scene/facts.ts';

/** What the middle of the desk is about: a line above, a team or a title, and the one big thing when no clock runs. */
export interface Heading {
  readonly kicker: string;
  readonly team: Team | null;
  readonly title: string;
  readonly big?: { readonly text: string; readonly note: string };
  readonly small?: { readonly note: string; readonly text: string };
}

type Given = Pick<Views, 'forum' | 'live'>;
type Waiting = 'brief' | 'introduction' | 'passages';

/** What stands at the head of the middle, scene by scene. */
export function headingOf({ forum, live }: Given, now: number): Heading {
  const { scene } = live;
  const of = live.order.length;
  const kicker = words.phase[live.phase];
  switch (scene.show) {
    case 'waiting':
      return waiting(forum, scene.next);
    case 'draw':
      return { kicker, team: null, title: drawWords.title };
    case 'between': {
      if (scene.next === null) return { kicker: words.passagesOver, team: null, title: words.allPassed, big: passed(live) };
      return { kicker: words.nextPassage(scene.place, of), ...team(forum, scene.next), ...startOf({ forum, live }, scene.next, now) };
    }
    case 'called':
      return { kicker: words.called(scene.place, of), ...team(forum, scene.team) };
    case 'pitch':
    case 'questions':
      return { kicker: words.passage(scene.place, of), ...team(forum, scene.team) };
    case 'locked':
      return {
        kicker: words.passagesOver,
        team: null,
        title: words.locked,
        small: { note: words.lockedAt(hourAt(scene.at, forum.timeZone)), text: inGroups(scene.hash) },
      };
    case 'deliberation':
      return { kicker, team: null, title: words.deliberation.title };
    case 'reveal':
      return {
        kicker,
        team: null,
        title: words.reveal.said,
        big: { text: words.outOf(scene.revealed.length, scene.of), note: words.reveal.names },
      };
    case 'laureates':
      return { kicker, team: null, title: words.reveal.together, big: { text: String(scene.teams.length), note: words.reveal.retained } };
    case 'thanks':
      return { kicker, team: null, title: words.reveal.thanked, big: { text: String(scene.teams.length), note: words.reveal.teams } };
    case 'closed':
      return { kicker: '', team: null, title: kicker, big: { text: hourAt(live.steppedAt, forum.timeZone), note: words.closedAt } };
  }
}

function passed({ order }: Views['live']): NonNullable<Heading['big']> {
  const count = order.filter(({ is }) => is === 'past').length;
  return { text: words.outOf(count, order.filter(({ is }) => is !== 'withdrawn').length), note: words.passed };
}

const team = (forum: Views['forum'], id: string) => {
  const found = teamOf(forum, id);
  return { team: found, title: found.name };
};

function waiting(forum: Views['forum'], next: Waiting): Heading {
  const line = forum.programme.find(({ phase }) => phase === next);
  const head = { kicker: words.next, team: null, title: words.phase[next] };
  return line ? { ...head, big: { text: printedHour(line.start), note: words.printed } } : head;
}

function startOf({ forum, live }: Given, id: string, now: number): Pick<Heading, 'big'> {
  const slot = forecastAt(live, now as Instant)?.slots.find((one) => one.team === id);
  return slot ? { big: { text: hourAt(slot.start, forum.timeZone), note: words.around } } : {};
}
