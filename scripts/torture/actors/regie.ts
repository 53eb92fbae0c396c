import type { Command } from '../../../shared/commands.ts';
import type { Company } from '../company.ts';
import type { Device } from '../device.ts';
import { acting } from './acting.ts';

/** The MC: follows the cue, resumes a clock that a restart paused, and does all that stands beside the main button. */
export function regie(device: Device, company: Company): Promise<void> {
  let messages = 0;
  return acting(device, 80, 260, async ({ views, chance, caller: { step } }) => {
    const { live, regie: own } = views;
    if (!live || !own) return;
    const running = clockOf(live.scene);
    if (running?.pausedAt != null) return device.steer({ type: 'ResumeClock', step });
    if (live.phase !== 'set-up' && live.phase !== 'closed' && chance.happens(0.2)) {
      const commands: Command[] = [
        { type: 'SetMessage', step, text: `Message ${++messages}` },
        { type: 'SetBlackout', step, on: !live.blackout },
      ];
      if (running)
        commands.push({ type: 'PauseClock', step, reason: 'Micro' }, { type: 'AdjustClock', step, seconds: chance.one([30, -5]) });
      if (own.undo && chance.happens(0.2)) commands.push({ type: 'UndoStep', step, until: own.undo.until });
      return device.steer(chance.one(commands));
    }
    if (!own.cue.command || !isReady(live.phase, company)) return;
    // Long enough, now and then, for the deadlines to fall first.
    if (live.phase === 'passages' && chance.happens(0.35)) return;
    const { command, team } = own.cue;
    return device.steer({
      type: command,
      step: own.step,
      ...(command === 'CallTeam' || command === 'RevealLaureate' ? { team } : {}),
    } as Command);
  });
}

const clockOf = (scene: NonNullable<Device['views']['live']>['scene']) =>
  scene.show === 'pitch' || scene.show === 'questions' ? scene.clock : null;

/** Before the brief the order is drawn and sheets are written; before the introduction everyone is there. */
function isReady(phase: string, { organiser, tables, jurors }: Company): boolean {
  if (phase === 'set-up') return organiser.views.live?.draw != null && tables.every(({ views: { table } }) => table?.savedAt != null);
  return phase !== 'brief' || jurors.every(({ views }) => views.seat?.present === true);
}
