import { levelOf } from '../decompose/index.ts';
import { type Day, laterDay } from '../model/day.ts';
import type { Deals } from '../model/deal.ts';
import type { Actuals } from '../model/fact.ts';
import type { Assumption, Watch } from '../model/follow-up.ts';
import { compare, type Fraction } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Metric } from '../model/metric.ts';
import type { Plan } from '../model/plan.ts';
import type { GoalTree } from '../model/subgoal.ts';
import { testAssumption } from './assumption.ts';
import { standingOn } from './standing.ts';

/** What the data say of a trigger that has fired. Values in the metric's unit, paces as shares. */
export type FiredTrigger =
  | {
      readonly is: 'pace';
      readonly metric: Metric;
      readonly actual: Fraction;
      readonly expected: Fraction;
      readonly found: Fraction;
      readonly limit: Fraction;
    }
  | { readonly is: 'level'; readonly metric: Metric; readonly found: Fraction; readonly limit: Fraction }
  | { readonly is: 'assumption'; readonly assumption: Assumption };

/** What triggers are held against. */
export interface TriggerWorld {
  readonly plan: Plan;
  readonly actuals: Actuals | undefined;
  readonly deals: readonly Deals[] | undefined;
  readonly asOf: Day;
  treeOf(goal: Id): GoalTree | undefined;
}

/** Undefined where a trigger has not fired, or the data can't tell. */
export function firedTrigger(watch: Watch, world: TriggerWorld): FiredTrigger | undefined {
  return paceUnder(watch, world) ?? levelBeyond(watch, world) ?? assumptionOff(watch, world);
}

function paceUnder({ goal, segment, paceBelow }: Watch, { plan, actuals, asOf, treeOf }: TriggerWorld): FiredTrigger | undefined {
  const tree = goal === undefined ? undefined : treeOf(goal);
  if (!tree || !actuals || !paceBelow) return undefined;
  const standing = standingOn(tree, plan, actuals, asOf, segment === undefined ? {} : { segment });
  const isEarly = standing?.status === 'too-early' || standing?.status === 'not-started';
  if (!standing?.pace || !standing.actual || !standing.expected || isEarly || compare(standing.pace, paceBelow) >= 0) return undefined;
  const { actual, expected, pace: found } = standing;
  return { is: 'pace', metric: tree.goal.metric, actual, expected, found, limit: paceBelow };
}

function levelBeyond({ metric: id, below, above }: Watch, { plan, actuals, asOf }: TriggerWorld): FiredTrigger | undefined {
  const metric = plan.metrics.get(id ?? '');
  const { start } = plan.period;
  const found = metric && actuals && levelOf({ metric }, { start, end: laterDay(asOf, start) }, actuals.facts);
  if (!metric || !found) return undefined;
  const limit = below && compare(found, below) < 0 ? below : above && compare(found, above) > 0 ? above : undefined;
  return limit && { is: 'level', metric, found, limit };
}

function assumptionOff({ assumption: id }: Watch, { plan, actuals, deals, asOf }: TriggerWorld): FiredTrigger | undefined {
  const assumption = plan.assumptions.get(id ?? '');
  return assumption && testAssumption(assumption, plan, actuals, deals, asOf)?.isOff ? { is: 'assumption', assumption } : undefined;
}
