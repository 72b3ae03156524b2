import type { Fact } from '../model/fact.ts';
import { type Fraction, fromAmount, isNought, over, sum } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';
import { parsePeriod } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { holds, type Span } from '../model/span.ts';
import type { Step } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { yearsBefore } from './history.ts';
import { keyAt } from './problems.ts';
import type { Setting } from './setting.ts';

/**
 * How many deals, opportunities and leads the stages of a funnel need, by node: the target ÷ the value of an order, rounded
 * up, and from there back a stage's count is the next one's ÷ its conversion, rounded up. 100,000 at 8,000 an order are 13
 * deals, at a conversion of 60 % 22 negotiations. Empty where no value of an order is known.
 */
export function dealCounts(
  { goal, nodes, decimals }: GoalTree,
  plan: Plan,
  facts: readonly Fact[] | undefined,
): ReadonlyMap<string, bigint> {
  const step = goal.decompose.find((each) => each.by.includes('stage'));
  const value = step && orderValueOf(step, goal, plan, facts);
  const counts = new Map<string, bigint>();
  if (!value || isNought(value)) return counts;
  for (const stages of stagesByParent(nodes).values()) countStages(stages, value, plan, decimals, counts);
  return counts;
}

function stagesByParent(nodes: readonly Subgoal[]): ReadonlyMap<string, readonly Subgoal[]> {
  const stages = new Map<string, Subgoal[]>();
  for (const node of nodes) {
    if ([...node.path.keys()].at(-1) !== 'stage') continue;
    const siblings = stages.get(node.parent ?? '');
    if (siblings) siblings.push(node);
    else stages.set(node.parent ?? '', [node]);
  }
  return stages;
}

function countStages(stages: readonly Subgoal[], value: Fraction, plan: Plan, decimals: number, counts: Map<string, bigint>): void {
  const won = stages.at(-1);
  const deals = won?.target === undefined ? undefined : over(fromAmount(won.target, decimals), value);
  let count = deals && upward(deals);
  for (const node of [...stages].reverse()) {
    const conversion = node === won ? undefined : plan.stages.get(node.path.get('stage') ?? '')?.conversion;
    const before: Fraction | undefined = conversion && count !== undefined ? over({ n: count, d: 1n }, conversion) : undefined;
    if (before) count = upward(before);
    if (count !== undefined) counts.set(node.id, count);
  }
}

function upward({ n, d }: Fraction): bigint {
  return n <= 0n ? 0n : (n + d - 1n) / d;
}

/** What one order brings: as given, else the goal's metric ÷ the orders of a period, the year before where none is named. */
function orderValueOf({ orderValue }: Step, goal: Goal, plan: Plan, facts: readonly Fact[] | undefined): Fraction | undefined {
  if (!orderValue || orderValue.is === 'value') return orderValue?.value;
  const period: Span | undefined =
    orderValue.period === undefined ? yearsBefore(goal.span, 1) : parsePeriod(orderValue.period, plan.calendar);
  if (!facts || !period) return undefined;
  const [total, orders] = [goal.metric.id, 'orders'].map((metric) =>
    sum(facts.filter((fact) => fact.metric === metric && holds(period, fact.day)).map((fact) => fact.value)),
  );
  return total && orders && over(total, orders);
}

/** A value of orders that the data do not have. Reports: sum/missing-evidence (average-order-value). */
export function tellOrderValue({ goal, plan, inputs, tell }: Setting): void {
  for (const step of goal.decompose) {
    if (step.orderValue?.is !== 'actuals' || !inputs.facts || orderValueOf(step, goal, plan, inputs.facts)) continue;
    const args = { needs: 'average-order-value', goal: goal.id };
    tell({ rule: 'sum/missing-evidence', spot: keyAt(step.path, 'order_value'), args });
  }
}
