import type { Position, Status } from '../analyses/index.ts';
import { type Fraction, toDecimal, toFloat } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Metric } from '../model/metric.ts';
import type { Cell, Tone } from '../model/report.ts';
import { NOT_APPLICABLE, percentText, shareText, shortText, signed } from '../text/numbers.ts';
import { reportText } from '../text/report-text.ts';

/** A value of a metric as JSON has it: decimal text in the metric's unit; null where there is none. */
export function decimal(value: Fraction | null | undefined, metric: Pick<Metric, 'decimals'>): string | null {
  return value ? toDecimal(value, metric.decimals) : null;
}

/** A ratio as JSON has it, to seven places. */
export function ratio(value: Fraction | undefined): number | null {
  return value ? Number(toDecimal(value, 7)) : null;
}

/** A position as JSON has it. */
export function positionData(position: Position, metric: Metric) {
  return {
    target: decimal(position.target, metric),
    actual: decimal(position.actual, metric),
    expected: decimal(position.expected, metric),
    attainment: ratio(position.attainment),
    pace: ratio(position.pace),
    variance: decimal(position.variance, metric),
    status: position.status,
  };
}

export function amountCell(value: Fraction | null | undefined, metric: Metric, language: Language): Cell {
  return value ? { text: shortText(value, metric, language), exact: toDecimal(value, metric.decimals) } : '–';
}

/** A ratio as a percent; machines read it as JSON has it. */
export function shareCell(share: Fraction | undefined, language: Language): Cell {
  return { text: shareText(share, language), exact: share ? toDecimal(share, 7) : '' };
}

export function varianceCell(value: Fraction | null | undefined, metric: Metric, language: Language): Cell {
  if (!value) return '–';
  const text = signed(shortText(value, metric, language), language);
  return { text, tone: isBetter(value, metric) ? 'good' : 'bad', exact: toDecimal(value, metric.decimals) };
}

/** A difference is on the good side, or nought. */
export function isBetter(value: Fraction, { better }: Metric): boolean {
  return better.is === 'lower' || better.is === 'below' ? value.n <= 0n : value.n >= 0n;
}

const TONES: Readonly<Record<Status, Tone>> = {
  done: 'good',
  green: 'good',
  met: 'good',
  amber: 'warn',
  red: 'bad',
  missed: 'bad',
  broken: 'bad',
  'too-early': 'muted',
  'not-started': 'muted',
  'no-data': 'muted',
  'no-target': 'muted',
};

export function statusCell(status: Status, language: Language): Cell {
  const text = reportText[language].statuses[status];
  return { text, tone: TONES[status], exact: wordOf(text) };
}

/** A status without the sign before it. */
export function wordOf(status: string): string {
  return status.replace(/^\S+ /, '');
}

export function toneOf(status: Status): Tone {
  return TONES[status];
}

/** A share as a bar with its percent. */
export function barCell(share: Fraction | undefined, language: Language): Cell {
  if (!share) return { text: NOT_APPLICABLE[language], tone: 'muted', exact: '' };
  return { text: percentText(share), exact: toDecimal(share, 7), bar: Math.max(0, Math.min(1, toFloat(share))) };
}
