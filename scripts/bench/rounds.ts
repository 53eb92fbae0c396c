/** One thing measured beside its floor: the least work that could have the same shape. */
export interface Race {
  readonly name: string;
  readonly ours: () => void;
  readonly floor: () => void;
  /** How often each is done in one sample, so that a short one outlasts the clock's grain. */
  readonly times: { readonly ours: number; readonly floor: number };
  readonly rounds: { readonly full: number; readonly quick: number };
  /** In words, for the table; and whether the figures meet it. */
  readonly goal: string;
  readonly met: (ours: Figures, floor: Figures) => boolean;
}

/** Milliseconds for one. */
interface Figures {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** A line of the result; figures in milliseconds, `ours` and `floor` being medians. */
export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly p99: number;
  readonly max: number;
  readonly floor: number;
  readonly ratio: number;
  readonly goal: string;
  readonly met: boolean;
}

/** Runs both in turn, round after round, so that a slow moment of the machine falls on both. The first tenth warms up and is not counted. */
export function run({ name, ours, floor, times, rounds, goal, met }: Race, quick: boolean): Row {
  const count = quick ? rounds.quick : rounds.full;
  const warmUp = Math.ceil(count / 10);
  const [mine, least]: [number[], number[]] = [[], []];
  for (let round = 0; round < count + warmUp; round += 1) {
    const sample = [timed(ours, times.ours), timed(floor, times.floor)] as const;
    if (round < warmUp) continue;
    mine.push(sample[0]);
    least.push(sample[1]);
  }
  const [a, b] = [figures(mine), figures(least)];
  return { name, ours: a.p50, p99: a.p99, max: a.max, floor: b.p50, ratio: a.p50 / b.p50, goal, met: met(a, b) };
}

function timed(work: () => void, times: number): number {
  const start = performance.now();
  for (let k = 0; k < times; k += 1) work();
  return (performance.now() - start) / times;
}

function figures(samples: readonly number[]): Figures {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
