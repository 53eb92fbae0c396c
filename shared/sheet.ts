import * as z from 'zod/mini';
import { accept, type Decision, refuse, type Stamp } from './decision.ts';
import type { TeamId } from './ids.ts';
import { SHEET_PARTS, type Sheet, type SheetPart, type State } from './state.ts';
import type { Instant } from './time.ts';

/** Characters a part of the sheet may hold. */
export const SHEET_LIMIT = 280;

export const sheetCommands = [
  z.strictObject({ type: z.literal('WriteSheet'), part: z.enum(SHEET_PARTS), text: z.string().check(z.maxLength(SHEET_LIMIT)) }),
] as const;

type Command = z.infer<(typeof sheetCommands)[number]>;

export interface SheetEvent {
  readonly type: 'SheetWritten';
  readonly team: TeamId;
  readonly part: SheetPart;
  readonly text: string;
}

/** A team writes its own sheet, until the brief opens. */
export function decideSheet(state: State, command: Command, by: Stamp['by']): Decision<SheetEvent> {
  if (by.role !== 'table') return refuse('not-yours');
  if ((state.sheets[by.team]?.[command.part] ?? '') === command.text) return accept();
  return accept({ type: 'SheetWritten', team: by.team, part: command.part, text: command.text });
}

export function evolveSheet(sheets: State['sheets'], event: SheetEvent, at: Instant): State['sheets'] {
  const blank = { drama: '', solution: '', implementation: '' };
  const sheet: Sheet = { ...blank, ...sheets[event.team], [event.part]: event.text, at };
  return { ...sheets, [event.team]: sheet };
}
