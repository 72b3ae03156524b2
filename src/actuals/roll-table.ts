import type { Day } from '../model/day.ts';
import type { Fraction } from '../model/fraction.ts';
import { NOUGHT, parseDecimal, plus, times } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { Binding, ColumnRef } from './bind.ts';
import type { Warehouse } from './engines/warehouse.ts';
import { WarehouseError } from './engines/warehouse-error.ts';
import type { JoinedRows } from './joined-rows.ts';
import { filterOf } from './labels.ts';
import type { Measured, Rows } from './roll-source.ts';
import { classesOf, type LabelAt, type LabelColumns, labelColumnsOf, reader } from './table-labels.ts';
import { type AskedTable, isTimed, labelsStatement, MOST_LABELS, rollUpStatement, type TableRollUp } from './table-sql.ts';

/** What a table is asked for. */
export interface TableQuestion {
  readonly source: Source;
  readonly plan: Plan;
  readonly asked: AskedTable;
  readonly binding: Binding;
  readonly joined: readonly JoinedRows[];
  /** The last days of the periods that rows of a span are told apart by; undefined: every day. */
  readonly endsIn: ((span: Span) => readonly Day[]) | undefined;
}

export interface RolledTable {
  readonly rows: readonly Rows[];
  /** Left out by `where`, counted by the server. */
  readonly excluded: { readonly rows: number; readonly amount: Fraction };
}

/**
 * Rolls a table up where it lies. First its labels are read, so that the plan's own rules decide what they mean, then the
 * rows are filtered, classed and grouped by them. Both answers count all rows: where they differ, rows came in between, and
 * it is asked again. Throws WarehouseError.
 */
export async function rollTable(question: TableQuestion, warehouse: Warehouse): Promise<RolledTable> {
  for (let triesLeft = 3; ; triesLeft--) {
    const labels = await readLabels(question, warehouse);
    const rows = await readGroups(question, labels, warehouse);
    const counted = rows.reduce((sum, each) => sum + each.count, 0);
    if (counted === labels.passing) return { rows, excluded: labels.excluded };
    if (triesLeft === 1) throw new WarehouseError('counts-differ', `${labels.passing} / ${counted}`);
  }
}

/** The labels that there are, and how many rows pass the filter. */
interface Labels {
  readonly columns: LabelColumns;
  /** By column, of rows that pass. */
  readonly byColumn: ReadonlyMap<number, ReadonlySet<string>>;
  readonly passing: number;
  readonly excluded: RolledTable['excluded'];
  readonly span: Span | undefined;
}

async function readLabels({ asked, binding, joined }: TableQuestion, warehouse: Warehouse): Promise<Labels> {
  const columns = labelColumnsOf(binding);
  const listed = [...new Set([...columns.classed, ...columns.filtered])];
  const answer = await warehouse.query(labelsStatement(asked, listed, measuresOf(binding)[0], binding.fields.get('date')?.column));
  if (answer.length > MOST_LABELS) throw new WarehouseError('too-many-labels', listed.map((each) => asked.columns[each]?.name).join(', '));
  const [passesWhere, isKept] = [filterOf(binding.where), filterOf(binding.kept)];
  const passes = (labelOf: (name: string) => string | null) => passesWhere(labelOf) && isKept(labelOf);
  const read = reader(binding, joined);
  const byColumn = new Map<number, Set<string>>(listed.map((column) => [column, new Set()]));
  let [passing, excludedRows, amount, first, last]: [number, number, Fraction, string, string] = [0, 0, NOUGHT, '9', ''];
  for (const row of answer) {
    const labelAt: LabelAt = (column) => row[listed.indexOf(column)] || null;
    const [count, sum, from, to] = row.slice(listed.length);
    if (!passes((name) => labelOf(binding.named.get(name), labelAt, read))) {
      excludedRows += Number(count);
      amount = plus(amount, times(decimalOf(sum), binding.scale));
      continue;
    }
    passing += Number(count);
    for (const [index, column] of listed.entries()) byColumn.get(column)?.add(row[index] ?? '');
    if (from && from < first) first = from;
    if (to && to > last) last = to;
  }
  const span = last === '' ? undefined : { start: first as Day, end: last as Day };
  return { columns, byColumn, passing, excluded: { rows: excludedRows, amount }, span };
}

