/** What a key does, without its words: those are in text/mc.ts. */
export type KeyAct = 'cue' | 'pause' | 'add' | 'take' | 'undo' | 'blackout';

export interface Press {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Where the keyboard is: in a field one types, on a control the space bar is that control's. */
  readonly on: 'page' | 'field' | 'control';
}

const ACTS: ReadonlyMap<string, KeyAct> = new Map([
  [' ', 'cue'],
  ['p', 'pause'],
  ['+', 'add'],
  ['-', 'take'],
  ['z', 'undo'],
  ['n', 'blackout'],
]);

/** What a key press asks for; null when it is not for the régie: typing, a shortcut of the browser, a key held down. */
export function actOf({ key, repeat, ctrlKey, metaKey, altKey, on }: Press): KeyAct | null {
  if (repeat || ctrlKey || metaKey || altKey || on === 'field') return null;
  const act = ACTS.get(key.toLowerCase()) ?? null;
  return act === 'cue' && on === 'control' ? null : act;
}

/** Two presses nearer than this are one nervous hand: a bounce must not start the questions with the pitch. */
const BOUNCE = 300;

export const isBounce = (last: number, now: number): boolean => now - last < BOUNCE;

/** Where a key event happened. */
export function whereOf(target: EventTarget | null): Press['on'] {
  if (!(target instanceof Element)) return 'page';
  if (target.closest('input, textarea, select, [contenteditable]')) return 'field';
  return target.closest('button, a, summary') ? 'control' : 'page';
}
