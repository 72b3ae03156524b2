import type { Pull } from '../../model/source.ts';
import {
  type Cursor,
  call,
  type HttpAnswer,
  type HttpRequest,
  isRecord,
  jsonOf,
  type PullStep,
  type PullSteps,
  type PullSystem,
} from './pull.ts';
import { rawItems } from './raw-items.ts';

/** Zoho CRM, records API v8: pages by number for the first 2,000 records, then by token; a token of access lasts an hour. */
export const zohoCrm: PullSystem = {
  id: 'zoho-crm',
  secrets: ['ZOHO_CLIENT_ID', 'ZOHO_CLIENT_SECRET', 'ZOHO_REFRESH_TOKEN'],
  hostVariable: 'ZOHO_HOST',
  steps: pullZoho,
};

const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Deals: [
    'Deal_Name',
    'Amount',
    'Stage',
    'Closing_Date',
    'Owner',
    'Account_Name',
    'Pipeline',
    'Probability',
    'Created_Time',
    'Modified_Time',
  ],
};
const PER_PAGE = 200;
const LAST_NUMBERED = 10;
/** Data centre → ending of its hosts. */
const ENDINGS: Readonly<Record<string, string>> = {
  com: 'com',
  eu: 'eu',
  in: 'in',
  cn: 'com.cn',
  au: 'com.au',
  jp: 'jp',
  sa: 'sa',
  ca: 'ca',
};

interface Access {
  readonly token: string;
  readonly api: string;
}

function* pullZoho({ pull, secrets, host, from }: Parameters<PullSystem['steps']>[0]): PullSteps {
  const fields = pull.fields.length > 0 ? pull.fields : FIELDS[pull.object];
  if (!fields) return void (yield { is: 'failed', reason: 'no-fields', detail: pull.object });
  let access = yield* refresh(pull, secrets, host);
  let cursor: Cursor | undefined = from ?? { page: '1' };
  while (access && cursor) {
    let answer: HttpAnswer = yield* call(pageRequest(access, pull.object, fields, cursor));
    if (answer.status === 401) {
      access = yield* refresh(pull, secrets, host);
      if (!access) return;
      answer = yield* call(pageRequest(access, pull.object, fields, cursor));
    }
    const page: PullStep = pageOf(answer, cursor);
    yield page;
    cursor = page.is === 'page' ? page.next : undefined;
  }
}

/** A new token of access; undefined once the refusal was told. Errors come with HTTP 200 here. */
function* refresh(
  pull: Pull,
  secrets: Readonly<Record<string, string>>,
  host: string | undefined,
): Generator<PullStep, Access | undefined, HttpAnswer> {
  const ending = ENDINGS[pull.dataCenter] ?? 'com';
  const answer = yield* call({
    method: 'POST',
    url: `${host ?? `https://accounts.zoho.${ending}`}/oauth/v2/token`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: secrets.ZOHO_CLIENT_ID ?? '',
      client_secret: secrets.ZOHO_CLIENT_SECRET ?? '',
      refresh_token: secrets.ZOHO_REFRESH_TOKEN ?? '',
    }).toString(),
  });
  const token = jsonOf(answer.text)?.access_token;
  if (typeof token === 'string') return { token, api: host ?? `https://www.zohoapis.${ending}` };
  yield { is: 'failed', reason: 'refused', detail: String(jsonOf(answer.text)?.error ?? `HTTP ${answer.status}`) };
  return undefined;
}

function pageRequest({ token, api }: Access, module: string, fields: readonly string[], cursor: Cursor): HttpRequest {
  const query = new URLSearchParams({ fields: fields.join(','), per_page: String(PER_PAGE), sort_by: 'id', sort_order: 'asc', ...cursor });
  return {
    method: 'GET',
    url: `${api}/crm/v8/${encodeURIComponent(module)}?${query}`,
    headers: { Authorization: `Zoho-oauthtoken ${token}` },
    body: undefined,
  };
}

function pageOf(answer: HttpAnswer, cursor: Cursor): PullStep {
  if (answer.status === 204) return { is: 'page', records: [], next: undefined };
  const body = jsonOf(answer.text);
  if (answer.status !== 200) return failure(answer, body, cursor);
  const records = body && rawItems(answer.text, ['data']);
  if (!records || !isRecord(body.info)) return { is: 'failed', reason: 'unreadable', detail: 'data, info' };
  if (body.info.more_records !== true) return { is: 'page', records, next: undefined };
  const next = nextOf(cursor, body.info.next_page_token);
  return next ? { is: 'page', records, next } : { is: 'failed', reason: 'unreadable', detail: 'info.next_page_token' };
}

function nextOf({ page }: Cursor, token: unknown): Cursor | undefined {
  if (page !== undefined && Number(page) < LAST_NUMBERED) return { page: String(Number(page) + 1) };
  return typeof token === 'string' ? { page_token: token } : undefined;
}

/** A token of pages is worth 24 hours; behind it the server says that it is no valid value. */
function failure({ status }: HttpAnswer, body: Readonly<Record<string, unknown>> | undefined, cursor: Cursor): PullStep {
  const detail = [`HTTP ${status}`, body?.code, body?.message].filter((part) => part !== undefined).join(' ');
  const isStale = status === 400 && cursor.page_token !== undefined;
  return { is: 'failed', reason: isStale ? 'expired' : status === 401 || status === 403 ? 'refused' : 'unreadable', detail };
}
