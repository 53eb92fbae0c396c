/** What the model of a session knows of: phases, stages, and what somebody can try. */

export const PHASES = ['set-up', 'brief', 'introduction', 'passages', 'deliberation', 'restitution', 'closed'] as const;
export type Phase = (typeof PHASES)[number];
export type Stage = 'called' | 'pitch' | 'questions' | 'marking' | 'locked';

/** What somebody tries. `by` a stranger to it, or on a screen that has not seen the last step: then it is nobody's, or too late. */
export type Act = (
  | { readonly does: 'open'; readonly phase: Phase }
  | { readonly does: 'call' | 'postpone' | 'strike' | 'reveal'; readonly team: string }
  | { readonly does: 'pitch' | 'questions' | 'end' | 'lock' | 'pause' | 'resume' | 'show' | 'thank' | 'reopen' }
  | { readonly does: 'cast'; readonly seat: string; readonly team: string; readonly marks: Readonly<Record<string, number | null>> }
  | { readonly does: 'admit'; readonly seat: string; readonly team: string }
  | { readonly does: 'compose' | 'close'; readonly teams: readonly string[] }
) & { readonly stranger?: boolean; readonly stale?: boolean };

/** [K1] What carries a step. */
export const OF_THE_MC: ReadonlySet<Act['does']> = new Set<Act['does']>([
  'open',
  'call',
  'postpone',
  'strike',
  'reveal',
  'pitch',
  'questions',
  'end',
  'lock',
  'pause',
  'resume',
  'show',
  'thank',
]);

export interface Sizes {
  readonly teams: readonly string[];
  readonly seats: readonly string[];
  readonly weights: Readonly<Record<string, number>>;
  readonly top: number;
  readonly laureates: number;
  readonly once: boolean;
}
