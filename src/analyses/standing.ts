import { ownerOf } from '../decompose/index.ts';
import type { Day } from '../model/day.ts';
import type { Actuals, Fact } from '../model/fact.ts';
import type { Id } from '../model/id.ts';
import type { Metric } from '../model/metric.ts';
import type { Plan } from '../model/plan.ts';
import { holds } from '../model/span.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { expectationOn } from './expected.ts';
import { factsOfGoal } from './goal-facts.ts';
import { hasRowsFor } from './has-rows.ts';
import type { PlacedTree } from './placed-facts.ts';
import { type Position, positionsOn } from './position.ts';

/** A part of a goal that is judged on its own: a segment's, or a person's. */
export interface PartOf {
  readonly segment?: Id;
  readonly owner?: Id;
}

/**
 * Where a goal, or a segment's or a person's part of it, stands on a day. As a report's position, but without laying the facts
 * over the whole tree: for rules, which ask for a few. Undefined: nothing can be measured, or the tree
 * has no such part or several of them.
 */
export function standingOn(tree: GoalTree, plan: Plan, actuals: Actuals, asOf: Day, part: PartOf = {}): Position | undefined {
  const [root] = tree.nodes;
  const nodes = nodesOf(tree, part);
  const [node] = nodes;
  if (!root || !node || nodes.length > 1) return undefined;
  const own = factsOfGoal(tree.goal, actuals.facts);
  if (own.length === 0 && !isNought(tree.goal.metric, plan, actuals)) return undefined;
  const facts = own.filter((fact) => fact.day <= asOf && holds(tree.goal.span, fact.day) && isOfPart(fact, part, plan));
  const placed: PlacedTree = {
    tree,
    root,
    childrenOf: childrenIn(tree),
    factsOf: (each) => (each.id === node.id ? facts : []),
    creditsOf: () => [],
  };
  return positionsOn(placed, expectationOn(placed, plan, asOf), plan, asOf, true)(node);
}

/** Nothing was found of a metric of which something could have been. */
function isNought(metric: Metric, plan: Plan, actuals: Actuals): boolean {
  return hasRowsFor(metric, plan, actuals) || (metric.measure.is === 'sum' && actuals.facts.some((fact) => fact.metric === metric.id));
}

/** The goal itself, or the nodes of a segment or a person. */
function nodesOf(tree: GoalTree, { segment, owner }: PartOf): readonly Subgoal[] {
  if (segment === undefined && owner === undefined) return tree.nodes.slice(0, 1);
  const [dimension, key] = segment === undefined ? (['owner', owner] as const) : (['segment', segment] as const);
  return tree.nodes.filter(
    (node) => [...node.path.keys()].at(-1) === dimension && node.path.get(dimension) === key && node.parts.length === 0,
  );
}

function isOfPart(fact: Fact, { segment, owner }: PartOf, plan: Plan): boolean {
  return (segment === undefined || fact.segment === segment) && (owner === undefined || ownerOf(fact, plan) === owner);
}

function childrenIn({ nodes }: GoalTree): ReadonlyMap<string, readonly Subgoal[]> {
  const children = new Map<string, Subgoal[]>();
  for (const node of nodes) {
    if (node.parent === undefined) continue;
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node);
    else children.set(node.parent, [node]);
  }
  return children;
}
