import { type Forecast, slide } from '../../../shared/agenda.ts';
import { type HourMinute, type Instant, MINUTE, minutes, onDay } from '../../../shared/time.ts';
import type { Views } from '../../shared.ts';
import { hourAt } from '../../text/format.ts';
import { scene as words } from '../../text/scene.ts';

/** What the room may read, drawn from the views: the same facts for the wall and for the phones. */

export type Forum = Views['forum'];
export type Live = Views['live'];
export type Team = Forum['teams'][number];
type Showing<Scene extends Live['scene'], Show> = Scene extends unknown
  ? Extract<Scene['show'], Show> extends never
    ? never
    : Scene
  : never;
/** The scene, or scenes, that show something; pitch and questions are one. */
export type SceneOf<Show extends Live['scene']['show']> = Showing<Live['scene'], Show>;

export function teamOf(forum: Forum, id: string): Team {
  return forum.teams.find((team) => team.id === id) ?? { id, table: 0, department: '', name: id, shortName: id };
}

export const departmentOf = (forum: Forum, code: string): string => forum.departments.find((one) => one.code === code)?.name ?? code;

/** What the whole name says beyond the short one; empty when it says nothing more than the département. */
export function restOfName(forum: Forum, team: Team): string {
  if (!team.name.startsWith(team.shortName)) return team.name;
  const rest = team.name.slice(team.shortName.length).replace(/^[\s,:;–-]+/u, '');
  return rest === `(${departmentOf(forum, team.department)})` ? '' : rest;
}

/** The forecast seen from now; null before the brief. */
export const forecastAt = (live: Live, now: number): Forecast | null => live.forecast && slide(live.forecast, now as Instant);

/** Further than this from the printed hour the day is not the printed one: a rehearsal, a trial in the evening. */
export const SAME_AFTERNOON = minutes(180);

type PublicPhase = keyof typeof words.steps;
const PUBLIC_PHASES = Object.keys(words.steps) as PublicPhase[];

/** A step of the afternoon that the room attends, or waits for. The brief is the jury's alone. */
export interface Step {
  readonly phase: PublicPhase;
  readonly title: string;
  /** `14 h 15`, or `vers 16 h 37` where the forecast is later than the programme. */
  readonly hour: string;
  readonly is: 'past' | 'now' | 'to-come';
  /** The printed hour has gone by and nothing better is known. */
  readonly overdue: boolean;
}

export function stepsOf(forum: Forum, live: Live, now: number): Step[] {
  const forecast = forecastAt(live, now);
  const expected: Partial<Record<PublicPhase, Instant | undefined>> = forecast
    ? { passages: forecast.slots[0]?.start, deliberation: forecast.deliberation, restitution: forecast.restitution }
    : {};
  const current = live.phase === 'closed' ? PUBLIC_PHASES.length : PUBLIC_PHASES.indexOf(live.phase as PublicPhase);
  return forum.programme.flatMap(({ phase, start, title, expected: late }) => {
    const index = PUBLIC_PHASES.indexOf(phase as PublicPhase);
    if (index < 0) return [];
    const step = phase as PublicPhase;
    const printed = live.zero === null ? null : onDay(live.zero, start as HourMinute);
    const at = expected[step];
    const known = at !== undefined && printed !== null && at >= printed + MINUTE;
    const is = index < current ? 'past' : index === current ? 'now' : 'to-come';
    if (!forecast && late !== null) return [{ phase: step, title, hour: words.about(words.printed(late), true), is, overdue: false }];
    const hour = known ? words.about(hourAt(at, forum.timeZone), is === 'to-come') : words.printed(start);
    return [{ phase: step, title, hour, is, overdue: !known && printed !== null && printed < now }];
  });
}

/** What the room waits for: the introduction, or the first team. */
export function waitingFor(forum: Forum, live: Live, scene: SceneOf<'waiting'>, now: number) {
  const phase: PublicPhase = scene.next === 'passages' ? 'passages' : 'introduction';
  const step = stepsOf(forum, live, now).find((one) => one.phase === phase);
  const stop = phase === 'passages' ? live.order.find(({ is }) => is === 'to-come') : undefined;
  const hour = step && !step.overdue ? step.hour : null;
  const first = stop ? teamOf(forum, stop.team) : null;
  return {
    phase,
    head: first ? words.firstPassage(hour) : words.next(hour),
    title: first?.shortName ?? step?.title ?? words.steps[phase],
    first,
  };
}

export interface Sentence {
  readonly head: string;
  readonly words: string;
  readonly note: string;
  /** An hour that is the only big thing. */
  readonly hour: Instant | null;
}

/** The scenes that only say a sentence. */
export function sentenceOf(live: Live, scene: SceneOf<'between' | 'locked' | 'deliberation' | 'reveal' | 'closed'>, now: number): Sentence {
  const past = live.order.filter(({ is }) => is === 'past').length;
  const passed = words.passed(past, live.order.filter(({ is }) => is !== 'withdrawn').length);
  switch (scene.show) {
    case 'between':
      return { head: passed, ...words.allPassed, hour: null };
    case 'locked':
      return { head: passed, ...words.locked, hour: null };
    case 'deliberation': {
      // An hour that has gone by is worse than none.
      const hour = scene.returnAt !== null && scene.returnAt > now ? scene.returnAt : null;
      const note = hour !== null ? words.deliberation.back : scene.returnAt === null ? '' : words.deliberation.soon;
      return { head: '', words: words.deliberation.words, note, hour };
    }
    case 'reveal':
      return { head: '', words: words.opening.words, note: words.opening.note(scene.of), hour: null };
    case 'closed':
      return { head: '', ...words.closed, hour: null };
  }
}

/** The journal's hash in groups of four, as it is copied by hand. */
export const inGroups = (hash: string): string => hash.replace(/(.{4})(?=.)/gu, '$1 ');

/** An address as it is typed: without its protocol nor its last stroke. */
export const typed = (address: string): string => address.replace(/^https?:\/\//u, '').replace(/\/$/u, '');
