import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { rawItems } from '../src/actuals/pulls/raw-items.ts';
import { type Network, realNetwork } from '../src/cli/network.ts';
import { type Behaviour, FXIAOKE_ENV, fxiaokeServer, type Served, ZOHO_ENV, zohoServer } from './support/crm-servers.ts';
import { type Ran, runIn, temporary } from './support/run.ts';

// Against servers on this machine that behave as documented; the live services were not reached.
let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

const deals = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `4876876000000${String(index).padStart(6, '0')}`,
    Deal_Name: `Deal ${index}`,
    Amount: 1000 + index,
    Stage: 'Closed Won',
    Closing_Date: '2026-03-31',
    Owner: { name: 'Lina', id: '7' },
  }));

const orders = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ _id: `${6_000_000 + index}`, order_amount: `${index}.50`, order_time: 1690214400000 }));

function planIn(folder: string, pull: string): void {
  const text = `salesplan: 1
name: Pulled
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {lina: {name: Lina}}}
goals: {revenue: {metric: revenue, target: 1M, owner: lina}}
actuals:
  crm: {from: crm/records.ndjson, pull: ${pull}}
`;
  writeFileSync(join(folder, 'salesplan.yaml'), text);
}

interface Pulled extends Ran {
  readonly ids: readonly string[] | undefined;
  readonly waits: readonly number[];
}

async function pull(folder: string, env: Readonly<Record<string, string>>, ...more: readonly string[]): Promise<Pulled> {
  const waits: number[] = [];
  let now = 0;
  const network: Network = {
    ...realNetwork,
    clock: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
  };
  const ran = await runIn(folder, ['actual', 'pull', '--lang', 'en', ...more], { env, network });
  const path = join(folder, 'crm', 'records.ndjson');
  const lines = existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : undefined;
  const ids = lines?.map((line) => JSON.parse(line)).map((each) => each.id ?? each._id);
  return { ...ran, ids, waits };
}

async function zoho(behaviour: Behaviour): Promise<{ folder: string; env: Record<string, string> }> {
  served = await zohoServer(behaviour);
  const folder = temporary();
  planIn(folder, '{system: zoho-crm, object: Deals}');
  return { folder, env: { ...ZOHO_ENV, ZOHO_HOST: served.url } };
}

async function fxiaoke(behaviour: Behaviour): Promise<{ folder: string; env: Record<string, string> }> {
  served = await fxiaokeServer(behaviour);
  const folder = temporary();
  planIn(folder, '{system: fxiaoke, object: SalesOrderObj}');
  return { folder, env: { ...FXIAOKE_ENV, FXIAOKE_HOST: served.url } };
}

describe('Zoho CRM', () => {
  it('goes past 2,000 records by token, with a new token of access when one ends', async () => {
    const { folder, env } = await zoho({ records: deals(2450), callsPerToken: 5 });
    const { exit, ids, stdout } = await pull(folder, env);
    expect(exit).toBe(0);
    expect(ids).toEqual(deals(2450).map(({ id }) => id));
    expect(stdout).toBe('Wrote crm/records.ndjson: 2450 records in 13 pages.\n');
  });

  it('waits as long as it is told when throttled, and tries again what broke', async () => {
    const { folder, env } = await zoho({ records: deals(700), faults: { 2: 'throttle', 4: 'cut', 5: 'down' } });
    const { exit, ids, waits } = await pull(folder, env);
    expect(exit).toBe(0);
    expect(ids).toHaveLength(700);
    expect(waits).toContain(7000);
  });

  it('keeps what it has when the server stays away, and goes on from there', async () => {
    const down = Object.fromEntries([3, 4, 5, 6, 7, 8].map((call) => [call, 'down' as const]));
    const { folder, env } = await zoho({ records: deals(900), faults: down });
    const first = await pull(folder, env);
    expect(first.exit).toBe(3);
    expect(first.ids).toBeUndefined();
    expect(first.stderr).toContain('keeps answering HTTP 503');
    expect(first.stderr).toContain('400 records are kept');
    const second = await pull(folder, env);
    expect(second.exit).toBe(0);
    expect(second.ids).toEqual(deals(900).map(({ id }) => id));
    expect(second.stderr).toContain('Going on behind 400 records');
    expect(served?.calls.filter((query) => query.includes('page=1'))).toHaveLength(1);
  });

  it('starts anew when the token of pages is a day old', async () => {
    const down = Object.fromEntries([12, 13, 14, 15, 16, 17].map((call) => [call, 'down' as const]));
    const { folder, env } = await zoho({ records: deals(2450), faults: down, forgetAt: 18 });
    expect((await pull(folder, env)).exit).toBe(3);
    const second = await pull(folder, env);
    expect(second.exit).toBe(0);
    expect(second.stderr).toContain('starting anew');
    expect(second.ids).toEqual(deals(2450).map(({ id }) => id));
  });

  it('refuses wrong credentials without showing them, and says which are missing', async () => {
    const { folder, env } = await zoho({ records: [] });
    const wrong = await pull(folder, { ...env, ZOHO_REFRESH_TOKEN: 'not-the-one' });
    expect(wrong).toMatchObject({ exit: 3, ids: undefined });
    expect(wrong.stderr).toContain('The server refuses: invalid_code.');
    expect(wrong.stderr).not.toMatch(/not-the-one|s3cret/);
    const none = await pull(folder, { ZOHO_CLIENT_ID: 'client' });
    expect(none).toMatchObject({ exit: 2 });
    expect(none.stderr).toContain('Set ZOHO_CLIENT_SECRET, ZOHO_REFRESH_TOKEN in the environment.');
  });

  it('sends credentials to no plain address of another machine', async () => {
    const { folder, env } = await zoho({ records: [] });
    const ran = await pull(folder, { ...env, ZOHO_HOST: 'http://example.com' });
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toContain('ZOHO_HOST must be an address that starts with https://');
  });

  it('writes an empty file where there is nothing', async () => {
    const { folder, env } = await zoho({ records: [] });
    expect((await pull(folder, env)).stdout).toContain('0 records');
    expect(readFileSync(join(folder, 'crm', 'records.ndjson'), 'utf8')).toBe('');
  });
});

