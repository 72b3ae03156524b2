import type { Day } from '../model/day.ts';
import { type Bind, type Dialect, type Statement, tableName } from './engines/dialect.ts';
import type { TableColumn } from './engines/warehouse.ts';

/** A table as it is asked. Columns are named by their position. */
export interface AskedTable {
  readonly table: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly dialect: Dialect;
  /** Which day an instant belongs to. */
  readonly timezone: string;
}

/** More combinations of labels than this are no labels. */
export const MOST_LABELS = 100_000;

/** How many rows have which labels, their sum, their first and last day: `labels…, rows, sum, first, last`. */
export function labelsStatement(asked: AskedTable, labels: readonly number[], sum: number | undefined, day: number | undefined): Statement {
  const { dialect } = asked;
  const keys = labels.map((column) => labelOf(asked, column));
  const dayed = day === undefined || !isTimed(asked, day) ? undefined : dayOf(asked, day);
  const bounds = dayed === undefined ? ['NULL', 'NULL'] : [dialect.text(`MIN(${dayed})`), dialect.text(`MAX(${dayed})`)];
  const selected = [...keys, dialect.text('COUNT(*)'), sum === undefined ? 'NULL' : dialect.text(sumOf(asked, sum)), ...bounds];
  return {
    text: `SELECT ${selected.join(', ')} FROM ${tableName(asked.table, dialect)}${grouped(keys)} LIMIT ${MOST_LABELS + 1}`,
    values: [],
  };
}

/** What a roll-up groups by, adds up and leaves out. */
export interface TableRollUp {
  /** Where days are told apart: the ends of the periods that have rows, in order; undefined: every day. */
  readonly day: { readonly column: number; readonly ends: readonly Day[] | undefined } | undefined;
  /** Columns whose labels come back as they are. */
  readonly raw: readonly number[];
  /** Columns whose labels come back as the number of their class, from 1; 0: none of them. */
  readonly classed: readonly {
    readonly column: number;
    readonly classes: readonly (readonly string[])[];
    /** A label that stands for class 0. */
    readonly unknown: string | undefined;
  }[];
  /** Only rows with one of the labels. */
  readonly filters: readonly { readonly column: number; readonly labels: readonly string[] }[];
  readonly sums: readonly number[];
  /** Where somebody asks how long deals took: the columns with the days of their creation and their end. */
  readonly cycle: { readonly created: number; readonly day: number } | undefined;
}

/**
 * The roll-up: `day, raw…, classed…, isEmpty…, sums…, cycle days, cycle deals, rows`. Expressions are repeated in GROUP BY, because not every engine
 * takes names or positions there, and a derived table would keep a distributed one from grouping on its shards.
 */
export function rollUpStatement(asked: AskedTable, rollUp: TableRollUp): Statement {
  const { dialect } = asked;
  const { day, sums, cycle } = rollUp;
  const { bind, values } = binder();
  const keys = [
    ...(day ? [periodKey(asked, dayOf(asked, day.column), day)] : []),
    ...keysOf(asked, rollUp, bind),
    ...sums.map((column) => `CASE WHEN ${nameOf(asked, column)} IS NULL THEN '1' ELSE '' END`),
  ];
  const conditions = conditionsOf(asked, rollUp, bind);
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const added = [...sums.map((column) => sumOf(asked, column)), ...(cycle ? cycleOf(asked, cycle) : []), 'COUNT(*)'];
  const selected = [...keys, ...added.map((sum) => dialect.text(sum))];
  return { text: `SELECT ${selected.join(', ')} FROM ${tableName(asked.table, dialect)}${where}${grouped(keys)}`, values };
}

/** How many days deals took, and of how many that is known: less than none is none. */
function cycleOf(asked: AskedTable, { created, day }: NonNullable<TableRollUp['cycle']>): readonly string[] {
  const [from, to] = [dayOf(asked, created), dayOf(asked, day)];
  const isKnown = `${nameOf(asked, created)} IS NOT NULL AND ${nameOf(asked, day)} IS NOT NULL`;
  return [
    `SUM(CASE WHEN ${isKnown} AND ${from} < ${to} THEN ${asked.dialect.daysFrom(from, to)} ELSE 0 END)`,
    `SUM(CASE WHEN ${isKnown} THEN 1 ELSE 0 END)`,
  ];
}

/** What groups are told apart by beside their day: `raw…, classed…`. */
export function keysOf(asked: AskedTable, { raw, classed }: TableRollUp, bind: Bind): readonly string[] {
  return [
    ...raw.map((column) => labelOf(asked, column)),
    ...classed.map(({ column, classes }) => classKey(labelOf(asked, column), classes, asked.dialect, bind)),
  ];
}

/** Which rows count. */
export function conditionsOf(asked: AskedTable, { filters }: TableRollUp, bind: Bind): readonly string[] {
  return filters.map(({ column, labels }) => (labels.length === 0 ? '1 = 0' : asked.dialect.isIn(labelOf(asked, column), labels, bind)));
}

/** The period of a day; a column that holds days as text comes back as it is and is read like a file's. */
export function periodKey(asked: AskedTable, day: string, { column, ends }: NonNullable<TableRollUp['day']>): string {
  const { dialect } = asked;
  if (!isTimed(asked, column)) return day;
  if (ends === undefined) return `COALESCE(${dialect.text(day)}, '')`;
  const cases = ends.map((end) => `WHEN ${day} <= ${dialect.dayLiteral(end)} THEN '${end}'`);
  return cases.length === 0 ? "''" : `CASE ${cases.join(' ')} ELSE '' END`;
}

function classKey(label: string, classes: readonly (readonly string[])[], dialect: Dialect, bind: Bind): string {
  const cases = classes.map((labels, index) => `WHEN ${dialect.isIn(label, labels, bind)} THEN '${index + 1}'`);
  return cases.length === 0 ? "'0'" : `CASE ${cases.join(' ')} ELSE '0' END`;
}

export function grouped(keys: readonly string[]): string {
  const named = keys.filter((key) => !key.startsWith("'"));
  return named.length === 0 ? '' : ` GROUP BY ${named.join(', ')}`;
}

/** NULL and nothing are one label. */
export function labelOf(asked: AskedTable, column: number): string {
  return `COALESCE(${asked.dialect.text(nameOf(asked, column))}, '')`;
}

export function sumOf(asked: AskedTable, column: number): string {
  return `SUM(${asked.dialect.exact(nameOf(asked, column), kindOf(asked, column))})`;
}

export function dayOf(asked: AskedTable, column: number): string {
  if (!isTimed(asked, column)) return labelOf(asked, column);
  return asked.dialect.day(nameOf(asked, column), kindOf(asked, column), asked.timezone);
}

export function isTimed(asked: AskedTable, column: number): boolean {
  return ['date', 'time', 'instant'].includes(kindOf(asked, column));
}

function kindOf({ columns }: AskedTable, column: number): TableColumn['kind'] {
  return columns[column]?.kind ?? 'text';
}

export function nameOf({ columns, dialect }: AskedTable, column: number): string {
  return dialect.identifier(columns[column]?.name ?? '');
}

export function binder(): { readonly bind: Bind; readonly values: (string | readonly string[])[] } {
  const values: (string | readonly string[])[] = [];
  return { values, bind: (value) => `$${values.push(value)}` };
}
