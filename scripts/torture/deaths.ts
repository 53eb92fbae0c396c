import type { Step } from '../../server/room.ts';
import type { Chance } from './chance.ts';

/** How one life of the server ends. */
export type Death =
  /** At the nth time of a step, counted from when the screens were found right; counted from the start where it is to die while it wakes. */
  | { readonly by: 'step'; readonly step: Step; readonly nth: number; readonly waking: boolean }
  /** From outside, so many milliseconds after the screens were found right, or after it was told to serve. */
  | { readonly by: 'instant'; readonly after: number; readonly waking: boolean };

const STEPS: readonly Step[] = ['before-decide', 'before-commit', 'after-commit', 'publish'];

export function deathOf(chance: Chance): Death {
  const waking = chance.happens(0.08);
  if (chance.happens(0.25)) return { by: 'instant', after: waking ? chance.whole(1, 250) : chance.whole(20, 900), waking };
  const step = chance.one(STEPS);
  return { by: 'step', step, nth: waking ? 1 : chance.whole(1, step === 'publish' ? 120 : 40), waking };
}
