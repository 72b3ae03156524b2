import type { Day } from '../../model/day.ts';
import type { Deals } from '../../model/deal.ts';
import type { Actuals } from '../../model/fact.ts';
import type { Plan } from '../../model/plan.ts';

/** What goals are judged by, beside themselves. Undefined: not read, or nothing is bound. */
export interface SmartInput {
  readonly plan: Plan;
  readonly actuals: Actuals | undefined;
  readonly deals: readonly Deals[] | undefined;
  readonly asOf: Day;
}
