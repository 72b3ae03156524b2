import { BasicAuth, Trino } from 'trino-client';
import { STANDARD, tableName } from './dialect.ts';
import type { Access, ColumnKind, TableColumn, TableRow, Warehouse } from './warehouse.ts';
import { isWarehouseError, WarehouseError, type WarehouseReason, withoutSecrets } from './warehouse-error.ts';

/**
 * Trino by its documented protocol: a statement is posted, its pages are followed. Only SELECT and DESCRIBE are sent; what a
 * user may do is the server's to say. The address is `https://user:password@host:port/catalog/schema`.
 */
export async function openTrino(access: Access): Promise<Warehouse> {
  const connected = clientOf(access);
  const ask = (text: string): Promise<readonly TableRow[]> => pagesOf(connected, text, access);
  return {
    dialect: STANDARD,
    columnsOf: async (table) => columnsIn(tableName(table, STANDARD), ask),
    query: ({ text }) => ask(text),
    close: async () => undefined,
  };
}

type RequestSettings = Pick<Parameters<Trino['query']>[0] & object, 'extraHeaders' | 'session'>;

interface Connected {
  readonly client: Trino;
  readonly request: RequestSettings;
}

function clientOf({ url, timezone, timeoutSeconds }: Access): Connected {
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
async function pagesOf({ client, request }: Connected, query: string, access: Access): Promise<readonly TableRow[]> {
  const rows: TableRow[] = [];
  const { signal: until, forget } = limitOf(access);
  let state = '';
  let pages: Pages | undefined;
  try {
    breakOffAt(until, client);
    pages = await client.query({ query, ...request });
    for await (const { data, error, stats } of pages) {
      if (error) throw new WarehouseError(reasonOf(error.errorName), withoutSecrets(error.message, access.url));
      for (const row of data ?? []) rows.push((row as unknown[]).map((cell) => (cell === null ? null : String(cell))));
      state = stats?.state ?? state;
    }
  } catch (error) {
    if (until.aborted) await cancel(pages, access);
    if (until.aborted) throw new WarehouseError(access.signal.aborted ? 'cancelled' : 'timed-out', '');
    if (isWarehouseError(error)) throw error;
    throw new WarehouseError(reasonOf(messageOf(error)), withoutSecrets(messageOf(error), access.url));
  } finally {
    forget();
  }
  if (state !== 'FINISHED') throw new WarehouseError('query-failed', '');
  return rows;
}

/** Ends when the planner breaks off, or when the time is over. (The signals that Node joins itself may be collected before they fire.) */
function limitOf({ signal, timeoutSeconds }: Access): { readonly signal: AbortSignal; readonly forget: () => void } {
  const controller = new AbortController();
  const end = () => controller.abort();
  const timer = setTimeout(end, timeoutSeconds * 1000);
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  const forget = (): void => {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  };
  return { signal: controller.signal, forget };
}

type Pages = Awaited<ReturnType<Trino['query']>>;

/**
 * The client goes on asking by itself for as long as pages are empty, which they are while a query runs. Its requests can be
 * broken off all the same: what it is configured with goes to each of them. Missing from its types, as is a query's number.
 */
function breakOffAt(signal: AbortSignal, client: Trino): void {
  const { clientConfig } = (client as unknown as { readonly client: { readonly clientConfig: { signal?: AbortSignal } } }).client;
  clientConfig.signal = signal;
}

/** By a client of its own, whose requests are not broken off; a server that does not answer is not waited for. */
async function cancel(pages: Pages | undefined, access: Access): Promise<void> {
  const id = (pages as unknown as { readonly iter?: { readonly queryResult?: { readonly id?: string } } } | undefined)?.iter?.queryResult
    ?.id;
  if (id === undefined) return;
  const { client } = clientOf(access);
  const { signal, forget } = limitOf({ ...access, signal: new AbortController().signal, timeoutSeconds: 5 });
  breakOffAt(signal, client);
  await client.cancel(id).catch(() => undefined);
  forget();
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
