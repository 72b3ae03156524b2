import { type Amount, amount, subtractAmounts, sumAmounts } from '../model/amount.ts';
import { type Fraction, isNought, sum } from '../model/fraction.ts';
import { isTimeDimension } from '../model/plan.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';

/**
 * How a share came about, to be worked out again by hand: `shared` × `weight` ÷ `weights`, rounded down, and what rounding
 * placed on top is its part. 100.00 by the weight 1 of 3 is 33.33 and 0.01 placed here: 33.34.
 */
export interface Derived {
  /** What it shares with its unpinned siblings, in quanta: their targets, along a path the steps between levels. */
  readonly shared: Amount;
  readonly weight: Fraction;
  readonly weights: Fraction;
  /** The exact share, rounded down. */
  readonly floor: Amount;
  readonly remainder: Amount;
}

/** Undefined where the number is no share by weights alone: pins, tables, limits that were reached, paths through pinned levels. */
export function derivationOf(node: Subgoal, { nodes }: GoalTree): Derived | undefined {
  const { weight, remainder } = node.derivedFrom;
  const part = partOf(node);
  if (!weight || part === undefined || node.pinned) return undefined;
  const siblings = nodes.filter((each) => each.parent === node.parent && !each.pinned);
  const weights = sum(siblings.flatMap((each) => each.derivedFrom.weight ?? []));
  if (isNought(weights)) return undefined;
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
