import type { Fraction } from './fraction.ts';
import type { PlanPath } from './id.ts';
import type { Match } from './strategy.ts';

/** The fields of a fact that a source's columns can be bound to. */
export const SOURCE_FIELDS = [
  'date',
  'amount',
  'quantity',
  'metric',
  'value',
  'owner',
  'segment',
  'product',
  'channel',
  'customer',
  'order',
  'currency',
  'stage',
  'status',
  'created',
  'close',
  'probability',
  'note',
  'id',
  'modified',
  'lost',
  'cost',
  'profit',
] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

/** Where numbers come from: files (`from`) or a table in a database (`connect`). */
export interface Source {
  readonly id: string;
  readonly path: PlanPath;
  readonly from: readonly string[];
  readonly connect: Connection | undefined;
  /** Whence `actual pull` fetches the file of `from`. */
  readonly pull: Pull | undefined;
  readonly preset: string | undefined;
  /** Field, or a name of the planner's own that `match` and `where` use → header, or number of the column from 1. */
  readonly columns: ReadonlyMap<string, string | number>;
  /** Field → label in the file → id in the plan. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly where: Match;
  /** Which rows are closed without success; empty: as the preset says, or as usual words do in the columns of `where`. */
  readonly lost: Match;
  readonly encoding: 'auto' | 'utf-8' | 'utf-16' | 'gb18030' | 'big5';
  readonly joins: readonly Join[];
  readonly formats: SourceFormats;
  /** Amounts in the file are in multiples of this many units; undefined: as their header says. */
  readonly scale: Fraction | undefined;
}

/** `left` is a column of the source, `right` of the joined file. Each row of the source gets at most one row of `file`. */
export interface Join {
  readonly file: string;
  readonly left: string;
  readonly right: string;
}

export interface SourceFormats {
  readonly date: string | undefined;
  readonly delimiter: string | undefined;
  readonly decimal: '.' | ',' | undefined;
  readonly header: boolean;
  /** Of a workbook; undefined: the first. */
  readonly sheet: string | undefined;
}

export const WAREHOUSE_ENGINES = ['postgres', 'clickhouse', 'trino', 'duckdb'] as const;
export type WarehouseEngine = (typeof WAREHOUSE_ENGINES)[number];

/** How finely a snapshot tells days apart. */
export const GRAINS = ['day', 'week', 'month', 'quarter'] as const;
export type Grain = (typeof GRAINS)[number];

/** A table of a database: reached by `sync` only. */
export interface Connection {
  readonly engine: WarehouseEngine;
  /** Names of environment variables, each with the address of one database; the rows of all of them count. */
  readonly urlVariables: readonly string[];
  /** With its schema or database before it; empty where the plan names none. */
  readonly table: string;
  readonly by: Grain;
  /** For each query. */
  readonly timeoutSeconds: number;
}

export const PULL_SYSTEM_IDS = ['zoho-crm', 'fxiaoke'] as const;

/** Records of one kind in a system's own interface. Credentials and private hosts come from the environment. */
export interface Pull {
  readonly system: (typeof PULL_SYSTEM_IDS)[number];
  /** As the system names it: `Deals`, `SalesOrderObj`. */
  readonly object: string;
  /** Fields to fetch, by their names in the interface; empty: the usual ones. */
  readonly fields: readonly string[];
  /** Zoho's region: com, eu, in, cn, au, jp, sa, ca. */
  readonly dataCenter: string;
  /** Calls a minute at the most. */
  readonly perMinute: number;
}
