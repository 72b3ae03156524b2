import type { Plan } from '../model/plan.ts';
import { type MeasuredMetric, needsCustomers, needsOrders } from './needed.ts';
import type { FileSet } from './roll-source.ts';

/** Fewer bytes are counted here, where what is compared is compared as everywhere. */
const MANY_BYTES = 4_000_000;

/**
 * Whether orders and customers of a large file are counted by the engine. Not where something of theirs needs a look at each row:
 * records with versions, several currencies, decorated numbers; nor where orders or customers may lie in other files too.
 */
export function isApart(set: FileSet, sets: readonly FileSet[], plan: Plan, metrics: readonly MeasuredMetric[]): boolean {
  const { fields, preset, lost } = set.binding;
  const isAsked = needsOrders(metrics) || needsCustomers(metrics);
  const isPlain = !fields.has('id') && !fields.has('currency') && !fields.has('metric') && lost === undefined && !preset?.decoration?.order;
  const isAlone = sets.length === 1 && plan.actuals.size === 1 && !preset?.decoration?.customer;
  const bytes = set.files.reduce((sum, file) => sum + file.bytes, 0);
  return isAsked && isPlain && isAlone && bytes > MANY_BYTES && (fields.has('order') || fields.has('customer'));
}
