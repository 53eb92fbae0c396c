/** The shared types that screens need, in one place: types only, so that no rule is loaded on a phone by accident. */
export type { Command } from '../shared/commands.ts';
export type { Refusal } from '../shared/decision.ts';
export type { Keeping, Outcome, Presence } from '../shared/protocol.ts';

export type { Views } from '../shared/view.ts';
