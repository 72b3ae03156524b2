import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ROOT, runIn, temporary } from './support/run.ts';

const plan = (from: string) => `salesplan: 1
name: Imports
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {lina: {name: Lina}}}
goals: {revenue: {metric: revenue, target: 1M, owner: lina}}
actuals:
  orders: {from: ${from}}
`;
const JANUARY = 'order id,date,amount,owner\n1,2026-01-05,100.10,Lina\n2,2026-01-06,50,Lina\n';
const FEBRUARY = 'order id,date,amount,owner\n3,2026-02-05,70.25,Lina\n4,2026-02-31,9,Lina\n';

function world(from: string, files: Readonly<Record<string, string>>) {
  const [folder, elsewhere] = [temporary(), temporary()];
  mkdirSync(join(folder, 'orders'));
  writeFileSync(join(folder, 'salesplan.yaml'), plan(from));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const incoming = (name: string, text: string) => {
    writeFileSync(join(elsewhere, name), text);
    return join(elsewhere, name);
  };
  const run = (...args: readonly string[]) => runIn(folder, ['import', ...args, '--lang', 'en']);
  return { folder, incoming, run };
}

describe('import', () => {
  it('shows what a file would change, writes on request, and then changes nothing', async () => {
    const { folder, incoming, run } = world('orders/*.csv', { 'orders/2026-01.csv': JANUARY });
    const file = incoming('2026-02.csv', FEBRUARY);
    const dry = JSON.parse((await run(file, '--format', 'json')).stdout);
    expect(dry).toMatchObject({ target: 'orders/2026-02.csv', replaces: false, written: false, unchanged: 1, findings: 1 });
    expect(dry.rows.after).toEqual({ read: 4, used: 3, excluded: 0, rejected: 1, unassigned: 0, outside: 0 });
    expect(dry.changes).toEqual([{ metric: 'revenue', month: '2026-02', before: null, after: '70.25' }]);
    expect(existsSync(join(folder, 'orders/2026-02.csv'))).toBe(false);
    const validate = new Ajv2020().compile(JSON.parse(readFileSync(join(ROOT, 'schemas/import.schema.json'), 'utf8')));
    expect(validate(dry), JSON.stringify(validate.errors)).toBe(true);
    expect((await run(file, '--write')).exit).toBe(0);
    expect(readFileSync(join(folder, 'orders/2026-02.csv'), 'utf8')).toBe(FEBRUARY);
    expect(JSON.parse((await run(file, '--format', 'json')).stdout)).toMatchObject({ replaces: true, changes: [], unchanged: 2 });
  });

  it('shows a month that would vanish when a whole file is replaced', async () => {
    const { incoming, run } = world('orders.csv', { 'orders.csv': JANUARY });
    const ran = await run(incoming('export.csv', FEBRUARY));
    expect(ran.stdout).toContain('instead of the file there');
    expect(ran.stdout).toMatch(/2026-01\s+150\.10\s+–\s+-150\.10/);
    expect(ran.stdout).toMatch(/2026-02\s+–\s+70\.25\s+\+70\.25/);
  });

  it('refuses what would not be read, is not there, or has no columns of the source', async () => {
    const { folder, incoming, run } = world('orders/2026-*.csv', { 'orders/2026-01.csv': JANUARY });
    expect((await run(incoming('february.csv', FEBRUARY))).stderr).toContain('february.csv would not be read');
    expect(await run('nowhere.csv')).toMatchObject({ exit: 2, stderr: expect.stringContaining('There is no file nowhere.csv.') });
    expect(await run(temporary())).toMatchObject({ exit: 2, stderr: expect.stringContaining('is a folder') });
    expect(await run(incoming('2026-02.csv', FEBRUARY), '--source', 'order')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('Choose one of: orders'),
    });
    const odd = await run(incoming('2026-03.csv', 'a,b\n1,2\n'), '--write');
    expect(odd).toMatchObject({ exit: 1, stderr: expect.stringContaining('No column of "orders/2026-03.csv" is known to hold the date.') });
    expect(existsSync(join(folder, 'orders/2026-03.csv'))).toBe(false);
  });
});
