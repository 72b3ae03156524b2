import { laterDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { type Fraction, over, sum } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';

/** What facts (one at least) of one metric in one month come to: of a flow their sum, of a stock the total of the last day, of a ratio its mean there. */
export function monthValue(metric: Id, facts: readonly Fact[], { metrics }: Pick<Plan, 'metrics'>): Fraction {
  const kind = metrics.get(metric)?.kind ?? 'flow';
  if (kind === 'flow') return sum(facts.map(({ value }) => value));
  const last = facts.map(({ day }) => day).reduce(laterDay);
  const values = facts.filter(({ day }) => day === last).map(({ value }) => value);
  const total = sum(values);
  return kind === 'stock' ? total : (over(total, { n: BigInt(values.length), d: 1n }) ?? total);
}
