import { describe, expect, it } from 'vitest';
import { contributionsTo } from '../../../src/analyses/contributions.ts';
import { expectationOn } from '../../../src/analyses/expected.ts';
import { peopleOf } from '../../../src/analyses/people.ts';
import { placeFacts } from '../../../src/analyses/placed-facts.ts';
import { decompose } from '../../../src/decompose/index.ts';
import { day } from '../../../src/model/day.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { sum, toDecimal } from '../../../src/model/fraction.ts';
import { planOf } from '../../support/plans.ts';

const HEAD = `salesplan: 1
name: Shared
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team: {members: {ann: {}, bob: {}, cai: {}}}
segments: {east: {owner: ann}, south: {owner: bob}}
goals: {g: {metric: revenue, target: 2610, owner: ann, decompose: [`;

const fact = (on: string, owner: string | undefined, value: bigint, segment?: string): Fact => ({
  source: 'orders',
  metric: 'revenue',
  day: day(on),
  value: { n: value, d: 1n },
  rows: 1,
  segment,
  product: undefined,
  channel: undefined,
  owner,
  ownerBound: owner !== undefined,
});

async function look(steps: string, facts: readonly Fact[], asOf = '2026-12-31') {
  const plan = await planOf(`${HEAD}${steps}]}}\n`);
  const [result] = decompose(plan, { facts: undefined, table: () => undefined });
  expect(result?.problems).toEqual([]);
  const placed = result?.tree && placeFacts(result.tree, facts, plan, day(asOf));
  if (!placed) throw new Error('no tree');
  const expectation = expectationOn(placed, plan, day(asOf));
  const people = peopleOf(placed, expectation, plan, day(asOf), true);
  const contributions = contributionsTo(placed, expectation, plan, day(asOf)).filter(({ dimension }) => dimension === 'owner');
  const total = (id: string) =>
    toDecimal(sum(placed.tree.nodes.flatMap((node) => (node.id === id ? placed.factsOf(node) : [])).map(({ value }) => value)), 2);
  return {
    people: people.map(({ owner, position }) => [owner, shown(position.target), shown(position.actual)]),
    contributions: contributions.map(({ key, target, actual }) => [key, shown(target), shown(actual)]),
    total,
  };
}

function shown(value: { n: bigint; d: bigint } | null | undefined) {
  return value ? toDecimal(value, 2) : value;
}

describe('a part that changes hands in the middle of the year', () => {
  const steps = '{by: owner, among: [ann, bob], transfers: [{from: 2026-07-01, bob: cai}]}, {by: month, shares: working-days}';
  const facts = [
    fact('2026-03-02', 'ann', 100n),
    fact('2026-05-04', 'bob', 40n),
    fact('2026-08-03', 'cai', 60n),
    fact('2026-02-02', 'cai', 7n),
  ];

  it('is the successor’s from that day on, for targets and for what was sold', async () => {
    const { people, contributions } = await look(steps, facts);
    expect(people).toEqual([
      ['ann', '1305.00', '100.00'],
      ['bob', '645.00', '40.00'],
      ['cai', '660.00', '67.00'],
    ]);
    expect(contributions).toEqual(people);
  });

  it('stays one part of the goal: the successor’s sales lie in it after the day, not before', async () => {
    const { total } = await look(steps, facts);
    expect([total('g'), total('g/ann'), total('g/bob'), total('g/bob/2026-08'), total('g/bob/2026-02')]).toEqual([
      '207.00',
      '100.00',
      '100.00',
      '60.00',
      '0.00',
    ]);
  });
});

describe('split credit', () => {
  it('counts once in every total', async () => {
    const steps = '{by: segment, shares: {east: 50%, south: 50%}, credit: {east: {ann: 2/3, cai: 1/3}}}'
      .replace('2/3', '66.67%')
      .replace('1/3', '33.33%');
    const { people, total } = await look(steps, [fact('2026-03-02', undefined, 100n, 'east'), fact('2026-03-03', undefined, 10n, 'south')]);
    expect(people).toEqual([
      ['ann', '870.04', '66.67'],
      ['bob', '1305.00', '10.00'],
      ['cai', '434.96', '33.33'],
    ]);
    expect(total('g/east')).toBe('100.00');
  });
});
