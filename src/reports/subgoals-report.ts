import { columnsOf, type Family, type FamilyColumns, type Growth, type Parent, type Run, subgoalsAt } from '../decompose/index.ts';
import type { Goal } from '../model/goal.ts';
import type { Batch, Field, Report, Values } from '../model/report.ts';
import type { Dimension } from '../model/step.ts';
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
    if (wanted?.(growth.root) !== false) yield batchOf(growth.root, growth, used);
    const columnsAt = rememberedColumns(growth.setting);
    for (const run of growth.runs()) {
      const columns = wanted ? undefined : columnsAt(run.family);
      if (columns) yield run.node ? nodeBatch(run, run.node, columns, growth, used) : leafBatch(run, columns, growth, used);
      else yield* oneByOne(run, growth, used, wanted);
    }
  }
}

/** The columns of the family that was last met at each depth: its children come one after the other. */
function rememberedColumns(setting: Growth['setting']): (family: Family) => FamilyColumns | undefined {
  const families: (Family | undefined)[] = [];
  const known: (FamilyColumns | undefined)[] = [];
  return (family) => {
    const { depth } = family.parent;
    if (families[depth] !== family) {
      families[depth] = family;
      known[depth] = columnsOf(family, setting);
    }
    return known[depth];
  };
}

function* oneByOne(run: Run, growth: Growth, used: readonly Dimension[], wanted: Wanted): Iterable<Batch> {
  for (const node of subgoalsAt(run, growth.setting)) if (wanted?.(node) !== false) yield batchOf(node, growth, used);
}

/** What rows hold, in the order of the contract. */
interface Columns {
  readonly id: Values;
  readonly parent: string | null;
  readonly depth: number;
  readonly isLeaf: boolean;
  readonly path: ReadonlyMap<Dimension, string>;
  /** What comes after the path in each row. */
  readonly last: { readonly dimension: Dimension; readonly keys: Values } | undefined;
  readonly target: Values;
  readonly owner: Values;
  readonly ownerFrom: string;
  readonly start: Values;
  readonly deadline: Values;
  readonly pinned: Values;
  readonly parts: Subgoal['parts'];
}

/** All leaves of a family, column by column: no object for each. */
function leafBatch({ family }: Run, columns: FamilyColumns, growth: Growth, used: readonly Dimension[]): Batch {
  const { parent, level, numbers } = family;
  const pinned: readonly boolean[] = numbers.isFree ? NONE : numbers.targets().map((_, index) => numbers.at(index).pinned);
  return batchWith(columns.keys.length, growth, used, {
    id: { is: 'ids', under: parent.id, keys: columns.keys },
    parent: parent.id,
    depth: parent.depth + 1,
    isLeaf: true,
    path: parent.path,
    last: { dimension: level.dimension, keys: { is: 'each', values: columns.keys } },
    target: amounts(numbers.targets(), growth),
    owner: column(columns.owner),
    ownerFrom: columns.ownerFrom,
    start: column(columns.start),
    deadline: column(columns.deadline),
    pinned: pinned.includes(true) ? { is: 'each', values: pinned } : NO,
    parts: NONE,
  });
}

/** A child that is split further. */
function nodeBatch({ family, from }: Run, node: Parent, columns: FamilyColumns, growth: Growth, used: readonly Dimension[]): Batch {
  const { numbers } = family;
  return batchWith(1, growth, used, {
    id: all(node.id),
    parent: family.parent.id,
    depth: node.depth,
    isLeaf: false,
    path: node.path,
    last: undefined,
    target: amounts([node.target], growth),
    owner: all(entry(columns.owner, from)),
    ownerFrom: columns.ownerFrom,
    start: all(entry(columns.start, from)),
    deadline: all(entry(columns.deadline, from)),
    pinned: numbers.isFree ? NO : all(numbers.at(from).pinned),
    parts: NONE,
  });
}

function entry(values: string | readonly string[], index: number): string {
  return typeof values === 'string' ? values : (values[index] ?? '');
}

function batchOf(node: Subgoal, growth: Growth, used: readonly Dimension[]): Batch {
  return batchWith(1, growth, used, {
    id: all(node.id),
    parent: node.parent ?? null,
    depth: node.depth,
    isLeaf: node.leaf,
    path: node.path,
    last: undefined,
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
  const { id, parent, depth, isLeaf, target, owner, ownerFrom, start, deadline, pinned } = columns;
  const places = used.map((dimension) => placeOf(dimension, columns));
  return [all(goal), id, all(parent), all(depth), all(isLeaf), ...places, target, owner, all(ownerFrom), start, deadline, pinned];
}

function placeOf(dimension: Dimension, { path, last }: Columns): Values {
  if (last?.dimension === dimension) return last.keys;
  const key = path.get(dimension);
  return key === undefined ? NOTHING : all(key);
}

function pathOf({ path, last }: Columns): readonly Field[] {
  const fields: Field[] = [];
  for (const [name, key] of path) fields.push({ name, values: all(key) });
  if (last) fields.push({ name: last.dimension, values: last.keys });
  return fields;
}

function fieldsOf({ id: goal, metric }: Goal, columns: Columns): readonly Field[] {
  const { id, parent, depth, isLeaf, target, owner, ownerFrom, start, deadline, pinned, parts } = columns;
  const fields: Field[] = [
    { name: 'goal', values: all(goal) },
    { name: 'id', values: id },
    { name: 'parent', values: all(parent) },
    { name: 'depth', values: all(depth) },
    { name: 'leaf', values: all(isLeaf) },
    { name: 'path', fields: pathOf(columns) },
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
const NO = all(false);
const NONE: readonly never[] = [];

function all(value: string | number | boolean | null): Values {
  return { is: 'all', value };
}

function column(values: string | readonly string[]): Values {
  return typeof values === 'string' ? all(values) : { is: 'each', values };
}

function amounts(values: Extract<Values, { is: 'amounts' }>['values'], { goal }: Growth): Values {
  return { is: 'amounts', values, decimals: goal.metric.decimals };
}
