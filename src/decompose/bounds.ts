import type { Amount } from '../model/amount.ts';
import { compare, type Fraction, minus, NOUGHT, over, plus, sum, times } from '../model/fraction.ts';

/** Least and most of each child, in quanta; undefined where there is none. */
export interface Bounds {
  readonly min: readonly (Fraction | undefined)[];
  readonly max: readonly (Fraction | undefined)[];
}

/**
 * What each child gets when `total` is shared by weights and every child keeps within its bounds: children that would
 * break one are set at it, the others share what is left by their own weights, until all hold. The caller has made sure
 * that Σ min ≤ total ≤ Σ max.
 */
export function shareWithin(total: Fraction, weights: readonly Fraction[], { min, max }: Bounds): readonly Fraction[] {
  const set: (Fraction | undefined)[] = weights.map(() => undefined);
  for (;;) {
    const free = weights.map((_, index) => index).filter((index) => set[index] === undefined);
    const left = minus(total, sum(set.map((value) => value ?? NOUGHT)));
    const weight = sum(free.map((index) => weights[index] ?? NOUGHT));
    const wish = (index: number) =>
      over(times(left, weights[index] ?? NOUGHT), weight) ?? { n: left.n, d: left.d * BigInt(free.length || 1) };
    const broken = free
      .map((index) => ({ index, at: limited(wish(index), min[index], max[index]), by: wish(index) }))
      .filter(({ at, by }) => compare(at, by) !== 0);
    if (broken.length === 0) return weights.map((_, index) => set[index] ?? wish(index));
    const excess = broken.reduce((over, { at, by }) => plus(over, minus(at, by)), NOUGHT);
    const raised = broken.filter(({ at, by }) => compare(at, by) > 0);
    const lowered = broken.filter(({ at, by }) => compare(at, by) < 0);
    for (const { index, at } of excess.n > 0n ? raised : excess.n < 0n ? lowered : broken) set[index] = at;
  }
}

function limited(value: Fraction, min: Fraction | undefined, max: Fraction | undefined): Fraction {
  if (min && compare(value, min) < 0) return min;
  return max && compare(value, max) > 0 ? max : value;
}

/**
 * Which multiples the parts of a total are to be, and the bounds in such multiples: a least of 25 in tens is 30. Where
 * the bounds leave no room for that they go before round numbers: then the quantum is 1.
 */
export function roundingOf(quantum: number | bigint, total: Amount, bounds: Bounds | undefined) {
  if (!bounds) return { quantum, within: undefined };
  const narrow = narrowed(bounds, BigInt(quantum));
  return fits(narrow, { n: BigInt(total), d: 1n }) ? { quantum, within: narrow } : { quantum: 1, within: narrowed(bounds, 1n) };
}

function narrowed({ min, max }: Bounds, quantum: bigint): Bounds {
  const down = (bound: Fraction) => bound.n / (bound.d * quantum) - (bound.n % (bound.d * quantum) < 0n ? 1n : 0n);
  const least = (bound: Fraction | undefined) => bound && { n: -down({ n: -bound.n, d: bound.d }) * quantum, d: 1n };
  const most = (bound: Fraction | undefined) => bound && { n: down(bound) * quantum, d: 1n };
  return { min: min.map(least), max: max.map(most) };
}

function fits({ min, max }: Bounds, total: Fraction): boolean {
  if (min.some((least, index) => least && max[index] && compare(least, max[index] ?? least) > 0)) return false;
  if (compare(sum(min.map((bound) => bound ?? NOUGHT)), total) > 0) return false;
  return max.some((bound) => bound === undefined) || compare(sum(max.map((bound) => bound ?? NOUGHT)), total) >= 0;
}
