import { type Growth, leavesOf, type Run, subgoalsAt } from '../decompose/index.ts';
import type { Dimension, Goal } from '../model/plan.ts';
import type { Batch, Field, Report, Values } from '../model/report.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { partData } from './decompose-report.ts';
import { columnOf } from './subgoals-file.ts';

/** Which nodes are wanted; undefined: all. */
export type Wanted = ((node: Subgoal) => boolean) | undefined;

/** Every node of the trees as a record: made while they are written, however many there are. */
export function subgoalsReport(title: string, growths: readonly Growth[], wanted: Wanted): Report<undefined> {
  const used = [...new Set(growths.flatMap(({ goal }) => goal.decompose.flatMap((step) => step.by)))];
  const dimensions = used.map(columnOf);
  const columns = ['goal', 'id', 'parent', 'depth', 'leaf', ...dimensions, 'target', 'owner', 'ownerFrom', 'start', 'deadline', 'pinned'];
  return { id: 'decompose', title, data: undefined, blocks: [], stream: { columns, batches: batchesOf(growths, used, wanted) } };
}

function* batchesOf(growths: readonly Growth[], used: readonly Dimension[], wanted: Wanted): Iterable<Batch> {
  for (const growth of growths) {
    if (wanted?.(growth.root) !== false) yield batchOf([growth.root], growth, used);
    for (const run of growth.runs()) {
      const leaves = wanted || !run.family.isLeaf ? undefined : leafBatch(run, growth, used);
      if (leaves) yield leaves;
      else yield* oneByOne(run, growth, used, wanted);
    }
  }
}

function* oneByOne(run: Run, growth: Growth, used: readonly Dimension[], wanted: Wanted): Iterable<Batch> {
  for (const node of subgoalsAt(run, growth.setting)) if (wanted?.(node) !== false) yield batchOf([node], growth, used);
}

/** The columns of a batch by what they hold, in the order of the contract. */
interface Columns {
  readonly id: Values;
  readonly parent: string | null;
  readonly depth: number;
  readonly isLeaf: boolean;
  readonly path: ReadonlyMap<Dimension, Values>;
  readonly target: Values;
  readonly owner: Values;
  readonly ownerFrom: string;
  readonly start: Values;
  readonly deadline: Values;
  readonly pinned: Values;
  readonly parts: Subgoal['parts'];
}

/** All leaves of a family, column by column: no object for each. */
function leafBatch({ family }: Run, growth: Growth, used: readonly Dimension[]): Batch | undefined {
  const { parent, level, numbers } = family;
  const leaves = leavesOf(family, growth.setting);
  if (!leaves) return undefined;
  const path = new Map<Dimension, Values>();
  for (const [dimension, key] of parent.path) path.set(dimension, all(key));
  path.set(level.dimension, { is: 'each', values: leaves.keys });
  const pinned = numbers.isFree ? [] : numbers.targets().map((_, index) => numbers.at(index).pinned);
  return batchWith(leaves.keys.length, growth, used, {
    id: { is: 'ids', under: parent.id, keys: leaves.keys },
    parent: parent.id,
    depth: parent.depth + 1,
    isLeaf: true,
    path,
    target: amounts(numbers.targets(), growth),
    owner: column(leaves.owner),
    ownerFrom: leaves.ownerFrom,
    start: column(leaves.start),
    deadline: column(leaves.deadline),
    pinned: pinned.includes(true) ? { is: 'each', values: pinned } : all(false),
    parts: [],
  });
}

function batchOf([node]: readonly [Subgoal], growth: Growth, used: readonly Dimension[]): Batch {
  return batchWith(1, growth, used, {
    id: all(node.id),
    parent: node.parent ?? null,
    depth: node.depth,
    isLeaf: node.leaf,
    path: new Map([...node.path].map(([dimension, key]) => [dimension, all(key)])),
    target: amounts([node.target], growth),
    owner: all(node.owner),
    ownerFrom: node.ownerFrom,
    start: all(node.start),
    deadline: all(node.deadline),
    pinned: all(node.pinned),
    parts: node.parts,
  });
}

function batchWith(count: number, { goal }: Growth, used: readonly Dimension[], columns: Columns): Batch {
  return { count, cells: () => cellsOf(goal.id, used, columns), fields: () => fieldsOf(goal, columns) };
}

function cellsOf(goal: string, used: readonly Dimension[], columns: Columns): readonly Values[] {
  const { id, parent, depth, isLeaf, path, target, owner, ownerFrom, start, deadline, pinned } = columns;
  const places = used.map((dimension) => path.get(dimension) ?? NOTHING);
  return [all(goal), id, all(parent), all(depth), all(isLeaf), ...places, target, owner, all(ownerFrom), start, deadline, pinned];
}

function fieldsOf({ id: goal, metric }: Goal, columns: Columns): readonly Field[] {
  const { id, parent, depth, isLeaf, path, target, owner, ownerFrom, start, deadline, pinned, parts } = columns;
  const fields: Field[] = [
    { name: 'goal', values: all(goal) },
    { name: 'id', values: id },
    { name: 'parent', values: all(parent) },
    { name: 'depth', values: all(depth) },
    { name: 'leaf', values: all(isLeaf) },
    { name: 'path', fields: [...path].map(([name, values]) => ({ name, values })) },
    { name: 'target', values: target },
    { name: 'owner', values: owner },
    { name: 'ownerFrom', values: all(ownerFrom) },
    { name: 'start', values: start },
    { name: 'deadline', values: deadline },
    { name: 'pinned', values: pinned },
  ];
  return parts.length === 0 ? fields : [...fields, { name: 'parts', object: parts.map((part) => partData(part, metric.decimals)) }];
}

const NOTHING = all(null);

function all(value: string | number | boolean | null): Values {
  return { is: 'all', value };
}

function column(values: string | readonly string[]): Values {
  return typeof values === 'string' ? all(values) : { is: 'each', values };
}

function amounts(values: Extract<Values, { is: 'amounts' }>['values'], { goal }: Growth): Values {
  return { is: 'amounts', values, decimals: goal.metric.decimals };
}
