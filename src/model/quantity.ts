import { type Fraction, powerOfTen } from './fraction.ts';

const MULTIPLES: Readonly<Record<string, bigint>> = {
  '': 1n,
  k: 1_000n,
  K: 1_000n,
  M: 1_000_000n,
  B: 1_000_000_000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  万亿: 1_000_000_000_000n,
};
const QUANTITY = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+(?:_\d+)*)(?:\.(\d+))?(k|K|M|B|万亿|百万|千万|万|亿)?(?: ([A-Z]{3}))?$/;
const PERCENT = /^([+-]?)(\d+)(?:\.(\d+))?%$/;

/** An exact number as people write it, with the currency's code where one is given. */
export interface Quantity {
  readonly value: Fraction;
  readonly currency: string | undefined;
}

/**
 * Reads `120000000`, `120_000_000`, `1,200`, `120M`, `1.5k`, `2B`, `9800万`, `1.2亿`, `1200 USD`; undefined when it is none.
 * `1.2亿` is 120000000 exactly: no float is made on the way.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const match = QUANTITY.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', decimals = '', multiple = '', currency] = match;
  const digits = BigInt(whole.replace(/[,_]/g, '') + decimals) * (MULTIPLES[multiple] ?? 1n);
  return { value: { n: sign === '-' ? -digits : digits, d: powerOfTen(decimals.length) }, currency };
}

/** Reads `45%` as 45/100; undefined when it is no percent. */
export function parsePercent(text: string): Fraction | undefined {
  const match = PERCENT.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', decimals = ''] = match;
  const digits = BigInt(whole + decimals);
  return { n: sign === '-' ? -digits : digits, d: 100n * powerOfTen(decimals.length) };
}
