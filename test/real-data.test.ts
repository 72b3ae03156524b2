import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runIn, temporary } from './support/run.ts';

// Public data sets lie beside the repository where its licence allows no copy of them; absent, these tests are skipped.
const DATA = join(ROOT, '..', 'shared', 'data');

interface Answer {
  readonly goals: readonly {
    readonly id: string;
    readonly target: string;
    readonly actual: string;
    readonly contributions: readonly { readonly dimension: string; readonly key: string; readonly actual: string }[];
  }[];
}

async function gapOf(set: string, plan: string, asOf: string): Promise<Answer> {
  const folder = temporary();
  mkdirSync(join(folder, 'data'));
  cpSync(join(DATA, set), join(folder, 'data'), { recursive: true });
  writeFileSync(join(folder, 'salesplan.yaml'), plan);
  const ran = await runIn(folder, ['gap', '--as-of', asOf, '--format', 'json']);
  expect(ran.stderr).toBe('');
  return JSON.parse(ran.stdout);
}

function actualsBy(answer: Answer, dimension: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (answer.goals[0]?.contributions ?? []).filter((each) => each.dimension === dimension).map(({ key, actual }) => [key, actual]),
  );
}

describe.skipIf(!existsSync(join(DATA, 'superstore-cn')))('the Chinese superstore', () => {
  const plan = (year: number, file: string) => `salesplan: 1
name: 超市
currency: CNY
period: {start: ${year}-01-01, end: ${year}-12-31}
segments:
  华东: {owner: a, match: {地区: [华东]}}
team: {members: {a: {}}}
goals: {g: {metric: revenue, target: 5M, owner: a}}
actuals: {o: {from: data/${file}, columns: {date: 订单日期, amount: 销售额, quantity: 数量}}}
`;
  it.each([
    [2014, '2939663.34'],
    [2015, '3443376.34'],
    [2016, '4246042.78'],
    [2017, '5488465.79'],
  ])('sold in %i what its source says, in both encodings', async (year, total) => {
    for (const file of ['订单_gbk.csv', '订单_utf8.csv']) {
      const answer = await gapOf('superstore-cn', plan(year, file), `${year}-12-31`);
      expect(answer.goals[0]?.actual).toBe(total);
      if (year === 2017) expect(actualsBy(answer, 'segment').华东).toBe('1572560.01');
    }
  });
});

describe.skipIf(!existsSync(join(DATA, 'crm-sales-opportunities')))('the hardware seller', () => {
  it('won what its source says, by quarter and office', async () => {
    const answer = await gapOf(
      'crm-sales-opportunities',
      `salesplan: 1
name: Hardware
currency: USD
period: {start: 2017-01-01, end: 2017-12-31}
segments:
  central: {owner: a, match: {regional_office: [Central]}}
  east: {owner: a, match: {regional_office: [East]}}
  west: {owner: a, match: {regional_office: [West]}}
team: {members: {a: {}}}
goals: {g: {metric: revenue, target: 12M, owner: a, decompose: [{by: quarter}]}}
actuals:
  deals:
    from: data/sales_pipeline.csv
    columns: {date: close_date, amount: close_value}
    where: {deal_stage: [Won]}
    join: [{file: data/sales_teams.csv, on: sales_agent}]
`,
      '2017-12-31',
    );
    expect(answer.goals[0]?.actual).toBe('10005534.00');
    expect(Object.values(actualsBy(answer, 'quarter'))).toEqual(['1134672.00', '3086111.00', '2982255.00', '2802496.00']);
    expect(actualsBy(answer, 'segment')).toEqual({ central: '3346293.00', east: '3090594.00', west: '3568647.00' });
  });
});

describe.skipIf(!existsSync(join(DATA, 'ecommerce-india-targets')))('the Indian shop', () => {
  it.each([
    ['as published', 'data/Sales target.csv', 'MonthofOrderDate', 'data/Order Details.csv', 'OrderID'],
    ['with mangled labels', 'data/messy-labels/Sales target.csv', 'Month of Order Date', 'data/messy-labels/Order Details.csv', 'Order ID'],
  ])('sold what its source says of its target table: %s', async (_, targets, month, lines, key) => {
    const answer = await gapOf(
      'ecommerce-india-targets',
      `salesplan: 1
name: Shop
currency: INR
period: {start: 2018-04-01, end: 2019-03-31}
calendar: {year_start: 04-01}
strategy: {product: {furniture: {name: Furniture}, clothing: {name: Clothing}, electronics: {name: Electronics}}}
team: {members: {a: {}}}
goals:
  g:
    metric: revenue
    target: 435900
    owner: a
    decompose:
      - {by: [product, month], from: {file: "${targets}", columns: {product: Category, month: ${month}, target: Target}, formats: {month: MMM-YY}}}
actuals:
  lines:
    from: "${lines}"
    join: [{file: data/List of Orders.csv, on: {left: ${key}, right: OrderID}}]
    columns: {date: OrderDate, amount: Amount, product: Category}
    formats: {date: DD-MM-YYYY}
`,
      '2019-03-31',
    );
    expect(answer.goals[0]).toMatchObject({ target: '435900.00', actual: '431502.00' });
  });
});
