import { type Amount, amount } from './amount.ts';

/**
 * An exact fraction: rates, shares, weights, prorated targets, sums of facts. `d` is positive; not reduced until it
 * grows past 256 bits. Values counted in a metric are fractions of its **unit** (1 = one yuan, one piece, one percentage
 * point) unless a name says quanta.
 */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

export const NOUGHT: Fraction = { n: 0n, d: 1n };
export const ONE: Fraction = { n: 1n, d: 1n };

/** Throws RangeError for a zero denominator: callers ask `isNought` first, a division by nothing is «n/a». */
export function fraction(n: bigint | number, d: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  if (bottom === 0n) throw new RangeError('division by nothing');
  return bottom < 0n ? { n: -top, d: -bottom } : { n: top, d: bottom };
}

/** `powerOfTen(2)` is 100. Asked for with every amount, so that small ones are kept. */
export function powerOfTen(places: number): bigint {
  return POWERS[places] ?? 10n ** BigInt(places);
}

const POWERS = [1n, 10n, 100n, 1000n, 10_000n, 100_000n, 1_000_000n];

export function isNought(a: Fraction): boolean {
  return a.n === 0n;
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d };
  if (b.d % a.d === 0n) return { n: a.n * (b.d / a.d) + b.n, d: b.d };
  return trim(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { n: -b.n, d: b.d });
}

export function times(a: Fraction, b: Fraction): Fraction {
  if (b === ONE) return a;
  return trim(a.n * b.n, a.d * b.d);
}

/** Undefined when `b` is nothing. */
export function over(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.n === 0n) return undefined;
  const sign = b.n < 0n ? -1n : 1n;
  return trim(a.n * b.d * sign, a.d * b.n * sign);
}

export function sum(values: readonly Fraction[]): Fraction {
  const total: Sum = { n: 0n, d: 1n };
  for (const each of values) add(total, each);
  return total;
}

/** What is added up in place: many facts make few sums. */
interface Sum {
  n: bigint;
  d: bigint;
}

/** Adds to the sum of a key. */
export function addTo<Key>(sums: Map<Key, Sum>, key: Key, value: Fraction): void {
  const total = sums.get(key);
  if (total) add(total, value);
  else sums.set(key, { n: value.n, d: value.d });
}

function add(total: Sum, value: Fraction): void {
  if (total.d === value.d) total.n += value.n;
  else Object.assign(total, plus(total, value));
}

export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The nearest whole number, halves away from zero («half up» as people round money). `roundHalfUp(-5/2)` is -3. */
export function roundHalfUp(a: Fraction): bigint {
  const magnitude = a.n < 0n ? -a.n : a.n;
  const rounded = (2n * magnitude + a.d) / (2n * a.d);
  return a.n < 0n ? -rounded : rounded;
}

/** The amount nearest to `value` units of a metric with `decimals` places: `toAmount(33.335, 2)` is 3334 quanta. */
export function toAmount(value: Fraction, decimals: number): Amount {
  return amount(roundHalfUp({ n: value.n * powerOfTen(decimals), d: value.d }));
}

/** The units that `quanta` of a metric with `decimals` places are: `fromAmount(3334, 2)` is 33.34. */
export function fromAmount(quanta: Amount, decimals: number): Fraction {
  return { n: BigInt(quanta), d: powerOfTen(decimals) };
}

/** A value as it is shown with so many decimals, half up: `rounded(66.666…, 2)` is 66.67. */
export function rounded(value: Fraction, decimals: number): Fraction {
  return fromAmount(toAmount(value, decimals), decimals);
}

/** What a reader finds who subtracts two shown values: 1151.305 − 428.881 is 1151.31 − 428.88 = 722.43, not 722.42. */
export function shownDifference(a: Fraction, b: Fraction, decimals: number): Fraction {
  return minus(rounded(a, decimals), rounded(b, decimals));
}

/** A float for statistics, bars and ratios that are shown: never goes back into an amount. */
export function toFloat(a: Fraction): number {
  const whole = a.n / a.d;
  const rest = ((a.n - whole * a.d) * 10n ** 17n) / a.d;
  return Number(whole) + Number(rest) / 1e17;
}

/** Fixed-point text, rounded once, half up: `toDecimal(200/3, 2)` is `66.67`. No exponent, no separators. */
export function toDecimal(value: Fraction, decimals: number): string {
  return decimalText(roundHalfUp({ n: value.n * powerOfTen(decimals), d: value.d }), decimals);
}

/** `decimalText(3334n, 2)` is `33.34`. */
export function decimalText(quanta: bigint | number, decimals: number): string {
  if (typeof quanta === 'number' && quanta >= 0 && decimals < SCALES.length) return shortText(quanta, decimals);
  const units = BigInt(quanta);
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const sign = units < 0n ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const SCALES = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000];

/** Safe integers without a detour over bigint: the remainder is exact, and so is the division without it. */
function shortText(quanta: number, decimals: number): string {
  if (decimals === 0) return String(quanta);
  const scale = SCALES[decimals] ?? 1;
  const rest = quanta % scale;
  return `${(quanta - rest) / scale}.${String(rest + scale).slice(1)}`;
}

/** Reads plain decimal text (`-12.340`); undefined when it is none. */
export function parseDecimal(text: string): Fraction | undefined {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return { n: BigInt(text), d: 1n };
  return { n: BigInt(text.slice(0, point) + text.slice(point + 1)), d: powerOfTen(text.length - point - 1) };
}

const LIMIT = 1n << 256n;

function trim(n: bigint, d: bigint): Fraction {
  if (d < LIMIT) return { n, d };
  const shared = gcd(n < 0n ? -n : n, d) || 1n;
  return { n: n / shared, d: d / shared };
}

/** The greatest common divisor of two numbers that are not negative; `gcd(0, 0)` is 0. */
export function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
