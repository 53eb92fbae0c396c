import type { CommandType } from '../../../shared/phases.ts';
import type { Views } from '../../shared.ts';
import { printedHour } from '../../text/format.ts';
import { mc as words } from '../../text/mc.ts';
import { type CueCommand, nextSteps } from '../../text/mc-steps.ts';
import { teamOf } from '../../ui/scene/facts.ts';
import type { Act } from '../../ui/steering.svelte.ts';
import { missingBallots } from './ballots.ts';

/** The main button: what it says, and what it sends. Without an act its label is the reason why it waits. */
export interface Next {
  readonly label: string;
  readonly detail: string;
  readonly act: Act | null;
}

type Cue = Views['regie']['cue'];
type Given = Pick<Views, 'forum' | 'live' | 'regie'>;

const isCue = (type: CommandType): type is CueCommand => type in nextSteps;

/** What the main button does next, in words. */
export function nextOf({ forum, live, regie }: Given): Next {
  const { cue } = regie;
  if (cue.command === null) return { label: words.waiting[cue.waiting], detail: words.waitingMore[cue.waiting], act: null };
  if (!isCue(cue.command)) return { label: cue.command, detail: '', act: null };
  const team = cue.team === null ? '' : teamOf(forum, cue.team).shortName;
  const teams = live.order.filter(({ is }) => is !== 'withdrawn').length;
  const laureates = live.scene.show === 'reveal' ? live.scene.of : forum.laureates;
  return {
    label: nextSteps[cue.command]({ team, laureates, teams }),
    detail: detailOf(cue.command, cue, { forum, live, regie }),
    act: commandOf(cue),
  };
}

function detailOf(command: CueCommand, { team }: Cue & { command: CommandType }, { forum, live, regie }: Given): string {
  const name = team === null ? '' : teamOf(forum, team).shortName;
  switch (command) {
    case 'CallTeam':
      return words.passage(live.order.find((stop) => stop.team === team)?.place ?? 0, live.order.length);
    case 'StartPitch':
      return words.teamAndTime(name, forum.times.pitchSeconds);
    case 'StartQuestions':
      return words.teamAndTime(name, forum.times.questionsSeconds);
    case 'EndQuestions':
    case 'RevealLaureate':
      return name;
    case 'LockBallots':
      return words.locking(team === null ? words.allTeams : name, missingBallots(regie));
    case 'OpenBrief':
      return printed(forum, 'brief');
    case 'OpenIntroduction':
      return printed(forum, 'introduction');
    case 'OpenPassages':
      return printed(forum, 'passages');
    case 'OpenDeliberation':
      return printed(forum, 'deliberation');
    case 'OpenRestitution':
      return printed(forum, 'restitution');
    case 'ShowLaureates':
    case 'ThankTeams':
    case 'CloseSession':
      return words.everyoneSees;
  }
}

function printed(forum: Views['forum'], phase: string): string {
  const line = forum.programme.find((candidate) => candidate.phase === phase);
  return line ? words.printedAt(printedHour(line.start)) : '';
}

/** The command a cue stands for. */
function commandOf(cue: Cue): Act | null {
  if (cue.command === null || !isCue(cue.command)) return null;
  if (cue.command === 'CallTeam' || cue.command === 'RevealLaureate')
    return cue.team === null ? null : { type: cue.command, team: cue.team };
  return { type: cue.command };
}
