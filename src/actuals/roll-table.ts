import type { Day } from '../model/day.ts';
import type { Exclusion, Tally } from '../model/fact.ts';
import { NOUGHT, plus, times } from '../model/fraction.ts';
import type { Plan } from '../model/plan.ts';
import type { Source, SourceField } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { Binding } from './bind.ts';
import type { Warehouse } from './engines/warehouse.ts';
import { WarehouseError } from './engines/warehouse-error.ts';
import type { JoinedRows } from './joined-rows.ts';
import { filterOf } from './labels.ts';
import { type MeasuredMetric, needsCosts, needsLost, needsOrders } from './needed.ts';
import type { MeasureField, Rows } from './roll-source.ts';
import { classesOf, type LabelAt, type LabelColumns, labelColumnsOf, reader } from './table-labels.ts';
import { type Answered, decimalOf, labelOf, rowsOf } from './table-rows.ts';
import { type AskedTable, isTimed, labelsStatement, MOST_LABELS, rollUpStatement, type TableRollUp } from './table-sql.ts';

/** What a table is asked for. */
export interface TableQuestion {
  readonly source: Source;
  readonly plan: Plan;
  readonly metrics: readonly MeasuredMetric[];
  readonly asked: AskedTable;
  readonly binding: Binding;
  readonly joined: readonly JoinedRows[];
  /** The last days of the periods that rows of a span are told apart by; undefined: every day. */
  readonly endsIn: ((span: Span) => readonly Day[]) | undefined;
}

export interface RolledTable {
  readonly rows: readonly Rows[];
  /** Left out, counted by the server. */
  readonly excluded: ReadonlyMap<Exclusion, Tally>;
  /** How the rows that count were asked for. */
  readonly answered: Answered;
}

/**
 * Rolls a table up where it lies. First its labels are read, so that the plan's own rules decide what they mean, then the
 * rows are filtered, classed and grouped by them, and so are deals that were lost where somebody asks. Both answers count all
 * rows: where they differ, rows came in between, and it is asked again. Throws WarehouseError.
 */
export async function rollTable(question: TableQuestion, warehouse: Warehouse): Promise<RolledTable> {
  for (let triesLeft = 3; ; triesLeft--) {
    const labels = await readLabels(question, warehouse);
    const answered = answeredOf(question, labels, labels.passing, 'date');
    const rows = await readGroups(question, answered, warehouse);
    const lost = await readLost(question, labels, warehouse);
    const [wanted, counted] = [labels.passing.rows + labels.lost.rows, countOf(rows) + countOf(lost)];
    if (counted === wanted) return { rows: [...rows, ...lost], excluded: labels.excluded, answered };
    if (triesLeft === 1) throw new WarehouseError('counts-differ', `${wanted} / ${counted}`);
  }
}

/** Rows with some of the labels. */
interface Some {
  /** By column. */
  readonly byColumn: ReadonlyMap<number, Set<string>>;
  rows: number;
}

/** The labels that there are, and how many rows pass the filter. */
interface Labels {
  readonly columns: LabelColumns;
  readonly passing: Some;
  readonly lost: Some;
  readonly excluded: RolledTable['excluded'];
  readonly span: Span | undefined;
}

async function readLabels(question: TableQuestion, warehouse: Warehouse): Promise<Labels> {
  const { asked, binding, joined } = question;
  const columns = labelColumnsOf(binding);
  const listed = [...new Set([...columns.classed, ...columns.filtered])];
  const amount = measuresOf(question).find(({ field }) => field === 'amount');
  const answer = await warehouse.query(labelsStatement(asked, listed, amount?.column, binding.fields.get('date')?.column));
  if (answer.length > MOST_LABELS) throw new WarehouseError('too-many-labels', listed.map((each) => asked.columns[each]?.name).join(', '));
  const whatOf = sorter(question);
  const read = reader(binding, joined);
  const some = (): Some => ({ byColumn: new Map(listed.map((column) => [column, new Set<string>()])), rows: 0 });
  const [passing, lost] = [some(), some()];
  const excluded = new Map<Exclusion, Tally>();
  let [first, last] = ['9', ''];
  for (const row of answer) {
    const labelAt: LabelAt = (column) => row[listed.indexOf(column)] || null;
    const [count, sum, from, to] = row.slice(listed.length);
    const what = whatOf((name) => labelOf(binding.named.get(name), labelAt, read));
    if (what !== 'passing' && (what !== 'lost' || !needsLost(question.metrics))) {
      const before = excluded.get(what) ?? { rows: 0, amount: NOUGHT };
      const amount = plus(before.amount, times(decimalOf(sum), binding.scale));
      excluded.set(what, { rows: before.rows + Number(count), amount });
      continue;
    }
    const into = what === 'lost' ? lost : passing;
    into.rows += Number(count);
    for (const [index, column] of listed.entries()) into.byColumn.get(column)?.add(row[index] ?? '');
    if (from && from < first) first = from;
    if (to && to > last) last = to;
  }
  const span = last === '' ? undefined : { start: first as Day, end: last as Day };
  return { columns, passing, lost, excluded, span };
}

