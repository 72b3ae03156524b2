import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type Dialect, STANDARD, tableName } from './dialect.ts';
import type { Access, ColumnKind, TableColumn, TableRow, Warehouse } from './warehouse.ts';
import { WarehouseError, withoutSecrets } from './warehouse-error.ts';

const DIALECT: Dialect = {
  ...STANDARD,
  day: (expression, kind, timezone) =>
    kind === 'instant'
      ? `CAST(timezone('${timezone.replaceAll("'", "''")}', ${expression}) AS DATE)`
      : STANDARD.day(expression, kind, timezone),
  now: `strftime(timezone('UTC', now()), '%Y-%m-%d %H:%M:%S')`,
};

/** A database file of DuckDB, opened to be read only; the address is its path. */
export async function openDuckdbFile(access: Access): Promise<Warehouse> {
  const path = access.url.replace(/^duckdb:(\/\/)?/, '');
  const connection = await connect(path, access);
  const ask = async (text: string): Promise<readonly TableRow[]> => {
    const timer = setTimeout(() => connection.interrupt(), access.timeoutSeconds * 1000);
    const cancel = () => connection.interrupt();
    access.signal.addEventListener('abort', cancel, { once: true });
    try {
      const rows = await connection.runAndReadAll(text);
      return rows.getRowsJS().map((row) => row.map((cell) => (cell === null || cell === undefined ? null : String(cell))));
    } catch (error) {
      throw failureOf(error, access);
    } finally {
      clearTimeout(timer);
      access.signal.removeEventListener('abort', cancel);
    }
  };
  return {
    dialect: DIALECT,
    columnsOf: async (table) => columnsIn(tableName(table, DIALECT), ask),
    query: ({ text }) => ask(text),
    close: async () => connection.closeSync(),
  };
}

async function connect(path: string, access: Access): Promise<DuckDBConnection> {
  try {
    const instance = await DuckDBInstance.create(path, {
      access_mode: 'READ_ONLY',
      memory_limit: '512MB',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    return await instance.connect();
  } catch (error) {
    throw new WarehouseError('unreachable', withoutSecrets(messageOf(error), access.url));
  }
}

async function columnsIn(table: string, ask: (text: string) => Promise<readonly TableRow[]>): Promise<readonly TableColumn[]> {
  const rows = await ask(`DESCRIBE ${table}`).catch((error: WarehouseError) => {
    throw /does not exist/i.test(error.detail) ? new WarehouseError('no-table', table) : error;
  });
  return rows.map(([name, type]) => ({ name: name ?? '', kind: kindOf(type ?? '') }));
}

function kindOf(type: string): ColumnKind {
  if (/^(DECIMAL|U?(TINY|SMALL|BIG|HUGE)?INT)/.test(type)) return 'exact';
  if (/^(FLOAT|DOUBLE)$/.test(type)) return 'float';
  if (type === 'DATE') return 'date';
  if (!type.startsWith('TIMESTAMP')) return 'text';
  return type === 'TIMESTAMP WITH TIME ZONE' ? 'instant' : 'time';
}

function failureOf(error: unknown, { url, signal }: Access): WarehouseError {
  const message = messageOf(error);
  const reason = signal.aborted ? 'cancelled' : /interrupt/i.test(message) ? 'timed-out' : 'query-failed';
  return new WarehouseError(reason, withoutSecrets(message, url));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
