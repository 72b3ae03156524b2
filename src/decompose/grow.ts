import { type Amount, sumAmounts, ZERO } from '../model/amount.ts';
import { lastWorkingDay } from '../model/calendar.ts';
import { addDays } from '../model/day.ts';
import { type Dimension, type Id, isTimeDimension, ownerOn, type Step } from '../model/plan.ts';
import type { Span } from '../model/span.ts';
import type { Derivation, Subgoal } from '../model/subgoal.ts';
import { childrenOf } from './children.ts';
import { funnelVolumes, stageDeadline } from './funnel.ts';
import { holderOf } from './holders.ts';
import { type Child, childId, type Holder, type Parent } from './node.ts';
import { NOT_SET, type Numbered, numberChildren } from './number.ts';
import { partsOf } from './parts.ts';
import type { Setting } from './setting.ts';
import { cellsUnder, keysOfTable, type TableCells, totalOf } from './table.ts';
import { tableMismatch, tellGoalsOff } from './totals.ts';
import { missing } from './weights.ts';

/** One dimension of one step; a table's step has several. */
export interface Level {
  readonly step: Step;
  readonly dimension: Dimension;
  /** Index of the step, which its table's cells are kept by. */
  readonly index: number;
}

export function levelsOf(steps: readonly Step[]): readonly Level[] {
  return steps.flatMap((step, index) => step.by.map((dimension) => ({ step, dimension, index })));
}

/** What grows: called with each node, depth first, and the dimension that it was split by. */
export type Emit = (node: Subgoal, dimension: Dimension | undefined) => void;

interface Growing {
  readonly setting: Setting;
  readonly levels: readonly Level[];
  readonly emit: Emit;
}

/** Grows a goal's tree, node by node, without keeping it. */
export function growTree(setting: Setting, target: Amount | undefined, opening: Amount | undefined, emit: Emit): void {
  const { goal } = setting;
  const levels = levelsOf(goal.decompose);
  const holder: Holder = { tenures: goal.owner, from: 'goal' };
  const root: Parent = { id: goal.id, depth: 0, path: new Map(), target, opening, span: goal.span, holder };
  const numbers: Numbered = {
    ...NOT_SET,
    target,
    opening,
    derivedFrom: { rule: goal.target.is === 'sum' ? 'sum' : 'target', weight: undefined, remainder: ZERO },
  };
  emit(nodeOf(root, undefined, numbers, levels, setting), undefined);
  split({ setting, levels, emit }, root, 0, undefined);
}

function split(growing: Growing, parent: Parent, depth: number, cells: TableCells | undefined): void {
  const { setting, levels, emit } = growing;
  const level = levels[depth];
  if (!level) return;
  const { step, dimension } = level;
  const own = cells ?? cellsOf(level, parent, setting);
  const children = childrenAt(level, parent, own, setting);
  if (children.length === 0) tellNoChildren(level, parent, setting);
  const numbers = numbersAt(level, levels, depth, parent, children, own, setting);
  children.forEach((child, index) => {
    const numbered = numbers[index] ?? NOT_SET;
    const next: Parent = {
      id: childId(parent, child.key),
      depth: depth + 1,
      path: new Map(parent.path).set(dimension, child.key),
      target: numbered.target,
      opening: numbered.opening,
      span: child.span,
      holder: holderOf(step, dimension, child.key, parent.holder, setting.plan),
    };
    emit(nodeOf(next, parent, numbered, levels, setting), dimension);
    const isSameTable = levels[depth + 1]?.index === level.index;
    split(growing, next, depth + 1, isSameTable && own ? cellsUnder(own, dimension, child) : undefined);
  });
}

/** The cells of a table's step that belong under a node. */
function cellsOf({ index }: Level, parent: Parent, { tables }: Setting): TableCells | undefined {
  let cells = tables.get(index);
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
): readonly Numbered[] {
  const { step, dimension } = level;
  if (step.shares.is === 'table') {
    if (cells) tableMismatch(parent, totalOf(cells), step.shares.table, setting);
    return children.map((child) => given(cells && totalOf(cellsUnder(cells, dimension, child)), parent, 'table'));
  }
  if (dimension === 'goal') {
    const targets = children.map(({ key }) => setting.targetOf(key));
    tellGoalsOff(step, parent, children, targets, setting);
    return targets.map((target) => given(target, parent, 'goal'));
  }
  if (dimension === 'stage') return funnelVolumes(step, parent, children, setting);
  if (setting.goal.target.is === 'sum') {
    return children.map((child) => {
      const below: Parent = {
        ...parent,
        id: childId(parent, child.key),
        path: new Map(parent.path).set(dimension, child.key),
        span: child.span,
      };
      return given(totalBelow(levels, depth + 1, below, setting), parent, 'sum');
    });
  }
  return numberChildren({ step, dimension, parent, children, setting });
}

function given(target: Amount | undefined, parent: Parent, rule: string): Numbered {
  const share = target === undefined || !parent.target ? undefined : { n: BigInt(target), d: BigInt(parent.target) };
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

function tellNoChildren({ step, dimension }: Level, parent: Parent, setting: Setting): void {
  if (step.shares.is === 'table' && setting.tables.get(0) === undefined) return;
  setting.tell(missing(step, parent, setting, 'children', { by: dimension }));
}

function nodeOf(node: Parent, parent: Parent | undefined, numbered: Numbered, levels: readonly Level[], setting: Setting): Subgoal {
  const { plan, goal } = setting;
  const isLeaf = node.depth === levels.length;
  const isHandedDown = isLeaf || levels[node.depth]?.dimension === 'stage';
  const hasTime = [...node.path.keys()].some(isTimeDimension);
  const dealBy = hasTime ? lastWorkingDay(plan.calendar, node.span) : deadlineOf(node, goal.id, plan.goals, goal.span);
  const stage = node.path.get('stage');
  const deadline =
    stage === undefined
      ? dealBy
      : lastWorkingDay(plan.calendar, { start: addDays(plan.period.start, -366), end: stageDeadline(plan, stage, dealBy) });
  const derivedFrom: Derivation = numbered.derivedFrom;
  return {
    id: node.id,
    parent: parent?.id,
    depth: node.depth,
    leaf: isLeaf,
    path: node.path,
    target: numbered.target,
    opening: numbered.opening,
    share: numbered.share,
    owner: ownerOn(node.holder.tenures, deadline) ?? '',
    ownerFrom: node.holder.from,
    span: node.span,
    start: node.span.start,
    deadline,
    pinned: numbered.pinned,
    derivedFrom,
    parts:
      isHandedDown && stage === undefined
        ? partsOf({ span: node.span, deadline, target: numbered.target }, node.holder, setting)
        : NO_PARTS,
  };
}

const NO_PARTS: Subgoal['parts'] = [];

/** Without a time step the goal's deadline; a child goal has its own. */
function deadlineOf(node: Parent, goal: Id, goals: Setting['plan']['goals'], span: Span): Subgoal['deadline'] {
  const child = node.path.get('goal');
  return (child === undefined ? undefined : goals.get(child)?.span.end) ?? goals.get(goal)?.span.end ?? span.end;
}
