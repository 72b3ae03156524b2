import { type Amount, sumAmounts } from '../model/amount.ts';
import { bucketsOf } from '../model/buckets.ts';
import { type Day, laterDay } from '../model/day.ts';
import type { TableRows } from '../model/decomposed.ts';
import { currencyOfAmount, parseExportedNumber } from '../model/exported-number.ts';
import type { Place, Problem } from '../model/finding.ts';
import { foldLabel } from '../model/fold-label.ts';
import { times, toAmount } from '../model/fraction.ts';
import type { Goal } from '../model/goal.ts';
import type { Id, PlanPath } from '../model/id.ts';
import { nearName } from '../model/near-name.ts';
import { parsePeriod, startOfMonthCalled } from '../model/period.ts';
import type { Plan } from '../model/plan.ts';
import { holds } from '../model/span.ts';
import { type Dimension, isTimeDimension, type Step, type TargetTable } from '../model/step.ts';
import { dayOfLabel } from './month-label.ts';
import type { Child } from './node.ts';

/** One number of a table and where it belongs: ids by dimension, and a day for its time. */
export interface Cell {
  readonly ids: ReadonlyMap<Dimension, Id>;
  readonly day: Day | undefined;
  readonly value: Amount;
}
export type TableCells = readonly Cell[];

/** Σ of the cells; undefined without any: «not set». */
export function totalOf(cells: TableCells): Amount | undefined {
  return cells.length === 0 ? undefined : sumAmounts(cells.map((cell) => cell.value));
}

export function cellsUnder(cells: TableCells, dimension: Dimension, child: Child): TableCells {
  if (isTimeDimension(dimension)) return cells.filter(({ day }) => day !== undefined && holds(child.span, day));
  return cells.filter(({ ids }) => !ids.has(dimension) || ids.get(dimension) === child.key);
}

/** The ids that a table has of a dimension: in the plan's order, or as they come where the plan defines none. */
export function keysOfTable(cells: TableCells, dimension: Dimension, plan: Plan): readonly Id[] {
  const found = new Set(cells.flatMap(({ ids }) => ids.get(dimension) ?? []));
  const home = homeOf(plan, dimension);
  return home.size === 0 ? [...found] : [...home.keys()].filter((id) => found.has(id));
}

interface Reading {
  readonly step: Step;
  readonly table: TargetTable;
  readonly rows: TableRows;
  readonly plan: Plan;
  readonly goal: Goal;
  readonly labels: Map<string, Id | undefined>;
  tell(problem: Problem): void;
}

/** Column of a dimension, or of a number with the day that its header stands for. */
interface Columns {
  readonly places: readonly { readonly dimension: Dimension; readonly index: number }[];
  readonly numbers: readonly { readonly index: number; readonly day: Day | undefined }[];
}

/** Reads a step's table; undefined where it lacks a column that is named. Reports: ref/unknown-id (columns and labels), data/bad-number. */
export function readCells(
  step: Step,
  table: TargetTable,
  rows: TableRows,
  plan: Plan,
  goal: Goal,
  tell: (problem: Problem) => void,
): TableCells | undefined {
  const reading: Reading = { step, table, rows, plan, goal, labels: new Map(), tell };
  const columns = columnsOf(reading);
  if (!columns) return undefined;
  return rows.rows
    .slice(1)
    .flatMap(({ line, cells }) => (cells.every((cell) => cell.trim() === '') ? [] : cellsOfRow(reading, columns, line, cells)));
}

function columnsOf(reading: Reading): Columns | undefined {
  const { table, step, goal, plan } = reading;
  const header = new Map((reading.rows.rows[0]?.cells ?? []).map((name, index) => [foldLabel(name), index]));
  let isWhole = true;
  const find = (name: string, at: PlanPath) => {
    const index = header.get(foldLabel(name));
    if (index === undefined) isWhole = false;
    if (index === undefined) tellColumn(reading, name, at);
    return index ?? 0;
  };
  const places = step.by
    .filter((dimension) => table.columns.has(dimension))
    .map((dimension) => ({ dimension, index: find(table.columns.get(dimension) ?? '', ['columns', dimension]) }));
  const buckets = bucketsOf(plan.calendar, 'month', goal.span);
  const months = monthColumns(reading)?.map(({ bucket, column }, position) => {
    const own = bucket === undefined ? buckets[position] : buckets.find((each) => each.key === bucket);
    const named = bucket === undefined || own ? undefined : parsePeriod(bucket, plan.calendar);
    return {
      index: find(column, bucket === undefined ? table.monthsAt : [...table.monthsAt, bucket]),
      day: own?.span.start ?? (named && startOfMonthCalled(named.start, plan.calendar)),
    };
  });
  const numbers = months ?? [{ index: find(table.columns.get('target') ?? 'target', ['columns', 'target']), day: undefined }];
  return isWhole ? { places, numbers } : undefined;
}

/** `Apr..Mar` names the first and the last of columns that stand side by side. */
function monthColumns({ table, rows }: Reading): TargetTable['months'] {
  const [only, ...others] = table.months ?? [];
  const ends = only?.bucket === undefined && others.length === 0 ? only?.column.split('..') : undefined;
  if (ends?.length !== 2) return table.months;
  const names = (rows.rows[0]?.cells ?? []).map(foldLabel);
  const [from = -1, to = -1] = ends.map((end) => names.indexOf(foldLabel(end)));
  const missing = ends.filter((_, index) => (index === 0 ? from : to) < 0);
  const columns = missing.length > 0 || from > to ? missing : rows.rows[0]?.cells.slice(from, to + 1);
  return columns?.length ? columns.map((column) => ({ bucket: undefined, column })) : table.months;
}

