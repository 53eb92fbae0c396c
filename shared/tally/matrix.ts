/**
 * Who marked whom, and how. All methods read this and nothing else.
 *
 * Weights and marks are whole numbers, and the weighted marks of all of a team's ballots add up to less than 2^53: 9,000 jurors, marks up
 * to 1,000,000 and a total weight of 1,000,000 keep to it.
 */
export interface Matrix<Team extends string = string, Juror extends string = string> {
  /** In passing order. */
  readonly teams: readonly Team[];
  readonly jurors: readonly Juror[];
  readonly criteria: readonly { readonly id: string; readonly weight: number }[];
  /** ballots[t][j]: one whole mark per criterion, or null where no whole ballot counts. Never 0 for a missing one. */
  readonly ballots: readonly (readonly (readonly number[] | null)[])[];
}

/** How complete the ballots are. A missing ballot is counted here, and nowhere as 0. */
export interface Coverage<Team extends string = string, Juror extends string = string> {
  readonly given: number;
  readonly possible: number;
  /** given / possible; 1 when nothing was possible. */
  readonly share: number;
  /** Ballots given for each team, and by each juror, in the order of the matrix. */
  readonly byTeam: readonly { readonly team: Team; readonly given: number; readonly missing: number }[];
  readonly byJuror: readonly { readonly juror: Juror; readonly given: number; readonly missing: number }[];
}

export function coverage<T extends string, J extends string>({ teams, jurors, ballots }: Matrix<T, J>): Coverage<T, J> {
  const isGiven = (t: number, j: number) => ballots[t]?.[j] != null;
  const byTeam = teams.map((team, t) => {
    const given = jurors.filter((_, j) => isGiven(t, j)).length;
    return { team, given, missing: jurors.length - given };
  });
  const byJuror = jurors.map((juror, j) => {
    const given = teams.filter((_, t) => isGiven(t, j)).length;
    return { juror, given, missing: teams.length - given };
  });
  const given = byTeam.reduce((sum, row) => sum + row.given, 0);
  const possible = teams.length * jurors.length;
  return { given, possible, share: possible === 0 ? 1 : given / possible, byTeam, byJuror };
}

/** The same matrix as if this juror (by index) had never sat. */
export function withoutJuror<T extends string, J extends string>(matrix: Matrix<T, J>, juror: number): Matrix<T, J> {
  const others = (_: unknown, j: number) => j !== juror;
  return { ...matrix, jurors: matrix.jurors.filter(others), ballots: matrix.ballots.map((row) => row.filter(others)) };
}
