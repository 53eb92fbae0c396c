import type { Reading } from '../../../shared/clock.ts';
import { spokenWords } from '../../text/scene.ts';
import { departmentOf, type Forum, type Live, teamOf } from './facts.ts';

/**
 * What a screen reader hears: start, each warning and the end of both clocks, then each name as it is said.
 * It is the same text until the next message is due, so that a status that holds it speaks nine times a team, no more.
 */
export function spoken(forum: Forum, live: Live, reading: (Reading & { readonly warning: number | null }) | null): string {
  const { scene } = live;
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
