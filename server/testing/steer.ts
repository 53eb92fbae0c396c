import type { Command } from '../../shared/commands.ts';
import type { Caller } from './caller.ts';

/** The MC presses the main button until the session stands where a test needs it. Throws when a press is refused. */
export async function steerUntil(mc: Caller, there: (live: NonNullable<Caller['views']['live']>) => boolean): Promise<void> {
  for (;;) {
    const { live, regie } = mc.views;
    if (live && there(live)) return;
    const cue = regie?.cue;
    if (!cue?.command) throw new Error('the régie has no next act');
    const team = cue.team !== null && (cue.command === 'CallTeam' || cue.command === 'RevealLaureate') ? { team: cue.team } : {};
    const before = mc.step;
    const outcome = await mc.command({ type: cue.command, step: before, ...team } as Command);
    if (!outcome.ok) throw new Error(`${cue.command} was refused: ${outcome.code}`);
    await mc.until(() => mc.step > before);
  }
}

/** On stage, with the pitch running. */
export const pitching = (mc: Caller): Promise<void> => steerUntil(mc, ({ scene }) => scene.show === 'pitch');
