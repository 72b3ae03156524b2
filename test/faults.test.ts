import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { snapshotOf } from '../src/actuals/read-snapshot.ts';
import { ZOHO_ENV, zohoServer } from './support/crm-servers.ts';
import { ROOT, runIn, temporary } from './support/run.ts';
import { csvOf, ordersOf, PROVINCES, warehousePlan } from './support/warehouse-plan.ts';

// What may go wrong while a snapshot is written leaves the last one whole.
let database = '';
beforeAll(async () => {
  const folder = temporary();
  database = join(folder, 'sales.duckdb');
  writeFileSync(join(folder, 'rows.csv'), csvOf(ordersOf(300)));
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  await connection.run(
    `CREATE SCHEMA mart; CREATE TABLE mart.orders AS SELECT CAST(ordered AS DATE) AS ordered, CAST(amount AS DECIMAL(12, 2)) AS amount, seller, product, city, status, order_no, buyer, CAST(opened AS DATE) AS opened, CAST(cost AS DECIMAL(12, 2)) AS cost FROM read_csv('${join(folder, 'rows.csv')}', all_varchar = true)`,
  );
  connection.closeSync();
  instance.closeSync();
});

function fill(folder: string): void {
  const connect = 'connect: {engine: duckdb, url: {env: SALES_DB}}\n    table: mart.orders';
  const oneGoal = warehousePlan(connect).replace(/\n {2}orders: {metric[\s\S]*?(?=\nactuals:)/, '');
  writeFileSync(join(folder, 'salesplan.yaml'), oneGoal);
  writeFileSync(join(folder, 'provinces.csv'), PROVINCES);
}

const disks: string[] = [];
afterEach(() => {
  for (const disk of disks.splice(0)) spawnSync('umount', [disk]);
});

/** A disk of so many kilobytes; undefined where this machine does not let us mount one. */
function smallDisk(kilobytes: number): string | undefined {
  const disk = temporary();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk]).status !== 0) return undefined;
  disks.push(disk);
  return disk;
}

describe('a full disk', () => {
  it('is told as such, and leaves the last snapshot and nothing else', async ({ skip }) => {
    const disk = smallDisk(16) ?? skip('a file system can not be mounted here');
    fill(disk);
    writeFileSync(join(disk, 'actuals.snapshot.csv'), 'the last one\n');
    const before = readdirSync(disk);
    const ran = await runIn(disk, ['sync', '--lang', 'en'], { env: { SALES_DB: database } });
    expect(ran).toMatchObject({ exit: 3, stdout: '', stderr: expect.stringContaining('There is no space left on the disk') });
    expect(readFileSync(join(disk, 'actuals.snapshot.csv'), 'utf8')).toBe('the last one\n');
    expect(readdirSync(disk)).toEqual(before);
    expect((await runIn(disk, ['sync', '--lang', 'zh'], { env: { SALES_DB: database } })).stderr).toContain('磁盘没有剩余空间');
  });
});

const PULLED = `salesplan: 1
name: Pulled
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {lina: {name: Lina}}}
goals: {revenue: {metric: revenue, target: 1M, owner: lina}}
actuals:
  crm: {from: records.ndjson, pull: {system: zoho-crm, object: Deals, per_minute: 6000}}
  orders: {from: orders/*.csv}
  by-hand: {from: by-hand.csv}
`;
const BY_HAND = 'date,metric,value\n2026-01-05,nps,40\n';
const deals = Array.from({ length: 900 }, (_, index) => ({
  id: `${4_876_000 + index}`,
  Amount: index,
  Closing_Date: '2026-03-31',
  Stage: 'Closed Won',
}));
const monthOf = (rows: number) => `date,amount,owner\n${'2026-02-05,1,Lina\n'.repeat(rows)}`;

function fillPulled(folder: string): void {
  mkdirSync(join(folder, 'orders'));
  writeFileSync(join(folder, 'salesplan.yaml'), PULLED);
  writeFileSync(join(folder, 'by-hand.csv'), BY_HAND);
  writeFileSync(join(folder, 'orders', '2026-02.csv'), monthOf(1));
}

