import type { DeliberationView } from '../../../shared/views/jury.ts';
import type { Views } from '../../shared.ts';
import { list as words } from '../../text/list.ts';

/** What still keeps the list from being closed, as its button says it; null when nothing does. The server decides. */
export function closingFault(
  { places, motions, open, quorum, departures }: DeliberationView,
  list: readonly string[],
  reopened: Views['presidency']['reopened'],
): string | null {
  const { faults } = words;
  if (motions.some(({ closed }) => closed === null)) return faults.motion;
  if (motions.some(({ awaitsCastingVote }) => awaitsCastingVote)) return faults.casting;
  if (list.length < places) return faults.short(list.length);
  if (reopened.some(({ closedAt }) => closedAt === null)) return faults.ballot;
  if (open.length > 0) return faults.tie;
  if (!quorum.met) return faults.quorum;
  return departures.some(({ motion }) => motion === null) ? faults.departure : null;
}
