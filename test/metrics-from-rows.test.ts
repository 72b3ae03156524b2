import { describe, expect, it } from 'vitest';
import { actualsIn, folderOf, statusIn } from './support/actuals.ts';
import { runIn } from './support/run.ts';

// Metrics beyond sums, each worked out by hand from the rows beside it.
const goals = (...metrics: readonly string[]) =>
  `goals: {${metrics.map((metric) => `${metric}: {metric: ${metric}, target: ${/share|rate|margin/.test(metric) ? '10%' : 10}, owner: lina}`).join(', ')}}`;

const ORDERS = `date,order,customer,amount,seller,cost
2025-03-01,O-1,Alpha,100,李娜,60
2026-01-05,O-2,Alpha,200,李娜,100
2026-01-05,O-2,Alpha,50,王伟,
2026-02-01,O-3,Beta,300,王伟,150
2026-02-20,O-4,beta ,80,王伟,100
2026-06-01,O-5,Gamma,70,李娜,
`;
const SOURCE =
  'actuals: {o: {from: o.csv, columns: {date: date, order: order, customer: customer, amount: amount, owner: seller, cost: cost}}}';

describe('orders and customers', () => {
  it.each([
    ['2026-01-31', { orders: '1', new_customers: '0', active_customers: '1', repeat_customers: '1', average_order_value: '250.00' }],
    ['2026-02-28', { orders: '3', new_customers: '1', active_customers: '2', repeat_customers: '2', average_order_value: '210.00' }],
    ['2026-06-01', { orders: '4', new_customers: '2', active_customers: '3', repeat_customers: '1', average_order_value: '175.00' }],
  ])('up to %s', async (asOf, expected) => {
    const folder = folderOf({ 'o.csv': ORDERS }, `${goals(...Object.keys(expected))}\n${SOURCE}`);
    expect((await actualsIn(folder, asOf)).goals).toEqual(expected);
  });

  it('a share of repeat customers is that of the last day, not a sum of days', async () => {
    const folder = folderOf({ 'o.csv': ORDERS }, `${goals('repeat_purchase_rate')}\n${SOURCE}`);
    expect((await actualsIn(folder, '2026-06-01')).goals).toEqual({ repeat_purchase_rate: '33.33' });
  });

  it('rows without an order number are an order each', async () => {
    const folder = folderOf({ 'o.csv': ORDERS.replace('order', 'no') }, `${goals('orders')}\nactuals: {o: {from: o.csv}}`);
    expect((await actualsIn(folder)).goals).toEqual({ orders: '5' });
  });
});

describe('the value of an order', () => {
  it('is what orders brought, not what their rows did', async () => {
    const process = 'process: {stages: {lead: {name: L, phase: pre-sale, conversion: 50%}, won: {name: W, phase: in-sale}}}';
    const goal = 'goals: {g: {metric: revenue, target: 1000, owner: lina, decompose: [{by: stage, order_value: actuals}]}}';
    const text = 'date,order,amount,seller\n2025-01-05,O-1,100,李娜\n2025-01-05,O-1,60,李娜\n2025-03-05,O-2,40,王伟\n';
    const folder = folderOf({ 'o.csv': text }, `${process}\n${goal}\nactuals: {o: {from: o.csv}}`);
    const { stdout } = await runIn(folder, ['decompose', '--lang', 'en']);
    expect(stdout).toMatch(/L +2,000\.00 +20/);
    expect(stdout).toMatch(/W +1,000\.00 +10 /);
  });
});

describe('margin', () => {
  it('counts the rows whose cost is known', async () => {
    const folder = folderOf({ 'o.csv': ORDERS }, `${goals('gross_margin', 'gross_profit')}\n${SOURCE}`);
    expect((await actualsIn(folder)).goals).toEqual({ gross_margin: '39.66', gross_profit: '230.00' });
  });

  it('reads each column in the unit of its own header', async () => {
    const text = '日期,金额(万元),成本(元),数量(千)\n2026-01-05,1,4000,2\n';
    const folder = folderOf({ 'o.csv': text }, `${goals('gross_margin', 'gross_profit', 'units')}\nactuals: {o: {from: o.csv}}`);
    expect((await actualsIn(folder)).goals).toEqual({ gross_margin: '60.00', gross_profit: '6000.00', units: '2000' });
  });

  it('takes the cost from the price in the plan where the file has none', async () => {
    const strategy = 'strategy: {product: {x1: {name: X1}}, price: {x1: {list: 399, unit_cost: 210}}}';
    const text = 'date,amount,quantity,product\n2026-01-05,800,2,X1\n2026-01-06,500,1,X9\n';
    const folder = folderOf({ 'o.csv': text }, `${strategy}\n${goals('gross_margin')}\nactuals: {o: {from: o.csv}}`);
    expect((await actualsIn(folder)).goals).toEqual({ gross_margin: '47.50' });
  });
});

