import type { Amount } from '../model/amount.ts';
import { type Bucket, bucketsOf } from '../model/buckets.ts';
import { type Calendar, countWorkingDays } from '../model/calendar.ts';
import type { DecomposeInputs } from '../model/decomposed.ts';
import type { Fact } from '../model/fact.ts';
import type { Problem } from '../model/finding.ts';
import type { Fraction } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Span } from '../model/span.ts';
import type { Step, TimeDimension } from '../model/step.ts';
import type { Child } from './node.ts';
import type { TableCells } from './table.ts';

/** What one goal's decomposition works with. */
export interface Setting {
  readonly plan: Plan;
  readonly goal: Goal;
  readonly inputs: DecomposeInputs;
  /** The metric's facts in the goal's scope; undefined: the actuals were not read. */
  readonly facts: readonly Fact[] | undefined;
  /** Node id → what its pin fixes it at. */
  readonly pinned: ReadonlyMap<string, Amount>;
  /** The cells of each table step that could be read. */
  readonly tables: ReadonlyMap<number, TableCells>;
  /** Targets of other goals, for `by: goal` and `target: sum`; undefined where there is none. */
  targetOf(goal: Id): Amount | undefined;
  /** Weights by days that were worked out before, by step and buckets. */
  readonly weights: Map<Step, WeakMap<readonly Child[], readonly Fraction[]>>;
  workingDays(span: Span): number;
  /** The time buckets of a span: the same array for the same question. */
  buckets(dimension: TimeDimension, span: Span): readonly Bucket[];
  tell(problem: Problem): void;
}

/** Counts working days by day once, each span afterwards by a subtraction. */
export function workingDayCounter(calendar: Calendar): (span: Span) => number {
  const known = new Map<string, number>();
  return (span) => {
    const key = `${span.start}/${span.end}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const count = countWorkingDays(calendar, span);
    known.set(key, count);
    return count;
  };
}

/** Cuts each span once: spans are handed down the tree, so the same one is the same object. */
export function bucketCutter(calendar: Calendar): Setting['buckets'] {
  const known = new Map<TimeDimension, WeakMap<Span, readonly Bucket[]>>();
  return (dimension, span) => {
    const found = known.get(dimension)?.get(span);
    if (found) return found;
    const buckets = bucketsOf(calendar, dimension, span);
    const ofDimension = known.get(dimension) ?? new WeakMap<Span, readonly Bucket[]>();
    known.set(dimension, ofDimension.set(span, buckets));
    return buckets;
  };
}

/** Passes each problem on once: the same cause shows at every node that it touches. */
export function onceEach(tell: (problem: Problem) => void): (problem: Problem) => void {
  const told = new Set<string>();
  return (problem) => {
    const key = JSON.stringify([problem.rule, problem.spot, problem.args.is, problem.args.needs]);
    if (told.has(key)) return;
    told.add(key);
    tell(problem);
  };
}
