import { type Amount, amount, subtractAmounts, sumAmounts } from '../model/amount.ts';
import { compare, type Fraction, fromAmount, isNought, minus, sum } from '../model/fraction.ts';
import type { PlanPath } from '../model/id.ts';
import { EVERY_CHILD, isTimeDimension, type Step } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';

/**
 * How a share came about, to be worked out again by hand: `shared` × `weight` ÷ `weights`, rounded down, and what rounding
 * placed on top is its part. 100.00 by the weight 1 of 3 is 33.33 and 0.01 placed here: 33.34.
 */
export interface Derived {
  /** What it shares with the siblings that neither a pin nor a limit holds, in quanta: their targets, along a path the steps between levels. */
  readonly shared: Amount;
  readonly weight: Fraction;
  readonly weights: Fraction;
  /** The exact share, rounded down. */
  readonly floor: Amount;
  readonly remainder: Amount;
}

/** Undefined where the number is no share by weights alone: pins, tables, a limit that it is held at, paths through pinned levels. */
export function derivationOf(node: Subgoal, tree: GoalTree): Derived | undefined {
  if (!node.derivedFrom.weight || node.pinned) return undefined;
  const siblings = tree.nodes.filter((each) => each.parent === node.parent && !each.pinned);
  const free = siblings.filter((each) => limitOf(each, tree) === undefined);
  return sharedAmong(siblings, node) ?? (free.includes(node) ? sharedAmong(free, node) : undefined);
}

/** The limit of its step that a node is at, which shares by weights alone would have missed. */
export interface Limit {
  readonly is: 'min' | 'max';
  readonly path: PlanPath;
}

/** The nodes beside a node, itself with them, that a limit holds: none where weights alone give them all. */
export function heldBeside(node: Subgoal, tree: GoalTree): readonly (readonly [Subgoal, Limit])[] {
  const siblings = tree.nodes.filter((each) => each.parent === node.parent && !each.pinned);
  return siblings.flatMap((each) => {
    const limit = sharedAmong(siblings, each) ? undefined : limitOf(each, tree);
    return limit ? [[each, limit] as const] : [];
  });
}

/** The step that made a node; undefined for the goal itself. */
export function stepOf({ goal }: GoalTree, node: Subgoal): Step | undefined {
  return goal.decompose.flatMap((step) => step.by.map(() => step))[node.depth - 1];
}

/** Limits are kept in whole quanta, or in the round numbers of the step. */
function limitOf(node: Subgoal, tree: GoalTree): Limit | undefined {
  const step = stepOf(tree, node);
  if (!step || node.target === undefined) return undefined;
  const key = [...node.path.values()].at(-1) ?? '';
  const [target, quantum] = [fromAmount(node.target, tree.decimals), step.round ?? fromAmount(amount(1), tree.decimals)];
  const isAt = (over: Fraction) => over.n >= 0n && compare(over, quantum) < 0;
  for (const is of ['min', 'max'] as const) {
    const own = step[is].has(key) ? key : EVERY_CHILD;
    const bound = step[is].get(own);
    if (!bound || !isAt(is === 'min' ? minus(target, bound) : minus(bound, target))) continue;
    return { is, path: own === EVERY_CHILD ? [...step.path, is] : [...step.path, is, own] };
  }
  return undefined;
}

function sharedAmong(siblings: readonly Subgoal[], node: Subgoal): Derived | undefined {
  const { weight, remainder } = node.derivedFrom;
  const part = partOf(node);
  const weights = sum(siblings.flatMap((each) => each.derivedFrom.weight ?? []));
  if (!weight || part === undefined || isNought(weights)) return undefined;
  const shared = sumAmounts(siblings.flatMap((each) => partOf(each) ?? []));
  const floor = floorOf(BigInt(shared) * weight.n * weights.d, weight.d * weights.n);
  return subtractAmounts(part, floor) === remainder ? { shared, weight, weights, floor, remainder } : undefined;
}

/** Along a path the way from the opening level; else the target itself. */
function partOf({ target, opening, path }: Subgoal): Amount | undefined {
  const [dimension] = [...path.keys()].slice(-1);
  const isPath = opening !== undefined && dimension !== undefined && isTimeDimension(dimension);
  return isPath && target !== undefined ? subtractAmounts(target, opening) : target;
}

/** Toward nothing, as a negative total is split as its magnitude. */
function floorOf(n: bigint, d: bigint): Amount {
  return amount(n / d);
}
