import { expect, it } from 'vitest';
import { monthValue } from '../../../src/analyses/month-value.ts';
import { day } from '../../../src/model/day.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { toDecimal } from '../../../src/model/fraction.ts';
import { planOf } from '../../support/plans.ts';

const PLAN = `salesplan: 1
name: P
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {lina: {name: Lina}}}
goals: {g: {metric: revenue, target: 1, owner: lina}}
`;

const fact = (metric: string, on: string, value: number): Fact => ({
  source: 's',
  metric,
  day: day(on),
  value: { n: BigInt(value), d: 1n },
  rows: 1,
  segment: undefined,
  product: undefined,
  channel: undefined,
  owner: undefined,
  ownerBound: false,
});

it.each([
  ['revenue', 'a flow adds up', '60'],
  ['active_customers', 'a stock is the total of its last day', '50'],
  ['nps', 'a ratio is its mean there', '25'],
])('%s: %s', async (metric, _, value) => {
  const plan = await planOf(PLAN);
  const facts = [fact(metric, '2026-03-08', 10), fact(metric, '2026-03-31', 20), fact(metric, '2026-03-31', 30)];
  expect(toDecimal(monthValue(metric, facts, plan), 0)).toBe(value);
});
