import type { Quorum } from '../../../shared/attendance.ts';
import { bench } from '../../text/bench.ts';

/** Whether the jury may decide; where it may not, what is lacking. */
export function quorumWords({ present, of, needed, met, colleges }: Quorum): string {
  if (met) return bench.quorumMet(present, of);
  const short = colleges.find((college) => college.present < college.needed);
  if (present >= needed && short) return bench.quorumCollege(short.college, short.present, short.needed);
  return bench.quorumBroken(present, needed);
}
