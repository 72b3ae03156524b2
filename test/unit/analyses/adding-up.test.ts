import { describe, expect, it } from 'vitest';
import { bothWays } from '../../../src/analyses/both-ways.ts';
import { rollUp } from '../../../src/analyses/roll-up.ts';
import { bottomUpCells, dealCounts, decompose } from '../../../src/decompose/index.ts';
import type { TableRows } from '../../../src/model/decomposed.ts';
import { decimalText } from '../../../src/model/fraction.ts';
import { planOf } from '../../support/plans.ts';

const HEAD = `salesplan: 1
name: Adding up
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments: {east: {owner: ann}, south: {owner: bob}}
metrics: {stores: {unit: count, kind: stock}}
process: {stages: {lead: {phase: pre-sale, conversion: 30%, days: 7}, offer: {phase: in-sale, conversion: 60%, days: 14}, won: {phase: in-sale}}}
team: {members: {boss: {}, ann: {manager: boss}, bob: {manager: ann}, cai: {manager: boss}, dee: {}, eve: {manager: dee}, idle: {manager: boss}}}
goals:
`;

async function treeOf(goal: string, rows?: TableRows) {
  const plan = await planOf(`${HEAD}  g: {owner: boss, ${goal}}\n`);
  const inputs = { facts: undefined, table: () => rows };
  const [result] = decompose(plan, inputs);
  if (!result?.tree) throw new Error('no tree');
  return { plan, tree: result.tree, problems: result.problems, cells: bottomUpCells(result.tree.goal, plan, inputs) };
}

describe('a roll-up', () => {
  const goal =
    'metric: revenue, target: 100.01, decompose: [{by: segment, credit: {east: {ann: 50%, cai: 50%}}, transfers: [{from: 2026-07-01, south: cai}]}, {by: half}]';

  it('by manager adds everybody up along the chain, each part once', async () => {
    const { plan, tree } = await treeOf(goal);
    const rolled = rollUp(tree, 'manager', plan);
    const text = (quanta: number | bigint | undefined) => decimalText(quanta ?? 0, 2);
    expect(rolled?.rows.map(({ key, depth, own, total, people }) => [key, depth, text(own), text(total), people])).toEqual([
      ['boss', 0, '0.00', '100.01', 3],
      ['ann', 1, '25.01', '49.80', 2],
      ['bob', 2, '24.79', '24.79', 1],
      ['cai', 1, '50.21', '50.21', 1],
    ]);
    expect([text(rolled?.total), text(rolled?.target)]).toEqual(['100.01', '100.01']);
  });

  it.each(['segment', 'half', 'owner', 'month'] as const)('by %s totals the same', async (by) => {
    const { plan, tree } = await treeOf(goal);
    const rolled = rollUp(tree, by, plan);
    expect(rolled?.rows.reduce((sum, row) => sum + Number(row.total), 0)).toBe(10001);
    expect(rolled?.rows.length).toBe({ segment: 2, half: 2, owner: 3, month: 1 }[by]);
  });

  it('shows people whose managers lead back to each other at the top, and no sum of levels', async () => {
    const { plan, tree } = await treeOf('metric: revenue, target: 10, decompose: [{by: owner, among: [dee, eve]}]');
    const dee = plan.members.get('dee');
    const members = new Map([...plan.members, ...(dee ? [['dee', { ...dee, manager: 'eve' }] as const] : [])]);
    expect(rollUp(tree, 'manager', { ...plan, members })?.rows.map(({ key, depth }) => [key, depth])).toEqual([
      ['dee', 0],
      ['eve', 0],
    ]);
    const levels = await treeOf('metric: stores, target: 10');
    expect(rollUp(levels.tree, 'manager', levels.plan)).toBeUndefined();
  });

  it('leaves the stages of a funnel out', async () => {
    const { plan, tree } = await treeOf('metric: revenue, target: 100, decompose: [{by: segment}, {by: stage}]');
    expect(rollUp(tree, 'segment', plan)?.total).toBe(10000);
  });
});

describe('top-down beside bottom-up', () => {
  const table = (...rows: string[]): TableRows => ({
    file: 'c.csv',
    rows: ['who,when,sum', ...rows].map((row, index) => ({ line: index + 1, cells: row.split(',') })),
  });
  const goal =
    'metric: revenue, target: 100, bottom_up: {by: [owner, month], from: {file: c.csv, columns: {owner: who, month: when, target: sum}}}, decompose: [{by: owner, among: [ann, bob]}, {by: quarter}, {by: week}]';

  it('compares where the table tells, coarser times too, and leaves open what nobody committed to', async () => {
    const { tree, cells } = await treeOf(goal, table('ann,2026-01,20', 'ann,2026-02,10', 'bob,2026-04,', 'cai,2026-04,5'));
    const found = bothWays(tree, cells).map(({ node, bottomUp, difference }) => [
      node.id,
      decimalText(bottomUp, 2),
      decimalText(difference, 2),
    ]);
    expect(found).toEqual([
      ['g', '35.00', '-65.00'],
      ['g/ann', '30.00', '-20.00'],
      ['g/ann/2026-Q1', '30.00', '17.67'],
    ]);
  });

  it('without a table compares with the children: a hedge shows', async () => {
    const { tree, cells } = await treeOf('metric: revenue, target: 100, decompose: [{by: segment, over_assign: 5%}]');
    expect(bothWays(tree, cells).map(({ node, difference }) => [node.id, difference])).toEqual([['g', 500]]);
  });

  it('tells what the table has wrong', async () => {
    const { problems } = await treeOf(goal, table('zed,2026-01,20'));
    expect(problems.map(({ rule, args }) => [rule, args.id])).toEqual([['ref/unknown-id', 'zed']]);
  });
});

describe('a funnel’s counts', () => {
  it('are deals of the given value, and from there back by conversion, each rounded up', async () => {
    const { plan, tree } = await treeOf('metric: revenue, target: 100k, decompose: [{by: stage, order_value: 8000}]');
    expect([...dealCounts(tree, plan, undefined)]).toEqual([
      ['g/won', 13n],
      ['g/offer', 22n],
      ['g/lead', 74n],
    ]);
  });

  it('come from the actuals of a year before, and are told missing where there are none', async () => {
    const plan = await planOf(`${HEAD}  g: {owner: boss, metric: revenue, target: 100k, decompose: [{by: stage, order_value: actuals}]}\n`);
    const nowhere = { segment: undefined, product: undefined, channel: undefined, owner: undefined, ownerBound: false };
    const sold = {
      source: 's',
      metric: 'revenue',
      day: plan.period.start.replace('2026', '2025') as typeof plan.period.start,
      value: { n: 30000n, d: 1n },
      rows: 3,
      ...nowhere,
    };
    const facts = [sold, { ...sold, metric: 'orders', value: { n: 2n, d: 1n }, rows: 2 }];
    const [result] = decompose(plan, { facts, table: () => undefined });
    expect(result?.problems).toEqual([]);
    // Three rows, but two orders of 15,000.
    expect(result?.tree && dealCounts(result.tree, plan, facts).get('g/won')).toBe(7n);
    const [empty] = decompose(plan, { facts: [], table: () => undefined });
    expect(empty?.problems.map(({ rule, args }) => [rule, args.needs])).toEqual([['sum/missing-evidence', 'average-order-value']]);
  });
});
