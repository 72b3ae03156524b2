import {
  type Cursor,
  call,
  type HttpAnswer,
  type HttpRequest,
  isRecord,
  jsonOf,
  type PullInput,
  type PullStep,
  type PullSteps,
  type PullSystem,
} from './pull.ts';
import { rawItems } from './raw-items.ts';

/** 纷享销客 open platform: pages of 100 in the order of `_id`, each asked for behind the last id, since offsets end at 10,000. Errors come inside HTTP 200. */
export const fxiaoke: PullSystem = {
  id: 'fxiaoke',
  secrets: ['FXIAOKE_APP_ID', 'FXIAOKE_APP_SECRET', 'FXIAOKE_PERMANENT_CODE', 'FXIAOKE_USER_ID'],
  hostVariable: 'FXIAOKE_HOST',
  steps: pullFxiaoke,
};

const HOST = 'https://open.fxiaoke.com';
const LIMIT = 100;
/** The one code besides 0 whose meaning the platform keeps to: the token is worth nothing any more. */
const STALE_TOKEN = 20016;
const PATIENCE = 5;

interface Access {
  readonly token: string;
  readonly enterprise: string;
}

function* pullFxiaoke(input: PullInput): PullSteps {
  let access = yield* enter(input);
  let cursor: Cursor | undefined = input.from ?? {};
  for (let attempt = 1; access && cursor; ) {
    const answer: HttpAnswer = yield* call(pageRequest(access, input, cursor));
    const body = jsonOf(answer.text);
    if (body?.errorCode === STALE_TOKEN && attempt < PATIENCE) {
      access = yield* enter(input);
      attempt++;
      continue;
    }
    if (isBusy(body) && attempt < PATIENCE) {
      yield { is: 'wait', attempt: attempt++ };
      continue;
    }
    const page: PullStep = pageOf(answer, body);
    yield page;
    attempt = 1;
    cursor = page.is === 'page' ? page.next : undefined;
  }
}

function* enter({ secrets, host }: PullInput): Generator<PullStep, Access | undefined, HttpAnswer> {
  const answer = yield* call({
    method: 'POST',
    url: `${host ?? HOST}/oauth2.0/token`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      appId: secrets.FXIAOKE_APP_ID,
      appSecret: secrets.FXIAOKE_APP_SECRET,
      permanentCode: secrets.FXIAOKE_PERMANENT_CODE,
      grantType: 'app_secret',
    }),
  });
  const body = jsonOf(answer.text);
  if (body?.errorCode === 0 && typeof body.accessToken === 'string') return { token: body.accessToken, enterprise: String(body.ea ?? '') };
  yield { is: 'failed', reason: 'refused', detail: body ? wordsOf(body) : `HTTP ${answer.status}` };
  return undefined;
}

function pageRequest({ token, enterprise }: Access, { pull, secrets, host, newTrace }: PullInput, { after }: Cursor): HttpRequest {
  const filters = after === undefined ? [] : [{ field_name: '_id', operator: 'GT', field_values: [after] }];
  const query = { limit: LIMIT, offset: 0, filters, orders: [{ fieldName: '_id', isAsc: true }], fieldProjection: pull.fields };
  return {
    method: 'POST',
    url: `${host ?? HOST}/cgi/crm/v2/data/query?thirdTraceId=${encodeURIComponent(newTrace())}`,
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${token}`,
      'x-fs-ea': enterprise,
      'x-fs-userid': secrets.FXIAOKE_USER_ID ?? '',
    },
    body: JSON.stringify({ data: { dataObjectApiName: pull.object, find_explicit_total_num: false, search_query_info: query } }),
  };
}

/** `total` may be 0 when counting is off: a short page is the last one. */
function pageOf({ status, text }: HttpAnswer, body: Readonly<Record<string, unknown>> | undefined): PullStep {
  if (!body) return { is: 'failed', reason: 'unreadable', detail: `HTTP ${status}` };
  if (body.errorCode !== 0) return { is: 'failed', reason: isBusy(body) ? 'busy' : 'refused', detail: wordsOf(body) };
  const records = rawItems(text, ['data', 'dataList']);
  if (!records || !isRecord(body.data) || !Array.isArray(body.data.dataList))
    return { is: 'failed', reason: 'unreadable', detail: 'data.dataList' };
  if (records.length < LIMIT) return { is: 'page', records, next: undefined };
  const last: unknown = body.data.dataList.at(-1);
  const after = isRecord(last) ? last._id : undefined;
  return typeof after === 'string' ? { is: 'page', records, next: { after } } : { is: 'failed', reason: 'unreadable', detail: '_id' };
}

/** Throttling has no code that can be trusted; its words can. */
function isBusy(body: Readonly<Record<string, unknown>> | undefined): boolean {
  return body !== undefined && body.errorCode !== 0 && /频率|频繁|限流|too many|rate limit|frequen/i.test(String(body.errorMessage ?? ''));
}

function wordsOf(body: Readonly<Record<string, unknown>>): string {
  return [body.errorCode, body.errorMessage, body.traceId].filter((part) => part !== undefined && part !== '').join(' ');
}
