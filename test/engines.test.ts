import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import { DuckDBInstance } from '@duckdb/node-api';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { clickhouseProgram, postgresFolder, type Server, startClickhouse, startPostgres } from '../scripts/servers.mjs';
import { openWarehouse } from '../src/actuals/engines/index.ts';
import { openPlan } from '../src/cli/open-plan.ts';
import { readPlanActuals } from '../src/cli/read-plan-actuals.ts';
import { RECONCILED } from '../src/model/fact.ts';
import { type Fraction, toDecimal } from '../src/model/fraction.ts';
import { contextIn, runIn, temporary } from './support/run.ts';
import { startTrinoStub, type TrinoStub } from './support/trino-stub.ts';
import { csvOf, ORDER_COLUMNS, type Order, ordersOf, PROVINCES, TYPED_COLUMNS, warehousePlan } from './support/warehouse-plan.ts';
import { type Cell, serialOf, workbookOf } from './support/workbook.ts';

// Real servers on 127.0.0.1, and Trino as a stub of its protocol: the same plan and rows give the same numbers everywhere.
const ORDERS = ordersOf(400);
/** Two databases share no customer; the shards of one table share orders too. */
const HALVES = [ORDERS.filter(({ buyer }) => buyer?.endsWith('1')), ORDERS.filter(({ buyer }) => !buyer?.endsWith('1'))] as const;
const THIRDS = [ORDERS.filter((_, index) => index % 3 === 0), ORDERS.filter((_, index) => index % 3 !== 0)] as const;
const hasPostgres = postgresFolder() !== undefined;
const hasClickhouse = clickhouseProgram() !== undefined;
const withPostgres = hasPostgres ? 'PostgreSQL' : 'PostgreSQL (skipped: not installed, see .ci/run)';
const withClickhouse = hasClickhouse ? 'ClickHouse' : 'ClickHouse (skipped: not installed, see .ci/run)';

// Servers start in a second or two; on a busy machine they take their time.
vi.setConfig({ hookTimeout: 60_000 });

let wanted: unknown;
let csv = '';
let nodes: readonly Server[] = [];
let shards: readonly Server[] = [];
beforeAll(async () => {
  const starting = [hasPostgres ? startPostgres(2) : [], hasClickhouse ? startClickhouse(2) : []] as const;
  const folder = planIn('from: orders.csv');
  csv = join(folder, 'orders.csv');
  writeFileSync(csv, csvOf(ORDERS));
  wanted = await numbersOf(folder);
  [nodes, shards] = await Promise.all(starting);
});
afterAll(() => Promise.all([...nodes, ...shards].map((server) => server.stop())));

describe('files', () => {
  it('gives the numbers of the CSV file from a workbook, with its dates and amounts as numbers', async () => {
    const folder = planIn('from: orders.xlsx');
    writeFileSync(join(folder, 'orders.xlsx'), workbookOf([ORDER_COLUMNS, ...ORDERS.map(cellsOf)]));
    expect(await numbersOf(folder)).toEqual(wanted);
  });

  it('counts orders and customers of a large file as those of a small one, in the engine', async () => {
    const [small, large] = [planIn('from: orders.csv'), planIn('from: orders.csv')];
    for (const folder of [small, large]) {
      const plan = readFileSync(join(folder, 'salesplan.yaml'), 'utf8');
      writeFileSync(join(folder, 'salesplan.yaml'), plan.replace(/\n {4}lost:.*/, ''));
    }
    const marked = ORDERS.map((order, index) => (index % 9 === 0 && order.amount ? { ...order, amount: `¥${order.amount}` } : order));
    const text = csvOf(marked);
    writeFileSync(join(small, 'orders.csv'), text);
    const padding = 'x'.repeat(Math.ceil(4_000_000 / ORDERS.length) + 100);
    writeFileSync(
      join(large, 'orders.csv'),
      text
        .replace(/\n(?=.)/g, `,${padding}\n`)
        .replace(`cost,${padding}`, 'cost,note')
        .replace(/\n$/, `,${padding}\n`),
    );
    const numbers = await numbersOf(large);
    expect(numbers).toEqual(await numbersOf(small));
    expect(JSON.stringify(numbers)).toMatch(/repeat_customers[^}]*value[^}]*[1-9]\.0/);
  });

  it('gives the same from Parquet', async () => {
    const folder = planIn('from: orders.parquet');
    await writeParquet(csv, join(folder, 'orders.parquet'));
    expect(await numbersOf(folder)).toEqual(wanted);
  });
});

