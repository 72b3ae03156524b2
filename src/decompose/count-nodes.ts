import { isTimeDimension, type TimeDimension } from '../model/step.ts';
import { type Level, levelsOf } from './family.ts';
import { cellsBelow, familyOf, type Growing, type Grown } from './grow.ts';
import type { Parent } from './node.ts';
import type { Setting } from './setting.ts';
import { parentAt } from './subgoal-of.ts';

/**
 * How many nodes a goal's tree has, the goal with them; afterwards all its problems were told. Leaves that can't have any
 * are counted without being made.
 */
export function countNodes(setting: Setting, root: Parent): number {
  const growing: Growing = { setting, levels: levelsOf(setting.goal.decompose) };
  const family = familyOf(growing, root, undefined);
  return family ? 1 + countIn(growing, family) : 1;
}

function countIn(growing: Growing, family: Grown): number {
  const { children, isLeaf, parent } = family;
  if (isLeaf) return children.length;
  const { levels, setting } = growing;
  const sure = parent.depth + 2 === levels.length ? sureDimension(levels[parent.depth + 1], setting) : undefined;
  let nodes = children.length;
  children.forEach(({ span }, index) => {
    const leaves = sure ? setting.buckets(sure, span).length : 0;
    nodes += leaves > 0 ? leaves : countBelow(growing, family, index);
  });
  return nodes;
}

function countBelow(growing: Growing, family: Grown, index: number): number {
  const node = parentAt(family, index, growing.setting);
  const below = familyOf(growing, node, cellsBelow(growing, family, index));
  return below ? countIn(growing, below) : 0;
}

/** The time that a level splits by its days, where nothing else has a say: that always succeeds. */
function sureDimension(level: Level | undefined, { goal, pinned }: Setting): TimeDimension | undefined {
  if (!level || !isTimeDimension(level.dimension) || pinned.size > 0) return undefined;
  const { shares, min, max } = level.step;
  const isByDays = shares.is === 'even' || shares.is === 'working-days';
  const isPlain = goal.metric.kind === 'flow' && goal.target.is === 'value' && min.size === 0 && max.size === 0;
  return isByDays && isPlain ? level.dimension : undefined;
}
