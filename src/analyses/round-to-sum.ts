import { type Fraction, minus, powerOfTen, roundHalfUp, sum } from '../model/fraction.ts';

/**
 * Rounds values to so many decimals that they add up to their rounded sum: each is cut, and the quanta left go to the
 * largest remainders, ties to the earlier. Three thirds of 1.00 are 0.34, 0.33, 0.33. `wanted`: a sum that was already
 * rounded elsewhere, up or down, which they then add up to.
 */
export function roundToSum(values: readonly Fraction[], decimals: number, wanted?: Fraction): readonly Fraction[] {
  const scale = powerOfTen(decimals);
  const scaled = values.map((value) => ({ n: value.n * scale, d: value.d }));
  const floors = scaled.map(floor);
  const least = floors.reduce((a, b) => a + b, 0n);
  const total = wanted ? roundHalfUp({ n: wanted.n * scale, d: wanted.d }) : roundHalfUp(sum(scaled));
  const isNear = total >= least && total <= least + BigInt(values.length);
  let left = (isNear ? total : roundHalfUp(sum(scaled))) - least;
  const rests = scaled.map((value, index) => minus(value, { n: floors[index] ?? 0n, d: 1n }));
  const order = rests.map((_, index) => index).sort((a, b) => compareRest(rests[b], rests[a]) || a - b);
  for (const index of order) {
    if (left <= 0n) break;
    floors[index] = (floors[index] ?? 0n) + 1n;
    left--;
  }
  return floors.map((n) => ({ n, d: scale }));
}

function floor({ n, d }: Fraction): bigint {
  const cut = n / d;
  return n < 0n && cut * d !== n ? cut - 1n : cut;
}

function compareRest(a: Fraction | undefined, b: Fraction | undefined): number {
  if (!a || !b) return 0;
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}
