import { compare, type Fraction, fraction, over, roundHalfUp, toDecimal } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Metric } from '../model/metric.ts';

/** Steps of large numbers: from which value, divided by what, with which sign. */
const STEPS: Readonly<Record<Language, readonly (readonly [bigint, string])[]>> = {
  zh: [
    [100_000_000n, '亿'],
    [10_000n, '万'],
  ],
  en: [
    [1_000_000_000n, 'B'],
    [1_000_000n, 'M'],
    [1_000n, 'K'],
  ],
};

/** A value to every place of its metric, thousands grouped: `1,234,500.00`, `36.50%`, `42`. */
export function exactText(value: Fraction, metric: Pick<Metric, 'unit' | 'decimals'>): string {
  const [whole = '', decimals] = toDecimal(value, metric.decimals).split('.');
  return `${grouped(whole)}${decimals === undefined ? '' : `.${decimals}`}${metric.unit === 'percent' ? '%' : ''}`;
}

/** A value as people say it: `1.2亿`, `9,860万`, `12.35M`, `36.5%`; at most four digits that count, from ten thousand on. */
export function shortText(value: Fraction, metric: Pick<Metric, 'unit' | 'decimals'>, language: Language): string {
  if (metric.unit === 'percent' || metric.unit === 'score') return withoutZeros(exactText(value, metric));
  const magnitude: Fraction = value.n < 0n ? { n: -value.n, d: value.d } : value;
  const step =
    compare(magnitude, fraction(10_000n)) < 0 ? undefined : STEPS[language].find(([from]) => compare(magnitude, fraction(from)) >= 0);
  if (!step) return withoutZeros(exactText(value, metric));
  const scaled = over(value, fraction(step[0])) ?? value;
  return withoutZeros(`${groupedDecimal(scaled, decimalsFor(scaled))}`) + step[1];
}

/** What comes a day: of what is counted in whole pieces, parts of them too: `5.59`. */
export function rateText(value: Fraction, metric: Pick<Metric, 'unit' | 'decimals'>, language: Language): string {
  return shortText(value, metric.unit === 'money' ? metric : { ...metric, decimals: 2 }, language);
}

/** Four digits, but never fewer than the whole part has. */
function decimalsFor(scaled: Fraction): number {
  const whole = roundHalfUp(scaled.n < 0n ? { n: -scaled.n, d: scaled.d } : scaled).toString().length;
  return Math.max(0, Math.min(2, 4 - whole));
}

function groupedDecimal(value: Fraction, decimals: number): string {
  const [whole = '', rest] = toDecimal(value, decimals).split('.');
  return grouped(whole) + (rest === undefined ? '' : `.${rest}`);
}

/** A number of rows: `10,000`. */
export function countText(count: number): string {
  return grouped(String(count));
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function withoutZeros(text: string): string {
  return text.replace(/\.(\d*?)0+(%?)$/, (_, digits: string, sign: string) => (digits === '' ? sign : `.${digits}${sign}`));
}

/** A share as a percent with one decimal: 9/20 is `45.0%`. */
export function percentText(share: Fraction, decimals = 1): string {
  return `${toDecimal({ n: share.n * 100n, d: share.d }, decimals)}%`;
}

/** A share that may not be there: `n/a` where it has no meaning, for nothing is divided by nothing. */
export function shareText(share: Fraction | undefined, language: Language): string {
  return share ? percentText(share) : NOT_APPLICABLE[language];
}

export const NOT_APPLICABLE: Readonly<Record<Language, string>> = { en: 'n/a', zh: '不适用' };

/** A difference with its sign, also where it is above nothing: `+3.2万`; two percents differ by points: `-0.31 pp`, `-0.31百分点`. */
export function signed(text: string, language: Language): string {
  const difference = /^[-0]/.test(text) && !/^0\.\d*[1-9]/.test(text) ? text : `+${text}`;
  return difference.replace(/%$/, language === 'zh' ? '百分点' : ' pp');
}