describe.runIf(hasPostgres)(withPostgres, () => {
  beforeAll(async () => {
    await Promise.all([fillPostgres(nodes[0]?.url, ORDERS), fillPostgres(nodes[1]?.url, [])]);
  });
  const env = () => ({ A: nodes[0]?.url ?? '', B: nodes[1]?.url ?? '' });
  const one = 'connect: {engine: postgres, url: {env: A}}\n    table: mart.orders';

  it('gives the numbers of the file', async () => {
    const folder = await synced(one, env());
    expect(await numbersOf(folder)).toEqual(wanted);
    expect(readFileSync(join(folder, 'actuals.snapshot.csv'), 'utf8')).not.toMatch(/pass.word|127\.0\.0\.1/);
  });

  it('gives the same where an instant is a day of the plan’s time zone', async () => {
    const client = await connected(nodes[0]?.url);
    await client.query(
      `CREATE TABLE mart.instants AS SELECT CAST(ordered AS timestamp) AT TIME ZONE 'Asia/Shanghai' + interval '30 minutes' AS ordered, amount, seller, product, city, status, order_no, buyer, opened, cost FROM mart.orders`,
    );
    await client.end();
    expect(await numbersOf(await synced(one.replace('orders', 'instants'), env()))).toEqual(wanted);
  });

  it('adds up what is spread over two databases', async () => {
    const [first, second] = await Promise.all(nodes.map((node) => connected(node.url)));
    await first?.query('ALTER TABLE mart.orders RENAME TO whole');
    await Promise.all([fillPostgres(nodes[0]?.url, HALVES[0]), fillPostgres(nodes[1]?.url, HALVES[1])]);
    await Promise.all([first?.end(), second?.end()]);
    expect(await numbersOf(await synced(one.replace('{env: A}', '[{env: A}, {env: B}]'), env()))).toEqual(wanted);
  });

  it('can change nothing', async () => {
    const access = { url: nodes[0]?.url ?? '', timezone: 'Asia/Shanghai', timeoutSeconds: 5, signal: new AbortController().signal };
    const warehouse = await openWarehouse('postgres', access);
    await expect(warehouse.query({ text: 'DELETE FROM mart.orders', values: [] })).rejects.toThrow(/read-only/);
    await warehouse.close();
  });

  it('says that a password is wrong, without saying it', async () => {
    const ran = await sync(planIn(one), { A: (nodes[0]?.url ?? '').replace('pass%2Fword', 'top%2Fsecret') });
    expect(ran.exit).toBe(3);
    expect(ran.stderr).toContain('refuses the user');
    expect(ran.stderr).not.toMatch(/top.{1,3}secret/);
  });

  it('stops a query that takes too long, or that is broken off, on the server too', async () => {
    const client = await connected(nodes[0]?.url);
    await client.query('CREATE VIEW mart.slow AS SELECT whole.* FROM mart.whole, (SELECT pg_sleep(60)) AS nap');
    const slow = one.replace('orders', 'slow');
    const late = sync(planIn(slow.replace('url:', 'timeout_seconds: 1, url:')), env());
    const controller = new AbortController();
    const running = sync(planIn(slow), env(), controller.signal);
    await until(async () => (await client.query(RUNNING)).rows.length === 2);
    controller.abort();
    expect((await running).stderr).toContain('it was broken off');
    expect((await late).stderr).toContain('took longer than it may');
    await until(async () => (await client.query(RUNNING)).rows.length === 0);
    await client.end();
  });

  it('that dies in the middle leaves the last snapshot as it is', async () => {
    const folder = planIn(one.replace('orders', 'slow'));
    writeFileSync(join(folder, 'actuals.snapshot.csv'), 'the last one');
    const client = await connected(nodes[0]?.url);
    client.on('error', () => undefined);
    const running = sync(folder, env());
    await until(async () => (await client.query(RUNNING)).rows.length === 1);
    await nodes[0]?.stop();
    expect(await running).toMatchObject({ exit: 3, stdout: '', stderr: expect.stringContaining('the connection broke in the middle') });
    expect(readFileSync(join(folder, 'actuals.snapshot.csv'), 'utf8')).toBe('the last one');
  });
});

