import type { Connection } from '../../model/source.ts';
import type { Dialect, Statement } from './dialect.ts';
import type { WarehouseError } from './warehouse-error.ts';

/** A table in a database of the planner's own: what its engine groups and adds up, only the groups of come back. */
export interface Warehouse {
  readonly dialect: Dialect;
  /** The columns of a table in their order. Throws WarehouseError where there is no such table. */
  columnsOf(table: readonly string[]): Promise<readonly TableColumn[]>;
  /** Rows with every cell as text, null where it is NULL, in no stated order. Throws WarehouseError. */
  query(statement: Statement): Promise<readonly TableRow[]>;
  close(): Promise<void>;
}

export type TableRow = readonly (string | null)[];

/** `time` has no zone, `instant` is one moment everywhere. */
export type ColumnKind = 'text' | 'exact' | 'float' | 'date' | 'time' | 'instant';

export interface TableColumn {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** How a database is reached. */
export interface Access extends Pick<Connection, 'timeoutSeconds'> {
  /** With credentials: stands in no message. */
  readonly url: string;
  /** The plan's: which day an instant belongs to. */
  readonly timezone: string;
  /** The planner breaks off: what runs is cancelled on the server. */
  readonly signal: AbortSignal;
}

/** Opens a session that can only read. Throws WarehouseError. */
export type OpenWarehouse = (access: Access) => Promise<Warehouse>;

export type { WarehouseError };
