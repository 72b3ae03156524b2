import { decimalText, type Fraction, powerOfTen } from '../../model/fraction.ts';
import type { Span } from '../record-reader.ts';

/** A decimal number, and what several add up to: safe integers where they suffice, large ones beyond. */
export interface ExactSum {
  units: number | bigint;
  decimals: number;
}

/** So many digits are a safe integer. */
const SAFE_DIGITS = 15;
const [ZERO, NINE, POINT, MINUS, BLANK] = [0x30, 0x39, 0x2e, 0x2d, 0x20];

/** Reads a plain decimal (`-12.340`, blanks around it left aside) into `number`; false when it is none. */
export function readExact({ bytes, from, to }: Span, number: ExactSum): boolean {
  let at = from;
  let end = to;
  while (at < end && (bytes[at] ?? 0) <= BLANK) at++;
  while (at < end && (bytes[end - 1] ?? 0) <= BLANK) end--;
  const isNegative = bytes[at] === MINUS && at < end;
  if (isNegative) at++;
  let units = 0;
  let digits = 0;
  let point = -1;
  for (; at < end; at++) {
    const code = bytes[at] ?? 0;
    if (code >= ZERO && code <= NINE) {
      units = units * 10 + code - ZERO;
      digits++;
    } else if (code === POINT && point < 0 && digits > 0) point = at;
    else return false;
  }
  if (digits === 0 || point === end - 1) return false;
  number.decimals = point < 0 ? 0 : end - point - 1;
  number.units = digits > SAFE_DIGITS ? largeOf(bytes, from, end) : units;
  if (isNegative) number.units = -number.units;
  return true;
}

function largeOf(bytes: Uint8Array, from: number, to: number): bigint {
  return BigInt(Buffer.from(bytes.subarray(from, to)).toString('latin1').replace(/[-.]/g, ''));
}

export function addTo(total: ExactSum, number: ExactSum): void {
  if (total.decimals === number.decimals && typeof total.units === 'number' && typeof number.units === 'number') {
    const sum = total.units + number.units;
    if (!Number.isSafeInteger(sum)) total.units = BigInt(total.units) + BigInt(number.units);
    else total.units = sum;
  } else addScaled(total, number);
}

function addScaled(total: ExactSum, { units, decimals }: ExactSum): void {
  const most = Math.max(total.decimals, decimals);
  const [left, right] = [scaled(total.units, most - total.decimals), scaled(units, most - decimals)];
  const sum = typeof left === 'number' && typeof right === 'number' ? left + right : Number.NaN;
  total.units = Number.isSafeInteger(sum) ? sum : BigInt(left) + BigInt(right);
  total.decimals = most;
}

/** The number as a fraction, without zeros beyond hundredths: they make fractions large and say nothing. */
export function fractionOf({ units, decimals }: ExactSum): Fraction {
  let [n, places] = [BigInt(units), decimals];
  for (; places > 2 && n % 10n === 0n; places--) n /= 10n;
  return { n, d: powerOfTen(places) };
}

/** A total as an exact sum; of decimal text a new one. */
export function exactOf(total: string | ExactSum): ExactSum {
  if (typeof total !== 'string') return total;
  const point = total.indexOf('.');
  if (point < 0) return { units: BigInt(total), decimals: 0 };
  return { units: BigInt(total.slice(0, point) + total.slice(point + 1)), decimals: total.length - point - 1 };
}

export function textOfExact({ units, decimals }: ExactSum): string {
  return decimalText(units, decimals);
}

function scaled(units: number | bigint, zeros: number): number | bigint {
  if (zeros === 0) return units;
  const product = typeof units === 'number' ? units * 10 ** zeros : Number.NaN;
  return Number.isSafeInteger(product) ? product : BigInt(units) * powerOfTen(zeros);
}
