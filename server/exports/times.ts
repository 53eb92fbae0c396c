import type { Setup } from '../../shared/setup.ts';
import type { Instant } from '../../shared/time.ts';
import type { Export } from '../../shared/verify/export.ts';
import type { Pause, TeamTimes } from '../../shared/verify/times.ts';
import { hourOf } from '../day.ts';
import { csv, yesNo } from './csv.ts';

/** The real times of every team: hours in the forum's time zone, lengths in whole seconds, with and without the pauses. */
export const timesCsv = ({ setup, times }: Pick<Export, 'setup' | 'times'>): string =>
  csv(times.map((line, index) => row(setup, line, index + 1)));

function row(setup: Setup, { team, calledAt, pitchAt, questionsAt, endedAt, lockedAt, pauses }: TeamTimes, place: number) {
  const facts = setup.teams.find(({ id }) => id === team);
  const hour = (at: Instant | null) => (at === null ? '' : hourOf(at, setup.timeZone));
  return {
    passage: place,
    projet: facts?.name ?? team,
    département: facts?.department ?? '',
    passé: yesNo(endedAt !== null),
    appel: hour(calledAt),
    pitch: hour(pitchAt),
    questions: hour(questionsAt),
    fin: hour(endedAt),
    'notes closes': hour(lockedAt),
    'pitch (s)': lengthOf(pitchAt, questionsAt),
    'pitch sans pauses (s)': lengthOf(pitchAt, questionsAt, pausesOf(pauses, 'pitch')),
    'questions (s)': lengthOf(questionsAt, endedAt),
    'questions sans pauses (s)': lengthOf(questionsAt, endedAt, pausesOf(pauses, 'questions')),
    pauses: pauses.length,
    'pauses (s)': rounded(pausesOf(pauses)),
    motifs: pauses.flatMap(({ reason }) => reason ?? []).join(', '),
  };
}

const rounded = (length: number): number => Math.round(length / 1_000);

const lengthOf = (from: Instant | null, to: Instant | null, less = 0): number | '' =>
  from === null || to === null ? '' : rounded(to - from - less);

function pausesOf(pauses: TeamTimes['pauses'], during?: Pause['during']): number {
  const wanted = pauses.filter((pause) => during === undefined || pause.during === during);
  return wanted.reduce((sum, { at, until }) => sum + (until === null ? 0 : until - at), 0);
}
