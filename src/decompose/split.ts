import { type Amount, amount, ZERO } from '../model/amount.ts';
import { type Fraction, gcd } from '../model/fraction.ts';

/**
 * Weights brought to whole numbers once, so that splits need no fractions. `units` and `total` are in proportion to
 * `fractions`; `small` ones are safe integers. Made by `weigh` only.
 */
export interface Weights {
  readonly fractions: readonly Fraction[];
  readonly units: readonly (number | bigint)[];
  readonly total: number | bigint;
  /** What is left of a total once every child has its weight so many times → how that is split. Filled as it is met. */
  readonly known: (readonly number[] | undefined)[];
}

/** Whole-number weights in proportion to fractions. None may be negative. */
export function weigh(fractions: readonly Fraction[]): Weights {
  const common = fractions.reduce((shared, each) => (shared * each.d) / gcd(shared, each.d), 1n);
  const scaled = fractions.map((each) => each.n * (common / each.d));
  const shared = scaled.reduce(gcd, 0n) || 1n;
  const units = scaled.map((each) => narrow(each / shared));
  return { fractions, units, total: narrow(scaled.reduce((a, b) => a + b, 0n) / shared), known: [] };
}

/**
 * Splits a total exactly by largest remainder: each child gets the floor of its exact share, what is left goes one
 * quantum each to the largest remainders, ties to the earlier child. 10000 in three even parts is 3334, 3333, 3333.
 * With a `quantum` above 1 the parts are its multiples, but for one: what the quanta leave of the total goes to the child
 * next in that order. A negative total is split as its magnitude. Weights must not all be nothing.
 */
export function splitAmount(total: Amount, weights: Weights, quantum: number | bigint = 1): Amount[] {
  if (total < 0) return splitAmount(amount(-BigInt(total)), weights, quantum).map((part) => amount(-BigInt(part)));
  const whole = weights.total;
  if (typeof total === 'number' && typeof whole === 'number' && typeof quantum === 'number') {
    if (whole * whole * quantum <= Number.MAX_SAFE_INTEGER) return splitSafe(total, weights, whole, quantum);
  }
  return splitBig(BigInt(total), weights.units.map(BigInt), BigInt(whole), BigInt(quantum));
}

/** What rounding added to the floor of a child's exact share: `part` is its part of `total`. */
export function placedBy(total: Amount, weights: Weights, index: number, part: Amount): Amount {
  const [units, whole] = [weights.units[index] ?? 0, weights.total];
  if (typeof total === 'number' && typeof units === 'number' && typeof whole === 'number' && typeof part === 'number') {
    const product = total * units;
    if (total >= 0 && whole > 0 && product <= Number.MAX_SAFE_INTEGER) return amount(part - Math.floor(product / whole));
  }
  if (BigInt(whole) === 0n) return ZERO;
  return amount(BigInt(part) - (BigInt(total) * BigInt(units)) / BigInt(whole));
}

/** Above this many children remainders are ranked by sorting, below by looking for the next largest. */
const FEW = 32;

let remainders = new Float64Array(64);

/** Splits of what is left are kept for weights that have no more of them than this, all children counted. */
const KEPT = 65_536;

/**
 * Of a total each child first gets its weight as often as the sum of weights goes into it; remainders and ties are those of
 * what is left, which is less than that sum, comes again and again, and is split once.
 */
function splitSafe(total: number, weights: Weights, whole: number, quantum: number): Amount[] {
  const { units } = weights;
  const step = whole * quantum;
  const left = total % step;
  const times = ((total - left) / step) * quantum;
  const rest = quantum === 1 && whole * units.length <= KEPT ? keptSplit(left, weights, whole) : splitRest(left, units, whole, quantum);
  const parts = new Array<Amount>(units.length);
  for (let index = 0; index < parts.length; index++) parts[index] = (times * Number(units[index]) + (rest[index] ?? 0)) as Amount;
  return parts;
}

function keptSplit(left: number, weights: Weights, whole: number): readonly number[] {
  const known = weights.known[left];
  if (known) return known;
  if (weights.known.length === 0) weights.known.length = whole;
  const rest = splitRest(left, weights.units, whole, 1);
  weights.known[left] = rest;
  return rest;
}

/** `units` are safe integers whenever their total is. */
function splitRest(total: number, units: readonly (number | bigint)[], whole: number, quantum: number): number[] {
  const count = units.length;
  if (remainders.length < count) remainders = new Float64Array(2 * count);
  const parts = new Array<number>(count);
  const step = whole * quantum;
  let left = total;
  for (let index = 0; index < count; index++) {
    const product = total * Number(units[index]);
    const rest = product % step;
    const floor = ((product - rest) / step) * quantum;
    remainders[index] = rest;
    parts[index] = floor;
    left -= floor;
  }
  if (left === 0) return parts;
  return count <= FEW ? placeFew(parts, left, quantum) : placeMany(parts, left, quantum);
}

function placeFew(parts: number[], total: number, quantum: number): number[] {
  for (let left = total; left > 0; left -= quantum) {
    let best = 0;
    for (let index = 1; index < parts.length; index++) {
      if ((remainders[index] ?? 0) > (remainders[best] ?? 0)) best = index;
    }
    remainders[best] = -1;
    parts[best] = (parts[best] ?? 0) + Math.min(quantum, left);
  }
  return parts;
}

/** All above the threshold get a quantum, then those at it from the first on; what is less than a quantum goes to the last of them. */
function placeMany(parts: number[], left: number, quantum: number): number[] {
  const places = Math.ceil(left / quantum);
  const rank = remainders.slice(0, parts.length).sort();
  const threshold = rank[parts.length - places] ?? 0;
  let ties = places - (parts.length - upperBound(rank, threshold));
  let lastTie = 0;
  for (let index = 0; index < parts.length; index++) {
    const remainder = remainders[index] ?? 0;
    if (remainder < threshold || (remainder === threshold && ties-- <= 0)) continue;
    if (remainder === threshold) lastTie = index;
    parts[index] = (parts[index] ?? 0) + quantum;
  }
  parts[lastTie] = (parts[lastTie] ?? 0) - (places * quantum - left);
  return parts;
}

/** How many of the sorted values are at most `value`. */
function upperBound(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function splitBig(total: bigint, units: readonly bigint[], whole: bigint, quantum: bigint): Amount[] {
  const step = whole * quantum;
  const floors = units.map((each) => (total * each) / step);
  const rest = units.map((each, index) => total * each - (floors[index] ?? 0n) * step);
  const order = rest.map((_, index) => index).sort((a, b) => compareBig(rest[b] ?? 0n, rest[a] ?? 0n) || a - b);
  const parts = floors.map((floor) => floor * quantum);
  let left = total - parts.reduce((a, b) => a + b, 0n);
  for (const index of order) {
    if (left <= 0n) break;
    const placed = left < quantum ? left : quantum;
    parts[index] = (parts[index] ?? 0n) + placed;
    left -= placed;
  }
  return parts.map(amount);
}

function compareBig(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function narrow(value: bigint): number | bigint {
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}
