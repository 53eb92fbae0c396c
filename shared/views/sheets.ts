import type { TeamId } from '../ids.ts';
import type { Sheet, State } from '../state.ts';

/** Team sheets, for the jury and the coaches. */
export interface SheetsView {
  readonly sheets: readonly ({ readonly team: TeamId } & Sheet)[];
}

export function sheetsView({ setup, sheets }: State): SheetsView {
  return {
    sheets: setup.teams.flatMap(({ id }) => {
      const sheet = sheets[id];
      return sheet ? [{ team: id, drama: sheet.drama, solution: sheet.solution, implementation: sheet.implementation, at: sheet.at }] : [];
    }),
  };
}