describe('deals', () => {
  const DEALS = `id,stage,close,created,value,seller
1,Won,2026-01-11,2026-01-01,100,李娜
2,Won,2026-01-21,2026-01-01,300,王伟
3,Lost,2026-02-01,2026-01-01,600,王伟
4,Talks,2026-12-01,2026-01-01,900,王伟
`;
  const source =
    'actuals: {d: {from: d.csv, columns: {date: close, created: created, amount: value, owner: seller, id: id}, where: {stage: [Won]}}}';

  it.each([
    ['2026-01-31', { win_rate: '100.00', win_rate_by_value: '100.00', cycle_time: '15.00' }],
    ['2026-06-28', { win_rate: '66.67', win_rate_by_value: '40.00', cycle_time: '15.00' }],
  ])('win rate by count and by value, cycle time, up to %s', async (asOf, expected) => {
    const folder = folderOf({ 'd.csv': DEALS }, `${goals(...Object.keys(expected))}\n${source}`);
    expect((await actualsIn(folder, asOf)).goals).toEqual(expected);
  });

  it('tells an open stage that the process does not have, where the plan itself names the columns', async () => {
    const process = 'process: {stages: {offer: {name: Offer, phase: pre-sale}, won: {name: Won, phase: in-sale}}}';
    const named = source.replace('id: id', 'id: id, stage: stage');
    const folder = folderOf({ 'd.csv': DEALS }, `${process}\n${goals('win_rate')}\n${named}`);
    const { findings } = await statusIn(folder);
    expect(findings.find(({ rule }) => rule === 'data/unknown-stage')).toMatchObject({ file: 'd.csv', line: 5 });
  });

  it('are lost by the words of the plan', async () => {
    const renamed = source.replace('where: {stage: [Won]}', 'where: {stage: [Signed]}, lost: {stage: [Gone]}');
    const text = DEALS.replaceAll('Won', 'Signed').replaceAll('Lost', 'Gone');
    expect((await actualsIn(folderOf({ 'd.csv': text }, `${goals('win_rate')}\n${renamed}`))).goals).toEqual({ win_rate: '66.67' });
  });
});

describe('what nobody has rows for', () => {
  it('comes from a small table that names the metric', async () => {
    const text = 'date,metric,value\n2026-01-31,market_share,11.5%\n2026-03-31,market_share,12.25%\n2026-03-31,nps,41\n';
    const folder = folderOf({ 's.csv': text }, `${goals('market_share', 'nps')}\nactuals: {s: {from: s.csv}}`);
    expect((await actualsIn(folder)).goals).toEqual({ market_share: '12.25', nps: '41.00' });
    expect((await actualsIn(folder, '2026-02-28')).goals.market_share).toBe('11.50');
  });

  it('comes from a table with a column for each metric', async () => {
    const text = 'date,market_share,nps,revenue\n2026-01-31,11.5%,40,100\n2026-03-31,12.25%,,50\n';
    const folder = folderOf({ 's.csv': text }, `${goals('market_share', 'nps', 'revenue')}\nactuals: {s: {from: s.csv}}`);
    expect((await actualsIn(folder)).goals).toEqual({ market_share: '12.25', nps: '40.00', revenue: '150.00' });
  });

  it('comes from a table with a column for each month', async () => {
    const text = '业务员,1月,2月,2026年3月,Apr 2026,2026-Q3\n李娜,100,200,,"1,000.50",7\n王伟,1,,2,3,\n';
    const folder = folderOf({ 's.csv': text }, 'actuals: {s: {from: s.csv}}');
    expect(await actualsIn(folder, '2026-06-28')).toEqual({ goals: { g: '1306.50' }, people: { lina: '1300.50', wang: '6.00' } });
    expect((await actualsIn(folder, '2026-01-31')).goals.g).toBe('101.00');
  });

  it('comes from check-ins', async () => {
    const checkins =
      'checkins: {2026-03: {lina: {customer_satisfaction: {value: 86.5}}}, 2026-05: {lina: {customer_satisfaction: {value: 88}}}}';
    const folder = folderOf({}, `${goals('customer_satisfaction')}\n${checkins}`);
    expect((await actualsIn(folder, '2026-04-30')).goals).toEqual({ customer_satisfaction: '86.50' });
    expect((await actualsIn(folder, '2026-06-28')).goals).toEqual({ customer_satisfaction: '88.00' });
  });
});

it('a metric of the plan goes before the built-in one that Chinese planners call the same', async () => {
  const plan = `language: zh-CN
metrics: {repeat_rate: {name: 复购率, unit: percent, kind: ratio}}
goals: {g: {metric: repeat_rate, target: 40%, owner: lina}}
actuals: {o: {from: o.csv}}`;
  const { goals } = await actualsIn(folderOf({ 'o.csv': '日期,指标,数值\n2026-01-05,复购率,33.1\n' }, plan));
  expect(goals).toEqual({ g: '33.10' });
});
