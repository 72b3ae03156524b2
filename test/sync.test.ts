import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT, runIn, temporary } from './support/run.ts';
import { csvOf, type Order, ordersOf, PROVINCES, TYPED_COLUMNS, warehousePlan } from './support/warehouse-plan.ts';

// A table in a database file goes all the way: asked by `sync`, kept as a snapshot, reported on without the database.
const ORDERS = ordersOf(500);
const env = { SALES_DB: 'duckdb:sales.duckdb' };
const CONNECT = 'connect: {engine: duckdb, url: {env: SALES_DB}}\n    table: mart.orders';

describe('a table in a database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = temporary();
    writeFileSync(join(folder, 'salesplan.yaml'), warehousePlan(CONNECT));
    writeFileSync(join(folder, 'provinces.csv'), PROVINCES);
    await makeTable(folder, ORDERS);
  });
  const run = (argv: readonly string[], world: Parameters<typeof runIn>[2] = { env: envIn(folder) }) => runIn(folder, argv, world);

  it('is not read before the first sync, and says how', async () => {
    const ran = await run(['report', '--lang', 'en']);
    expect(ran.exit).toBe(1);
    expect(ran.stderr).toContain('The table "mart.orders" was never read');
    expect(ran.stderr).toContain('Run salesplan sync');
  });

  it('gives the numbers that the same rows give as a file', async () => {
    expect(await run(['sync'])).toMatchObject({ exit: 0, stderr: '' });
    const files = temporary();
    writeFileSync(join(files, 'salesplan.yaml'), warehousePlan('from: orders.csv'));
    writeFileSync(join(files, 'provinces.csv'), PROVINCES);
    writeFileSync(join(files, 'orders.csv'), csvOf(ORDERS));
    for (const command of ['report', 'gap']) {
      const args = [command, '--as-of', '2026-06-28', '--format', 'json'];
      expect(numbersIn((await run(args, {})).stdout)).toEqual(numbersIn((await runIn(files, args)).stdout));
    }
    const [table, file] = [
      await run(['actual', 'status', '--format', 'json'], {}),
      await runIn(files, ['actual', 'status', '--format', 'json']),
    ];
    const [{ sources, folded }, other] = [JSON.parse(table.stdout), JSON.parse(file.stdout)];
    expect(sources).toEqual(other.sources);
    expect(folded).toEqual(other.folded);
  });

  it('prints what its schema says', async () => {
    const { stdout } = await run(['sync', '--format', 'json']);
    const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
      JSON.parse(readFileSync(join(ROOT, 'schemas', 'sync.schema.json'), 'utf8')),
    );
    validate(JSON.parse(stdout));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('writes the same rows again, and nothing on a dry run', async () => {
    const before = readFileSync(join(folder, 'actuals.snapshot.csv'), 'utf8');
    expect((await run(['sync', '--lang', 'en'])).stdout).toContain('the same rows as before');
    const after = readFileSync(join(folder, 'actuals.snapshot.csv'), 'utf8');
    expect(withoutTime(after)).toBe(withoutTime(before));
    const rows = after.split('\n').filter((line) => line.startsWith('orders,'));
    expect(rows).toEqual([...rows].sort());
    await run(['sync', '--dry-run']);
    expect(readFileSync(join(folder, 'actuals.snapshot.csv'), 'utf8')).toBe(after);
  });

  it('tells which closed month changed since', async () => {
    const path = join(folder, 'actuals.snapshot.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/time: .*/, 'time: 2026-06-28 08:00:00 UTC'));
    await makeTable(folder, [...ORDERS, orderOf('2026-03-09', '12300'), orderOf('2026-07-01', '5')]);
    expect((await run(['sync', '--dry-run', '--lang', 'zh'])).stdout).toContain('自上次快照以来，2026年3月增加了 12,300.00（');
    const { stdout } = await run(['sync', '--lang', 'en']);
    expect(stdout).toContain('March 2026 rose by 12,300.00 since the last snapshot');
    expect(stdout).not.toContain('July 2026 rose');
    expect(stdout).toMatch(/July 2026 .* \+5\.00/);
  });

  it('keeps whole periods of the calendar apart where days are too many', async () => {
    const [days, months] = [folder, temporary()];
    const connect = 'connect: {engine: duckdb, url: {env: SALES_DB}, by: month}\n    table: mart.orders';
    writeFileSync(join(months, 'salesplan.yaml'), warehousePlan(connect));
    writeFileSync(join(months, 'provinces.csv'), PROVINCES);
    await runIn(months, ['sync'], { env: envIn(days) });
    const args = ['gap', '--as-of', '2026-05-31', '--format', 'json'];
    // What was sold in the last four weeks takes days to tell.
    const whole = ({ stdout }: { readonly stdout: string }) =>
      numbersIn(stdout.replace(/"recentRunRate": "[^"]*"/g, '"recentRunRate": ""'));
    expect(whole(await runIn(months, args))).toEqual(whole(await run(args)));
    const rows = readFileSync(join(months, 'actuals.snapshot.csv'), 'utf8').split('\n').length;
    expect(rows).toBeLessThan(readFileSync(join(days, 'actuals.snapshot.csv'), 'utf8').split('\n').length / 2);
  });

  it('converts each day by its own rate, whatever the periods', async () => {
    const other = temporary();
    await makeTable(
      other,
      ['2026-03-09', '2026-03-20'].map((ordered) => ({ ...orderOf(ordered, '100'), city: 'USD' })),
    );
    const source = CONNECT.replace('}\n', ', by: quarter}\n');
    const plan = warehousePlan(source)
      .replace('product: product,', 'currency: city,')
      .replace(/\n {4}join:.*/, '');
    const rates = 'rates: {USD: {2026-01-01: 7, 2026-03-10: 6}}\ngoals:';
    writeFileSync(join(other, 'salesplan.yaml'), plan.replace('goals:', rates).replaceAll(/, match: {province: .*?]}/g, ''));
    await runIn(other, ['sync'], { env: envIn(other) });
    const { stdout } = await runIn(other, ['report', '--as-of', '2026-06-28', '--format', 'json']);
    expect(JSON.parse(stdout).goals[0].actual).toBe('1300.00');
  });

  it('tells of records that stand in it several times', async () => {
    const other = temporary();
    await makeTable(
      other,
      ['1', '1', '2', '3', '3', null].map((order_no) => ({ ...orderOf('2026-03-09', '10'), order_no })),
    );
    writeFileSync(join(other, 'salesplan.yaml'), warehousePlan(CONNECT).replace('order: order_no', 'id: order_no'));
    writeFileSync(join(other, 'provinces.csv'), PROVINCES);
    const { stdout } = await runIn(other, ['sync', '--format', 'json'], { env: envIn(other) });
    expect(stdout).toContain('2 records, such as \\"1\\", stand in the table several times, in 4 rows: all are counted.');
  });

  it('is asked again when the plan says something else of it', async () => {
    const plan = join(folder, 'salesplan.yaml');
    const before = readFileSync(plan, 'utf8');
    writeFileSync(plan, before.replace('aliases: [李娜]', 'aliases: [李娜, 王五]'));
    expect((await run(['actual', 'status', '--lang', 'en'])).stdout).toContain('data/stale-snapshot');
    writeFileSync(plan, before);
    expect((await run(['actual', 'status', '--lang', 'en'])).stdout).not.toContain('data/stale-snapshot');
  });

  it.each([
    ['no address', {}, 'the environment variable SALES_DB is not set'],
    ['no file there', { SALES_DB: '/nowhere/secret-name.duckdb' }, 'can not be reached'],
  ])('%s: says what is missing, and leaves the snapshot', async (_, given, message) => {
    const before = readFileSync(join(folder, 'actuals.snapshot.csv'), 'utf8');
    const ran = await run(['sync', '--lang', 'en'], { env: given });
    expect(ran.exit).toBeGreaterThan(1);
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).not.toContain('secret-name');
    expect(readFileSync(join(folder, 'actuals.snapshot.csv'), 'utf8')).toBe(before);
  });

  it.each([
    ['a table that is not there', 'mart.orders', 'mart.order', 'no such table'],
    ['an amount that is text', 'amount: amount', 'amount: status', 'holds no numbers'],
  ])('%s: is refused in words', async (_, from, to, message) => {
    const other = temporary();
    writeFileSync(join(other, 'salesplan.yaml'), warehousePlan(CONNECT).replace(from, to));
    writeFileSync(join(other, 'provinces.csv'), PROVINCES);
    const ran = await runIn(other, ['sync', '--lang', 'en'], { env: envIn(folder) });
    expect(ran).toMatchObject({ exit: 3, stdout: '' });
    expect(ran.stderr).toContain(message);
  });
});

