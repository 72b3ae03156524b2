import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { snapshotOf } from '../src/actuals/read-snapshot.ts';
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
  writeFileSync(join(folder, 'salesplan.yaml'), warehousePlan(connect));
  writeFileSync(join(folder, 'provinces.csv'), PROVINCES);
}

describe('a full disk', () => {
  const disk = temporary();
  const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', disk]).status === 0;
  afterAll(() => void (isMounted && spawnSync('umount', [disk])));

  it.runIf(isMounted)('is told as such, and leaves the last snapshot and nothing else', async () => {
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

describe('a kill at any moment', () => {
  it('leaves a whole snapshot: the last or the new one', async () => {
    const folder = join(temporary(), 'plan');
    mkdirSync(folder);
    fill(folder);
    const path = join(folder, 'actuals.snapshot.csv');
    const start = performance.now();
    await killed(folder, undefined);
    const took = performance.now() - start;
    for (const part of [0.8, 0.9, 1]) {
      await killed(folder, took * part);
      expect(await snapshotOf(readFileSync(path, 'utf8'))).toHaveProperty('facts');
    }
  });
});

/** Runs the built program, and kills it after so many milliseconds. */
function killed(folder: string, after: number | undefined): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, 'bin', 'salesplan.js'), 'sync'], {
    cwd: folder,
    env: { ...process.env, SALES_DB: database },
    stdio: 'ignore',
  });
  const timer = after === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((resolve) => {
    child.on('close', () => {
      clearTimeout(timer);
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
