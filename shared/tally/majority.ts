import { write } from './ratio.ts';
import type { Scores } from './standing.ts';
import type { Row, Weighed } from './weighed.ts';

/**
 * Majority judgment on the juror's weighted mark (Balinski & Laraki, PNAS 104, 2007, and Majority Judgment, MIT Press, 2010): the
 * majority-grade is the lower median; equal ones are told apart by the majority-value, which takes the median off again and again.
 * Only equal distributions of grades tie.
 */
export function majorityScores({ rows, totalWeight }: Weighed): Scores {
  const at = (team: number) => rows[team] as Row;
  const grade = (team: number) => at(team).marks[(at(team).marks.length - 1) >> 1] as number;
  return {
    judged: (team) => at(team).marks.length > 0,
    compare: (a, b) => compareMajority(at(a).marks, at(b).marks),
    score: (team) => grade(team) / totalWeight,
    exact: (team) => write({ num: BigInt(grade(team)), den: BigInt(totalWeight) }),
  };
}

/**
 * Compares majority-values of grades sorted upwards. Unequal counts are scaled to their least common multiple: each grade is thought
 * repeated, never copied. Medians leave in turn below and above the middle, so at depth d the two grades that leave next are those at
 * `middle - d` and its mirror image; they change only where a repeated grade ends, which is where the walk stops next.
 */
export function compareMajority(a: readonly number[], b: readonly number[]): number {
  const [timesA, timesB] = multiples(a.length, b.length);
  const total = a.length * timesA;
  const middle = (total - 1) >> 1;
  for (let depth = 0; depth <= middle; ) {
    const [low, high] = [middle - depth, total - 1 - middle + depth];
    const gap = gradeAt(a, timesA, low) - gradeAt(b, timesB, low) || gradeAt(a, timesA, high) - gradeAt(b, timesB, high);
    if (gap !== 0) return gap;
    // Grades are repeated symmetrically about the middle, so the upper ones end at the same depth as the lower ones.
    depth += Math.min((low % timesA) + 1, (low % timesB) + 1);
  }
  return 0;
}

const gradeAt = (grades: readonly number[], times: number, place: number): number => grades[Math.floor(place / times)] as number;

function multiples(a: number, b: number): readonly [number, number] {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return [b / x, a / x];
}
