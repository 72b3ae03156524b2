import type { Actuals } from '../model/fact.ts';
import type { Metric } from '../model/metric.ts';
import type { Plan } from '../model/plan.ts';

/** Absent is not zero: false where sources are bound, and not one row of them could be used: then the data are what is wrong, and are told as that. */
export function hasRows({ reconciliations }: Actuals): boolean {
  return reconciliations.length === 0 || reconciliations.some(({ used }) => used.rows > 0);
}

/**
 * True where nothing found of a metric is nought: rows were used of a source that has the column of which the metric is the
 * sum. Rows of another kind, as of a file with stores beside an empty one with orders, say nothing of it.
 */
export function hasRowsFor({ measure }: Metric, plan: Plan, { reconciliations }: Pick<Actuals, 'reconciliations'>): boolean {
  if (measure.is !== 'sum' || plan.actuals.size === 0) return false;
  const fills = (id: string): boolean => {
    const source = plan.actuals.get(id);
    return source === undefined || source.preset !== undefined || source.columns.has(measure.of);
  };
  return reconciliations.length === 0 || reconciliations.some(({ source, used }) => used.rows > 0 && fills(source));
}
