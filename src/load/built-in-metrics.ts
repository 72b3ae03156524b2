import type { Measure, MetricKind, MetricUnit } from '../model/metric.ts';

/** The metrics that every plan has; a plan's own of the same id overrides what it gives. All are better when higher. */
export const BUILT_IN_METRICS: ReadonlyMap<string, { readonly unit: MetricUnit; readonly kind: MetricKind; readonly measure: Measure }> =
  new Map([
    ['revenue', { unit: 'money', kind: 'flow', measure: { is: 'sum', of: 'amount' } }],
    ['units', { unit: 'count', kind: 'flow', measure: { is: 'sum', of: 'quantity' } }],
    ['orders', { unit: 'count', kind: 'flow', measure: { is: 'count', of: 'orders' } }],
    ['new_customers', { unit: 'count', kind: 'flow', measure: { is: 'count', of: 'new_customers' } }],
    ['active_customers', { unit: 'count', kind: 'stock', measure: { is: 'count', of: 'active_customers' } }],
    ['repeat_customers', { unit: 'count', kind: 'stock', measure: { is: 'count', of: 'repeat_customers' } }],
    ['gross_margin', { unit: 'percent', kind: 'ratio', measure: { is: 'none' } }],
    ['win_rate', { unit: 'percent', kind: 'ratio', measure: { is: 'none' } }],
    ['average_order_value', { unit: 'money', kind: 'ratio', measure: { is: 'ratio', of: 'revenue', to: 'orders' } }],
    ['repeat_purchase_rate', { unit: 'percent', kind: 'ratio', measure: { is: 'ratio', of: 'repeat_customers', to: 'active_customers' } }],
    ['market_share', { unit: 'percent', kind: 'ratio', measure: { is: 'none' } }],
    ['customer_satisfaction', { unit: 'score', kind: 'ratio', measure: { is: 'none' } }],
    ['nps', { unit: 'score', kind: 'ratio', measure: { is: 'none' } }],
  ]);
