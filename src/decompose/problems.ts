import type { Problem, Spot } from '../model/finding.ts';
import { type Fraction, toDecimal } from '../model/fraction.ts';
import type { PlanPath } from '../model/id.ts';
import type { Step } from '../model/step.ts';
import type { Parent } from './node.ts';
import type { Setting } from './setting.ts';

/** Exact decimal text without trailing zeros, at most six places. */
export function decimalOf(value: Fraction): string {
  const text = toDecimal(value, 6);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** What a sum is counted in. */
export function moneyArgs({ goal, plan }: Setting): Problem['args'] {
  const { unit } = goal.metric;
  return { unit, currency: unit === 'money' ? plan.currency : undefined };
}

/** A step's `shares:`; the step itself where it has none. */
export function sharesAt(step: Step): Spot {
  return { in: 'plan', path: [...step.path, step.shares.is === 'table' ? 'from' : 'shares'], at: 'key' };
}

export function keyAt(path: PlanPath, key: string): Spot {
  return { in: 'plan', path: [...path, key], at: 'key' };
}

/** What a split rests on is not there. */
export function missing(step: Step, parent: Parent, { goal }: Setting, needs: string, args: Problem['args']): Problem {
  const restsOn = RESTS_ON[needs] ?? [];
  return { rule: 'sum/missing-evidence', spot: sharesAt(step), restsOn, args: { needs, goal: goal.id, node: parent.id, ...args } };
}

/** Where in the plan the evidence stands that a split needs. */
const RESTS_ON: Readonly<Record<string, readonly PlanPath[]>> = {
  capacity: [
    ['team', 'members'],
    ['team', 'roles'],
  ],
  conversion: [['process', 'stages']],
  potential: [['segments']],
  history: [['actuals']],
};
