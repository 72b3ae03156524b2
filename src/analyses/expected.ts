import { countWorkingDays } from '../model/calendar.ts';
import type { Day } from '../model/day.ts';
import { earlierDay } from '../model/day.ts';
import { type Fraction, fromAmount, minus, NOUGHT, ONE, over, plus, sum, times } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import { daysIn, type Span } from '../model/span.ts';
import { isTimeDimension } from '../model/step.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { lastDimension, type PlacedTree } from './placed-facts.ts';

/** Share of a span that has passed on a day, by working days, the day itself included: from 0 to 1. */
export function shareElapsed(plan: Plan, span: Span, asOf: Day): Fraction {
  if (asOf < span.start) return NOUGHT;
  if (asOf >= span.end) return ONE;
  const elapsed = { start: span.start, end: earlierDay(asOf, span.end) };
  const worked = countWorkingDays(plan.calendar, span);
  if (worked === 0) return { n: BigInt(daysIn(elapsed)), d: BigInt(daysIn(span)) };
  return { n: BigInt(countWorkingDays(plan.calendar, elapsed)), d: BigInt(worked) };
}

/** What should have been reached on a day, by node. */
export interface Expectation {
  of(node: Subgoal): Fraction | undefined;
}

/**
 * Flows: the targets of closed buckets and the open bucket's target by its working days elapsed. Levels: where the path
 * stands. A node whose children are places expects what they do, in proportion where a hedge makes them more than it.
 * 25 % of 134 due in a quarter of which 22 of 65 working days passed: 33.5 × 22 ÷ 65.
 */
export function expectationOn(placed: PlacedTree, plan: Plan, asOf: Day): Expectation {
  const known = new Map<string, Fraction | undefined>();
  const of = (node: Subgoal): Fraction | undefined => {
    if (!known.has(node.id)) known.set(node.id, expectedOf(node, placed, plan, asOf, of));
    return known.get(node.id);
  };
  return { of };
}

function expectedOf(node: Subgoal, placed: PlacedTree, plan: Plan, asOf: Day, of: Expectation['of']): Fraction | undefined {
  const { decimals, goal } = placed.tree;
  if (node.target === undefined) return undefined;
  const target = fromAmount(node.target, decimals);
  const children = placed.childrenOf.get(node.id) ?? [];
  const dimension = lastDimension(children[0]);
  const isSet = children.some((child) => child.target !== undefined);
  if (dimension === undefined || !isSet || dimension === 'stage') return ownPath(node, target, plan, asOf, decimals, goal.metric.kind);
  if (isTimeDimension(dimension)) return goal.metric.kind === 'flow' ? sumOf(children, of) : levelNow(node, children, asOf, of, decimals);
  if (goal.metric.kind === 'ratio') return ownPath(node, target, plan, asOf, decimals, 'ratio');
  const whole = sum(children.map((child) => (child.target === undefined ? NOUGHT : fromAmount(child.target, decimals))));
  const factor = over(target, whole);
  return factor ? times(sumOf(children, of), factor) : ownPath(node, target, plan, asOf, decimals, goal.metric.kind);
}

function sumOf(children: readonly Subgoal[], of: Expectation['of']): Fraction {
  return sum(children.map((child) => of(child) ?? NOUGHT));
}

/** Without buckets: in proportion to the working days. */
function ownPath(node: Subgoal, target: Fraction, plan: Plan, asOf: Day, decimals: number, kind: string): Fraction {
  const share = shareElapsed(plan, node.span, asOf);
  if (kind === 'flow') return times(target, share);
  const opening = node.opening === undefined ? target : fromAmount(node.opening, decimals);
  return plus(opening, times(minus(target, opening), share));
}

/** The level of the open bucket, or of the last closed one. */
function levelNow(node: Subgoal, children: readonly Subgoal[], asOf: Day, of: Expectation['of'], decimals: number): Fraction | undefined {
  const started = children.filter((child) => child.span.start <= asOf && child.target !== undefined);
  const last = started.at(-1);
  if (last) return of(last);
  return node.opening === undefined ? undefined : fromAmount(node.opening, decimals);
}
