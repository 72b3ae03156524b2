import { type Amount, sumAmounts } from '../model/amount.ts';
import { bucketsOf } from '../model/buckets.ts';
import type { Calendar } from '../model/calendar.ts';
import type { Span } from '../model/span.ts';
import { type Dimension, isTimeDimension, type TimeDimension } from '../model/step.ts';
import type { GoalTree, Subgoal } from '../model/subgoal.ts';

/** A goal's numbers by a dimension and time. */
export interface CrossTable {
  readonly time: TimeDimension;
  /** Keys of the buckets, in order. */
  readonly buckets: readonly string[];
  /** In the plan's order. */
  readonly rows: readonly CrossRow[];
  /** Of all rows; undefined cells where the numbers do not add up (ratios). */
  readonly total: CrossRow;
}

/** Quanta; undefined is «not set», or that there is no one number. The total of levels is the last one. */
export interface CrossRow {
  readonly key: string;
  readonly cells: readonly (Amount | undefined)[];
  readonly total: Amount | undefined;
}

const FINE_TO_COARSE: readonly TimeDimension[] = ['week', 'month', 'quarter', 'half'];

/** The times that a tree can be cut by, the finest first: each of its leaves lies in one bucket. */
export function timesOf(leaves: readonly Subgoal[], { goal }: GoalTree, calendar: Calendar): readonly TimeDimension[] {
  const hasWeeks = goal.decompose.some((step) => step.by.includes('week'));
  const times = FINE_TO_COARSE.filter((time) => time !== 'week' || hasWeeks);
  return times.filter((time) => {
    const buckets = bucketsOf(calendar, time, goal.span);
    return leaves.every(({ span }) => indexIn(buckets, span) >= 0);
  });
}

/** What people are given: leaves, or the deals that a funnel's stages lead to, under a dimension. */
export function handedDown({ goal, nodes }: GoalTree, dimension: Dimension): readonly Subgoal[] {
  const levels = goal.decompose.flatMap((step) => step.by);
  const stage = levels.indexOf('stage');
  const depth = stage < 0 ? levels.length : stage;
  return nodes.filter((node) => node.depth === depth && node.path.has(dimension));
}

/** Flows add up over time and places; levels are those at the end of a bucket, added over places; ratios do not add up. */
export function crossTable(
  leaves: readonly Subgoal[],
  dimension: Dimension,
  time: TimeDimension,
  { goal }: GoalTree,
  calendar: Calendar,
): CrossTable {
  const buckets = bucketsOf(calendar, time, goal.span);
  const { kind } = goal.metric;
  const keys = [...new Set(leaves.map((leaf) => leaf.path.get(dimension) ?? ''))];
  const rows = keys.map((key) => {
    const own = leaves.filter((leaf) => leaf.path.get(dimension) === key);
    const cells = buckets.map(({ span }) =>
      cellOf(
        own.filter((leaf) => indexIn([{ span }], leaf.span) === 0),
        kind,
      ),
    );
    return { key, cells, total: kind === 'flow' ? sumOf(cells) : cells.at(-1) };
  });
  return { time, buckets: buckets.map((bucket) => bucket.key), rows, total: totalOf(rows, buckets.length, kind) };
}

/** Rows put together, as the total and the row of others are. */
export function totalOf(rows: readonly CrossRow[], count: number, kind: 'flow' | 'stock' | 'ratio'): CrossRow {
  const none = Array.from({ length: count }, () => undefined);
  if (kind === 'ratio') return { key: '', cells: none, total: undefined };
  const cells = none.map((_, index) => sumOf(rows.map((row) => row.cells[index])));
  return { key: '', cells, total: kind === 'flow' ? sumOf(cells) : cells.at(-1) };
}

function cellOf(leaves: readonly Subgoal[], kind: 'flow' | 'stock' | 'ratio'): Amount | undefined {
  if (kind === 'flow') return sumOf(leaves.map(({ target }) => target));
  const last = new Map<string, Subgoal>();
  for (const leaf of leaves) last.set(placeOf(leaf), leaf);
  const levels = [...last.values()].map(({ target }) => target);
  if (kind === 'stock') return sumOf(levels);
  return levels.length === 1 ? levels[0] : undefined;
}

function placeOf({ path }: Subgoal): string {
  return [...path].flatMap(([dimension, key]) => (isTimeDimension(dimension) ? [] : [key])).join('/');
}

function sumOf(amounts: readonly (Amount | undefined)[]): Amount | undefined {
  const known = amounts.filter((each) => each !== undefined);
  return known.length === 0 ? undefined : sumAmounts(known);
}

function indexIn(buckets: readonly { readonly span: Span }[], span: Span): number {
  return buckets.findIndex((bucket) => bucket.span.start <= span.start && span.end <= bucket.span.end);
}