const RUNNING = `SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%slow%' AND application_name = 'salesplan'`;

describe.runIf(hasClickhouse)(withClickhouse, () => {
  beforeAll(async () => {
    await Promise.all(shards.map((shard, index) => fillClickhouse(shard.url, 'orders', THIRDS[index] ?? [])));
    await Promise.all(shards.map((shard, index) => fillClickhouse(shard.url, 'own_orders', HALVES[index] ?? [])));
  });
  const env = () => ({ A: shards[0]?.url ?? '', B: shards[1]?.url ?? '' });
  const all = 'connect: {engine: clickhouse, url: {env: A}}\n    table: all_orders';

  it('gives the numbers of the file from a table on two shards', async () => {
    expect(await numbersOf(await synced(all, env()))).toEqual(wanted);
  });

  it('gives the same when the client asks each shard', async () => {
    const each = all.replace('{env: A}', '[{env: A}, {env: B}]').replace('all_orders', 'own_orders');
    expect(await numbersOf(await synced(each, env()))).toEqual(wanted);
  });

  it('can change nothing', async () => {
    const access = { url: shards[0]?.url ?? '', timezone: 'Asia/Shanghai', timeoutSeconds: 5, signal: new AbortController().signal };
    const warehouse = await openWarehouse('clickhouse', access);
    await expect(warehouse.query({ text: 'DROP TABLE orders', values: [] })).rejects.toThrow();
    await expect(warehouse.columnsOf(['nowhere'])).rejects.toThrow(/no-table/);
    await warehouse.close();
  });

  it('stops a query that takes too long, or that is broken off, on the server too', async () => {
    const client = createClient({ url: shards[0]?.url ?? '' });
    const texts = ['seller', 'product', 'city', 'status', 'order_no', 'buyer'].map((name) => `'x' AS ${name}`);
    const columns = ["toDate('2026-01-05') AS ordered", 'toInt64(number) AS amount', ...texts, 'ordered AS opened', 'amount AS cost'];
    await client.command({ query: `CREATE VIEW endless AS SELECT ${columns.join(', ')} FROM system.numbers` });
    const running = async () =>
      (
        await client.query({
          query: "SELECT query_id FROM system.processes WHERE query LIKE '%COUNT%endless%' AND query NOT LIKE '%processes%'",
          format: 'JSON',
        })
      ).json();
    const endless = all.replace('all_orders', 'endless');
    const late = sync(planIn(endless.replace('url:', 'timeout_seconds: 1, url:')), env());
    const controller = new AbortController();
    const ran = sync(planIn(endless), env(), controller.signal);
    await until(async () => (await running()).data.length === 2);
    controller.abort();
    expect(await ran).toMatchObject({ exit: 3, stderr: expect.stringContaining('it was broken off') });
    expect(await late).toMatchObject({ exit: 3, stderr: expect.stringContaining('took longer than it may') });
    await until(async () => (await running()).data.length === 0);
    await client.close();
  });

  it('that lost a shard is an error, not a part of the numbers', async () => {
    await shards[1]?.stop();
    const folder = planIn(all);
    const ran = await sync(folder, env());
    expect(ran).toMatchObject({ exit: 3, stdout: '' });
    expect(ran.stderr).toMatch(/Nothing was written/);
    expect(ran.stderr).not.toContain('pass/word');
    expect(existsSync(join(folder, 'actuals.snapshot.csv'))).toBe(false);
  });

  it('that dies in the middle leaves the last snapshot as it is', async () => {
    const folder = planIn(all.replace('all_orders', 'endless'));
    writeFileSync(join(folder, 'actuals.snapshot.csv'), 'the last one');
    const running = sync(folder, env());
    const client = createClient({ url: shards[0]?.url ?? '' });
    await until(
      async () => (await (await client.query({ query: 'SELECT query FROM system.processes', format: 'JSON' })).json()).data.length > 1,
    );
    await client.close();
    await shards[0]?.stop();
    expect(await running).toMatchObject({ exit: 3, stdout: '', stderr: expect.stringContaining('the connection broke in the middle') });
    expect(readFileSync(join(folder, 'actuals.snapshot.csv'), 'utf8')).toBe('the last one');
  });
});