function labelOf(ref: ColumnRef | undefined, labelAt: LabelAt, read: ReturnType<typeof reader>): string | null {
  return ref ? read(ref, labelAt) : null;
}

async function readGroups(question: TableQuestion, labels: Labels, warehouse: Warehouse): Promise<readonly Rows[]> {
  const rollUp = rollUpOf(question, labels);
  const answer = await warehouse.query(rollUpStatement(question.asked, rollUp));
  return answer.map((row) => rowsOf(row, rollUp, question)).filter(({ count }) => count > 0);
}

function rollUpOf({ asked, binding, joined, plan, endsIn }: TableQuestion, { columns, byColumn, span }: Labels): TableRollUp {
  const dated = binding.fields.get('date')?.column;
  const isByPeriod = endsIn !== undefined && dated !== undefined && isTimed(asked, dated);
  return {
    day: dated === undefined ? undefined : { column: dated, ends: isByPeriod ? (span ? endsIn(span) : []) : undefined },
    raw: columns.raw,
    classed: columns.classed.map((column) => {
      const [unknown, ...classes] = classesOf(column, [...(byColumn.get(column) ?? [])], binding, joined, plan);
      return { column, classes, unknown: unknown?.[0] };
    }),
    filters: columns.filtered.map((column) => ({ column, labels: [...(byColumn.get(column) ?? [])].sort() })),
    sums: measuresOf(binding),
  };
}

/** Columns that are added up: the amount or value, and the quantity. */
function measuresOf({ fields }: Binding): readonly number[] {
  return [fields.get('amount') ?? fields.get('value'), fields.get('quantity')].flatMap((ref) => ref?.column ?? []);
}

/** One group as rows: its keys in the order of the statement. */
function rowsOf(row: readonly (string | null)[], rollUp: TableRollUp, { binding, joined }: TableQuestion): Rows {
  const cells = row[Symbol.iterator]();
  const next = () => cells.next().value ?? null;
  const day = rollUp.day ? next() || null : undefined;
  const labels = new Map<number, string | null>();
  for (const column of rollUp.raw) labels.set(column, next() || null);
  for (const { column, classes, unknown } of rollUp.classed) {
    const index = Number(next());
    labels.set(column, (index === 0 ? unknown : classes[index - 1]?.[0]) || null);
  }
  const empty = rollUp.sums.map(() => next() === '1');
  const sums = rollUp.sums.map(() => next());
  const measured = rollUp.sums.map((_, index): Measured => {
    if (empty[index]) return { is: 'empty' };
    const value = decimalOf(sums[index]);
    return { is: 'total', value: index === 0 && !isQuantityOnly(binding) ? times(value, binding.scale) : value, currency: undefined };
  });
  const count = Number(next());
  const read = reader(binding, joined);
  const labelAt: LabelAt = (column) => labels.get(column) ?? null;
  const [amount, quantity] = isQuantityOnly(binding) ? [undefined, measured[0]] : measured;
  return {
    label: (field) => {
      if (field === 'date') return day;
      const ref = binding.fields.get(field);
      return ref && read(ref, labelAt);
    },
    labelOf: (name) => labelOf(binding.named.get(name), labelAt, read),
    measure: (field) => (field === 'amount' ? amount : field === 'quantity' ? quantity : undefined),
    count,
    cells: () => [],
  };
}

function isQuantityOnly({ fields }: Binding): boolean {
  return !fields.has('amount') && !fields.has('value');
}

/** Decimals come as text; zeros at the end say nothing. */
function decimalOf(text: string | null | undefined): Fraction {
  const value = parseDecimal((text ?? '0').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));
  if (!value) throw new WarehouseError('query-failed', `${text}`);
  return value;
}
