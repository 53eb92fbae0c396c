import { type Place, placeOf } from './cut.ts';
import type { Matrix } from './matrix.ts';
import { METHODS, type Method, scoresOf } from './methods.ts';
import { rank } from './standing.ts';
import { leaveOut, type Weighed, weigh } from './weighed.ts';

/** Where one count puts one team. `place` is null when no number of places is given. */
interface Reading {
  readonly rank: number;
  readonly place: Place | null;
}

/** One team under every method; null where the method refuses the matrix. */
type Readings = Readonly<Record<Method, Reading | null>>;

export interface TeamSensitivity<Team extends string = string, Juror extends string = string> {
  readonly team: Team;
  /** On the whole matrix. */
  readonly whole: Readings;
  /** Without each juror in turn, in the order of the matrix. */
  readonly without: readonly { readonly juror: Juror; readonly readings: Readings }[];
  /** In how many readings it is in, tied across the cut, out. */
  readonly in: number;
  readonly open: number;
  readonly out: number;
  readonly best: number;
  readonly worst: number;
  /** What the readings agree on; null when no number of places is given. */
  readonly verdict: 'always' | 'never' | 'depends' | null;
  /** Methods that place it elsewhere than the official one does, on the whole matrix. */
  readonly methods: readonly Method[];
  /** Jurors without whom some method places it elsewhere than with them, and which methods. */
  readonly jurors: readonly { readonly juror: Juror; readonly methods: readonly Method[] }[];
}

export interface Sensitivity<Team extends string = string, Juror extends string = string> {
  readonly places: number | null;
  /** Methods x (the whole jury + each juror left out), less those refused. */
  readonly readings: number;
  readonly refused: number;
  /** In passing order. */
  readonly teams: readonly TeamSensitivity<Team, Juror>[];
  readonly always: readonly Team[];
  readonly never: readonly Team[];
  /** The deliberation's agenda. */
  readonly depends: readonly Team[];
}

/** Teams put together between two pauses. */
const SLICE = 20;

/** Every team's place under every method, with the whole jury and without each juror in turn. */
export function sensitivity<T extends string, J extends string>(matrix: Matrix<T, J>, places: number | null): Sensitivity<T, J> {
  const steps = sensitivitySteps(matrix, places);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in steps: the whole jury, each juror left out, then the teams, some at a time. After each it pauses with the share done, up to 1, so
 * that the caller can let other work through.
 */
export function* sensitivitySteps<T extends string, J extends string>(
  matrix: Matrix<T, J>,
  places: number | null,
): Generator<number, Sensitivity<T, J>> {
  const count = 1 + matrix.jurors.length + Math.ceil(matrix.teams.length / SLICE);
  let step = 0;
  const weighed = weigh(matrix);
  const columns = [...weighed.columns];
  const reading = sharedReadings();
  const whole = readingsOf(weighed, places, reading);
  yield ++step / count;
  const without: { readonly juror: J; readonly readings: readonly Readings[] }[] = [];
  for (const [j, juror] of matrix.jurors.entries()) {
    const column = matrix.ballots.some((row) => row[j] != null) ? columns.shift() : undefined;
    without.push({ juror, readings: column ? readingsOf(leaveOut(weighed, column), places, reading) : whole });
    yield ++step / count;
  }
  const teams: TeamSensitivity<T, J>[] = [];
  for (const [t, team] of matrix.teams.entries()) {
    const others = without.map(({ juror, readings }) => ({ juror, readings: readings[t] as Readings }));
    teams.push(gather(team, whole[t] as Readings, others));
    if (teams.length % SLICE === 0 || teams.length === matrix.teams.length) yield ++step / count;
  }

  const all = (1 + matrix.jurors.length) * METHODS.length;
  const read = [whole, ...without.map(({ readings }) => readings)];
  const refused = read.reduce((sum, [first]) => sum + METHODS.filter((method) => first?.[method] === null).length, 0);
  const of = (verdict: TeamSensitivity['verdict']) => teams.filter((row) => row.verdict === verdict).map(({ team }) => team);
  return { places, readings: all - refused, refused, teams, always: of('always'), never: of('never'), depends: of('depends') };
}

/** Makes each different reading once: of a large jury there are tens of thousands, and few are different. */
function sharedReadings(): (rank: number, place: Place | null) => Reading {
  const known: Record<'in' | 'open' | 'out' | 'none', Reading[]> = { in: [], open: [], out: [], none: [] };
  return (rank, place) => {
    const list = known[place ?? 'none'];
    const found = list[rank] ?? { rank, place };
    list[rank] = found;
    return found;
  };
}

/** Every method's reading of every team, by index. */
function readingsOf(weighed: Weighed, places: number | null, reading: ReturnType<typeof sharedReadings>): readonly Readings[] {
  const read = (method: Method) => {
    const scores = scoresOf(weighed, method);
    if (!scores) return weighed.rows.map(() => null);
    const ranks = rank(weighed.rows.length, scores);
    return weighed.rows.map((_, t) => {
      const [first, last] = [ranks.rank[t] as number, ranks.last[t] as number];
      return reading(first, places === null ? null : first > ranks.judged ? 'out' : placeOf(first, last, places));
    });
  };
  const [mean, additive, trimmed, majority, borda] = METHODS.map(read);
  return weighed.rows.map((_, t) => ({
    mean: mean?.[t] ?? null,
    additive: additive?.[t] ?? null,
    trimmed: trimmed?.[t] ?? null,
    majority: majority?.[t] ?? null,
    borda: borda?.[t] ?? null,
  }));
}

function gather<T extends string, J extends string>(
  team: T,
  whole: Readings,
  without: TeamSensitivity<T, J>['without'],
): TeamSensitivity<T, J> {
  const counts = { in: 0, open: 0, out: 0 };
  let [best, worst] = [Number.POSITIVE_INFINITY, 0];
  for (const readings of [whole, ...without.map(({ readings }) => readings)])
    for (const method of METHODS) {
      const reading = readings[method];
      if (!reading) continue;
      if (reading.place) counts[reading.place] += 1;
      best = Math.min(best, reading.rank);
      worst = Math.max(worst, reading.rank);
    }
  const differ = (a: Reading | null, b: Reading | null) => a !== null && b !== null && a.place !== b.place;
  return {
    team,
    whole,
    without,
    ...counts,
    best,
    worst,
    verdict: verdictOf(counts),
    methods: METHODS.filter((method) => differ(whole[method], whole.mean)),
    jurors: without
      .map(({ juror, readings }) => ({ juror, methods: METHODS.filter((method) => differ(readings[method], whole[method])) }))
      .filter(({ methods }) => methods.length > 0),
  };
}

function verdictOf(counts: { readonly in: number; readonly open: number; readonly out: number }): TeamSensitivity['verdict'] {
  const all = counts.in + counts.open + counts.out;
  if (all === 0) return null;
  return counts.in === all ? 'always' : counts.out === all ? 'never' : 'depends';
}
