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

/**
 * What can be added up of rows: amounts; quantities; gross profit (amount less cost) and the amount whose cost is known;
 * amounts of won deals and of closed ones (won or lost); days from the creation of won deals until they were won.
 */
export const SUMS = ['amount', 'quantity', 'profit', 'costed_amount', 'won_amount', 'closed_amount', 'cycle_days'] as const;
export type SumOf = (typeof SUMS)[number];

/**
 * What can be counted: orders, by their number where there is one; customers by the first purchase in all the data; those
 * who bought in the last twelve months, and more than once in them; deals won, closed, and won ones whose creation is known.
 */
export const COUNTS = [
  'orders',
  'new_customers',
  'active_customers',
  'repeat_customers',
  'won_deals',
  'closed_deals',
  'cycle_deals',
] as const;
export type CountOf = (typeof COUNTS)[number];

/** What facts a metric is made of; `none` where no data is bound (check-ins, or a table that names the metric). */
export type Measure =
  | { readonly is: 'sum'; readonly of: SumOf }
  | { readonly is: 'count'; readonly of: CountOf }
  /** Of levels, those of one day are divided; of all else, sums over time. */
  | { readonly is: 'ratio'; readonly of: string; readonly to: string; readonly areLevels?: boolean }
  | { readonly is: 'none' };

export interface Metric {
  readonly id: string;
  readonly name: string;
  readonly unit: MetricUnit;
  readonly kind: MetricKind;
  readonly better: Better;
  readonly measure: Measure;
  /** Decimal places of its quantum: money as the currency (ISO 4217), count and days 0, percent, score and an average of days 2. */
  readonly decimals: number;
}
