import type { Id } from '../model/id.ts';
import type { CountOf, Measure } from '../model/metric.ts';
import type { Plan } from '../model/plan.ts';
import type { SourceField } from '../model/source.ts';
import type { Binding } from './bind.ts';

/** A metric that rows are turned into, and how. */
export interface MeasuredMetric {
  readonly id: Id;
  readonly measure: Extract<Measure, { is: 'sum' | 'count' }>;
}

/** The metrics made of rows that the plan's goals need: their own, those that guard them, the parts of ratios, the orders of a value of an order. */
export function measuredMetrics(plan: Plan): readonly MeasuredMetric[] {
  const needed = new Set<Id>();
  for (const { metric, guard, decompose } of plan.goals.values()) {
    for (const id of [metric.id, ...guard]) needed.add(id);
    if (decompose.some(({ orderValue }) => orderValue?.is === 'actuals')) needed.add('orders');
  }
  for (const id of needed) {
    const measure = plan.metrics.get(id)?.measure;
    if (measure?.is === 'ratio') needed.add(measure.of).add(measure.to);
  }
  return [...needed].flatMap((id) => {
    const measure = plan.metrics.get(id)?.measure;
    return measure?.is === 'sum' || measure?.is === 'count' ? [{ id, measure }] : [];
  });
}

const OF_CUSTOMERS: readonly CountOf[] = ['new_customers', 'active_customers', 'repeat_customers'];

/** Whether somebody asks about customers. */
export function needsCustomers(metrics: readonly MeasuredMetric[]): boolean {
  return metrics.some(({ measure }) => measure.is === 'count' && OF_CUSTOMERS.includes(measure.of));
}

/** Whether somebody asks how many orders there are. */
export function needsOrders(metrics: readonly MeasuredMetric[]): boolean {
  return metrics.some(({ measure }) => measure.of === 'orders');
}

/** Whether somebody asks what rows cost. */
export function needsCosts(metrics: readonly MeasuredMetric[]): boolean {
  return metrics.some(({ measure }) => measure.of === 'profit' || measure.of === 'costed_amount');
}

/** Whether somebody asks about deals that were lost. */
export function needsLost(metrics: readonly MeasuredMetric[]): boolean {
  return metrics.some(({ measure }) => measure.of === 'closed_deals' || measure.of === 'closed_amount');
}

/** What rows must be told apart by beside their place: each field makes more groups, so only what is asked for. */
export function furtherFields(metrics: readonly MeasuredMetric[], { fields, lost }: Binding): readonly SourceField[] {
  const counts = new Set(metrics.flatMap(({ measure }) => (measure.is === 'count' ? [measure.of] : [])));
  const hasOrders = counts.has('orders') || counts.has('repeat_customers');
  const wanted: readonly (readonly [SourceField, boolean])[] = [
    ['order', hasOrders],
    ['customer', needsCustomers(metrics)],
    ['id', true],
    ['modified', fields.has('id')],
    ['created', true],
    ['close', true],
    ['lost', true],
    ['stage', lost !== undefined],
  ];
  return wanted.flatMap(([field, isWanted]) => (isWanted && fields.has(field) ? [field] : []));
}
