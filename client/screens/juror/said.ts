import type { OwnBallot } from '../../../shared/views/seat.ts';
import type { Link, Outbox } from '../../room.ts';
import type { TimedValue } from '../../time.svelte.ts';
import { keptMarks } from './own.ts';

/** What the place of a "Valider" button says instead: where this ballot's marks are. */
export type Said =
  | { readonly is: 'kept'; readonly count: number; readonly since: number }
  | { readonly is: 'cut-off' }
  | { readonly is: 'sending' }
  | { readonly is: 'closed'; readonly receipt: string | null }
  | { readonly is: 'recorded'; readonly at: number | null; readonly receipt: string | null; readonly missing: number };

/** A mark usually is recorded before one could read that it is on its way. */
const PATIENCE = 700;

export function saidOf(
  ballot: Pick<OwnBallot, 'at' | 'locked' | 'receipt'>,
  missing: number,
  link: Pick<Link, 'state'>,
  pending: Outbox['pending'],
  now: number,
): TimedValue<Said> {
  const kept = keptMarks(pending);
  if (link.state !== 'live') return { value: kept ? { is: 'kept', ...kept } : { is: 'cut-off' }, next: null };
  const waited = kept && now - kept.since;
  if (waited !== null && waited >= PATIENCE) return { value: { is: 'sending' }, next: null };
  const next = waited === null ? null : PATIENCE - waited;
  if (ballot.locked) return { value: { is: 'closed', receipt: ballot.receipt }, next };
  return { value: { is: 'recorded', at: ballot.at, receipt: ballot.receipt, missing }, next };
}
