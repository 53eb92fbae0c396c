import type { Entry } from './events.ts';
import type { SeatId, TeamId } from './ids.ts';
import { ownReceipt } from './receipt.ts';
import type { State } from './state.ts';
import type { Instant } from './time.ts';

/** A ballot that the minutes must speak of. `late`: it came after its lock and was not admitted. */
export interface Exception {
  readonly at: Instant;
  readonly seat: SeatId;
  readonly team: TeamId;
  readonly kind: 'late' | 'admitted' | 'reopened' | 'paper';
  readonly reason: string | null;
  /** Of one that came late: when the juror made its last mark, by the device's reckoning. */
  readonly madeAt: Instant | null;
  /** Codes of the ballot that counts, before and after; null where it held no mark. */
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The exceptions with what an entry adds. One line for all the marks of a late or paper ballot, a line for each admission and reopening;
 * a reopened ballot is followed until it is closed.
 */
export function noteException(
  exceptions: readonly Exception[],
  before: State,
  after: State,
  { event, at }: Pick<Entry, 'event' | 'at'>,
): readonly Exception[] {
  switch (event.type) {
    case 'LateBallotReceived':
    case 'LateBallotAdmitted':
    case 'BallotReopened':
    case 'BallotClosed':
    case 'PaperBallotKeyed':
      break;
    default:
      return exceptions;
  }
  const { seat, team } = event;
  const own = (kind: Exception['kind']) => exceptions.findLast((one) => one.seat === seat && one.team === team && one.kind === kind);
  const codes = { before: ownReceipt(before, seat, team), after: ownReceipt(after, seat, team) };
  const line = { at, seat, team, reason: null, madeAt: null, ...codes };
  const instead = (old: Exception | undefined, ...lines: readonly Exception[]) => [...exceptions.filter((one) => one !== old), ...lines];
  switch (event.type) {
    case 'LateBallotReceived':
      return instead(own('late'), { ...line, kind: 'late', madeAt: event.madeAt });
    case 'LateBallotAdmitted': {
      const madeAt = before.late[seat]?.[team]?.madeAt ?? null;
      return instead(own('late'), { ...line, kind: 'admitted', reason: event.reason, madeAt });
    }
    case 'BallotReopened':
      return [...exceptions, { ...line, kind: 'reopened', reason: event.reason }];
    case 'BallotClosed': {
      const open = own('reopened');
      return exceptions.map((one) => (one === open ? { ...one, after: codes.after } : one));
    }
    case 'PaperBallotKeyed': {
      const keyed = own('paper');
      return instead(keyed, { ...line, kind: 'paper', before: keyed ? keyed.before : codes.before });
    }
  }
}

/** A ballot that is still open again has the code it has now. */
export const settled = (exceptions: readonly Exception[], state: State): readonly Exception[] =>
  exceptions.map((one, index) => {
    const { seat, team, kind } = one;
    if (kind !== 'reopened' || state.reopened[seat]?.[team]?.closedAt !== null) return one;
    const again = exceptions.slice(index + 1).some((other) => other.kind === kind && other.seat === seat && other.team === team);
    return again ? one : { ...one, after: ownReceipt(state, seat, team) };
  });
