import { isWithin } from '../decompose/index.ts';
import type { Fact } from '../model/fact.ts';
import { type Fraction, sum } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';

/** The facts that a goal is measured by, whenever they happened: of its metric or the two that its ratio divides, in its scope. */
export function factsOfGoal(goal: Goal, facts: readonly Fact[]): readonly Fact[] {
  const known = KNOWN.get(facts) ?? new Map<Goal, readonly Fact[]>();
  KNOWN.set(facts, known);
  const before = known.get(goal);
  if (before) return before;
  const own = facts.filter((fact) => isMeasured(fact, goal));
  known.set(goal, own);
  return own;
}

/** Several rules ask for the same. */
const KNOWN = new WeakMap<readonly Fact[], Map<Goal, readonly Fact[]>>();

export function isMeasured(fact: Fact, { metric, scope }: Goal): boolean {
  const { id, measure } = metric;
  const isOf = fact.metric === id || (measure.is === 'ratio' && (fact.metric === measure.of || fact.metric === measure.to));
  return isOf && isWithin(fact, scope);
}

/** What those of the facts come to that count. */
export function sumOfFacts(facts: readonly Fact[], counts: (fact: Fact) => boolean): Fraction {
  return sum(facts.filter(counts).map(({ value }) => value));
}
