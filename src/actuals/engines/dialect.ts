import type { ColumnKind } from './warehouse.ts';

/** A query with what it binds. */
export interface Statement {
  readonly text: string;
  /** Bound as `$1`, `$2` …; empty for engines whose protocol binds nothing: there, texts are literals. */
  readonly values: readonly (string | readonly string[])[];
}

/** Collects what a statement binds and gives the place that stands for it. */
export type Bind = (value: string | readonly string[]) => string;

/** What engines say differently. Everything else of a roll-up is one text for all of them. */
export interface Dialect {
  identifier(name: string): string;
  /** As text; NULL stays NULL. */
  text(expression: string): string;
  /** The day of a date, of a time without a zone, of an instant in a time zone. */
  day(expression: string, kind: ColumnKind, timezone: string): string;
  /** A day as a value. */
  dayLiteral(day: string): string;
  /** A number that adds up exactly. */
  exact(expression: string, kind: ColumnKind): string;
  /** Days from one day to another. */
  daysFrom(from: string, to: string): string;
  /** The same day of the next year; of 29 February the 28th. */
  yearAfter(day: string): string;
  /** Of a query's rows the first of each `by`, sorted by `order`: its `columns`. */
  firstOfEach(rows: string, by: readonly string[], order: readonly string[], columns: readonly string[]): string;
  /** A query's rows of one `c` in the order of their day `d`, their sum `s` and `more`: `d, more…`, and the days of the rows before and after. */
  withNeighbours(rows: string, more: readonly string[]): string;
  isIn(expression: string, labels: readonly string[], bind: Bind): string;
  /** The moment on the server, in UTC, as `2026-06-28 08:00:00`. */
  readonly now: string;
}

/** Days that no row is of, within what every engine takes for a date. */
export const NEVER = '1971-01-01';
export const ALWAYS = '2105-12-31';

/** PostgreSQL, DuckDB and Trino are this, but for what they say themselves. */
export const STANDARD: Dialect = {
  identifier: (name) => `"${name.replaceAll('"', '""')}"`,
  text: (expression) => `CAST(${expression} AS VARCHAR)`,
  day: (expression, kind, timezone) => {
    if (kind === 'date') return expression;
    return kind === 'instant' ? `CAST(${expression} AT TIME ZONE ${literal(timezone)} AS DATE)` : `CAST(${expression} AS DATE)`;
  },
  dayLiteral: (day) => `CAST(${literal(day)} AS DATE)`,
  exact: (expression, kind) => (kind === 'float' ? `CAST(${expression} AS DECIMAL(38, 6))` : expression),
  daysFrom: (from, to) => `date_diff('day', ${from}, ${to})`,
  yearAfter: (day) => `CAST(${day} + INTERVAL '1' YEAR AS DATE)`,
  firstOfEach: (rows, by, order, columns) =>
    `SELECT ${columns.join(', ')} FROM (SELECT r.*, ROW_NUMBER() OVER (PARTITION BY ${by.join(', ')} ORDER BY ${order.join(', ')}) AS nth FROM (${rows}) AS r) AS n WHERE nth = 1`,
  withNeighbours: (rows, more) => {
    const over = `OVER (PARTITION BY c ORDER BY ${['d', 's', ...more].join(', ')})`;
    const neighbour = (of: string, day: string, name: string) => `COALESCE(${of}(d) ${over}, CAST('${day}' AS DATE)) AS ${name}`;
    const days = [neighbour('LAG', NEVER, 'day_before'), neighbour('LEAD', ALWAYS, 'day_after')];
    return `SELECT ${['d', ...more, ...days].join(', ')} FROM (${rows}) AS r`;
  },
  isIn: (expression, labels) => `${expression} IN (${labels.map(literal).join(', ')})`,
  now: `CAST(CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(0)) AS VARCHAR)`,
};

/** Text in quotes: nothing that a plan or a table says becomes part of a query. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `mart.orders` with each part quoted. */
export function tableName(table: readonly string[], dialect: Dialect): string {
  return table.map((part) => dialect.identifier(part)).join('.');
}
