import type { Problem } from '../model/finding.ts';
import { foldLabel } from '../model/fold-label.ts';
import { nearName } from '../model/near-name.ts';
import type { Match, Plan } from '../model/plan.ts';
import { SOURCE_FIELDS, type Source, type SourceField } from '../model/source.ts';
import type { PreparedFile } from './prepare.ts';
import { presetFor } from './presets/index.ts';
import type { Preset } from './presets/preset.ts';

/** A column: of the source's own file (table 0) or of its n-th joined file. */
export interface ColumnRef {
  readonly table: number;
  readonly column: number;
}

/** Which columns mean what, for files of one layout. */
export interface Binding {
  readonly fields: ReadonlyMap<SourceField, ColumnRef>;
  /** Columns that `where` and the `match` of segments, products and channels look at, by the name they use. */
  readonly named: ReadonlyMap<string, ColumnRef>;
  /** For each join its column in the tables before it and in the joined file. */
  readonly joins: readonly { readonly left: ColumnRef; readonly right: number }[];
  /** Which rows count: what the plan says, and what the preset adds to it. */
  readonly where: Match;
  readonly unbound: readonly string[];
}

/** What has columns: a file or a table, called by its path or its name. */
export type Bindable = Pick<PreparedFile, 'path' | 'columns'>;

/** Binds a source's columns to a file and the files joined to it. Reports: data/missing-column. */
export function bindColumns(
  source: Source,
  plan: Plan,
  file: Bindable,
  joined: readonly Bindable[],
  tell: (problem: Problem) => void,
): Binding | undefined {
  const tables = [file, ...joined];
  let isWhole = true;
  const find = (name: string | number, path: readonly (string | number)[], within: readonly number[]): ColumnRef | undefined => {
    const ref = refOf(name, tables, within);
    if (!ref) {
      isWhole = false;
      tellMissing(
        source,
        String(name),
        path,
        within.map((index) => tables[index]).filter((table) => table !== undefined),
        tell,
      );
    }
    return ref;
  };
  const all = tables.map((_, index) => index);
  const joins = source.joins.map(({ left, right }, index) => ({
    left: find(left, [...source.path, 'join', index, 'on'], all.slice(0, index + 1)) ?? { table: 0, column: 0 },
    right: find(right, [...source.path, 'join', index, 'on'], [index + 1])?.column ?? 0,
  }));
  const headers = tables.flatMap((table) => table.columns);
  const preset = isBoundByPlan(source) ? undefined : presetFor(source.preset, headers);
  const columns = new Map(
    [...source.columns].map(([name, header]) => [name, find(header, [...source.path, 'columns', name], all)] as const),
  );
  const fields = new Map<SourceField, ColumnRef>();
  for (const field of SOURCE_FIELDS) {
    const ref =
      columns.get(field) ??
      (source.columns.has(field) ? undefined : firstRef(preset ? [field, ...(preset.columns[field] ?? [])] : [], tables, all));
    if (ref) fields.set(field, ref);
  }
  const named = new Map<string, ColumnRef>();
  const where = whereOf(source, preset, tables);
  for (const name of namesOf(where, plan)) {
    const ref = columns.get(name) ?? refOf(name, tables, all);
    if (ref) named.set(name, ref);
    else if (source.where.has(name)) find(name, [...source.path, 'where', name], all);
  }
  if (!isWhole) return undefined;
  const used = new Set(
    [...fields.values(), ...named.values(), ...columns.values(), ...joins.map((join) => join.left)].map((ref) => JSON.stringify(ref)),
  );
  const unbound = file.columns.filter((_, column) => !used.has(JSON.stringify({ table: 0, column })));
  return { fields, named, joins, where, unbound };
}

/** A plan that names its columns means those; only a preset that it names adds to them. */
function isBoundByPlan({ columns, preset }: Source): boolean {
  return preset === undefined && columns.has('date') && (columns.has('amount') || columns.has('value') || columns.has('quantity'));
}

/** A plan that says which rows count is not gainsaid: the preset's own filter is for one that says nothing. */
function whereOf(source: Source, preset: Preset | undefined, tables: readonly Bindable[]): Match {
  if (source.where.size > 0 || !preset) return source.where;
  const all = tables.map((_, index) => index);
  return new Map(Object.entries(preset.where).filter(([name]) => refOf(name, tables, all) !== undefined));
}

function firstRef(names: readonly string[], tables: readonly Bindable[], within: readonly number[]): ColumnRef | undefined {
  for (const name of names) {
    const ref = refOf(name, tables, within);
    if (ref) return ref;
  }
  return undefined;
}

/** Names that `where` and `match` use. */
function namesOf(where: Match, plan: Plan): ReadonlySet<string> {
  const matches = [plan.segments, plan.products, plan.channels].flatMap((home) => [...home.values()].map(({ match }) => match));
  return new Set([...where.keys(), ...matches.flatMap((match) => [...(match?.keys() ?? [])])]);
}

/** The first table that has the column: by its name after folding, or by its number from 1 in the source's own file. */
function refOf(name: string | number, tables: readonly Bindable[], within: readonly number[]): ColumnRef | undefined {
  if (typeof name === 'number') return name >= 1 && name <= (tables[0]?.columns.length ?? 0) ? { table: 0, column: name - 1 } : undefined;
  const wanted = foldLabel(name);
  for (const table of within) {
    const column = tables[table]?.columns.findIndex((header) => foldLabel(header) === wanted) ?? -1;
    if (column >= 0) return { table, column };
  }
  return undefined;
}

function tellMissing(
  source: Source,
  column: string,
  path: readonly (string | number)[],
  tables: readonly Bindable[],
  tell: (problem: Problem) => void,
): void {
  const known = tables.flatMap((table) => table.columns);
  const args = { source: source.id, column, file: tables[0]?.path, known, nearest: nearName(column, known) };
  tell({ rule: 'data/missing-column', spot: { in: 'plan', path, at: 'value' }, args });
}