/** `at` leads from the table to where the header is named. */
function tellColumn({ step, rows, tell }: Reading, name: string, at: PlanPath): void {
  const known = (rows.rows[0]?.cells ?? []).map((each) => each.trim());
  const path = [...step.path, 'from', ...at];
  tell({
    rule: 'ref/unknown-id',
    spot: { in: 'plan', path, at: 'value' },
    args: { id: name, kind: 'column', file: rows.file, known, nearest: nearName(name, known) },
  });
}

function cellsOfRow(reading: Reading, { places, numbers }: Columns, line: number, cells: readonly string[]): readonly Cell[] {
  const ids = new Map<Dimension, Id>();
  let day: Day | undefined;
  for (const { dimension, index } of places) {
    const label = cells[index] ?? '';
    if (isTimeDimension(dimension)) day = dayOf(reading, label, line);
    const id = isTimeDimension(dimension) ? day : idOf(reading, dimension, label, line);
    if (id === undefined) return [];
    if (!isTimeDimension(dimension)) ids.set(dimension, id);
  }
  return numbers.flatMap((column) => {
    const value = numberOf(reading, cells[column.index] ?? '', line, column.index);
    return value === undefined ? [] : [{ ids, day: column.day ?? day, value }];
  });
}

function dayOf(reading: Reading, label: string, line: number): Day | undefined {
  const { table, step, plan, goal } = reading;
  const labelled = dayOfLabel(label, table.formats.month);
  const isMonth = step.by.includes('month') && labelled?.endsWith('-01') === true;
  const day = labelled && isMonth ? startOfMonthCalled(labelled, plan.calendar) : labelled;
  if (day && holds({ start: `${goal.span.start.slice(0, 8)}01` as Day, end: goal.span.end }, day)) return laterDay(day, goal.span.start);
  const period = labelled ? undefined : parsePeriod(label.trim(), plan.calendar);
  if (period && period.start <= goal.span.end && period.end >= goal.span.start) return laterDay(period.start, goal.span.start);
  tellTime(reading, label, line);
  return undefined;
}

function idOf(reading: Reading, dimension: Dimension, label: string, line: number): Id | undefined {
  const key = `${dimension}\n${label}`;
  if (!reading.labels.has(key)) reading.labels.set(key, findId(reading.plan, dimension, label));
  const id = reading.labels.get(key);
  if (id === undefined)
    tellLabel(
      reading,
      label,
      dimension,
      line,
      nearName(
        label.trim(),
        namesOf(reading.plan, dimension).map(([name]) => name),
      ),
    );
  return id;
}

function findId(plan: Plan, dimension: Dimension, label: string): Id | undefined {
  if (label.trim() === '') return undefined;
  if (homeOf(plan, dimension).size === 0) return label.trim();
  const wanted = foldLabel(label);
  return namesOf(plan, dimension).find(([name]) => foldLabel(name) === wanted)?.[1];
}

function homeOf(plan: Plan, dimension: Dimension): ReadonlyMap<Id, { readonly name: string; readonly aliases?: readonly string[] }> {
  switch (dimension) {
    case 'segment':
      return plan.segments;
    case 'product':
      return plan.products;
    case 'channel':
      return plan.channels;
    case 'owner':
      return plan.members;
    case 'stage':
      return plan.stages;
    case 'goal':
      return plan.goals;
    default:
      return new Map();
  }
}

/** Ids before names before aliases. */
function namesOf(plan: Plan, dimension: Dimension): readonly (readonly [string, Id])[] {
  const entries = [...homeOf(plan, dimension)];
  return [
    ...entries.map(([id]) => [id, id] as const),
    ...entries.map(([id, { name }]) => [name, id] as const),
    ...entries.flatMap(([id, { aliases }]) => (aliases ?? []).map((alias) => [alias, id] as const)),
  ];
}

function numberOf({ table, goal, plan, rows, tell }: Reading, text: string, line: number, index: number): Amount | undefined {
  const decimal = table.formats.decimal === ',' ? ',' : '.';
  const value = parseExportedNumber(text, decimal);
  if (value === 'empty') return undefined;
  const currency = currencyOfAmount(text, plan.currency) ?? plan.currency;
  if (value && currency !== plan.currency) {
    const args = { label: currency, value: text, plan: plan.currency, file: rows.file };
    tell({ rule: 'data/currency', spot: { in: 'text', place: lineOf(rows, line) }, args });
    return undefined;
  }
  if (value) return toAmount(times(value, table.scale), goal.metric.decimals);
  const column = rows.rows[0]?.cells[index]?.trim();
  tell({ rule: 'data/bad-number', spot: { in: 'text', place: lineOf(rows, line) }, args: { value: text, file: rows.file, column } });
  return undefined;
}

function tellTime({ step, goal, plan, rows, tell }: Reading, label: string, line: number): void {
  const by = step.by.find(isTimeDimension) ?? 'month';
  const known = bucketsOf(plan.calendar, by, goal.span).map(({ key }) => key);
  tell({
    rule: 'ref/unknown-id',
    spot: { in: 'text', place: lineOf(rows, line) },
    args: { id: label, kind: 'bucket', by, file: rows.file, known, nearest: nearName(label.trim(), known) },
  });
}

function tellLabel({ rows, tell }: Reading, label: string, by: Dimension, line: number, nearest: string | undefined): void {
  tell({
    rule: 'ref/unknown-id',
    spot: { in: 'text', place: lineOf(rows, line) },
    args: { id: label, kind: 'label', by, file: rows.file, nearest },
  });
}

function lineOf({ file }: TableRows, line: number): Place {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}
