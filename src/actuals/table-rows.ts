import { type Fraction, parseDecimal, times } from '../model/fraction.ts';
import type { Binding, ColumnRef } from './bind.ts';
import { WarehouseError } from './engines/warehouse-error.ts';
import type { JoinedRows } from './joined-rows.ts';
import { MEASURES, type Measured, type MeasureField, type Measures, type Rows } from './roll-source.ts';
import { type LabelAt, reader } from './table-labels.ts';
import type { TableRollUp } from './table-sql.ts';

/** How the answer to a roll-up is read. */
export interface Answered {
  readonly rollUp: TableRollUp;
  /** What the sums are of, in their order. */
  readonly measures: readonly MeasureField[];
  readonly binding: Binding;
  readonly joined: readonly JoinedRows[];
  readonly ordersApart: boolean;
}

/** One group as rows: its keys and sums in the order of the statement. */
export function rowsOf(row: readonly (string | null)[], { rollUp, measures, binding, joined, ordersApart }: Answered): Rows {
  const cells = row[Symbol.iterator]();
  const next = () => cells.next().value ?? null;
  const day = rollUp.day ? next() || null : undefined;
  const labels = new Map<number, string | null>();
  for (const column of rollUp.raw) labels.set(column, next() || null);
  for (const { column, classes, unknown } of rollUp.classed) {
    const index = Number(next());
    labels.set(column, (index === 0 ? unknown : classes[index - 1]?.[0]) || null);
  }
  const empty = measures.map(() => next() === '1');
  const sums = measures.map(() => next());
  const measured = new Map(measures.map((field, index) => [field, measuredOf(field, empty[index] === true, sums[index], binding)]));
  const [days, deals] = rollUp.cycle ? [Number(next()), Number(next())] : [0, 0];
  const count = Number(next());
  const read = reader(binding, joined);
  const labelAt: LabelAt = (column) => labels.get(column) ?? null;
  const [amount, quantity, cost, profit] = MEASURES.map((field) => measured.get(field));
  const all: Measures = { amount, quantity, cost, profit };
  return {
    label: (field) => {
      if (field === 'date' || field === 'lost') return day;
      const ref = binding.fields.get(field);
      return ref && read(ref, labelAt);
    },
    labelOf: (name) => labelOf(binding.named.get(name), labelAt, read),
    measures: () => all,
    count,
    ordersApart,
    ...(deals > 0 ? { cycle: { days, deals } } : {}),
    cells: () => [],
  };
}

export function labelOf(ref: ColumnRef | undefined, labelAt: LabelAt, read: ReturnType<typeof reader>): string | null {
  return ref ? read(ref, labelAt) : null;
}

function measuredOf(field: MeasureField, isEmpty: boolean, sum: string | null | undefined, { scale, scales }: Binding): Measured {
  if (isEmpty) return { is: 'empty' };
  const value = decimalOf(sum);
  return { is: 'total', value: times(value, scales.get(field) ?? scale), currency: undefined };
}

/** Decimals come as text; zeros at the end say nothing. */
export function decimalOf(text: string | null | undefined): Fraction {
  const value = parseDecimal((text ?? '0').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, ''));
  if (!value) throw new WarehouseError('query-failed', `${text}`);
  return value;
}
