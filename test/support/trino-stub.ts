import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DuckDBInstance } from '@duckdb/node-api';

/** A server that speaks Trino's documented statement protocol; what it is asked, DuckDB answers. */
export interface TrinoStub {
  readonly url: string;
  /** The requests that it got: method, path, headers. */
  readonly requests: readonly Pick<IncomingMessage, 'method' | 'url' | 'headers'>[];
  /** What happens to the next statement. */
  next: 'answer' | 'refuse' | 'fail' | 'break' | 'run on' | 'hang';
  /** Happens before a statement is computed. */
  before: (sql: string) => Promise<void>;
  run(sql: string): Promise<void>;
  stop(): Promise<void>;
}

/** Rows a page: every statement goes over several. */
const PAGE = 100;

export async function startTrinoStub(): Promise<TrinoStub> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const pages = new Map<string, readonly unknown[][]>();
  const requests: TrinoStub['requests'][number][] = [];
  let count = 0;
  const server = createServer((request, response) => {
    requests.push({ method: request.method, url: request.url, headers: request.headers });
    void answer(request, response).catch((error: Error) => send(response, { id: 'x', error: failure(error.message, 'SYNTAX_ERROR') }));
  });
  // A pause of the tests, on a machine that is busy, is no reason to hang up on a client.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      const sql = await textOf(request);
      const id = `q${++count}`;
      if (stub.next === 'refuse') return send(response, { id, error: failure('shutting down', 'SERVER_SHUTTING_DOWN') });
      await stub.before(sql);
      const rows = await connection.runAndReadAll(forDuckdb(sql));
      pages.set(
        id,
        rows.getRowsJS().map((row) => row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : lowerType(cell, sql)))),
      );
      return send(response, { id, nextUri: `${origin}/v1/statement/queued/${id}/0`, stats: { state: 'QUEUED' } });
    }
    if (request.method === 'DELETE') return void response.writeHead(204).end();
    if (stub.next === 'hang') return;
    if (stub.next === 'run on') {
      const [, id = ''] = /\/(q\d+)\//.exec(request.url ?? '') ?? [];
      await new Promise((resolve) => setTimeout(resolve, 20));
      return send(response, { id, nextUri: `${origin}${request.url}`, stats: { state: 'RUNNING' } });
    }
    const [, , , , id = '', page = ''] = (request.url ?? '').split('/');
    if (stub.next === 'break' && page !== '0') return void request.socket.destroy();
    if (stub.next === 'fail')
      return send(response, { id, error: failure('Query exceeded the maximum run time limit', 'EXCEEDED_TIME_LIMIT') });
    const rows = pages.get(id) ?? [];
    const at = Number(page) * PAGE;
    const hasMore = at + PAGE < rows.length;
    const nextUri = hasMore ? { nextUri: `${origin}/v1/statement/executing/${id}/${Number(page) + 1}` } : {};
    send(response, { id, data: rows.slice(at, at + PAGE), ...nextUri, stats: { state: hasMore ? 'RUNNING' : 'FINISHED' } });
  }

  const stub: TrinoStub = {
    url: `http://planner:pass%2Fword@127.0.0.1:${port}/sales/mart`,
    requests,
    next: 'answer',
    before: async () => undefined,
    run: async (sql) => void (await connection.run(sql)),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      connection.closeSync();
    },
  };
  return stub;
}

/** The one expression that needs an extension there. */
function forDuckdb(sql: string): string {
  return sql.replace(/CURRENT_TIMESTAMP AT TIME ZONE 'UTC'/g, 'CURRENT_TIMESTAMP');
}

/** Types are written in lower case by Trino. */
function lowerType(cell: unknown, sql: string): unknown {
  return sql.startsWith('DESCRIBE') && typeof cell === 'string' ? cell.toLowerCase() : cell;
}

function failure(message: string, errorName: string) {
  return { message, errorCode: 1, errorName, errorType: 'USER_ERROR', failureInfo: { type: 'x', message, suppressed: [], stack: [] } };
}

function send(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
