import { decimalText } from '../model/fraction.ts';
import type { Dimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';

/** The rows of `subgoals.csv`: a header, then one row a leaf in the plan's order, goal after goal. An absent target is an empty cell. */
export function subgoalRows(trees: readonly GoalTree[]): readonly (readonly string[])[] {
  const dimensions = [...new Set(trees.flatMap(({ goal }) => goal.decompose.flatMap((step) => step.by)))];
  const header = ['goal', 'id', ...dimensions.map(columnOf), 'target', 'owner', 'start', 'deadline'];
  return [header, ...trees.flatMap((tree) => tree.nodes.filter((node) => node.leaf).map((node) => rowOf(node, tree, dimensions)))];
}

/** Whom a step hands down to is a member; the owner of a subgoal has a column of their own. */
export function columnOf(dimension: Dimension): string {
  return dimension === 'owner' ? 'member' : dimension;
}

function rowOf(node: Subgoal, { goal, decimals }: GoalTree, dimensions: readonly Dimension[]): readonly string[] {
  const target = node.target === undefined ? '' : decimalText(node.target, decimals);
  const places = dimensions.map((dimension) => node.path.get(dimension) ?? '');
  return [goal.id, node.id, ...places, target, node.owner, node.start, node.deadline];
}
