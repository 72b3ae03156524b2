import { Client, DatabaseError } from 'pg';
import { type Dialect, STANDARD, tableName } from './dialect.ts';
import type { Access, ColumnKind, TableColumn, TableRow, Warehouse } from './warehouse.ts';
import { WarehouseError, type WarehouseReason, withoutSecrets } from './warehouse-error.ts';

/** Labels are bound as one array: hashed by the server, however many there are. */
const DIALECT: Dialect = {
  ...STANDARD,
  daysFrom: (from, to) => `(${to} - ${from})`,
  isIn: (expression, labels, bind) => `${expression} = ANY(${bind(labels)}::varchar[])`,
};

/** Compiling a query takes longer than it saves, and as long for few rows as for many. Where there is no such setting, nothing is set. */
const WITHOUT_COMPILING = "SELECT set_config(name, 'off', false) FROM pg_settings WHERE name = 'jit'";

/** PostgreSQL and what speaks its protocol. All queries of a session see the same state of the database, and can change nothing. */
export async function openPostgres(access: Access): Promise<Warehouse> {
  const client = clientOf(access);
  // What happens to an idle connection is told by the next query.
  client.on('error', () => undefined);
  const cancel = () => void cancelRunning(client, access);
  const ask = async (text: string, values: readonly unknown[] = []): Promise<readonly TableRow[]> => {
    try {
      const { rows } = await client.query<(string | null)[]>({ text, values: [...values], rowMode: 'array' });
      return rows;
    } catch (error) {
      throw failureOf(error, access);
    }
  };
  await client.connect().catch((error: unknown) => {
    throw failureOf(error, access);
  });
  access.signal.addEventListener('abort', cancel, { once: true });
  await ask(WITHOUT_COMPILING).catch(() => undefined);
  await ask('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return {
    dialect: DIALECT,
    columnsOf: async (table) => columnsIn(tableName(table, DIALECT), ask),
    query: ({ text, values }) => ask(text, values),
    close: async () => {
      access.signal.removeEventListener('abort', cancel);
      await client.end().catch(() => undefined);
    },
  };
}

/** Without enough memory for its hash table the server would sort all rows instead: several times the work. */
function clientOf({ url, timezone, timeoutSeconds }: Access): Client {
  try {
    return new Client({
      connectionString: url,
      application_name: 'salesplan',
      connectionTimeoutMillis: 15_000,
      statement_timeout: timeoutSeconds * 1000,
      // The server keeps the time; this one is for a server that no longer answers.
      query_timeout: timeoutSeconds * 1000 + 10_000,
      keepAlive: true,
      types: { getTypeParser: () => String },
      options: `-c work_mem=256MB -c DateStyle=ISO -c TimeZone=${timezone}`,
    });
  } catch (error) {
    throw new WarehouseError('bad-address', withoutSecrets(messageOf(error), url));
  }
}

async function columnsIn(
  table: string,
  ask: (text: string, values: readonly unknown[]) => Promise<readonly TableRow[]>,
): Promise<readonly TableColumn[]> {
  const rows = await ask(
    `SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
    [table],
  );
  if (rows.length === 0) throw new WarehouseError('no-table', table);
  return rows.map(([name, type]) => ({ name: name ?? '', kind: kindOf(type ?? '') }));
}

function kindOf(type: string): ColumnKind {
  if (/^(numeric|smallint|integer|bigint)$/.test(type)) return 'exact';
  if (/^(real|double precision|money)$/.test(type)) return 'float';
  if (type === 'date') return 'date';
  if (!type.startsWith('timestamp')) return 'text';
  return type.endsWith('with time zone') ? 'instant' : 'time';
}

/** On a second connection, as the protocol has it. */
async function cancelRunning(client: Client, access: Access): Promise<void> {
  const second = clientOf(access);
  second.on('error', () => undefined);
  try {
    await second.connect();
    await second.query('SELECT pg_cancel_backend($1)', [processOf(client)]);
  } finally {
    await second.end().catch(() => undefined);
  }
}

/** The server process of a session: known to the client, missing from its types. */
function processOf(client: Client): number | null {
  return (client as unknown as { readonly processID: number | null }).processID;
}

function failureOf(error: unknown, { url, signal }: Access): WarehouseError {
  return new WarehouseError(signal.aborted ? 'cancelled' : reasonOf(error), withoutSecrets(messageOf(error), url));
}

/** By SQLSTATE, where the server said anything at all. */
function reasonOf(error: unknown): WarehouseReason {
  if (!(error instanceof DatabaseError)) {
    const message = messageOf(error);
    if (/query read timeout/i.test(message)) return 'timed-out';
    return /terminated|closed|ECONNRESET|EPIPE|not queryable/i.test(message) ? 'broken-off' : 'unreachable';
  }
  const { code = '' } = error;
  if (code === '57014') return 'timed-out';
  if (/^(57P0|08)/.test(code)) return 'broken-off';
  if (/^(28|3D)/.test(code) || code === '42501') return 'refused';
  return 'query-failed';
}

function messageOf(error: unknown): string {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  return message || code || String(error);
}
