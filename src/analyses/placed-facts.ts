import { ownerOf } from '../decompose/index.ts';
import { type Day, earlierDay } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { type Fraction, ONE } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import { holds, type Span } from '../model/span.ts';
import { type Dimension, isTimeDimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';
import { isMeasured } from './goal-facts.ts';
import { once } from './once.ts';

/** A goal's tree with the facts that lie under each of its nodes. */
export interface PlacedTree {
  readonly tree: GoalTree;
  readonly root: Subgoal;
  readonly childrenOf: ReadonlyMap<string, readonly Subgoal[]>;
  /** Facts of the metrics that the goal is measured by, up to the as-of day, that lie under a node. */
  factsOf(node: Subgoal): readonly Fact[];
  /** Who a fact of the goal belongs to: as the data say, else whoever has the last node that it lies under on its day, in their shares; owner undefined: unassigned. */
  creditsOf(fact: Fact): readonly Credit[];
}

/** Whose a fact is, and to which share. */
export interface Credit {
  readonly owner: Id | undefined;
  readonly share: Fraction;
}

/** Lays facts over a tree, each once a level. Facts before the goal's start, after `asOf`, or outside its scope are left aside. */
export function placeFacts(tree: GoalTree, facts: readonly Fact[], plan: Plan, asOf: Day): PlacedTree | undefined {
  const [root] = tree.nodes;
  if (!root) return undefined;
  const childrenOf = childrenByParent(tree.nodes);
  const until = earlierDay(asOf, root.span.end);
  const own = facts.filter((fact) => fact.day <= until && fact.day >= root.span.start && isMeasured(fact, tree.goal));
  const laid = once(() => layOver(root, own, childrenOf, plan));
  const factsOf = (node: Subgoal): readonly Fact[] => (node === root ? own : (laid().factsOf.get(node.id) ?? []));
  const creditsOf = (fact: Fact): readonly Credit[] => {
    if (fact.ownerBound) return [{ owner: fact.owner, share: ONE }];
    const node = laid().lastNode.get(fact);
    return node ? creditsIn(node, fact.day) : [{ owner: ownerOf(fact, plan), share: ONE }];
  };
  return { tree, root, childrenOf, factsOf, creditsOf };
}

/** The facts under each node below the root, and the last node of those that do not say whose they are. */
interface Laid {
  readonly factsOf: Map<string, Fact[]>;
  readonly lastNode: Map<Fact, Subgoal | null>;
}

function layOver(root: Subgoal, facts: readonly Fact[], childrenOf: PlacedTree['childrenOf'], plan: Plan): Laid {
  const laid: Laid = { factsOf: new Map(), lastNode: new Map() };
  lay(root, facts, childrenOf, laid, plan);
  return laid;
}

/** Those who have a node on that day, in their shares. */
function creditsIn({ owner, parts }: Subgoal, on: Day): readonly Credit[] {
  const those = parts.filter((part) => holds(part.span, on));
  return those.length === 0 ? [{ owner, share: ONE }] : those.map((part) => ({ owner: part.owner, share: part.credit }));
}

function childrenByParent(nodes: readonly Subgoal[]): ReadonlyMap<string, readonly Subgoal[]> {
  const children = new Map<string, Subgoal[]>();
  for (const node of nodes) {
    if (node.parent === undefined) continue;
    const siblings = children.get(node.parent);
    if (siblings) siblings.push(node);
    else children.set(node.parent, [node]);
  }
  return children;
}

/** A fact that no child takes is unassigned from there on. */
function lay(node: Subgoal, facts: readonly Fact[], childrenOf: PlacedTree['childrenOf'], laid: Laid, plan: Plan): void {
  const { factsOf, lastNode } = laid;
  const children = childrenOf.get(node.id) ?? [];
  const [first] = children;
  if (!first) {
    for (const fact of facts) if (!fact.ownerBound) lastNode.set(fact, node);
    return;
  }
  for (const child of children) factsOf.set(child.id, []);
  const find = finderOf(children, childrenOf, plan);
  for (const fact of facts) {
    const child = find(fact);
    if (child) factsOf.get(child.id)?.push(fact);
    else if (!fact.ownerBound) lastNode.set(fact, null);
  }
  for (const child of children) lay(child, factsOf.get(child.id) ?? [], childrenOf, laid, plan);
}

function finderOf(
  children: readonly Subgoal[],
  childrenOf: ReadonlyMap<string, readonly Subgoal[]>,
  plan: Plan,
): (fact: Fact) => Subgoal | undefined {
  const dimension = lastDimension(children[0]);
  if (dimension === undefined) return () => undefined;
  if (isTimeDimension(dimension)) return byDay((day) => children.find((child) => holds(child.span, day)));
  if (dimension === 'goal') return (fact) => children.find((child) => isInGoal(fact, child, plan));
  const byKey = new Map(children.map((child) => [child.path.get(dimension), child]));
  if (dimension !== 'owner') return (fact) => byKey.get(keyOf(fact, dimension, plan) ?? '');
  const heirs = heirsOf(children, childrenOf);
  return (fact) => byKey.get(ownerOf(fact, plan)) ?? heirs(fact.day, ownerOf(fact, plan));
}

/** There are many facts on few days. */
export function byDay<Found>(find: (day: Day) => Found): (fact: Fact) => Found {
  const known = new Map<Day, { readonly found: Found }>();
  return ({ day }) => {
    const before = known.get(day) ?? { found: find(day) };
    if (!known.has(day)) known.set(day, before);
    return before.found;
  };
}

/** Finds the part of somebody else that a person who has none of their own took over, on a day. */
function heirsOf(children: readonly Subgoal[], childrenOf: ReadonlyMap<string, readonly Subgoal[]>) {
  let stints: ReadonlyMap<Id, readonly { readonly child: Subgoal; readonly span: Span }[]> | undefined;
  return (on: Day, owner: Id | undefined): Subgoal | undefined => {
    stints ??= stintsOf(children, childrenOf);
    return stints.get(owner ?? '')?.find(({ span }) => holds(span, on))?.child;
  };
}

function stintsOf(children: readonly Subgoal[], childrenOf: ReadonlyMap<string, readonly Subgoal[]>) {
  const stints = new Map<Id, { child: Subgoal; span: Span }[]>();
  const add = (owner: Id, child: Subgoal, span: Span) => void stints.set(owner, [...(stints.get(owner) ?? []), { child, span }]);
  const walk = (node: Subgoal, child: Subgoal): void => {
    const below = (childrenOf.get(node.id) ?? []).filter((each) => !each.path.has('stage'));
    for (const each of below) walk(each, child);
    if (below.length > 0) return;
    if (node.parts.length === 0) add(node.owner, child, node.span);
    for (const part of node.parts) add(part.owner, child, part.span);
  };
  for (const child of children) walk(child, child);
  return stints;
}

function isInGoal(fact: Fact, child: Subgoal, plan: Plan): boolean {
  const goal = plan.goals.get(child.path.get('goal') ?? '');
  return goal !== undefined && isMeasured(fact, goal);
}

export function lastDimension(node: Subgoal | undefined): Dimension | undefined {
  return node && [...node.path.keys()].at(-1);
}

/** The key that a fact has of a dimension of places. */
export function keyOf(fact: Fact, dimension: Dimension, plan: Plan): string | undefined {
  switch (dimension) {
    case 'segment':
      return fact.segment;
    case 'product':
      return fact.product;
    case 'channel':
      return fact.channel;
    case 'owner':
      return ownerOf(fact, plan);
    default:
      return undefined;
  }
}
