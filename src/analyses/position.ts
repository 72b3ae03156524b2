import { levelOf } from '../decompose/index.ts';
import { countWorkingDays } from '../model/calendar.ts';
import { addDays, type Day, earlierDay, laterDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { compare, type Fraction, fromAmount, minus, over, shownDifference } from '../model/fraction.ts';
import type { Metric } from '../model/metric.ts';
import type { Plan } from '../model/plan.ts';
import { holds } from '../model/span.ts';
import type { Subgoal } from '../model/subgoal.ts';
import type { Expectation } from './expected.ts';
import { sumOfFacts } from './goal-facts.ts';
import type { PlacedTree } from './placed-facts.ts';

export const STATUSES = [
  'done',
  'green',
  'amber',
  'red',
  'missed',
  'too-early',
  'not-started',
  'no-data',
  'no-target',
  'met',
  'broken',
] as const;
export type Status = (typeof STATUSES)[number];

/** Where a goal or subgoal stands on a day. Values in the metric's unit, rates per working day; undefined is «n/a». */
export interface Position {
  readonly target: Fraction | undefined;
  readonly actual: Fraction | undefined;
  readonly expected: Fraction | undefined;
  /** Actual ÷ target, whichever is better. */
  readonly attainment: Fraction | undefined;
  /** What of the goal is reached: as attainment; of a level that is to sink, the part of the way from its baseline. */
  readonly reached: Fraction | undefined;
  readonly pace: Fraction | undefined;
  /** The difference of the actual and the expected figure as they are shown, so that a reader who subtracts finds the same. */
  readonly variance: Fraction | undefined;
  readonly runRate: Fraction | undefined;
  /** Over the last four weeks. */
  readonly recentRunRate: Fraction | undefined;
  /** What each working day left must bring; undefined where none is left or nothing is missing. */
  readonly required: Fraction | undefined;
  /** Something is missing and no working day is left. */
  readonly isOutOfReach: boolean;
  readonly status: Status;
}

/** Working days of a node: before and on the day, and after it. */
interface Days {
  readonly elapsed: number;
  readonly left: number;
}

/** Positions of the nodes of one tree. `hasData`: the plan's actuals were read. */
export function positionsOn(
  placed: PlacedTree,
  expectation: Expectation,
  plan: Plan,
  asOf: Day,
  hasData: boolean,
): (node: Subgoal) => Position {
  const { goal, decimals } = placed.tree;
  return (node) => {
    const facts = placed.factsOf(node);
    const actual = hasData ? actualOf(goal.metric, node, facts, asOf) : undefined;
    const target = node.target === undefined ? undefined : fromAmount(node.target, decimals);
    return standingOf(
      { target, actual, expected: expectation.of(node), node, facts, metric: goal.metric, opening: node.opening, decimals },
      plan,
      asOf,
    );
  };
}

/** What is known of a node before it is judged. */
export interface Standing {
  readonly target: Fraction | undefined;
  readonly actual: Fraction | undefined;
  readonly expected: Fraction | undefined;
  readonly node: Pick<Subgoal, 'span'>;
  readonly facts: readonly Fact[];
  readonly metric: Metric;
  readonly opening: Subgoal['opening'];
  readonly decimals: number;
}

export function standingOf(standing: Standing, plan: Plan, asOf: Day): Position {
  const { target, actual, expected, node, facts, metric, decimals } = standing;
  const days = daysOf(plan, node, asOf);
  const isFlow = metric.kind === 'flow';
  const missing = target && actual && minus(target, actual);
  const isMissing = missing !== undefined && missing.n > 0n;
  const pace = paceOf(standing);
  return {
    target,
    actual,
    expected,
    attainment: actual && target && over(actual, target),
    reached: actual && target && reachedOf(standing, actual, target),
    pace,
    variance: actual && expected && shownDifference(actual, expected, decimals),
    runRate: isFlow && actual ? over(actual, whole(days.elapsed)) : undefined,
    recentRunRate: isFlow && actual ? recentRate(facts, metric, plan, node, asOf) : undefined,
    required: isFlow && isMissing ? over(missing, whole(days.left)) : undefined,
    isOutOfReach: isFlow && isMissing && days.left === 0,
    status: statusOf(standing, pace, days, plan, asOf),
  };
}

/** Flows: the sum up to the day. Levels: the last one known. Undefined: nothing was ever recorded. */
function actualOf(metric: Metric, node: Subgoal, facts: readonly Fact[], asOf: Day): Fraction | undefined {
  if (metric.kind === 'flow') return sumOfFacts(facts, (fact) => fact.metric === metric.id);
  if (asOf < node.span.start) return undefined;
  return levelOf({ metric }, { start: node.span.start, end: earlierDay(asOf, node.span.end) }, facts);
}

/** Actual ÷ expected; where lower is better the part of the way from the baseline that should be done by now. */
function paceOf({ actual, expected, metric, opening, decimals }: Standing): Fraction | undefined {
  if (!actual || !expected) return undefined;
  if (metric.better.is === 'higher') return over(actual, expected);
  if (metric.better.is !== 'lower') return undefined;
  const baseline = opening === undefined ? undefined : fromAmount(opening, decimals);
  return baseline ? over(minus(baseline, actual), minus(baseline, expected)) : over(expected, actual);
}

/** 14 days on the way from 20 to 10 are 60 % of it; without a baseline 10 ÷ 14. */
function reachedOf({ metric, opening, decimals }: Standing, actual: Fraction, target: Fraction): Fraction | undefined {
  if (metric.better.is !== 'lower' || metric.kind === 'flow') return over(actual, target);
  const baseline = opening === undefined ? undefined : fromAmount(opening, decimals);
  return baseline ? over(minus(baseline, actual), minus(baseline, target)) : over(target, actual);
}

function daysOf(plan: Plan, { span }: Pick<Subgoal, 'span'>, asOf: Day): Days {
  const elapsed = asOf < span.start ? 0 : countWorkingDays(plan.calendar, { start: span.start, end: earlierDay(asOf, span.end) });
  const next = laterDay(addDays(asOf, 1), span.start);
  const left = next > span.end ? 0 : countWorkingDays(plan.calendar, { start: next, end: span.end });
  return { elapsed, left };
}

function recentRate(facts: readonly Fact[], metric: Metric, plan: Plan, { span }: Pick<Subgoal, 'span'>, asOf: Day): Fraction | undefined {
  const end = earlierDay(asOf, span.end);
  const recent = { start: laterDay(addDays(end, -27), span.start), end };
  if (recent.start > recent.end) return undefined;
  const total = sumOfFacts(facts, (fact) => fact.metric === metric.id && holds(recent, fact.day));
  return over(total, whole(countWorkingDays(plan.calendar, recent)));
}

function whole(count: number): Fraction {
  return { n: BigInt(count), d: 1n };
}

function statusOf(standing: Standing, pace: Fraction | undefined, days: Days, plan: Plan, asOf: Day): Status {
  const { actual, target, metric, node } = standing;
  if (!target) return 'no-target';
  if (asOf < node.span.start) return 'not-started';
  if (!actual) return 'no-data';
  const { better } = metric;
  if (better.is === 'above' || better.is === 'below' || better.is === 'range') return keeps(better, actual, target) ? 'met' : 'broken';
  const ahead = compare(actual, target);
  if (better.is === 'lower' && metric.kind === 'flow') return statusOfCap(ahead, node, pace, plan, asOf);
  if (better.is === 'higher' ? ahead >= 0 : ahead <= 0) return 'done';
  if (asOf > node.span.end) return 'missed';
  if (days.elapsed * 10 <= days.elapsed + days.left) return 'too-early';
  return light(pace, plan);
}

/** A flow that should stay small is done only when its time is over. */
function statusOfCap(ahead: number, { span }: Pick<Subgoal, 'span'>, pace: Fraction | undefined, plan: Plan, asOf: Day): Status {
  if (ahead > 0) return asOf > span.end ? 'missed' : 'red';
  return asOf >= span.end ? 'done' : light(pace, plan);
}

function keeps(better: Metric['better'], actual: Fraction, target: Fraction): boolean {
  switch (better.is) {
    case 'above':
      return compare(actual, target) >= 0;
    case 'below':
      return compare(actual, target) <= 0;
    case 'range':
      return compare(actual, better.from) >= 0 && compare(actual, better.to) <= 0;
    default:
      return false;
  }
}

function light(pace: Fraction | undefined, plan: Plan): Status {
  if (!pace) return 'too-early';
  const { green, amber } = plan.report.status;
  if (compare(pace, green) >= 0) return 'green';
  return compare(pace, amber) >= 0 ? 'amber' : 'red';
}
