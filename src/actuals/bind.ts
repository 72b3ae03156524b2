import type { Problem } from '../model/finding.ts';
import { foldLabel } from '../model/fold-label.ts';
import { type Fraction, ONE } from '../model/fraction.ts';
import { nearName } from '../model/near-name.ts';
import type { Plan } from '../model/plan.ts';
import { SOURCE_FIELDS, type Source, type SourceField } from '../model/source.ts';
import type { Match } from '../model/strategy.ts';
import { headerUnit } from './header-unit.ts';
import type { PreparedFile } from './prepare.ts';
import { presetFor } from './presets/index.ts';
import type { Labels, Preset } from './presets/preset.ts';

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
  /** Columns that a `match` looks at and the files do not have, with the header that is most like each. */
  readonly absent: ReadonlyMap<string, string | undefined>;
  /** For each join its column in the tables before it and in the joined file. */
  readonly joins: readonly { readonly left: ColumnRef; readonly right: number }[];
  /** Which rows count: as the plan says, else as the preset does. */
  readonly where: Match;
  /** Which records are still there; the others are voided. */
  readonly kept: Match;
  /** Which rows are closed without success; undefined: the file does not say. */
  readonly lost: Match | undefined;
  readonly preset: Preset | undefined;
  /** One in the column of amounts is so many units. */
  readonly scale: Fraction;
  /** The same of columns beside it: quantities by their own header, costs and profits by theirs or else as amounts. */
  readonly scales: ReadonlyMap<SourceField, Fraction>;
  /** Of amounts that say nothing of their currency; undefined: the plan's. */
  readonly currency: string | undefined;
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
      columns.get(field) ?? (source.columns.has(field) ? undefined : firstRef(preset ? namesFor(field, preset) : [], tables, all));
    if (ref) fields.set(field, ref);
  }
  const { idElse } = preset ?? {};
  const other = idElse && !fields.has('id') && !idElse.unless.some((field) => fields.has(field)) ? fields.get(idElse.field) : undefined;
  if (other) fields.set('id', other);
  const named = new Map<string, ColumnRef>();
  const absent = new Map<string, string | undefined>();
  const has = ({ column }: Labels) => refOf(column, tables, all) !== undefined;
  const where = source.where.size > 0 ? source.where : matchOf(preset?.won.filter(has).slice(0, 1));
  const kept = matchOf(preset?.kept.filter((each) => has(each) && !source.where.has(each.column)));
  const lost = lostOf(source, preset?.lost.filter(has).slice(0, 1) ?? [], where);
  for (const name of namesOf([where, kept, lost], plan)) {
    const ref = columns.get(name) ?? refOf(name, tables, all);
    if (ref) named.set(name, ref);
    else if (source.where.has(name)) find(name, [...source.path, 'where', name], all);
    else absent.set(name, nearName(name, headers));
  }
  if (!isWhole) return undefined;
  const used = new Set(
    [...fields.values(), ...named.values(), ...columns.values(), ...joins.map((join) => join.left)].map((ref) => JSON.stringify(ref)),
  );
  const unbound = file.columns.filter((_, column) => !used.has(JSON.stringify({ table: 0, column })));
  const amount = fields.get('amount') ?? fields.get('value');
  const unitIn = (ref: ColumnRef | undefined) => headerUnit((ref && tables[ref.table]?.columns[ref.column]) ?? '', plan.currency);
  const unit = unitIn(amount);
  const amountScale = source.scale ?? unit.scale ?? ONE;
  return {
    fields,
    named,
    absent,
    joins,
    where,
    kept,
    lost: lost.size > 0 ? lost : undefined,
    preset,
    scale: amountScale,
    scales: new Map([
      ['quantity', unitIn(fields.get('quantity')).scale ?? ONE],
      ['cost', source.scale ?? unitIn(fields.get('cost')).scale ?? amountScale],
      ['profit', source.scale ?? unitIn(fields.get('profit')).scale ?? amountScale],
    ]),
    currency: unit.currency,
    unbound,
  };
}

