import type { ColumnRef } from '../bind.ts';
import type { ExactSum } from './exact-sum.ts';

/** A delimited UTF-8 file as an engine reads it. */
export interface EngineFile {
  readonly absolute: string;
  readonly delimiter: string;
  readonly columnCount: number;
  readonly bytes: number;
  /** Parquet: the names of its columns, in their order; undefined: delimited text. */
  readonly parquet?: readonly string[];
}

/** One roll-up: files of one layout, what is joined to them, what they are grouped by and what is added up. */
export interface RollUp {
  readonly files: readonly EngineFile[];
  readonly hasHeader: boolean;
  readonly joins: readonly { readonly file: EngineFile; readonly left: ColumnRef; readonly right: number }[];
  /** Columns whose texts make the groups; a date's time of day is cut off. */
  readonly keys: readonly { readonly ref: ColumnRef; readonly isDate: boolean }[];
  /** Columns that are added up, exactly. */
  readonly sums: readonly ColumnRef[];
  readonly decimal: '.' | ',';
}

/** Rows that have the same texts in all keys. */
export interface Group {
  /** As in the file; null for an empty cell. */
  readonly keys: readonly (string | null)[];
  readonly sums: readonly GroupSum[];
  readonly rows: number;
}

export interface GroupSum {
  /** Of the rows whose number could be read: as decimal text, or in whole units of so many decimals. */
  readonly total: string | ExactSum;
  /** A text that the engine could not read as a number: all rows of the group have it. Null: they have a number, or none. */
  readonly odd: string | null;
  /** All rows of the group have an empty cell. */
  readonly isEmpty: boolean;
}

/** A record that is no row: a quote that never ends, too many cells. */
export interface BrokenRecord {
  readonly absolute: string;
  /** Where it begins, in bytes. */
  readonly offset: number;
  /** Its line from 1, where that is known already. */
  readonly line?: number;
  readonly reason: string;
}

export interface RolledUp {
  /** Made anew each time they are gone through, where there may be many. */
  readonly groups: Iterable<Group>;
  readonly broken: readonly BrokenRecord[];
  /** Keys that a joined file has more than once: index of the join, key as written. */
  readonly repeated: readonly { readonly join: number; readonly key: string }[];
}

/** Orders and customers to be counted apart from the roll-up of their rows. */
export interface Apart {
  /** The roll-up without them, which was answered before. */
  readonly question: RollUp;
  /** Its groups that count: their texts (keys, then `=` and what is no number for each sum), day and place. */
  readonly groups: readonly {
    readonly texts: readonly string[];
    readonly day: string;
    readonly place: number;
    /** What each row amounts to, where the engine can't read it. */
    readonly each: string | undefined;
  }[];
  readonly order: ColumnRef | undefined;
  readonly customer: ColumnRef | undefined;
  /** The first sum is the amount. */
  readonly hasAmount: boolean;
}

export interface ApartCount {
  readonly day: string;
  readonly place: number;
  readonly count: number;
}

/** Orders; new customers; customers who begin and end to be active, and to be repeat ones. */
export type CountedApart = Readonly<Record<'orders' | 'fresh' | 'come' | 'go' | 'comeAgain' | 'goAgain', readonly ApartCount[]>>;

/** What rolls rows up. Groups come in no stated order. */
export interface Engine {
  rollUp(question: RollUp): Promise<RolledUp>;
  /** Undefined: the file can't be read so. */
  countApart?(question: Apart): Promise<CountedApart | undefined>;
  /** The columns of a Parquet file, in their order. Throws where it is none. */
  parquetColumns?(absolute: string): Promise<readonly string[]>;
  /** Writes a Parquet file out as comma-separated text with a header, its rows in order. */
  writeText?(file: EngineFile, to: string): Promise<void>;
  close(): void;
}
