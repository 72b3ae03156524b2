import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actualsIn, folderOf, statusIn } from './support/actuals.ts';
import { ROOT } from './support/run.ts';

// A file of each system as its documentation describes the export or the answer of its interface, all with the same story:
// 李娜 won 1,000.50 on 5 January, 王伟 won 2,000.00 on 10 February; 500.00 were lost, 700.00 are open. Nothing is said of
// columns in the plan; people are found by their names, in HubSpot's interface by the numbers that it has of them.
const HOME = join(ROOT, 'test', 'fixtures', 'crm');
const VALUES = { 'hubspot-deals.json': ', values: {owner: {"71001": lina, "71002": wang}}' } as const;

interface Left {
  readonly lost?: string;
  readonly where?: string;
  readonly voided?: string;
  readonly duplicate?: string;
  readonly footer?: string;
}
const DEALS: Left = { lost: '500.00', where: '700.00' };
const LEFT_OUT: Readonly<Record<string, Left>> = {
  'fxiaoke-orders.csv': { voided: '500.00', duplicate: '1900.00' },
  'fxiaoke-orders.json': { voided: '500.00', duplicate: '1900.00' },
  'fxiaoke-opportunities.csv': DEALS,
  'fxiaoke-opportunities.json': { ...DEALS, voided: '900.00' },
  'zoho-deals.csv': { ...DEALS, duplicate: '1900.00' },
  'zoho-deals.json': DEALS,
  'salesforce-opportunities.csv': { ...DEALS, footer: '0.00' },
  'salesforce-opportunities.json': DEALS,
  'hubspot-deals.csv': DEALS,
  'hubspot-deals.json': DEALS,
  'pipedrive-deals.csv': DEALS,
  'pipedrive-deals.json': DEALS,
  'generic-zh.csv': {},
  'generic-en.csv': {},
};

it('has a file for each system and form', () => {
  expect(readdirSync(HOME).sort()).toEqual(Object.keys(LEFT_OUT).sort());
});

describe.each(Object.entries(LEFT_OUT))('%s', (file, left) => {
  const preset = file.replace(/(-zh|-en)?\.\w+$/, '');
  it.each([
    ['named', `, preset: ${preset}`],
    ['told by its header', ''],
  ])('%s', async (_, words) => {
    const values = (VALUES as Readonly<Record<string, string>>)[file] ?? '';
    const folder = folderOf({ [file]: readFileSync(join(HOME, file)) }, `actuals: {crm: {from: ${file}${words}${values}}}`);
    const { sources, findings } = await statusIn(folder);
    const [source] = sources;
    expect(Object.fromEntries(Object.entries(source?.excludedAs ?? {}).map(([why, { amount }]) => [why, amount]))).toEqual(left);
    expect(source?.rejected.rows).toBe(0);
    expect(source?.used).toEqual({ rows: 2, amount: '3000.50' });
    expect(await actualsIn(folder, '2026-02-09')).toEqual({ goals: { g: '1000.50' }, people: { lina: '1000.50' } });
    expect(await actualsIn(folder, '2026-02-10')).toEqual({ goals: { g: '3000.50' }, people: { lina: '1000.50', wang: '2000.00' } });
    expect((await actualsIn(folder, '2026-01-04')).goals.g).toBe('0.00');
    const told = findings.map(({ rule }) => rule).filter((rule) => rule !== 'data/stale' && rule !== 'data/folded-label');
    expect(told).toEqual('duplicate' in left ? ['data/duplicate-order'] : []);
  });
});