describe('Trino, as a stub of its protocol', () => {
  let stub: TrinoStub;
  beforeAll(async () => {
    stub = await startTrinoStub();
    await stub.run(`CREATE SCHEMA mart; CREATE TABLE mart.orders (${TYPED_COLUMNS.replaceAll('TEXT', 'VARCHAR')})`);
    await stub.run(`INSERT INTO mart.orders VALUES ${ORDERS.map(valuesOf).join(', ')}`);
  });
  afterAll(() => stub.stop());
  const connect = 'connect: {engine: trino, url: {env: A}}\n    table: mart.orders';

  it('gives the numbers of the file, over as many pages as it takes', async () => {
    expect(await numbersOf(await synced(connect, { A: stub.url }))).toEqual(wanted);
    const [first] = stub.requests;
    expect(first).toMatchObject({
      method: 'POST',
      url: '/v1/statement',
      headers: { 'x-trino-catalog': 'sales', 'x-trino-schema': 'mart' },
    });
    expect(stub.requests.filter(({ url }) => url?.endsWith('/1')).length).toBeGreaterThan(0);
  });

  it.each([
    ['refuse', 'the query failed'],
    ['fail', 'took longer than it may'],
    ['break', 'the connection broke'],
  ] as const)('a statement that does %s is told, and nothing is written', async (next, message) => {
    stub.next = next;
    const folder = planIn(connect);
    const ran = await sync(folder, { A: stub.url });
    expect(ran).toMatchObject({ exit: 3, stderr: expect.stringContaining(message) });
    expect(ran.stderr).not.toContain('planner');
    expect(existsSync(join(folder, 'actuals.snapshot.csv'))).toBe(false);
  });

  it.each(['run on', 'hang'] as const)('a statement that would %s is broken off, on the server too', async (next) => {
    stub.next = next;
    const controller = new AbortController();
    const asked = stub.requests.length;
    const running = sync(planIn(connect), { A: stub.url }, controller.signal);
    await until(async () => stub.requests.length > asked + 1);
    controller.abort();
    expect(await running).toMatchObject({ exit: 3, stderr: expect.stringContaining('it was broken off') });
    expect(stub.requests.at(-1)).toMatchObject({ method: 'DELETE', url: expect.stringMatching(/^\/v1\/query\/q\d+$/) });
  });

  it('a statement that takes longer than it may is broken off too', async () => {
    stub.next = 'run on';
    const ran = await sync(planIn(connect.replace('url:', 'timeout_seconds: 1, url:')), { A: stub.url });
    expect(ran).toMatchObject({ exit: 3, stderr: expect.stringContaining('took longer than it may') });
    expect(stub.requests.at(-1)?.method).toBe('DELETE');
  });

  it('rows that come while they are counted are asked for again, and refused where they keep coming', async () => {
    stub.next = 'answer';
    const counted = ORDERS.find(({ status }) => status === '完成') as Order;
    let [times, most] = [0, 1];
    stub.before = async (sql) => {
      const isRollUp = sql.includes('SUM(') && !sql.includes('LIMIT');
      if (isRollUp && times++ < most) await stub.run(`INSERT INTO mart.orders VALUES ${valuesOf(counted)}`);
    };
    const { stdout } = await sync(planIn(connect), { A: stub.url });
    expect(stdout).toMatch(new RegExp(`read +${ORDERS.length + 1}`));
    [times, most] = [0, 100];
    const folder = planIn(connect);
    const ran = await sync(folder, { A: stub.url });
    expect(ran).toMatchObject({ exit: 3, stdout: '', stderr: expect.stringContaining('rows kept changing while they were counted') });
    expect(existsSync(join(folder, 'actuals.snapshot.csv'))).toBe(false);
  });
});

function planIn(source: string): string {
  const folder = temporary();
  writeFileSync(join(folder, 'salesplan.yaml'), warehousePlan(source));
  writeFileSync(join(folder, 'provinces.csv'), PROVINCES);
  return folder;
}

