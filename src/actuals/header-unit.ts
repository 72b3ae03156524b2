import { currencyWords, isCurrency } from '../model/currency.ts';
import { type Fraction, powerOfTen } from '../model/fraction.ts';

/** What a header says beside its name: 金额(万元) is amounts of ten thousand yuan each. */
export interface HeaderUnit {
  /** The header without its unit. */
  readonly name: string;
  /** Undefined: it says nothing of how many units one is. */
  readonly scale: Fraction | undefined;
  /** ISO 4217; undefined: it names no currency. */
  readonly currency: string | undefined;
}

const ZEROS: Readonly<Record<string, number>> = {
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  k: 3,
  thousand: 3,
  thousands: 3,
  m: 6,
  mn: 6,
  mio: 6,
  million: 6,
  millions: 6,
  bn: 9,
  billion: 9,
  billions: 9,
};
/** The name and the unit of a header: in brackets, after a slash or a comma at its end (金额/万元, Sales (USD k), Revenue, $ million). */
export function headerUnit(header: string, planCurrency: string): HeaderUnit {
  const plain = header.normalize('NFKC').trim();
  const bracketed = /^(.+?)\s*[([【]([^()[\]【】]*)[)\]】]$/.exec(plain);
  const separated = /^(.+?)\s*[/,:]\s*([^/,:]+)$/.exec(plain);
  for (const [, name = '', unit = ''] of [bracketed, separated].filter((found) => found !== null)) {
    const read = readUnit(unit.toLowerCase().replace(/^(单位|unit|in)\s*:?\s*/, ''), planCurrency);
    if (read) return { name, ...read };
  }
  return { name: bracketed?.[1] ?? plain, scale: undefined, currency: undefined };
}

function readUnit(unit: string, planCurrency: string): Omit<HeaderUnit, 'name'> | undefined {
  const plain = unit.replace(/[\s.]+/g, '').replace(/^(mio|mn|m|k|bn)([a-z]{3})$/, '$2$1');
  for (const [word, currency] of currencyWords(planCurrency)) {
    if (!plain.includes(word)) continue;
    const rest = plain.replace(word, '');
    if (rest === '' || Object.hasOwn(ZEROS, rest)) return { scale: scaleOf(ZEROS[rest] ?? 0), currency };
  }
  const code = /^([a-z]{3})(.*)$/.exec(plain);
  if (code && isCurrency(code[1] ?? '') && (code[2] === '' || Object.hasOwn(ZEROS, code[2] ?? ''))) {
    return { scale: scaleOf(ZEROS[code[2] ?? ''] ?? 0), currency: (code[1] ?? '').toUpperCase() };
  }
  return Object.hasOwn(ZEROS, plain) ? { scale: scaleOf(ZEROS[plain] ?? 0), currency: undefined } : undefined;
}

function scaleOf(zeros: number): Fraction {
  return { n: powerOfTen(zeros), d: 1n };
}
