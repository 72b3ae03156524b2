import { BasicAuth, Trino } from 'trino-client';
import { STANDARD, tableName } from './dialect.ts';
import type { Access, ColumnKind, TableColumn, TableRow, Warehouse } from './warehouse.ts';
import { WarehouseError, type WarehouseReason, withoutSecrets } from './warehouse-error.ts';

/**
 * Trino by its documented protocol: a statement is posted, its pages are followed. Only SELECT and DESCRIBE are sent; what a
 * user may do is the server's to say. The address is `https://user:password@host:port/catalog/schema`.
 */
export async function openTrino(access: Access): Promise<Warehouse> {
  const { client, request } = clientOf(access);
  const ask = (text: string): Promise<readonly TableRow[]> => pagesOf(client, request, text, access);
  return {
    dialect: STANDARD,
    columnsOf: async (table) => columnsIn(tableName(table, STANDARD), ask),
    query: ({ text }) => ask(text),
    close: async () => undefined,
  };
}

type RequestSettings = Pick<Parameters<Trino['query']>[0] & object, 'extraHeaders' | 'session'>;

function clientOf({ url, timezone, timeoutSeconds }: Access): { readonly client: Trino; readonly request: RequestSettings } {
  try {
    const { origin, username, password, pathname } = new URL(url.replace(/^trino:/, 'http:'));
    const [catalog, schema] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
    const client = Trino.create({
      server: origin,
      source: 'salesplan',
      ...(catalog === undefined ? {} : { catalog }),
      ...(schema === undefined ? {} : { schema }),
      auth: new BasicAuth(decodeURIComponent(username) || 'salesplan', decodeURIComponent(password)),
    });
    return {
      client,
      request: { session: { query_max_run_time: `${timeoutSeconds}s` }, extraHeaders: { 'X-Trino-Time-Zone': timezone } },
    };
  } catch (error) {
    throw new WarehouseError('bad-address', withoutSecrets(messageOf(error), url));
  }
}

/**
 * Pages until there is no next one. A query that failed ends in a page that says so, which the client passes on as any other;
 * and it keeps the first answer, which may be a refusal, to itself: only a page that says «finished» makes the rows whole.
 */
async function pagesOf(client: Trino, request: RequestSettings, query: string, access: Access): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  const until = AbortSignal.any([access.signal, AbortSignal.timeout(access.timeoutSeconds * 1000)]);
  let state = '';
  try {
    for await (const { id, data, error, stats } of await client.query({ query, ...request })) {
      if (error) throw new WarehouseError(reasonOf(error.errorName), withoutSecrets(error.message, access.url));
      for (const row of data ?? []) rows.push((row as unknown[]).map((cell) => (cell === null ? null : String(cell))));
      state = stats?.state ?? state;
      if (until.aborted) {
        await client.cancel(id).catch(() => undefined);
        throw new WarehouseError(access.signal.aborted ? 'cancelled' : 'timed-out', '');
      }
    }
  } catch (error) {
    if (error instanceof WarehouseError) throw error;
    throw new WarehouseError(reasonOf(messageOf(error)), withoutSecrets(messageOf(error), access.url));
  }
  if (state !== 'FINISHED') throw new WarehouseError('query-failed', '');
  return rows;
}

async function columnsIn(table: string, ask: (text: string) => Promise<readonly TableRow[]>): Promise<readonly TableColumn[]> {
  const rows = await ask(`DESCRIBE ${table}`).catch((error: WarehouseError) => {
    throw /does not exist/i.test(error.detail) ? new WarehouseError('no-table', table) : error;
  });
  return rows.map(([name, type]) => ({ name: name ?? '', kind: kindOf(type ?? '') }));
}

function kindOf(type: string): ColumnKind {
  if (/^(decimal|tinyint|smallint|integer|bigint)/.test(type)) return 'exact';
  if (/^(real|double)/.test(type)) return 'float';
  if (type === 'date') return 'date';
  if (!type.startsWith('timestamp')) return 'text';
  return type.endsWith('with time zone') ? 'instant' : 'time';
}

function reasonOf(said: string): WarehouseReason {
  if (/EXCEEDED_TIME_LIMIT|timeout/i.test(said)) return 'timed-out';
  if (/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH/.test(said)) return 'unreachable';
  if (/ECONNRESET|socket hang up|aborted|SERVER_SHUTTING_DOWN|REMOTE_TASK/i.test(said)) return 'broken-off';
  if (/PERMISSION_DENIED|status code 40[13]|Unauthorized/i.test(said)) return 'refused';
  return 'query-failed';
}

function messageOf(error: unknown): string {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  return message || code || String(error);
}
