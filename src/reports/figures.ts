import type { Position, Status } from '../analyses/index.ts';
import { type Fraction, toDecimal, toFloat } from '../model/fraction.ts';
import type { Language } from '../model/language.ts';
import type { Metric } from '../model/metric.ts';
import type { Cell, Tone } from '../model/report.ts';
import { NOT_APPLICABLE, percentText, shortText, signed } from '../text/numbers.ts';
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

export function amountCell(value: Fraction | null | undefined, metric: Metric, language: Language): string {
  return value ? shortText(value, metric, language) : '–';
}

export function varianceCell(value: Fraction | null | undefined, metric: Metric, language: Language): Cell {
  if (!value) return '–';
  const text = signed(shortText(value, metric, language), language);
  return { text, tone: isBetter(value, metric) ? 'good' : 'bad' };
}

function isBetter(value: Fraction, { better }: Metric): boolean {
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
  return { text: reportText[language].statuses[status], tone: TONES[status] };
}

export function toneOf(status: Status): Tone {
  return TONES[status];
}

/** A share as a bar with its percent. */
export function barCell(share: Fraction | undefined, language: Language): Cell {
  if (!share) return { text: NOT_APPLICABLE[language], tone: 'muted' };
  return { text: percentText(share), bar: Math.max(0, Math.min(1, toFloat(share))) };
}
