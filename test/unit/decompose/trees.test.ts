import { describe, expect, it } from 'vitest';
import { decimalText } from '../../../src/model/fraction.ts';
import { treesOf } from '../../support/plans.ts';

const HEAD = `salesplan: 1
name: Trees
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments: {east: {owner: ann, size: {potential: 3M}}, south: {owner: bob, size: {potential: 1M}}, north: {owner: ann, size: {potential: 2M}}}
metrics: {stores: {unit: count, kind: stock}, rate: {unit: percent, kind: ratio}}
process: {stages: {lead: {phase: pre-sale, conversion: 40%, days: 7}, offer: {phase: in-sale, conversion: 50%, days: 14}, won: {phase: in-sale}, care: {phase: post-sale}}}
team: {members: {ann: {}, bob: {}}}
goals:
`;

/** Targets by id, of one goal `g`. */
async function grow(goal: string): Promise<Readonly<Record<string, string>>> {
  const [result] = await treesOf(`${HEAD}  g: {${goal}, owner: ann}\n`);
  expect(result?.problems).toEqual([]);
  const { nodes = [], decimals = 0 } = result?.tree ?? {};
  return Object.fromEntries(nodes.map((node) => [node.id.slice(2), node.target === undefined ? '–' : decimalText(node.target, decimals)]));
}

describe('a tree of subgoals', () => {
  it.each([
    [
      'a rest beside an amount and a share',
      'metric: revenue, target: 1000, decompose: [{by: segment, shares: {east: 300, south: 20%, north: rest}}]',
      { east: '300.00', south: '200.00', north: '500.00' },
    ],
    [
      'potential',
      'metric: revenue, target: 100, decompose: [{by: segment, shares: potential}]',
      { east: '50.00', south: '16.67', north: '33.33' },
    ],
    [
      'limits',
      'metric: revenue, target: 1000, decompose: [{by: segment, max: {east: 200}, min: {north: 500}}]',
      { east: '200.00', south: '300.00', north: '500.00' },
    ],
    [
      'round numbers',
      'metric: revenue, target: 1234567, decompose: [{by: segment, round: 10000}]',
      { east: '414567.00', south: '410000.00', north: '410000.00' },
    ],
    [
      'a stock on its way',
      'metric: stores, baseline: {value: 100, period: 2025}, target: 150, decompose: [{by: quarter, shares: [25%, 25%, 25%, 25%]}]',
      { '2026-Q1': '113', '2026-Q2': '126', '2026-Q3': '138', '2026-Q4': '150' },
    ],
    [
      'a stock through a pinned level',
      'metric: stores, baseline: {value: 10, period: 2025}, target: 25, decompose: [{by: quarter}], pins: [{at: {quarter: 2026-Q2}, target: 20}]',
      { '2026-Q2': '20', '2026-Q4': '25' },
    ],
    [
      'a ratio is the same everywhere',
      'metric: rate, target: 30%, decompose: [{by: segment, shares: {east: 35%, south: 28%, north: 30%}}]',
      { east: '35.00', south: '28.00', north: '30.00' },
    ],
    [
      'a pin shared by several nodes',
      'metric: revenue, target: 9000, decompose: [{by: segment, shares: {east: 60%, south: 40%}}, {by: quarter, shares: [25%, 25%, 25%, 25%]}], pins: [{at: {quarter: 2026-Q4}, target: 1800}]',
      { 'east/2026-Q4': '1080.00', 'south/2026-Q4': '720.00', 'east/2026-Q1': '1440.00' },
    ],
    [
      'a funnel asks for more the earlier it is',
      'metric: revenue, target: 100, decompose: [{by: stage}]',
      { lead: '500.00', offer: '200.00', won: '100.00' },
    ],
  ])('%s', async (_, goal, expected) => {
    expect(await grow(goal)).toMatchObject(expected);
  });

  it('lets stages be due as many days earlier as they and the next ones take', async () => {
    const [result] = await treesOf(
      `${HEAD}  g: {metric: revenue, target: 100, owner: ann, deadline: 2026-06-30, decompose: [{by: stage}]}\n`,
    );
    const due = Object.fromEntries((result?.tree?.nodes ?? []).map((node) => [node.id, node.deadline]));
    expect(due).toMatchObject({ 'g/won': '2026-06-30', 'g/offer': '2026-06-16', 'g/lead': '2026-06-09' });
  });

  it('belongs to whoever owns the segment on the day that it is due', async () => {
    const yaml = `${HEAD.replace('owner: bob', 'owner: [{who: bob, to: 2026-05-31}, {who: ann, from: 2026-06-01}]')}  g: {metric: revenue, target: 100, owner: ann, decompose: [{by: segment, shares: {south: 100%}}, {by: quarter}]}\n`;
    const [result] = await treesOf(yaml);
    expect((result?.tree?.nodes ?? []).slice(2).map((node) => node.owner)).toEqual(['bob', 'ann', 'ann', 'ann']);
  });
});
