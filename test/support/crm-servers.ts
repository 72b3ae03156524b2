import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Servers on this machine that behave as the vendors document: pages, tokens that end, throttling, connections that break. */
export interface Served {
  readonly url: string;
  readonly calls: string[];
  close(): Promise<void>;
}

/** What happens to a call before it is answered as usual; undefined: nothing. */
export type Fault = 'cut' | 'throttle' | 'down' | undefined;

export interface Behaviour {
  readonly records: readonly object[];
  /** Calls that one token of access is good for. */
  readonly callsPerToken?: number;
  /** By the number of the data call, from 1. */
  readonly faults?: Readonly<Record<number, Fault>>;
  /** At this call the server has forgotten its tokens of pages. */
  readonly forgetAt?: number;
}

export const ZOHO_ENV = { ZOHO_CLIENT_ID: 'client', ZOHO_CLIENT_SECRET: 's3cret', ZOHO_REFRESH_TOKEN: 'refresh-me' };
export const FXIAOKE_ENV = {
  FXIAOKE_APP_ID: 'app',
  FXIAOKE_APP_SECRET: 's3cret',
  FXIAOKE_PERMANENT_CODE: 'code',
  FXIAOKE_USER_ID: 'FSUID_1',
};

/** Zoho CRM v8 records: numbered pages end at 2,000 records, tokens go on; access ends with 401. */
export function zohoServer(behaviour: Behaviour): Promise<Served> {
  let [left, token, data] = [0, 0, 0];
  return serve((request, body, calls, respond, response) => {
    const url = new URL(request.url ?? '', 'http://here');
    if (url.pathname === '/oauth/v2/token') {
      const isRight = new URLSearchParams(body).get('refresh_token') === ZOHO_ENV.ZOHO_REFRESH_TOKEN;
      left = behaviour.callsPerToken ?? 1000;
      return respond(200, isRight ? { access_token: `t${++token}`, expires_in: 3600 } : { error: 'invalid_code' });
    }
    calls.push(url.search);
    const fault = behaviour.faults?.[++data];
    if (fault) {
      fail(fault, respond, response);
      return;
    }
    if (request.headers.authorization !== `Zoho-oauthtoken t${token}` || left-- <= 0) {
      return respond(401, { code: 'INVALID_TOKEN', message: 'invalid oauth token' });
    }
    if (!url.searchParams.get('fields')) return respond(400, { code: 'REQUIRED_PARAM_MISSING', message: 'fields' });
    const page = url.searchParams.get('page');
    const given = url.searchParams.get('page_token');
    if (page && Number(page) > 10) return respond(400, { code: 'DISCRETE_PAGINATION_LIMIT_EXCEEDED', message: 'use page_token' });
    if (given && data === behaviour.forgetAt) return respond(400, { code: 'EXPIRED_VALUE', message: 'page_token' });
    const at = given ? Number(given.slice(3)) : Number(page ?? 1) - 1;
    const rows = behaviour.records.slice(at * 200, at * 200 + 200);
    const more = behaviour.records.length > (at + 1) * 200;
    if (rows.length === 0) return respond(204, undefined);
    return respond(200, {
      data: rows,
      info: { per_page: 200, count: rows.length, more_records: more, next_page_token: more ? `pt-${at + 1}` : null },
    });
  });
}

/** Fxiaoke: pages of 100, offsets end at 10,000, every error inside HTTP 200. */
export function fxiaokeServer(behaviour: Behaviour): Promise<Served> {
  let [left, token, data] = [0, 0, 0];
  return serve((request, body, calls, respond, response) => {
    const wish = JSON.parse(body);
    if (request.url?.startsWith('/oauth2.0/token')) {
      if (wish.appSecret !== FXIAOKE_ENV.FXIAOKE_APP_SECRET)
        return respond(200, { errorCode: 10006, errorMessage: '缺少参数', traceId: 'x' });
      left = behaviour.callsPerToken ?? 1000;
      return respond(200, { errorCode: 0, accessToken: `t${++token}`, ea: 'corp', expiresIn: 7200 });
    }
    const info = wish.data.search_query_info;
    calls.push(JSON.stringify(info.filters));
    const fault = behaviour.faults?.[++data];
    if (fault === 'throttle') return respond(200, { errorCode: 30004, errorMessage: '接口调用频率超过限制', traceId: 'y' });
    if (fault) {
      fail(fault, respond, response);
      return;
    }
    if (request.headers.authorization !== `Bearer t${token}` || left-- <= 0)
      return respond(200, { errorCode: 20016, errorMessage: 'token 失效' });
    if (info.limit > 100 || info.offset > 10_000) return respond(200, { errorCode: 20001, errorMessage: '参数错误' });
    const after = info.filters.find((each: { field_name: string }) => each.field_name === '_id')?.field_values[0] ?? '';
    const rows = behaviour.records
      .filter((each) => String((each as { _id: string })._id) > after)
      .slice(info.offset, info.offset + info.limit);
    return respond(200, { traceId: 'z', errorCode: 0, errorMessage: 'OK', data: { dataList: rows, offset: 0, limit: 100, total: 0 } });
  });
}

type Respond = (status: number, body: object | undefined) => void;
type Handler = (request: IncomingMessage, body: string, calls: string[], respond: Respond, response: ServerResponse) => void;

function fail(fault: Fault, respond: Respond, response: ServerResponse): void {
  if (fault === 'throttle') {
    response.setHeader('Retry-After', '7');
    respond(429, { code: 'TOO_MANY_REQUESTS' });
  } else if (fault === 'down') respond(503, undefined);
  else {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
    response.write('{"data": [{"id": "1", "Amo');
    setImmediate(() => response.destroy());
  }
}

async function serve(handle: Handler): Promise<Served> {
  const calls: string[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece: Buffer) => {
      body += piece.toString();
    });
    request.on('end', () => {
      const respond: Respond = (status, answer) => {
        response.statusCode = status;
        response.end(answer === undefined ? undefined : JSON.stringify(answer, undefined, 1));
      };
      handle(request, body, calls, respond, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${port}`, calls, close };
}
