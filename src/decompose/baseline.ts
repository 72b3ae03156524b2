import type { Amount } from '../model/amount.ts';
import { laterDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { type Fraction, over, sum, times, toAmount } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';
import type { Metric } from '../model/metric.ts';
import { parsePeriod } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { holds, type Span } from '../model/span.ts';
import type { Setting } from './setting.ts';

/** The level that a goal starts from, in its metric's unit; undefined where none is given or the data were not read. */
export function baselineValue(goal: Goal, plan: Plan, facts: readonly Fact[] | undefined): Fraction | undefined {
  const { baseline } = goal;
  if (!baseline) return undefined;
  if (baseline.is === 'value') return baseline.value;
  const period = parsePeriod(baseline.period, plan.calendar);
  return period && facts ? levelOf(goal, period, facts) : undefined;
}

/**
 * What facts say of a metric in a span: the sum of a flow; of a stock the total of its last day with data; of a ratio of
 * two other metrics their sums (of levels: their totals on the last day) divided, percents in points, else the mean of its
 * last day. `facts` are all facts.
 */
export function levelOf(goal: Pick<Goal, 'metric'>, span: Span, facts: readonly Fact[]): Fraction | undefined {
  const { metric } = goal;
  const { measure, kind, unit } = metric;
  if (measure.is === 'ratio') {
    const ratio = ratioOf(measure, span, facts);
    if (ratio) return unit === 'percent' ? times(ratio, { n: 100n, d: 1n }) : ratio;
  }
  const own = facts.filter((fact) => fact.metric === metric.id && holds(span, fact.day));
  if (own.length === 0) return undefined;
  if (kind === 'flow') return sum(own.map((fact) => fact.value));
  const last = own.reduce((latest, fact) => laterDay(latest, fact.day), own[0]?.day ?? span.start);
  const lastDay = own.filter((fact) => fact.day === last);
  const total = sum(lastDay.map((fact) => fact.value));
  return kind === 'stock' ? total : over(total, { n: BigInt(lastDay.length), d: 1n });
}

function ratioOf(
  { of, to, areLevels }: Extract<Metric['measure'], { is: 'ratio' }>,
  span: Span,
  facts: readonly Fact[],
): Fraction | undefined {
  const within = facts.filter((fact) => (fact.metric === of || fact.metric === to) && holds(span, fact.day));
  const last = areLevels ? within.reduce((latest, { day }) => laterDay(latest, day), span.start) : undefined;
  const total = (id: string) =>
    sum(within.filter(({ metric, day }) => metric === id && (last === undefined || day === last)).map(({ value }) => value));
  return over(total(of), total(to));
}

/** The opening of the goal's path in quanta; flows have none. Reports: sum/missing-evidence where the baseline's period has no data. */
export function openingOf(setting: Setting): Amount | undefined {
  const { goal, plan, inputs } = setting;
  if (goal.metric.kind === 'flow' || !goal.baseline) return undefined;
  const value = baselineValue(goal, plan, inputs.facts);
  if (value) return toAmount(value, goal.metric.decimals);
  if (inputs.facts && goal.baseline.is === 'actuals') {
    const args = { needs: 'baseline', goal: goal.id, period: goal.baseline.period };
    setting.tell({ rule: 'sum/missing-evidence', spot: { in: 'plan', path: ['goals', goal.id, 'baseline'], at: 'key' }, args });
  }
  return undefined;
}
