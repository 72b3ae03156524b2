import { type Amount, amount, ZERO } from '../model/amount.ts';
import { addDays, type Day } from '../model/day.ts';
import { type Fraction, isNought, over } from '../model/fraction.ts';
import { funnelOf } from '../model/funnel.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Step } from '../model/step.ts';
import type { Child, Parent } from './node.ts';
import { NOT_SET, type Numbered } from './number.ts';
import { missing } from './problems.ts';
import type { Setting } from './setting.ts';

/**
 * The volume that each stage must see so that the last one brings the node's target: a stage's volume is the next one's ÷ its
 * conversion, rounded up to the quantum. 100 at a conversion of 40 % asks for 250. Reports: sum/missing-evidence (conversion).
 */
export function funnelVolumes(step: Step, parent: Parent, children: readonly Child[], setting: Setting): readonly Numbered[] {
  const stages = children.map(({ key }) => setting.plan.stages.get(key));
  const without = stages.slice(0, -1).filter((stage) => !stage?.conversion || isNought(stage.conversion));
  if (without.length > 0) {
    setting.tell(missing(step, parent, setting, 'conversion', { missing: without.map((stage) => stage?.id ?? '') }));
    return children.map(() => NOT_SET);
  }
  if (parent.target === undefined) return children.map(() => NOT_SET);
  const volumes: Amount[] = [parent.target];
  for (const stage of stages.slice(0, -1).reverse()) volumes.unshift(before(volumes[0] ?? ZERO, stage?.conversion));
  return volumes.map((target, index) => ({
    ...NOT_SET,
    target,
    derivedFrom: { rule: 'funnel', weight: stages[index]?.conversion, remainder: ZERO },
  }));
}

function before(next: Amount, conversion: Fraction | undefined): Amount {
  const exact = conversion && over({ n: BigInt(next), d: 1n }, conversion);
  return exact ? amount((exact.n + exact.d - 1n) / exact.d) : next;
}

/** A stage is due as many days before the deal as it and those after it take. */
export function stageDeadline(plan: Plan, stage: Id, dealBy: Day): Day {
  const stages = funnelOf(plan);
  const from = stages.findIndex((each) => each.id === stage);
  const days = stages.slice(from, -1).reduce((sum, each) => sum + (each.days ?? 0), 0);
  return addDays(dealBy, -Math.ceil(days));
}
