import { type TableCells, totalOf } from '../decompose/index.ts';
import { type Amount, subtractAmounts, sumAmounts } from '../model/amount.ts';
import { holds } from '../model/span.ts';
import { type Dimension, isTimeDimension, TIME_DIMENSIONS } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';

/** A node where both numbers exist: what was handed down to it, and what comes up from below. */
export interface BothWays {
  readonly node: Subgoal;
  readonly topDown: Amount;
  readonly bottomUp: Amount;
  /** Bottom-up less top-down. */
  readonly difference: Amount;
}

/**
 * Top-down beside bottom-up, node by node: against the table of commitments where the goal has one, else against the sum of
 * the node's own children (a hedge shows here). Flows only. `cells` undefined: the goal has no such table.
 */
export function bothWays({ goal, nodes }: GoalTree, cells: TableCells | undefined): readonly BothWays[] {
  if (goal.metric.kind !== 'flow') return [];
  const by = goal.bottomUp?.by ?? [];
  const sums = cells ? undefined : childSums(nodes);
  return nodes.flatMap((node) => {
    if (node.target === undefined || node.path.has('stage')) return [];
    const bottomUp = cells ? committed(node, cells, by) : sums?.get(node.id);
    if (bottomUp === undefined) return [];
    return [{ node, topDown: node.target, bottomUp, difference: subtractAmounts(bottomUp, node.target) }];
  });
}

function childSums(nodes: readonly Subgoal[]): ReadonlyMap<string, Amount> {
  const children = new Map<string, Amount[]>();
  for (const { parent, target, path } of nodes) {
    if (parent === undefined || target === undefined || path.has('stage')) continue;
    children.set(parent, [...(children.get(parent) ?? []), target]);
  }
  return new Map([...children].map(([id, amounts]) => [id, sumAmounts(amounts)]));
}

/** What the table says of a node; nothing of one that is finer than the table. */
function committed(node: Subgoal, cells: TableCells, by: readonly Dimension[]): Amount | undefined {
  if (![...node.path.keys()].every((dimension) => isTold(dimension, by))) return undefined;
  const hasTime = [...node.path.keys()].some(isTimeDimension);
  return totalOf(
    cells.filter(({ ids, day }) => {
      const isHere = [...node.path].every(([dimension, key]) => isTimeDimension(dimension) || ids.get(dimension) === key);
      return isHere && (!hasTime || (day !== undefined && holds(node.span, day)));
    }),
  );
}

/** A table by months tells of quarters too, not of weeks. */
function isTold(dimension: Dimension, by: readonly Dimension[]): boolean {
  if (!isTimeDimension(dimension)) return by.includes(dimension);
  const finest = Math.max(...by.filter(isTimeDimension).map((each) => TIME_DIMENSIONS.indexOf(each)), -1);
  return TIME_DIMENSIONS.indexOf(dimension) <= finest;
}
