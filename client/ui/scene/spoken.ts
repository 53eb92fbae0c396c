import type { Reading } from '../../../shared/clock.ts';
import { draw as drawWords } from '../../text/draw.ts';
import { spokenWords } from '../../text/scene.ts';
import type { Drawing } from './drawing.ts';
import { departmentOf, type Forum, type Live, teamOf } from './facts.ts';

/**
 * What a screen reader hears: the draw, twice; start, each warning and the end of both clocks; then each name as it is said.
 * It is the same text until the next message is due, so that a status that holds it speaks nine times a team, no more.
 */
export function spoken(
  forum: Forum,
  live: Live,
  reading: (Reading & { readonly warning: number | null }) | null,
  drawing: Drawing | null = null,
): string {
  const { scene } = live;
  if (scene.show === 'draw') return drawSpoken(forum, live, drawing);
  if (scene.show === 'reveal') {
    const last = scene.revealed.at(-1);
    if (last === undefined) return '';
    const team = teamOf(forum, last);
    return spokenWords.revealed(scene.revealed.length, scene.of, team.shortName, departmentOf(forum, team.department));
  }
  if ((scene.show !== 'pitch' && scene.show !== 'questions') || !reading) return '';
  if (reading.overtime) return spokenWords.over[scene.show];
  if (reading.warning !== null) return spokenWords.left(reading.warning);
  // Time given by hand sets it back before a warning: saying the start again would be false.
  const { given, duration } = scene.clock;
  return duration === given ? spokenWords.start[scene.show](teamOf(forum, scene.team).shortName, Math.round(given / 1000)) : '';
}

/** At its opening, then once all are out with the first to pass: fifteen names one by one are the programme's to read. */
function drawSpoken(forum: Forum, live: Live, drawing: Drawing | null): string {
  const first = live.order.find(({ is }) => is !== 'withdrawn');
  if (drawing === null || drawing.page === null || !first) return drawWords.spoken;
  return drawWords.spokenEnd(teamOf(forum, first.team).shortName, live.order.length);
}
