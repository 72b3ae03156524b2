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
  isIn(expression: string, labels: readonly string[], bind: Bind): string;
  /** The moment on the server, in UTC, as `2026-06-28 08:00:00`. */
  readonly now: string;
}

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
