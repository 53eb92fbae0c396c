import * as z from 'zod/mini';
import { startClock } from './clock.ts';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import { step } from './fields.ts';
import { type TeamId, teamId } from './ids.ts';
import { nextTeam } from './running-order.ts';
import type { Course, Passage, State } from './state.ts';
import { type Instant, seconds } from './time.ts';

/** One team's way: called, pitch, questions, marking, locked. */
export const passageCommands = [
  z.strictObject({ type: z.literal('CallTeam'), step, team: teamId }),
  z.strictObject({ type: z.literal('StartPitch'), step }),
  z.strictObject({ type: z.literal('StartQuestions'), step }),
  z.strictObject({ type: z.literal('EndQuestions'), step }),
  z.strictObject({ type: z.literal('LockBallots'), step }),
] as const;

type Command = z.infer<(typeof passageCommands)[number]>;

export type PassageEvent =
  | { readonly type: 'TeamCalled' | 'PitchStarted' | 'QuestionsStarted' | 'QuestionsEnded'; readonly team: TeamId }
  /** `team` null: every ballot of the session. */
  | { readonly type: 'BallotsLocked'; readonly team: TeamId | null };

/** Whether nothing more can be asked of the team on the estrade, so that the next may be called. */
export function stageIsFree({ setup, course }: State): boolean {
  if (course.stage === null || course.stage === 'locked') return true;
  return course.stage === 'marking' && setup.rules.lock.mode === 'once';
}

export function decidePassage(state: State, command: Command): Decision<PassageEvent> {
  const { course, setup } = state;
  const { current: team, stage } = course;
  switch (command.type) {
    case 'CallTeam':
      if (!course.order.includes(command.team)) return refuse('unknown-team', command.team);
      if (course.allLocked) return refuse('ballots-locked');
      if (!stageIsFree(state)) return refuse('wrong-stage', stage ?? undefined);
      if (nextTeam(course) !== command.team) return refuse('not-next', command.team);
      return accept({ type: 'TeamCalled', team: command.team });
    case 'StartPitch':
      return team && stage === 'called' ? accept({ type: 'PitchStarted', team }) : refuse('wrong-stage', stage ?? undefined);
    case 'StartQuestions':
      return team && stage === 'pitch' ? accept({ type: 'QuestionsStarted', team }) : refuse('wrong-stage', stage ?? undefined);
    case 'EndQuestions':
      return team && stage === 'questions' ? accept({ type: 'QuestionsEnded', team }) : refuse('wrong-stage', stage ?? undefined);
    case 'LockBallots':
      if (course.allLocked) return refuse('ballots-locked');
      if (setup.rules.lock.mode === 'per-team' && team && stage === 'marking') return accept({ type: 'BallotsLocked', team });
      if (!stageIsFree(state)) return refuse('wrong-stage', stage ?? undefined);
      if (nextTeam(course) !== null) return refuse('teams-waiting');
      return accept({ type: 'BallotsLocked', team: null });
  }
}

export function evolvePassage(state: State, event: PassageEvent, stamp: Pick<Stamp, 'at'> & { hash: string }): Course {
  const { course, setup } = state;
  const { rules } = setup;
  switch (event.type) {
    case 'TeamCalled':
      return { ...timed(course, event.team, { calledAt: stamp.at }), current: event.team, stage: 'called', clock: null, message: null };
    case 'PitchStarted':
      return {
        ...timed(course, event.team, { pitchAt: stamp.at }),
        stage: 'pitch',
        clock: startClock('pitch', seconds(rules.pitchSeconds), rules.pitchWarnings, stamp.at),
      };
    case 'QuestionsStarted':
      return {
        ...timed(course, event.team, { questionsAt: stamp.at }),
        stage: 'questions',
        clock: startClock('questions', seconds(rules.questionsSeconds), rules.questionsWarnings, stamp.at),
      };
    case 'QuestionsEnded':
      return { ...timed(course, event.team, { endedAt: stamp.at }), stage: 'marking', clock: null, message: null };
    case 'BallotsLocked': {
      const locks = lockedAt(course, event.team, stamp.at);
      const all = event.team === null || nextTeam(course) === null;
      return { ...course, locks, stage: 'locked', allLocked: all ? { at: stamp.at, hash: stamp.hash } : course.allLocked };
    }
  }
}

function timed(course: Course, team: TeamId, times: Partial<Passage>): Course {
  const passage = { ...course.passages[team], ...times } as Passage;
  return { ...course, passages: { ...course.passages, [team]: passage } };
}

function lockedAt(course: Course, team: TeamId | null, at: Instant): Course['locks'] {
  if (team !== null) return { ...course.locks, [team]: at };
  return { ...Object.fromEntries(Object.keys(course.passages).map((passed) => [passed, at])), ...course.locks };
}
