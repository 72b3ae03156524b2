import { currencyOfMark, MONEY_MARKS } from './currency.ts';
import { type Fraction, parseDecimal, powerOfTen, times } from './fraction.ts';
import { parseQuantity } from './quantity.ts';

/**
 * A number as people and programs export it: `¥1,234.50`, `1.234,50` (declared), `(300)`, full-width digits, `1.2万`,
 * `12%` (in points), `200 USD`. `empty` for an empty cell and for a dash; undefined when it is no number.
 */
export function parseExportedNumber(text: string, decimal: '.' | ',' = '.'): Fraction | 'empty' | undefined {
  const { bare, isNegated } = splitAmount(text);
  if (/^[-–—]$/.test(bare) || plainText(text) === '') return 'empty';
  if (!/\d/.test(bare)) return undefined;
  const number = readNumber(bare, decimal);
  return number && isNegated ? times(number, { n: -1n, d: 1n }) : number;
}

/** The currency that an amount names itself, by its code or by a sign that can mean one only: `USD 1,200`, `300 €`. Undefined: none. */
export function currencyOfAmount(text: string, planCurrency: string): string | undefined {
  const { mark } = splitAmount(text);
  return mark === undefined ? undefined : currencyOfMark(mark, planCurrency);
}

interface SplitAmount {
  /** Without marks of money, brackets and blanks. */
  readonly bare: string;
  /** In small letters. */
  readonly mark: string | undefined;
  /** It stands in brackets, as accountants write what is negative. */
  readonly isNegated: boolean;
}

/** What says which money it is stands before the number, after it or on both sides, outside of the brackets or within. */
function splitAmount(text: string): SplitAmount {
  const plain = plainText(text);
  const inside = BRACKETED.exec(plain)?.[1];
  const [, sign = '', before, rest = '', after] = MARKED.exec(inside ?? plain) ?? [];
  const inner = inside === undefined ? BRACKETED.exec(rest)?.[1] : undefined;
  const mark = (before ?? after)?.toLowerCase();
  const bare = `${sign}${inner ?? rest}`.replace(/%$/, '');
  return { bare, mark, isNegated: inside !== undefined || inner !== undefined };
}

const BRACKETED = /^\((.*)\)$/;
const MARK = `(${MONEY_MARKS.map((mark) => mark.replace('$', '\\$')).join('|')})`;
const MARKED = new RegExp(`^([-+]?)${MARK}?(.*?)${MARK}?$`, 'is');

function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b'’]/g, '')
    .replace(/^\u2212/, '-');
}

function readNumber(text: string, decimal: '.' | ','): Fraction | undefined {
  const [group, point] = decimal === ',' ? ['.', ','] : [',', '.'];
  const signed = text.replace(/^\+/, '').replace(/^(.*\d)-$/, '-$1');
  const parts = signed.split(point);
  if (parts.length > 2 || !isGrouped(parts[0] ?? '', group)) return undefined;
  const plain = [(parts[0] ?? '').replaceAll(group, '') || '0', ...parts.slice(1)].join('.');
  return parseDecimal(plain.replace(/^-\./, '-0.').replace(/\.$/, '')) ?? readExponent(plain) ?? parseQuantity(plain)?.value;
}

/** `1.5e3`, as programs write large numbers. */
function readExponent(text: string): Fraction | undefined {
  const match = /^(-?\d+(?:\.\d+)?)[eE]([+-]?\d{1,2})$/.exec(text);
  const value = match && parseDecimal(match[1] ?? '');
  if (!match || !value) return undefined;
  const power = Number(match[2]);
  return power >= 0 ? { n: value.n * powerOfTen(power), d: value.d } : { n: value.n, d: value.d * powerOfTen(-power) };
}

/** Marks of thousands stand after every three digits (or after two, as in 1,23,456), or nowhere. */
function isGrouped(whole: string, group: string): boolean {
  if (!whole.includes(group)) return true;
  return group === ',' ? /^-?\d{1,3}(,\d{2,3})*,\d{3}$/.test(whole) : /^-?\d{1,3}(\.\d{2,3})*\.\d{3}$/.test(whole);
}