/** A system's own names go before the plain name of a field, which may be a number of somebody there. */
function namesFor(field: SourceField, { id, columns }: Preset): readonly string[] {
  const names = columns[field] ?? [];
  return id === 'generic' ? [field, ...names] : [...names, field];
}

/** A plan that names its columns means those; only a preset that it names adds to them. */
function isBoundByPlan({ columns, preset }: Source): boolean {
  return preset === undefined && columns.has('date') && (columns.has('amount') || columns.has('value') || columns.has('quantity'));
}

/** What people call deals that they won, and those that somebody else did, or nobody. */
const WON = new Set(['won', 'closed won', '赢单', '贏單']);
const LOST = ['lost', 'closed lost', '输单', '輸單', '丢单', '失败', '已失败', '战败', '流失'];

/** As the plan says, else as the preset does; where the plan counts what is won, what is called lost in the same column. */
function lostOf(source: Source, preset: readonly Labels[], where: Match): Match {
  if (source.lost.size > 0) return source.lost;
  if (preset.length > 0) return matchOf(preset);
  const won = [...where].find(([, labels]) => labels.some((label) => WON.has(foldLabel(label))));
  return won ? new Map([[won[0], LOST]]) : new Map();
}

function matchOf(all: readonly Labels[] = []): Match {
  return new Map(all.map(({ column, labels }) => [column, labels]));
}

/** The first name that a table has; `order_id` and `OrderID` are `order id` where nothing is called so exactly. */
function firstRef(names: readonly string[], tables: readonly Bindable[], within: readonly number[]): ColumnRef | undefined {
  for (const name of names) {
    const ref = refOf(name, tables, within) ?? tightRef(name, tables, within);
    if (ref) return ref;
  }
  return undefined;
}

function tightRef(name: string, tables: readonly Bindable[], within: readonly number[]): ColumnRef | undefined {
  const wanted = tightened(foldLabel(name));
  for (const table of within) {
    const column = namesIn(tables[table]).tight.indexOf(wanted);
    if (column >= 0) return { table, column };
  }
  return undefined;
}

function tightened(label: string): string {
  return label.replace(/[\s_-]+/g, '');
}

/** Names that filters and `match` use. */
function namesOf(filters: readonly Match[], plan: Plan): ReadonlySet<string> {
  const matches = [plan.segments, plan.products, plan.channels].flatMap((home) => [...home.values()].map(({ match }) => match));
  return new Set([...filters.flatMap((filter) => [...filter.keys()]), ...matches.flatMap((match) => [...(match?.keys() ?? [])])]);
}

/** The first table that has the column: by its name after folding, then without the unit that a header names, or by its number from 1 in the source's own file. */
function refOf(name: string | number, tables: readonly Bindable[], within: readonly number[]): ColumnRef | undefined {
  if (typeof name === 'number') return name >= 1 && name <= (tables[0]?.columns.length ?? 0) ? { table: 0, column: name - 1 } : undefined;
  const wanted = foldLabel(name);
  for (const names of ['whole', 'plain'] as const) {
    for (const table of within) {
      const column = namesIn(tables[table])[names].indexOf(wanted);
      if (column >= 0) return { table, column };
    }
  }
  return undefined;
}

const FOLDED = new WeakMap<Bindable, Readonly<Record<'whole' | 'plain' | 'tight', readonly string[]>>>();

/** Headers as they are compared: whole, without the unit that they name, and without blanks and strokes. */
function namesIn(table: Bindable | undefined) {
  const known = table && FOLDED.get(table);
  if (known) return known;
  const columns = table?.columns ?? [];
  const plain = columns.map((header) => foldLabel(headerUnit(header, '').name));
  const names = { whole: columns.map(foldLabel), plain, tight: plain.map(tightened) };
  if (table) FOLDED.set(table, names);
  return names;
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