describe('what a plan says of an export', () => {
  it('goes before what the preset says', async () => {
    const text = readFileSync(join(HOME, 'zoho-deals.csv'));
    const folder = folderOf({ 'd.csv': text }, 'actuals: {crm: {from: d.csv, where: {Stage: [Negotiation/Review]}}}');
    expect((await actualsIn(folder, '2026-12-31')).goals.g).toBe('700.00');
  });

  it('knows an order by its number where the export has no record ids, but not its lines', async () => {
    const orders = '销售订单编号,下单日期,销售订单金额(元),负责人\nSO-1,2026-01-05,10,李娜\nSO-1,2026-01-05,12,李娜\n';
    const lines = orders.replace('负责人\n', '负责人,产品名称\n').replaceAll('李娜\n', '李娜,X1\n');
    const [once, each] = [orders, lines].map((text) => folderOf({ 'o.csv': text }, 'actuals: {crm: {from: o.csv}}'));
    expect((await actualsIn(once ?? '')).goals.g).toBe('12.00');
    expect((await statusIn(once ?? '')).findings.map(({ rule, line }) => [rule, line])).toContainEqual(['data/duplicate-order', 2]);
    expect((await actualsIn(each ?? '')).goals.g).toBe('22.00');
  });

  it('counts a file that two patterns find once, and tells of a copy', async () => {
    const rows = 'date,amount\n2026-01-05,10\n';
    const files = {
      'a.csv': rows,
      'a (1).csv': rows,
      'b.csv': 'date,amount\n2026-01-06,1\n',
      'c.csv': 'date,amount\n',
      'd.csv': 'date,amount\n',
    };
    const folder = folderOf(files, "actuals: {o: {from: ['*.csv', b.csv]}}");
    expect((await actualsIn(folder)).goals.g).toBe('21.00');
    const { findings } = await statusIn(folder);
    expect(findings.filter(({ rule }) => rule === 'data/same-file').map(({ message }) => message)).toEqual([
      '"a.csv" holds the same as "a (1).csv": its rows count twice.',
    ]);
  });

  it('keeps the last of several exports that overlap', async () => {
    const row = (stage: string, amount: string) =>
      `Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage\nzcrm_1,李娜,${amount},A,2026-01-05,${stage}\n`;
    const files = { 'Deals_2026_01_03.csv': row('Negotiation', '10'), 'Deals_2026_01_10.csv': row('Closed Won', '12') };
    const folder = folderOf(files, 'actuals: {crm: {from: Deals_*.csv}}');
    expect((await actualsIn(folder)).goals.g).toBe('12.00');
    expect((await statusIn(folder)).sources[0]?.excludedAs).toEqual({ duplicate: { rows: 1, amount: '10.00' } });
  });
});

it.each(['order_id,customer_id,customer_name,order_date,total_amount,sales_agent', '订单 ID,客户 ID,客户名称,订单日期,销售额,销售人员'])(
  'headers that are written otherwise are known all the same: %s',
  async (header) => {
    const rows = ['A,1,Li,2026-01-05,10,lina', 'A,1,Li,2026-01-05,5,lina', 'B,2,Li,2026-01-06,7,wang'];
    const goals = ['revenue', 'orders', 'new_customers'].map((metric) => `${metric}: {metric: ${metric}, target: 9, owner: lina}`);
    const more = `goals: {${goals.join(', ')}}\nactuals: {o: {from: o.csv}}`;
    const { goals: actual } = await actualsIn(folderOf({ 'o.csv': `${header}\n${rows.join('\n')}\n` }, more), '2026-01-31');
    expect(actual).toEqual({ revenue: '22.00', orders: '2', new_customers: '2' });
  },
);

it.each([
  ['months first', '01/05/2026 09:00 AM', '12/31/2025 10:00 PM', ', formats: {date: MM/DD/YYYY}'],
  ['an afternoon', '2026-01-05 1:00 PM', '2026-01-05 11:59 AM', ''],
  ['an afternoon in Chinese', '2026/1/5 下午1:00', '2026/1/5 上午11:59', ''],
  ['hours of one digit', '2026/1/5 10:00', '2026/1/5 9:59', ''],
  ['offsets', '2026-01-05T10:00:00+08:00', '2026-01-05T11:00:00+12:00', ''],
])('the version of a record that was changed last counts: %s', async (_, later, earlier, formats) => {
  const head = 'Record Id,Deal Owner,Amount,Deal Name,Closing Date,Stage,Modified Time\n';
  const day = formats === '' ? '2026-03-01' : '03/01/2026';
  const files = {
    'z1.csv': `${head}z1,lina,100,A,${day},Closed Won,${later}\n`,
    'z2.csv': `${head}z1,lina,200,A,${day},Closed Won,${earlier}\n`,
  };
  expect((await actualsIn(folderOf(files, `actuals: {o: {from: "z*.csv"${formats}}}`))).goals).toEqual({ g: '100.00' });
});
