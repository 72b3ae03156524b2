import type { Brand } from './brand.ts';

/**
 * A whole number of a metric's quantum (money: the currency's minor unit; count: 1; percent: 0.01 %).
 * Canonical: a safe integer where it fits, a bigint beyond 2^53, so `<`, `>` and `===` work between any two.
 * Only the functions of this file make one.
 */
export type Amount = Brand<number | bigint, 'Amount'>;

/** The amount of `units` quanta. Throws RangeError on a number that is no safe integer (a programming mistake). */
export function amount(units: number | bigint): Amount {
  if (typeof units === 'bigint') return canonical(units);
  if (!Number.isSafeInteger(units)) throw new RangeError(`not a whole number of quanta: ${units}`);
  return (units === 0 ? 0 : units) as Amount;
}

export const ZERO: Amount = amount(0);

export function addAmounts(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum as Amount;
  }
  return canonical(BigInt(a) + BigInt(b));
}

export function subtractAmounts(a: Amount, b: Amount): Amount {
  return addAmounts(a, negateAmount(b));
}

export function negateAmount(a: Amount): Amount {
  return typeof a === 'number' ? amount(-a) : canonical(-a);
}

export function sumAmounts(amounts: Iterable<Amount>): Amount {
  let total = ZERO;
  for (const each of amounts) total = addAmounts(total, each);
  return total;
}

/** Negative, zero or positive, as for `Array.prototype.sort`. */
export function compareAmounts(a: Amount, b: Amount): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function canonical(units: bigint): Amount {
  const small = Number(units);
  return (Number.isSafeInteger(small) ? small : units) as Amount;
}