describe('a disk that is full', () => {
  it('leaves what add, import and pull would have changed as it was, and nothing beside it', async ({ skip }) => {
    const disk = smallDisk(32) ?? skip('a file system can not be mounted here');
    const served = await zohoServer({ records: deals });
    const env = { ...ZOHO_ENV, ZOHO_HOST: served.url };
    fillPulled(disk);
    const incoming = join(temporary(), '2026-02.csv');
    writeFileSync(incoming, monthOf(9000));
    expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(64_000))).toThrow('ENOSPC');
    const before = readdirSync(disk, { recursive: true });
    const add = ['actual', 'add', '--source', 'by-hand', '--metric', 'nps', '--value', '41', '--date', '2026-02-05'];
    for (const argv of [add, ['import', incoming, '--source', 'orders', '--write'], ['actual', 'pull', '.', 'crm']]) {
      const ran = await runIn(disk, [...argv, '--lang', 'en'], { env });
      expect(ran).toMatchObject({ exit: 3, stderr: expect.stringContaining('There is no space left on the disk') });
    }
    expect(readFileSync(join(disk, 'by-hand.csv'), 'utf8')).toBe(BY_HAND);
    expect(readFileSync(join(disk, 'orders', '2026-02.csv'), 'utf8')).toBe(monthOf(1));
    expect(readdirSync(disk, { recursive: true }).filter((name) => !String(name).endsWith('.part'))).toEqual(before);
    await served.close();
  });
});

describe('a kill at any moment', () => {
  it('leaves a whole snapshot: the last or the new one', async () => {
    const folder = join(temporary(), 'plan');
    mkdirSync(folder);
    fill(folder);
    const path = join(folder, 'actuals.snapshot.csv');
    const start = performance.now();
    await killed(folder, ['sync'], undefined);
    const took = performance.now() - start;
    for (const part of [0.85, 1]) {
      await killed(folder, ['sync'], took * part);
      expect(await snapshotOf(readFileSync(path, 'utf8'))).toHaveProperty('facts');
    }
  });

  it('leaves the file that import replaces, or the new one', async () => {
    const folder = temporary();
    fillPulled(folder);
    const incoming = join(temporary(), '2026-02.csv');
    writeFileSync(incoming, monthOf(2));
    const path = join(folder, 'orders', '2026-02.csv');
    const start = performance.now();
    await killed(folder, ['import', incoming, '--source', 'orders', '--write'], undefined);
    expect(readFileSync(path, 'utf8')).toBe(monthOf(2));
    const took = performance.now() - start;
    writeFileSync(incoming, monthOf(200_000));
    await killed(folder, ['import', incoming, '--source', 'orders', '--write'], took);
    expect([monthOf(2), monthOf(200_000)]).toContain(readFileSync(path, 'utf8'));
  });

  it('lets pull go on where it was, with each record once', async () => {
    const served = await zohoServer({ records: deals });
    const folder = temporary();
    fillPulled(folder);
    const env = { ...ZOHO_ENV, ZOHO_HOST: served.url };
    await killed(folder, ['actual', 'pull', '.', 'crm'], () => served.calls.length >= 3, env);
    expect(existsSync(join(folder, 'records.ndjson'))).toBe(false);
    await killed(folder, ['actual', 'pull', '.', 'crm'], undefined, env);
    const lines = readFileSync(join(folder, 'records.ndjson'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(deals.map(({ id }) => id));
    await served.close();
  });
});

/** Runs the built program, and kills it after so many milliseconds or as soon as something is true. */
function killed(folder: string, argv: readonly string[], when: number | (() => boolean) | undefined, env = {}): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'salesplan.js'), ...argv], {
    cwd: folder,
    env: { ...process.env, SALES_DB: database, ...env },
    stdio: 'ignore',
  });
  const kill = () => child.kill('SIGKILL');
  const timers = [
    ...(typeof when === 'number' ? [setTimeout(kill, when)] : []),
    ...(typeof when === 'function' ? [setInterval(() => when() && kill(), 1)] : []),
  ];
  return new Promise((resolve) => {
    child.on('close', () => {
      for (const timer of timers) clearInterval(timer);
      resolve();
    });
  });
}

describe('a large file', () => {
  it('is UTF-8 wherever its pieces are cut', async () => {
    const folder = temporary();
    writeFileSync(
      join(folder, 'salesplan.yaml'),
      warehousePlan('from: orders.csv')
        .replace(/\n {4}join:.*/, '')
        .replace(/\n {4}where:.*/, '')
        .replace(', product: product, order: order_no, customer: buyer, created: opened, cost: cost', '')
        .replace(/\n {4}lost:.*/, ''),
    );
    for (const pad of [0, 1, 2]) {
      const head = `ordered,amount,seller\n2026-01-05,1,${'x'.repeat(pad)}`;
      const fillUp = '中'.repeat(Math.ceil((1 << 20) / 3));
      writeFileSync(join(folder, 'orders.csv'), `${head}${fillUp}\n2026-01-06,2,Lina\n`);
      const { stdout } = await runIn(folder, ['actual', 'status', '--format', 'json']);
      expect(JSON.parse(stdout).sources[0]?.read).toEqual({ rows: 2, amount: '3.00' });
    }
  });
});