function sync(folder: string, env: Readonly<Record<string, string>>, interrupted?: AbortSignal) {
  return runIn(folder, ['sync', '--lang', 'en'], { env, ...(interrupted ? { interrupted } : {}) });
}

async function synced(source: string, env: Readonly<Record<string, string>>): Promise<string> {
  const folder = planIn(source);
  expect(await sync(folder, env)).toMatchObject({ exit: 0, stderr: '' });
  return folder;
}

/** All that reports are made from: every fact to its last decimal, and what became of the rows. */
async function numbersOf(folder: string): Promise<unknown> {
  const settings = {
    format: undefined,
    language: 'en',
    asOf: '2026-06-28',
    color: undefined,
    isQuiet: false,
    isVerbose: false,
    output: undefined,
  } as const;
  const context = contextIn(folder);
  const opened = await openPlan(undefined, { operands: [], options: {}, settings }, context);
  if (!opened.loaded.plan) throw new Error('the plan has mistakes');
  const { actuals } = await readPlanActuals(opened.loaded.plan, opened, context);
  const decimal = (value: Fraction) => toDecimal(value, 10);
  return {
    facts: actuals?.facts.map((fact) => JSON.stringify({ ...fact, value: decimal(fact.value) })).sort(),
    sources: actuals?.reconciliations.map((each) => RECONCILED.map((kind) => [kind, each[kind].rows, decimal(each[kind].amount)])),
    folded: actuals?.folded,
    latest: actuals?.latest,
  };
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen');
}

const NUMBERS: ReadonlySet<string> = new Set(['ordered', 'opened', 'amount', 'cost']);

function cellsOf(order: Order): readonly Cell[] {
  return ORDER_COLUMNS.map((column) => {
    const cell = order[column] ?? '';
    if (cell === '' || !NUMBERS.has(column)) return cell;
    return column === 'ordered' || column === 'opened' ? { serial: serialOf(cell) } : Number(cell);
  });
}

async function writeParquet(from: string, to: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const typed = `* REPLACE (CAST(ordered AS DATE) AS ordered, CAST(opened AS DATE) AS opened, CAST(amount AS DECIMAL(12, 2)) AS amount, CAST(cost AS DECIMAL(12, 2)) AS cost)`;
  await connection.run(`COPY (SELECT ${typed} FROM read_csv('${from}', all_varchar = true)) TO '${to}' (FORMAT parquet)`);
  connection.closeSync();
}

function valuesOf(order: Order): string {
  return `(${ORDER_COLUMNS.map((column) => (order[column] === null ? 'NULL' : `'${order[column]?.replaceAll("'", "''")}'`)).join(', ')})`;
}

async function connected(url: string | undefined): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

async function fillPostgres(url: string | undefined, orders: readonly Order[]): Promise<void> {
  const client = await connected(url);
  await client.query(`CREATE SCHEMA IF NOT EXISTS mart; CREATE TABLE IF NOT EXISTS mart.orders (${TYPED_COLUMNS})`);
  if (orders.length > 0) await client.query(`INSERT INTO mart.orders VALUES ${orders.map(valuesOf).join(', ')}`);
  await client.end();
}

async function fillClickhouse(url: string, table: string, orders: readonly Order[]): Promise<void> {
  const client = createClient({ url });
  const columns = TYPED_COLUMNS.replaceAll('TEXT', 'String').replace(/(\w+) (\w+(?:\(.*?\))?)(,|$)/g, '$1 Nullable($2)$3');
  await client.command({ query: `CREATE TABLE ${table} (${columns}) ENGINE = MergeTree ORDER BY tuple()` });
  await client.command({ query: `CREATE TABLE all_${table} (${columns}) ENGINE = Distributed(sales, default, ${table})` });
  const text = (cell: string) => `'${cell.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const values = orders.map(
    (order) => `(${ORDER_COLUMNS.map((column) => (order[column] === null ? 'NULL' : text(order[column] ?? ''))).join(', ')})`,
  );
  await client.command({ query: `INSERT INTO ${table} VALUES ${values.join(', ')}` });
  await client.close();
}