describe('Fxiaoke', () => {
  it('goes past 10,000 records behind the last id, with a new token when one ends', async () => {
    const { folder, env } = await fxiaoke({ records: orders(10_350), callsPerToken: 40 });
    const { exit, ids } = await pull(folder, env);
    expect(exit).toBe(0);
    expect(ids).toEqual(orders(10_350).map(({ _id }) => _id));
  });

  it('asks once more where the last page is full', async () => {
    const { folder, env } = await fxiaoke({ records: orders(300) });
    expect((await pull(folder, env)).ids).toHaveLength(300);
    expect(served?.calls).toHaveLength(4);
  });

  it('sees errors inside HTTP 200, and waits when they speak of calls too many', async () => {
    const { folder, env } = await fxiaoke({ records: orders(250), faults: { 2: 'throttle', 3: 'throttle' } });
    const { exit, ids, waits } = await pull(folder, env);
    expect(exit).toBe(0);
    expect(ids).toHaveLength(250);
    expect(waits).toEqual(expect.arrayContaining([1000, 2000]));
    const wrong = await pull(folder, { ...env, FXIAOKE_APP_SECRET: 'other' }, '--restart');
    expect(wrong.exit).toBe(3);
    expect(wrong.stderr).toContain('10006 缺少参数');
  });
});

describe('a plan that can not be pulled for', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a glob', 'from: crm/*.ndjson', 'must name the one file'],
    ['a file outside the folder', 'from: ../records.ndjson', 'must name the one file'],
    ['a file of another kind', 'from: crm/records.csv', 'must name the one file'],
  ];
  it.each(cases)('%s', async (_, from, message) => {
    const folder = temporary();
    planIn(folder, '{system: zoho-crm, object: Deals}');
    const path = join(folder, 'salesplan.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('from: crm/records.ndjson', from));
    const ran = await pull(folder, ZOHO_ENV);
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toContain(message);
  });
});

describe('raw items', () => {
  it('keep the digits and the texts that the server wrote, one line each', () => {
    const text =
      '{"info": {"data": [9]}, "data": [ {"Amount": 12345678901234567.10,\n  "Name": "a, \\"b\\" ]}\\n"}, 1e400 , [1, [2]], "x" ] }';
    expect(rawItems(text, ['data'])).toEqual(['{"Amount": 12345678901234567.10, "Name": "a, \\"b\\" ]}\\n"}', '1e400 ', '[1, [2]]', '"x"']);
    expect(rawItems(text, ['info', 'data'])).toEqual(['9']);
    expect(rawItems(text, ['none'])).toBeUndefined();
    expect(rawItems('{"data": []}', ['data'])).toEqual([]);
  });
});
