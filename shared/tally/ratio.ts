/** An exact fraction; the denominator is positive. Not kept in lowest terms: only its writing is. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

export const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

export const plus = (a: Ratio, b: Ratio): Ratio =>
  a.den === b.den ? { num: a.num + b.num, den: a.den } : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };

/** Positive when a is the greater, 0 only when they are equal. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const gap = a.num * b.den - b.num * a.den;
  return gap > 0n ? 1 : gap < 0n ? -1 : 0;
}

/** Compares a/b with c/d, for whole numbers and positive b and d, exactly: in BigInt when a product passes 2^53. */
export function compareFractions(a: number, b: number, c: number, d: number): number {
  const [left, right] = [a * d, c * b];
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  return compareRatios({ num: BigInt(a), den: BigInt(b) }, { num: BigInt(c), den: BigInt(d) });
}

/** "157/50", in lowest terms; "3" when whole. */
export function write({ num, den }: Ratio): string {
  const common = gcd(num, den) || 1n;
  return den === common ? `${num / common}` : `${num / common}/${den / common}`;
}

/** The number nearest to the fraction, however long its terms: 17 significant digits are kept before the last division. */
export function nearest({ num, den }: Ratio): number {
  if (num < 0n) return -nearest({ num: -num, den });
  const excess = BigInt(Math.max(0, num.toString(2).length - 1000, den.toString(2).length - 1000));
  return Number(num >> excess) / Number(den >> excess);
}