/** What becomes of rows by their labels. */
function sorter({ binding }: TableQuestion): (labelOf: (name: string) => string | null) => 'passing' | Exclusion {
  const [passes, isKept] = [filterOf(binding.where), filterOf(binding.kept)];
  const isLost = binding.lost ? filterOf(binding.lost) : () => false;
  return (label) => {
    if (!isKept(label)) return 'voided';
    return passes(label) ? 'passing' : isLost(label) ? 'lost' : 'where';
  };
}

/** Deals that were lost. Their labels column by column may also fit others: those are left where they belong. */
async function readLost(question: TableQuestion, labels: Labels, warehouse: Warehouse): Promise<readonly Rows[]> {
  if (labels.lost.rows === 0) return [];
  const whatOf = sorter(question);
  const answered = answeredOf(question, labels, labels.lost, question.binding.fields.has('lost') ? 'lost' : 'date');
  return (await readGroups(question, answered, warehouse)).filter((rows) => whatOf(rows.labelOf) === 'lost');
}

async function readGroups({ asked }: TableQuestion, answered: Answered, warehouse: Warehouse): Promise<readonly Rows[]> {
  const answer = await warehouse.query(rollUpStatement(asked, answered.rollUp));
  return answer.map((row) => rowsOf(row, answered)).filter(({ count }) => count > 0);
}

function answeredOf(question: TableQuestion, labels: Labels, some: Some, dateField: 'date' | 'lost'): Answered {
  const { binding, joined, metrics } = question;
  const measures = measuresOf(question);
  return {
    rollUp: { ...rollUpOf(question, labels, some, dateField), sums: measures.map(({ column }) => column) },
    measures: measures.map(({ field }) => field),
    binding,
    joined,
    ordersApart: needsOrders(metrics) && binding.fields.get('order')?.table === 0,
  };
}

function rollUpOf(
  { asked, binding, joined, plan, endsIn, metrics }: TableQuestion,
  { columns, span }: Labels,
  { byColumn }: Some,
  dateField: 'date' | 'lost',
): Omit<TableRollUp, 'sums'> {
  const day = binding.fields.get(dateField)?.column;
  const created = binding.fields.get('created');
  const isCycled = metrics.some(({ measure }) => measure.of === 'cycle_days' || measure.of === 'cycle_deals');
  const isTimedBy = (field: SourceField) =>
    binding.fields.get(field)?.table === 0 && isTimed(asked, binding.fields.get(field)?.column ?? 0);
  // Days of losses have a span of their own.
  const isByPeriod = endsIn !== undefined && dateField === 'date' && isTimedBy(dateField);
  return {
    day: day === undefined ? undefined : { column: day, ends: isByPeriod ? (span ? endsIn(span) : []) : undefined },
    raw: columns.raw,
    classed: columns.classed.map((column) => {
      const [unknown, ...classes] = classesOf(column, [...(byColumn.get(column) ?? [])], binding, joined, plan);
      return { column, classes, unknown: unknown?.[0] };
    }),
    filters: columns.filtered.map((column) => ({ column, labels: [...(byColumn.get(column) ?? [])].sort() })),
    cycle:
      isCycled && day !== undefined && created && isTimedBy('created') && isTimedBy(dateField)
        ? { created: created.column, day }
        : undefined,
  };
}

/** Columns that are added up: the amount or value first. */
function measuresOf({ binding: { fields }, metrics }: TableQuestion): readonly { readonly field: MeasureField; readonly column: number }[] {
  const amount = fields.get('amount') ?? fields.get('value');
  const costs = needsCosts(metrics) ? (['cost', 'profit'] as const) : [];
  const others = (['quantity', ...costs] as const).map((field) => [field, fields.get(field)] as const);
  return [['amount', amount] as const, ...others].flatMap(([field, ref]) => (ref ? [{ field, column: ref.column }] : []));
}

function countOf(rows: readonly Rows[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
