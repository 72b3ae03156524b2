import { type Fraction, parseDecimal, times } from './fraction.ts';
import { parseQuantity } from './quantity.ts';

/**
 * A number as people and programs export it: `¥1,234.50`, `1.234,50` (declared), `(300)`, full-width digits, `1.2万`,
 * `12%` (in points). `empty` for an empty cell and for a dash; undefined when it is no number.
 */
export function parseExportedNumber(text: string, decimal: '.' | ',' = '.'): Fraction | 'empty' | undefined {
  const plain = text.normalize('NFKC').replace(/[\s\u200b']/g, '');
  if (/^[-–—]?$/.test(plain)) return 'empty';
  const bracketed = /^\((.*)\)$/.exec(plain)?.[1];
  const number = readNumber(withoutMarks(bracketed ?? plain), decimal);
  return number && bracketed !== undefined ? times(number, { n: -1n, d: 1n }) : number;
}

function withoutMarks(text: string): string {
  return text.replace(/^([-+]?)(?:[¥$€£₹元]|CNY|RMB|USD|EUR|INR|HK\$|US\$)/, '$1').replace(/(?:元|%)$/, '');
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
  return power >= 0 ? { n: value.n * 10n ** BigInt(power), d: value.d } : { n: value.n, d: value.d * 10n ** BigInt(-power) };
}

/** Marks of thousands stand after every three digits (or after two, as in 1,23,456), or nowhere. */
function isGrouped(whole: string, group: string): boolean {
  if (!whole.includes(group)) return true;
  return group === ',' ? /^-?\d{1,3}(,\d{2,3})*,\d{3}$/.test(whole) : /^-?\d{1,3}(\.\d{2,3})*\.\d{3}$/.test(whole);
}