function envIn(folder: string) {
  return { ...env, SALES_DB: join(folder, 'sales.duckdb') };
}

function orderOf(ordered: string, amount: string): Order {
  return {
    ordered,
    amount,
    seller: 'Lina',
    product: 'Phone',
    city: '京',
    status: '完成',
    order_no: null,
    buyer: null,
    opened: null,
    cost: null,
  };
}

async function makeTable(folder: string, orders: readonly Order[]): Promise<void> {
  writeFileSync(join(folder, 'rows.csv'), csvOf(orders));
  const instance = await DuckDBInstance.create(join(folder, 'sales.duckdb'));
  const connection = await instance.connect();
  const columns = `{${TYPED_COLUMNS.replace(/(\w+) (\w+(?:\(.*?\))?)/g, "'$1': '$2'")}}`;
  await connection.run(
    `CREATE SCHEMA IF NOT EXISTS mart; CREATE OR REPLACE TABLE mart.orders AS FROM read_csv('${join(folder, 'rows.csv')}', columns = ${columns}, header = true, nullstr = '')`,
  );
  connection.closeSync();
  instance.closeSync();
}

function withoutTime(snapshot: string): string {
  return snapshot.replace(/time: .*/g, '');
}

/** Everything but what names the data itself. */
function numbersIn(json: string): unknown {
  const { stamp, reconciliation, ...numbers } = JSON.parse(json);
  return numbers;
}
