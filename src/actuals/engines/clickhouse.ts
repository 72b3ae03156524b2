import { randomUUID } from 'node:crypto';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { ALWAYS, type Dialect, NEVER, STANDARD, tableName } from './dialect.ts';
import type { Access, ColumnKind, TableColumn, TableRow, Warehouse } from './warehouse.ts';
import { WarehouseError, type WarehouseReason, withoutSecrets } from './warehouse-error.ts';

/** Backslashes escape here, in names and in texts. */
const DIALECT: Dialect = {
  ...STANDARD,
  identifier: (name) => `\`${escaped(name).replaceAll('`', '\\`')}\``,
  text: (expression) => `toString(${expression})`,
  day: (expression, kind, timezone) => {
    if (kind === 'date') return expression;
    return kind === 'instant' ? `toDate(${expression}, ${text(timezone)})` : `toDate(${expression})`;
  },
  dayLiteral: (day) => `toDate(${text(day)})`,
  daysFrom: (from, to) => `(${to} - ${from})`,
  yearAfter: (day) => `addYears(${day}, 1)`,
  firstOfEach: (rows, by, order, columns) =>
    `SELECT ${columns.join(', ')} FROM (${rows}) AS r ORDER BY ${[...by, ...order].join(', ')} LIMIT 1 BY ${by.join(', ')}`,
  // Without the window functions of later versions: each customer's rows as arrays, moved by one.
  withNeighbours: (rows, more) => {
    const columns = ['d', ...more];
    const arrays = columns.map((name) => `groupArray(${name}) AS ${name}s`);
    const sorted = `SELECT * FROM (${rows}) AS r ORDER BY ${['c', 'd', 's', ...more].join(', ')}`;
    const moved = [
      `arrayPushFront(arrayPopBack(ds), toDate('${NEVER}')) AS day_before`,
      `arrayPushBack(arrayPopFront(ds), toDate('${ALWAYS}')) AS day_after`,
    ];
    const joined = [...columns.map((name) => `${name}s AS ${name}`), ...moved];
    return `SELECT ${[...columns, 'day_before', 'day_after'].join(', ')} FROM (SELECT c, ${arrays.join(', ')} FROM (${sorted}) GROUP BY c) ARRAY JOIN ${joined.join(', ')}`;
  },
  exact: (expression, kind) => (kind === 'float' ? `toDecimal128(${expression}, 6)` : expression),
  isIn: (expression, labels) => `${expression} IN (${labels.map(text).join(', ')})`,
  now: `toString(now(), 'UTC')`,
};

/** ClickHouse over its HTTP interface. A shard that does not answer is an error: nothing may be skipped. */
export async function openClickhouse(access: Access): Promise<Warehouse> {
  const client = clientOf(access);
  const ask = (query: string): Promise<readonly TableRow[]> => answerOf(client, query, access);
  await ask('SELECT 1').catch(async (error: unknown) => {
    await client.close();
    throw error;
  });
  return {
    dialect: DIALECT,
    columnsOf: async (table) => columnsIn(tableName(table, DIALECT), ask),
    query: (statement) => ask(statement.text),
    close: () => client.close(),
  };
}

/** Decimals and counts come as text, because the statements make them texts. */
async function answerOf(client: ClickHouseClient, query: string, access: Access): Promise<readonly TableRow[]> {
  const query_id = randomUUID();
  const cancel = () =>
    void client
      .command({ query: `KILL QUERY WHERE query_id = '${query_id}'`, clickhouse_settings: { readonly: '0' } })
      .catch(() => undefined);
  access.signal.addEventListener('abort', cancel, { once: true });
  try {
    const result = await client.query({ query, query_id, format: 'JSONCompact', abort_signal: access.signal });
    const { data } = await result.json<unknown[]>();
    return data.map((row) => row.map((cell) => (cell === null ? null : String(cell))));
  } catch (error) {
    throw failureOf(error, access);
  } finally {
    access.signal.removeEventListener('abort', cancel);
  }
}

/** The client writes no log of its own: that would have the address in it. */
function clientOf({ url, timeoutSeconds }: Access): ClickHouseClient {
  try {
    return createClient({
      url,
      application: 'salesplan',
      request_timeout: timeoutSeconds * 1000 + 10_000,
      log: { level: ClickHouseLogLevel.OFF },
      clickhouse_settings: {
        readonly: '2',
        max_execution_time: timeoutSeconds,
        timeout_overflow_mode: 'throw',
        skip_unavailable_shards: 0,
        // The answer is whole before its first byte is sent: what goes wrong on the way has a status of its own.
        wait_end_of_query: 1,
      },
    });
  } catch (error) {
    throw new WarehouseError('bad-address', withoutSecrets(messageOf(error), url));
  }
}

async function columnsIn(table: string, ask: (text: string) => Promise<readonly TableRow[]>): Promise<readonly TableColumn[]> {
  const rows = await ask(`DESCRIBE TABLE ${table}`).catch((error: WarehouseError) => {
    throw /doesn't exist|does not exist|UNKNOWN_TABLE|UNKNOWN_DATABASE/i.test(error.detail) ? new WarehouseError('no-table', table) : error;
  });
  return rows.map(([name, type]) => ({ name: name ?? '', kind: kindOf(type ?? '') }));
}

function kindOf(written: string): ColumnKind {
  const type = written.replace(/(?:Nullable|LowCardinality)\(/g, '');
  if (/^(Decimal|U?Int)/.test(type)) return 'exact';
  if (type.startsWith('Float')) return 'float';
  if (/^Date(32)?\b/.test(type)) return 'date';
  return type.startsWith('DateTime') ? 'instant' : 'text';
}

function failureOf(error: unknown, { url, signal }: Access): WarehouseError {
  const message = messageOf(error);
  return new WarehouseError(signal.aborted ? 'cancelled' : reasonOf(message), withoutSecrets(message, url));
}

function reasonOf(message: string): WarehouseReason {
  if (/timeout (error|exceeded)|TIMEOUT_EXCEEDED|estimated query execution time/i.test(message)) return 'timed-out';
  if (/password|authenticat|not enough privileges|ACCESS_DENIED|Unknown user/i.test(message)) return 'refused';
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH/.test(message)) return 'unreachable';
  if (/socket hang up|ECONNRESET|EPIPE|aborted|terminated/i.test(message)) return 'broken-off';
  return 'query-failed';
}

function messageOf(error: unknown): string {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  return message || code || String(error);
}

function escaped(name: string): string {
  return name.replaceAll('\\', '\\\\');
}

function text(value: string): string {
  return `'${escaped(value).replaceAll("'", "\\'")}'`;
}
