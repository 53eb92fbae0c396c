import { drawIsOpen } from './draw.ts';
import type { TeamId } from './ids.ts';
import { stageIsFree } from './passage.ts';
import type { CommandType } from './phases.ts';
import { nextTeam } from './running-order.ts';
import type { State } from './state.ts';

/** What the MC's main button does next. `waiting`: nothing yet, and why. */
export type Cue =
  | { readonly command: CommandType; readonly team: TeamId | null }
  | { readonly command: null; readonly waiting: 'draw-open' | 'list-open' | 'closed' };

const cue = (command: CommandType, team: TeamId | null = null): Cue => ({ command, team });

/** The one next act of the session, from the state alone: the régie shows it, and rehearsals follow it. */
export function nextCue(state: State): Cue {
  const { course } = state;
  if (drawIsOpen(course)) return { command: null, waiting: 'draw-open' };
  switch (course.phase) {
    case 'set-up':
      return cue('OpenBrief');
    case 'brief':
      return cue('OpenIntroduction');
    case 'introduction':
      return cue('OpenPassages');
    case 'passages':
      return passagesCue(state);
    case 'deliberation':
      return state.deliberation?.closedAt ? cue('OpenRestitution') : { command: null, waiting: 'list-open' };
    case 'restitution':
      if (course.revealed < course.announcement.length) return cue('RevealLaureate', course.announcement[course.revealed] ?? null);
      if (course.finale === 'none') return cue('ShowLaureates');
      return course.finale === 'laureates' ? cue('ThankTeams') : cue('CloseSession');
    case 'closed':
      return { command: null, waiting: 'closed' };
  }
}

function passagesCue(state: State): Cue {
  const { course } = state;
  if (course.stage === 'called') return cue('StartPitch', course.current);
  if (course.stage === 'pitch') return cue('StartQuestions', course.current);
  if (course.stage === 'questions') return cue('EndQuestions', course.current);
  if (course.allLocked) return cue('OpenDeliberation');
  if (!stageIsFree(state)) return cue('LockBallots', course.current);
  const next = nextTeam(course);
  return next === null ? cue('LockBallots') : cue('CallTeam', next);
}
