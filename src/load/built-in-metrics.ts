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

/** What Chinese planners call them; in English the id says it. */
export const CHINESE_NAMES: Readonly<Record<string, string>> = {
  revenue: '销售额',
  units: '销量',
  orders: '订单数',
  new_customers: '新客户数',
  active_customers: '活跃客户数',
  repeat_customers: '复购客户数',
  gross_profit: '毛利',
  costed_revenue: '有成本的销售额',
  gross_margin: '毛利率',
  won_deals: '赢单数',
  closed_deals: '结束的商机数',
  won_value: '赢单金额',
  closed_value: '结束的商机金额',
  win_rate: '赢单率',
  win_rate_by_value: '金额赢单率',
  cycle_days: '成交周期天数',
  cycle_deals: '计入周期的商机数',
  cycle_time: '成交周期',
  average_order_value: '客单价',
  repeat_purchase_rate: '复购率',
  market_share: '市场份额',
  customer_satisfaction: '客户满意度',
  nps: '净推荐值',
};
