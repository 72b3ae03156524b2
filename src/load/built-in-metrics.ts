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
    ['gross_profit', { unit: 'money', kind: 'flow', measure: { is: 'sum', of: 'profit' } }],
    ['costed_revenue', { unit: 'money', kind: 'flow', measure: { is: 'sum', of: 'costed_amount' } }],
    ['gross_margin', { unit: 'percent', kind: 'ratio', measure: { is: 'ratio', of: 'gross_profit', to: 'costed_revenue' } }],
    ['won_deals', { unit: 'count', kind: 'flow', measure: { is: 'count', of: 'won_deals' } }],
    ['closed_deals', { unit: 'count', kind: 'flow', measure: { is: 'count', of: 'closed_deals' } }],
    ['won_value', { unit: 'money', kind: 'flow', measure: { is: 'sum', of: 'won_amount' } }],
    ['closed_value', { unit: 'money', kind: 'flow', measure: { is: 'sum', of: 'closed_amount' } }],
    ['win_rate', { unit: 'percent', kind: 'ratio', measure: { is: 'ratio', of: 'won_deals', to: 'closed_deals' } }],
    ['win_rate_by_value', { unit: 'percent', kind: 'ratio', measure: { is: 'ratio', of: 'won_value', to: 'closed_value' } }],
    ['cycle_days', { unit: 'days', kind: 'flow', measure: { is: 'sum', of: 'cycle_days' } }],
    ['cycle_deals', { unit: 'count', kind: 'flow', measure: { is: 'count', of: 'cycle_deals' } }],
    ['cycle_time', { unit: 'days', kind: 'ratio', measure: { is: 'ratio', of: 'cycle_days', to: 'cycle_deals' } }],
    ['average_order_value', { unit: 'money', kind: 'ratio', measure: { is: 'ratio', of: 'revenue', to: 'orders' } }],
    [
      'repeat_purchase_rate',
      { unit: 'percent', kind: 'ratio', measure: { is: 'ratio', of: 'repeat_customers', to: 'active_customers', areLevels: true } },
    ],
    ['market_share', { unit: 'percent', kind: 'ratio', measure: { is: 'none' } }],
    ['customer_satisfaction', { unit: 'score', kind: 'ratio', measure: { is: 'none' } }],
    ['nps', { unit: 'score', kind: 'ratio', measure: { is: 'none' } }],
  ]);
