/** One exchange: our time when asking and when answered, the server's when it received and when it sent. All in milliseconds. */
export interface Exchange {
  readonly asked: number;
  readonly received: number;
  readonly sent: number;
  readonly answered: number;
}

export interface Offset {
  /** Add to our time to have the server's. */
  readonly offset: number;
  /** The estimate is wrong by at most this much: half the smallest round trip that the two legs allow. */
  readonly bound: number;
}

/**
 * The split minimum: the smallest delay of each leg, taken apart over the burst, since the two best legs seldom come in one exchange.
 * A constant asymmetry of the network biases it by half of it and cannot be seen (Mills, RFC 5905, section 8, for the exchange).
 * Null without an exchange.
 */
export function offsetOf(exchanges: readonly Exchange[]): Offset | null {
  if (exchanges.length === 0) return null;
  const out = Math.min(...exchanges.map(({ asked, received }) => received - asked));
  const back = Math.min(...exchanges.map(({ sent, answered }) => answered - sent));
  return { offset: (out - back) / 2, bound: Math.max(0, (out + back) / 2) };
}
