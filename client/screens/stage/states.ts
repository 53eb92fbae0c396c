import { at, room } from '../../gallery/literal.ts';
import type { ScreenProps } from '../../room.ts';
import { states as walls } from '../projector/states.ts';

export { default } from './Stage.svelte';

type Props = ScreenProps<'forum' | 'live' | 'stage'>;

/** The same moments as on the wall, with a word from the MC. */
function stage(moment: string, message: string | null = null): Props {
  const wall = walls[moment];
  if (!wall) throw new Error(`no such moment: ${moment}`);
  const { forum, live } = wall.views;
  return {
    views: { forum, live, stage: { message: message === null ? null : { text: message, at: at('15:10') } } },
    room: room(wall.room.time.instant() as never),
  };
}

export const states: Record<string, Props> = {
  pitch: stage('pitch'),
  message: stage('pitch', 'Plus près du micro'),
  'long-message': stage('pitch', 'Merci de revenir sur la mise en œuvre et les trois premiers mois, puis conclure.'),
  'last-minute': stage('last-minute'),
  'last-minute-message': stage('last-minute', 'Plus près du micro'),
  overtime: stage('overtime'),
  'overtime-message': stage('overtime', 'Merci de conclure'),
  questions: stage('questions'),
  paused: stage('paused'),
  called: stage('called'),
  'called-message': stage('called', 'Le micro est à gauche'),
  between: stage('between'),
  blackout: stage('blackout'),
};
