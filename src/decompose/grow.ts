import { type Amount, sumAmounts, ZERO } from '../model/amount.ts';
import { isTimeDimension } from '../model/step.ts';
import { childrenOf } from './children.ts';
import { type Family, type Level, levelsOf, type Run } from './family.ts';
import { funnelVolumes } from './funnel.ts';
import { type Child, childId, type Holder, type Parent } from './node.ts';
import { NOT_SET, type Numbered, type Numbers, numberChildren, numbersOf } from './number.ts';
import { missing } from './problems.ts';
import type { Setting } from './setting.ts';
import { parentAt } from './subgoal-of.ts';
import { cellsUnder, keysOfTable, type TableCells, totalOf } from './table.ts';
import { tableMismatch, tellGoalsOff } from './totals.ts';

/** What a tree grows by. */
export interface Growing {
  readonly setting: Setting;
  readonly levels: readonly Level[];
}

/** A goal as the node that its steps split, and its numbers. */
export function rootOf({ goal }: Setting, target: Amount | undefined, opening: Amount | undefined): { root: Parent; numbers: Numbered } {
  const holder: Holder = { tenures: goal.owner, from: 'goal' };
  const root: Parent = { id: goal.id, depth: 0, path: new Map(), target, opening, span: goal.span, holder };
  const rule = goal.target.is === 'sum' ? 'sum' : 'target';
  return { root, numbers: { ...NOT_SET, target, opening, derivedFrom: { rule, weight: undefined, remainder: ZERO } } };
}

/** Grows what is under a goal, run by run, depth first, without keeping it: memory does not grow with the leaves. */
export function* growTree(setting: Setting, root: Parent): Iterable<Run> {
  const growing: Growing = { setting, levels: levelsOf(setting.goal.decompose) };
  const family = familyOf(growing, root, undefined);
  if (family) yield* runsOf(growing, family);
}

/** A family whose cells of a table are known to the level below. */
export interface Grown extends Family {
  readonly cells: TableCells | undefined;
}

function* runsOf(growing: Growing, family: Grown): Iterable<Run> {
  const { children, isLeaf } = family;
  if (isLeaf) {
    yield { family, from: 0, to: children.length, node: undefined };
    return;
  }
  for (let index = 0; index < children.length; index++) {
    const node = parentAt(family, index, growing.setting);
    yield { family, from: index, to: index + 1, node };
    const below = familyOf(growing, node, cellsBelow(growing, family, index));
    if (below?.isLeaf) yield { family: below, from: 0, to: below.children.length, node: undefined };
    else if (below) yield* runsOf(growing, below);
  }
}

/** The children of a node, with their numbers; undefined for a leaf. */
export function familyOf({ setting, levels }: Growing, parent: Parent, cells: TableCells | undefined): Grown | undefined {
  const level = levels[parent.depth];
  if (!level) return undefined;
  const own = cells ?? cellsOf(level, parent, setting);
  const children = childrenAt(level, parent, own, setting);
  if (children.length === 0) tellNoChildren(level, parent, setting);
  const numbers = numbersAt(level, levels, parent.depth, parent, children, own, setting);
  const isLeaf = parent.depth + 1 === levels.length;
  const isHandedDown = isLeaf || levels[parent.depth + 1]?.dimension === 'stage';
  return { level, parent, children, numbers, isLeaf, isHandedDown, cells: own };
}

/** A table's step of several dimensions narrows its cells from level to level. */
export function cellsBelow({ levels }: Growing, { level, parent, children, cells }: Grown, index: number): TableCells | undefined {
  const child = children[index];
  const isSameTable = levels[parent.depth + 1]?.index === level.index;
  return isSameTable && cells && child ? cellsUnder(cells, level.dimension, child) : undefined;
}

/** The cells of a table's step that belong under a node. */
function cellsOf({ index }: Level, parent: Parent, { tables }: Setting): TableCells | undefined {
  let cells = tables.get(index);
  if (!cells) return undefined;
  for (const [dimension, key] of parent.path) cells = cells && cellsUnder(cells, dimension, { key, span: parent.span });
  return cells;
}

function childrenAt({ step, dimension }: Level, parent: Parent, cells: TableCells | undefined, setting: Setting): readonly Child[] {
  if (step.shares.is !== 'table' || isTimeDimension(dimension) || !cells) return childrenOf(step, dimension, parent, setting);
  return keysOfTable(cells, dimension, setting.plan).map((key) => ({ key, span: parent.span }));
}

function numbersAt(
  level: Level,
  levels: readonly Level[],
  depth: number,
  parent: Parent,
  children: readonly Child[],
  cells: TableCells | undefined,
  setting: Setting,
): Numbers {
  const { step, dimension } = level;
  if (step.shares.is === 'table') {
    if (cells) tableMismatch(parent, totalOf(cells), step.shares.table, setting);
    return numbersOf(children.map((child) => given(cells && totalOf(cellsUnder(cells, dimension, child)), parent, 'table')));
  }
  if (dimension === 'goal') {
    const targets = children.map(({ key }) => setting.targetOf(key));
    tellGoalsOff(step, parent, children, targets, setting);
    return numbersOf(targets.map((target) => given(target, parent, 'goal')));
  }
  if (dimension === 'stage') return numbersOf(funnelVolumes(step, parent, children, setting));
  if (setting.goal.target.is === 'sum') {
    const sums = children.map((child) => {
      const below: Parent = {
        ...parent,
        id: childId(parent, child.key),
        path: new Map(parent.path).set(dimension, child.key),
        span: child.span,
      };
      return given(totalBelow(levels, depth + 1, below, setting), parent, 'sum');
    });
    return numbersOf(sums);
  }
  return numberChildren({ step, dimension, parent, children, setting });
}

function given(target: Amount | undefined, parent: Parent, rule: string): Numbered {
  const share = target === undefined || !parent.target ? undefined : { part: target, whole: parent.target };
  return {
    target,
    opening: undefined,
    share,
    pinned: false,
    derivedFrom: { rule: target === undefined ? 'not-set' : rule, weight: undefined, remainder: ZERO },
  };
}

/** Bottom-up: what the tables and child goals under a node add up to; undefined where nothing does. */
export function totalBelow(levels: readonly Level[], depth: number, parent: Parent, setting: Setting): Amount | undefined {
  const level = levels[depth];
  if (!level) return undefined;
  if (level.step.shares.is === 'table') return totalOf(cellsOf(level, parent, setting) ?? []);
  const children = childrenOf(level.step, level.dimension, parent, setting);
  const totals = children.map((child) => {
    if (level.dimension === 'goal') return setting.targetOf(child.key);
    const path = new Map(parent.path).set(level.dimension, child.key);
    return totalBelow(levels, depth + 1, { ...parent, id: childId(parent, child.key), path, span: child.span }, setting);
  });
  const known = totals.filter((total) => total !== undefined);
  return known.length === 0 ? undefined : sumAmounts(known);
}

function tellNoChildren({ step, dimension, index }: Level, parent: Parent, setting: Setting): void {
  if (step.shares.is === 'table' && !setting.tables.has(index)) return;
  setting.tell(missing(step, parent, setting, 'children', { by: dimension }));
}
