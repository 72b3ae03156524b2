import type { Amount } from './amount.ts';

/** A neutral report: `data` is what JSON prints and nothing else; `blocks` are what people see, in every other format. */
export interface Report<Data = unknown> {
  readonly id: string;
  readonly title: string;
  readonly data: Data;
  readonly blocks: readonly Block[];
  /** Rows for spreadsheets and streams, where the report has some of its own; `csv` prints the tables of the blocks otherwise. */
  readonly records?: Records;
  /** The same for a report of any length: no row of it is kept. Goes before `records`. */
  readonly stream?: RecordStream;
}

/** Rows that are made while they are written. */
export interface RecordStream {
  readonly columns: readonly string[];
  readonly batches: Iterable<Batch>;
}

/** Rows that follow each other and have much in common: what all of them have is said once. */
export interface Batch {
  readonly count: number;
  /** One for each column. */
  cells(): readonly Values[];
  /** The same as fields of an object, in order. */
  fields(): readonly Field[];
}

export type Field =
  | { readonly name: string; readonly values: Values }
  | { readonly name: string; readonly fields: readonly Field[] }
  | { readonly name: string; readonly object: unknown };

/** A column of a batch. Arrays have one entry for each row; those that come again in other batches are the same array. */
export type Values =
  | { readonly is: 'all'; readonly value: string | number | boolean | null }
  | { readonly is: 'each'; readonly values: readonly (string | number | boolean | null)[] }
  /** Quanta of a metric with so many decimals; undefined is an empty cell. */
  | { readonly is: 'amounts'; readonly values: readonly (Amount | undefined)[]; readonly decimals: number }
  /** Ids under one node: `${under}/${key}`. */
  | { readonly is: 'ids'; readonly under: string; readonly keys: readonly string[] };

export interface Records {
  readonly columns: readonly string[];
  /** One cell for each column; null is an empty one. */
  readonly rows: Iterable<readonly (string | number | boolean | null)[]>;
  /** The same as objects, one a line in JSON lines. */
  readonly objects: Iterable<object>;
}

export type Block =
  | { readonly is: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: 'text'; readonly text: string; readonly tone?: Tone }
  | { readonly is: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string; readonly tone?: Tone }[] }
  | Table
  | Chart
  | { readonly is: 'list'; readonly items: readonly { readonly text: string; readonly tone?: Tone }[] };

/** How a value is felt; formats turn it into colour beside the word or sign that the text already carries. */
export type Tone = 'good' | 'warn' | 'bad' | 'muted' | 'strong';

export interface Table {
  readonly is: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Shown under a rule: totals. */
  readonly totals?: readonly Row[];
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Columns with the highest number go first when the window is too narrow; undefined is never dropped. */
  readonly drop?: number;
  /** May be cut with an ellipsis when nothing is left to drop; numbers never are. */
  readonly flexible?: boolean;
}

/** Indent: depth in a tree, drawn before the first cell. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly indent?: number;
  readonly tone?: Tone;
}
export type Cell =
  | string
  | {
      readonly text: string;
      readonly tone?: Tone /** Values to draw as a sparkline, or a share from 0 to 1 to draw as a bar; `text` stands in. */;
      readonly spark?: readonly (number | null)[];
      readonly bar?: number;
      /** What machines read instead of the text: a number whole and without marks; empty where there is none. */
      readonly exact?: string;
    };

/** Numbers are floats for drawing; the tables beside hold the exact ones. */
export interface Chart {
  readonly is: 'chart';
  readonly kind: 'line' | 'bar' | 'stacked';
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[]; readonly dashed?: boolean }[];
}
