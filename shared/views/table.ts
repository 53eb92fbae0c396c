import type { TeamId } from '../ids.ts';
import { SHEET_LIMIT } from '../sheet.ts';
import type { State } from '../state.ts';
import type { Instant } from '../time.ts';

/** A table's own: its team, and its sheet, which it may write until the brief opens. */
export interface TableView {
  readonly team: TeamId;
  readonly sheet: { readonly drama: string; readonly solution: string; readonly implementation: string };
  readonly savedAt: Instant | null;
  readonly writable: boolean;
  readonly limit: number;
}

export function tableView({ sheets, course }: State, team: TeamId): TableView {
  const sheet = sheets[team];
  return {
    team,
    sheet: { drama: sheet?.drama ?? '', solution: sheet?.solution ?? '', implementation: sheet?.implementation ?? '' },
    savedAt: sheet?.at ?? null,
    writable: course.phase === 'set-up',
    limit: SHEET_LIMIT,
  };
}
