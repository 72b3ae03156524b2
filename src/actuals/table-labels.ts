import { foldLabel } from '../model/fold-label.ts';
import type { Plan } from '../model/plan.ts';
import type { SourceField } from '../model/source.ts';
import type { Match } from '../model/strategy.ts';
import type { Binding, ColumnRef } from './bind.ts';
import { foldKey, type JoinedRows } from './joined-rows.ts';

/** The label of a column of the table; null for an empty one. */
export type LabelAt = (column: number) => string | null;

/** Reads a bound column: from the table itself, or through the files joined to it. */
export function reader(binding: Binding, joined: readonly JoinedRows[]): (ref: ColumnRef, labelAt: LabelAt) => string | null {
  const read = ({ table, column }: ColumnRef, labelAt: LabelAt): string | null => {
    if (table === 0) return labelAt(column);
    const join = binding.joins[table - 1];
    const key = join ? read(join.left, labelAt) : null;
    const row = key === null ? undefined : joined[table - 1]?.byKey.get(foldKey(key));
    return row?.[column] ?? null;
  };
  return read;
}

/** The column of the table that a bound column depends on. */
export function rootOf({ table, column }: ColumnRef, binding: Binding): number {
  const join = table === 0 ? undefined : binding.joins[table - 1];
  return join ? rootOf(join.left, binding) : column;
}

/** Fields that come back as they are, where the table has them itself. */
const RAW_FIELDS = ['owner', 'segment', 'product', 'channel', 'metric', 'currency'] as const satisfies readonly SourceField[];

/** What the columns of a table are asked for. */
export interface LabelColumns {
  /** Labels come back as they are. */
  readonly raw: readonly number[];
  /** Only what the plan makes of their labels comes back. */
  readonly classed: readonly number[];
  /** Decide whether a row counts. */
  readonly filtered: readonly number[];
}

export function labelColumnsOf(binding: Binding): LabelColumns {
  const fields = RAW_FIELDS.flatMap((field) => binding.fields.get(field) ?? []);
  const raw = unique(fields.filter(({ table }) => table === 0).map(({ column }) => column));
  const read = [...fields, ...binding.named.values()].map((ref) => rootOf(ref, binding));
  const filtered = unique(
    [binding.where, binding.kept, binding.lost ?? new Map()]
      .flatMap((filter) => [...filter.keys()])
      .flatMap((name) => binding.named.get(name) ?? [])
      .map((ref) => rootOf(ref, binding)),
  );
  return { raw, classed: unique(read).filter((column) => !raw.includes(column)), filtered };
}

/**
 * Which labels of a column the plan can't tell apart: all that its `match`, its filters and its joined files see of them is the same.
 * The first class has what nothing is known of; each class is sorted, so that its first label stands for it.
 */
export function classesOf(
  column: number,
  labels: readonly string[],
  binding: Binding,
  joined: readonly JoinedRows[],
  plan: Plan,
): readonly (readonly string[])[] {
  const read = reader(binding, joined);
  const filters = [binding.where, binding.kept, ...(binding.lost ? [binding.lost] : [])];
  const matches = [...matchesOf(plan), ...filters.map(foldedMatch)];
  const named = [...binding.named].filter(([, ref]) => rootOf(ref, binding) === column);
  const fields = RAW_FIELDS.flatMap((field) => binding.fields.get(field) ?? []).filter(
    (ref) => ref.table > 0 && rootOf(ref, binding) === column,
  );
  const seenOf = (label: string): string => {
    const labelAt: LabelAt = () => (label === '' ? null : label);
    const conditions = named.flatMap(([name, ref]) => matches.flatMap((match) => conditionsOf(match, name, read(ref, labelAt))));
    return JSON.stringify([conditions, fields.map((ref) => read(ref, labelAt))]);
  };
  const classes = new Map<string, string[]>([[seenOf(''), []]]);
  for (const label of [...labels].sort()) {
    const seen = seenOf(label);
    const own = classes.get(seen);
    if (own) own.push(label);
    else classes.set(seen, [label]);
  }
  return [...classes.values()];
}

function conditionsOf(match: ReadonlyMap<string, ReadonlySet<string>>, name: string, label: string | null): readonly boolean[] {
  const wanted = match.get(name);
  return wanted ? [wanted.has(foldLabel(label ?? ''))] : [];
}

function matchesOf(plan: Plan): readonly ReadonlyMap<string, ReadonlySet<string>>[] {
  const matches = [plan.segments, plan.products, plan.channels].flatMap((home) => [...home.values()].flatMap(({ match }) => match ?? []));
  return matches.map(foldedMatch);
}

function foldedMatch(match: Match): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map([...match].map(([name, labels]) => [name, new Set(labels.map(foldLabel))]));
}

function unique(columns: readonly number[]): readonly number[] {
  return [...new Set(columns)];
}
