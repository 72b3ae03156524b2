import type { Fraction } from './fraction.ts';

export const METRIC_UNITS = ['money', 'count', 'percent', 'score', 'days'] as const;
export type MetricUnit = (typeof METRIC_UNITS)[number];

/** flow adds up over time; stock is a level at a date; ratio does neither. */
export const METRIC_KINDS = ['flow', 'stock', 'ratio'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** Which way is good. `above`, `below` and `range` pass or fail and have no pace. */
export type Better =
  | { readonly is: 'higher' | 'lower' | 'above' | 'below' }
  | { readonly is: 'range'; readonly from: Fraction; readonly to: Fraction };

/** What facts a metric is made of; `none` where no data is bound (check-ins only). */
export type Measure =
  | { readonly is: 'sum'; readonly of: 'amount' | 'quantity' }
  | { readonly is: 'count'; readonly of: 'orders' | 'new_customers' | 'active_customers' | 'repeat_customers' }
  | { readonly is: 'ratio'; readonly of: string; readonly to: string }
  | { readonly is: 'none' };

export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly unit: MetricUnit;
  readonly kind: MetricKind;
  readonly better: Better;
  readonly measure: Measure;
  /** Decimal places of its quantum: money as the currency (ISO 4217), count and days 0, percent and score 2. */
  readonly decimals: number;
}
