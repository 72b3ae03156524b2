import type { Amount } from '../model/amount.ts';
import { type Fraction, isNought, NOUGHT, ONE, plus, sum } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import { overlap, type Span } from '../model/span.ts';
import type { Step } from '../model/step.ts';
import type { Tenures } from '../model/tenure.ts';
import { capacityOf } from './capacity.ts';
import type { Child, Parent } from './node.ts';
import { missing } from './problems.ts';
import type { Setting } from './setting.ts';
import type { Weighing } from './weights.ts';

/** People weigh what they can carry in the node's time. Reports: sum/missing-evidence. */
export function capacityWeights(step: Step, parent: Parent, children: readonly Child[], setting: Setting): Weighing | undefined {
  const { plan } = setting;
  const whole = setting.workingDays(plan.period);
  const capacities = children.map(({ key }) => {
    const member = plan.members.get(key);
    return member && capacityOf(member, plan, parent.span, whole);
  });
  const without = children.filter((_, index) => capacities[index] === undefined).map((child) => child.key);
  const weights = capacities.map((capacity) => capacity ?? NOUGHT);
  if (without.length === 0 && !isNought(sum(weights))) return { rule: 'capacity', weights, isForTotal: false };
  const missingIds = without.length > 0 ? without : children.map((child) => child.key);
  setting.tell(missing(step, parent, setting, 'capacity', { missing: missingIds }));
  return undefined;
}

/** Buckets of somebody's part weigh what they can carry in each: nothing before they start, little while they ramp up. Reports: sum/missing-evidence. */
export function capacityOverTime(
  step: Step,
  parent: Parent,
  children: readonly Child[],
  total: Amount,
  setting: Setting,
): Weighing | undefined {
  const { plan } = setting;
  const whole = setting.workingDays(plan.period);
  const weights = children.map(({ span }) => tenureCapacity(parent.holder.tenures, span, plan, whole));
  const known = weights.map((weight) => weight ?? NOUGHT);
  if (weights.every((weight) => weight !== undefined) && !isNought(sum(known)))
    return { rule: 'capacity', weights: known, isForTotal: false };
  if (total === 0) return { rule: 'capacity', weights: children.map(() => ONE), isForTotal: false };
  setting.tell(missing(step, parent, setting, 'capacity', { missing: [...new Set(parent.holder.tenures.map(({ who }) => who))] }));
  return undefined;
}

/** What those who have it one after the other can carry in a span; undefined where one of them has no capacity. */
function tenureCapacity(tenures: Tenures, span: Span, plan: Plan, whole: number): Fraction | undefined {
  let total = NOUGHT;
  for (const { who, from, to } of tenures) {
    const member = plan.members.get(who);
    const stint = overlap(span, { start: from ?? span.start, end: to ?? span.end });
    if (!stint) continue;
    const capacity = member && capacityOf(member, plan, stint, whole);
    if (!capacity) return undefined;
    total = plus(total, capacity);
  }
  return total;
}
