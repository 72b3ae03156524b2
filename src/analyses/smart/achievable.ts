import { capacityOf } from '../../decompose/index.ts';
import { countWorkingDays } from '../../model/calendar.ts';
import type { Day } from '../../model/day.ts';
import type { Fact } from '../../model/fact.ts';
import { compare, type Fraction, fromAmount, NOUGHT, ONE, over, plus, sum } from '../../model/fraction.ts';
import type { Goal } from '../../model/goal.ts';
import type { Plan } from '../../model/plan.ts';
import type { GoalTree } from '../../model/subgoal.ts';
import { factsOfGoal } from '../goal-facts.ts';
import { type Outlook, outlookOf } from '../outlook.ts';
import { type Evidence, missing, say } from './evidence.ts';
import { funnel } from './funnel.ts';
import { growth } from './growth.ts';
import type { SmartInput } from './input.ts';

const HUNDRED_TEN: Fraction = { n: 110n, d: 100n };
/** A probability below is unrealistic, one above too easy. */
const UNREALISTIC = 0.1;
const TOO_EASY = 0.9;

/**
 * By numbers, with the arithmetic: growth asked against growth achieved, probability under the forecast, load against
 * capacity, target against potential, funnel against what is missing. What is not there is said to be missing.
 */
export function achievable(goal: Goal, tree: GoalTree | undefined, input: SmartInput): readonly Evidence[] {
  const { plan, actuals, deals, asOf } = input;
  const root = tree?.nodes[0]?.target;
  if (!tree || root === undefined) return [missing('no-target')];
  const target = fromAmount(root, tree.decimals);
  const facts = actuals && factsOfGoal(goal, actuals.facts);
  return [
    ...growth(goal, target, plan, facts, asOf),
    ...chance(goal, target, plan, facts, asOf),
    ...load(goal, target, tree, plan),
    ...potential(goal, target, plan),
    ...potentialOfParts(tree, plan),
    ...(facts && deals ? funnel(goal, target, facts, deals, asOf) : []),
  ];
}

/** What the history gives the target; undefined for levels, for flows that should be small, and where the data were not read. */
export function outlookFor(goal: Goal, target: Fraction, plan: Plan, facts: readonly Fact[] | undefined, asOf: Day): Outlook | undefined {
  const isForecast = goal.metric.kind === 'flow' && goal.metric.better.is === 'higher' && goal.metric.measure.is !== 'ratio';
  return isForecast && facts && facts.length > 0 ? outlookOf(goal, target, facts, plan, asOf) : undefined;
}

/** The forecast's probability, where there is history. */
export function chance(goal: Goal, target: Fraction, plan: Plan, facts: readonly Fact[] | undefined, asOf: Day): readonly Evidence[] {
  const outlook = outlookFor(goal, target, plan, facts, asOf);
  if (!outlook) return goal.metric.kind === 'flow' ? [missing(facts ? 'chance-no-rows' : 'chance-unread')] : [];
  const { months } = outlook;
  if (outlook.is === 'unknown') return outlook.because === 'over' ? [] : [missing(`chance-${outlook.because}`, { months })];
  const { probability, quantile } = outlook;
  const amount = (value: number) => ({ value: { n: BigInt(Math.round(value)), d: 1n }, metric: goal.metric });
  const values = {
    probability: { n: BigInt(Math.round(probability * 100)), d: 100n },
    p10: amount(quantile(0.1)),
    p50: amount(quantile(0.5)),
    p90: amount(quantile(0.9)),
    target: { value: target, metric: goal.metric },
    months,
  };
  if (isUnlikely(outlook)) return [say('chance-low', 'fail', values)];
  return [isAllButSure(outlook) ? say('chance-high', 'weak', values) : say('chance', 'pass', values)];
}

/** The forecast all but rules the target out. Nothing is concluded without a whole year: nobody knows the season then. */
export function isUnlikely(outlook: Outlook): boolean {
  return outlook.is === 'known' && outlook.months >= 12 && outlook.probability < UNREALISTIC;
}

/** The forecast all but promises the target. */
export function isAllButSure(outlook: Outlook): boolean {
  return outlook.is === 'known' && outlook.months >= 12 && outlook.probability > TOO_EASY;
}

function load(goal: Goal, target: Fraction, tree: GoalTree, plan: Plan): readonly Evidence[] {
  const { metric } = goal;
  if (metric.unit !== 'money' || metric.kind !== 'flow') return [];
  const owners = new Set(tree.nodes.flatMap((node) => node.path.get('owner') ?? []));
  const days = countWorkingDays(plan.calendar, plan.period);
  const capacity = [...owners].reduce<Fraction>((total, id) => {
    const member = plan.members.get(id);
    return plus(total, (member && capacityOf(member, plan, goal.span, days)) ?? NOUGHT);
  }, NOUGHT);
  const used = over(target, capacity);
  if (!used) return [missing(owners.size === 0 ? 'load-no-owners' : 'load-no-capacity')];
  const verdict = compare(used, HUNDRED_TEN) > 0 ? 'fail' : compare(used, ONE) > 0 ? 'weak' : 'pass';
  return [say('load', verdict, { used, people: owners.size, target: { value: target, metric }, capacity: { value: capacity, metric } })];
}

/** The share of its segments' potential that the target implies. */
export function potential(goal: Goal, target: Fraction, plan: Plan): readonly Evidence[] {
  const { metric } = goal;
  if (metric.unit !== 'money' || metric.kind !== 'flow') return [];
  const ids = goal.scope.segments ?? [...plan.segments.keys()];
  const known = ids.flatMap((id) => plan.segments.get(id)?.potential ?? []);
  const whole = sum(known);
  const share = over(target, whole);
  if (!share) return [missing('potential-missing')];
  const values = { share, target: { value: target, metric }, potential: { value: whole, metric }, segments: known.length };
  const isOver = compare(share, ONE) > 0;
  if (known.length < ids.length)
    return [isOver ? missing('potential-partly', { ...values, all: ids.length }) : say('potential', 'pass', values)];
  return [say(isOver ? 'potential-over' : 'potential', isOver ? 'fail' : 'pass', values)];
}

/** Of the segments that a goal is split by, the one that is asked for most beyond its own potential. */
export function potentialOfParts({ goal, nodes, decimals }: GoalTree, plan: Plan): readonly Evidence[] {
  const { metric } = goal;
  if (metric.unit !== 'money' || metric.kind !== 'flow') return [];
  const over100 = nodes.flatMap((node) => {
    const segment = node.path.size === 1 ? plan.segments.get(node.path.get('segment') ?? '') : undefined;
    const target = segment && node.target !== undefined ? fromAmount(node.target, decimals) : undefined;
    const share = target && segment?.potential && over(target, segment.potential);
    return segment?.potential && share && compare(share, ONE) > 0 ? [{ segment, target, share, potential: segment.potential }] : [];
  });
  const worst = over100.sort((a, b) => compare(b.share, a.share))[0];
  if (!worst) return [];
  const [target, whole] = [worst.target, worst.potential].map((value) => ({ value, metric }));
  if (!target || !whole) return [];
  return [say('potential-over-part', 'fail', { segment: worst.segment.name, share: worst.share, target, potential: whole })];
}
