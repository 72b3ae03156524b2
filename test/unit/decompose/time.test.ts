import { describe, expect, it } from 'vitest';
import { decompose } from '../../../src/decompose/index.ts';
import { addDays, day } from '../../../src/model/day.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { decimalText } from '../../../src/model/fraction.ts';
import { planOf } from '../../support/plans.ts';

const TEAM = `segments: {east: {owner: ann}}
team:
  roles:
    rep: {capacity: 261000, ramp: [0%, 50%, 100%]}
    closer: {capacity: 522000, ramp: [20%, 100%], ramp_by: calendar-month, hired_by: 15}
  members:
    ann: {role: rep, start: 2020-01-01}
    bob: {role: rep, start: 2026-07-01}
    cai: {role: closer, start: 2026-07-15}
    dan: {role: closer, start: 2026-07-16}
    eve: {}
    old: {role: rep}
`;

interface Case {
  readonly goal: string;
  readonly period?: string;
  readonly calendar?: string;
  readonly facts?: readonly (readonly [string, number])[];
}

async function grow({ goal, period = '{start: 2026-01-01, end: 2026-12-31}', calendar = '{}', facts }: Case) {
  const plan = await planOf(
    `salesplan: 1\nname: Time\ncurrency: CNY\nperiod: ${period}\ncalendar: ${calendar}\n${TEAM}goals:\n  g: {metric: revenue, owner: ann, ${goal}}\n`,
  );
  const [result] = decompose(plan, { facts: facts?.map(([on, value]) => fact(on, value)), table: () => undefined });
  const { nodes = [] } = result?.tree ?? {};
  const targets = nodes.map((node) => [node.id.slice(2), node.target === undefined ? '–' : decimalText(node.target, 2)] as const);
  return {
    targets: Object.fromEntries(targets),
    problems: (result?.problems ?? []).map(({ rule, args }) => [rule, args.needs, args.missing]),
  };
}

function fact(on: string, value: number): Fact {
  const nowhere = { segment: undefined, product: undefined, channel: undefined, owner: undefined, ownerBound: false };
  return { source: 's', metric: 'revenue', day: day(on), value: { n: BigInt(value), d: 1n }, rows: 1, ...nowhere };
}

describe('a late hire', () => {
  it('has nothing before the start and little while ramping up, by the capacity of each month', async () => {
    const { targets, problems } = await grow({
      goal: 'target: 92000, decompose: [{by: owner, among: [bob]}, {by: month, shares: capacity}]',
    });
    expect(problems).toEqual([]);
    // Working days July to December: 23, 21, 22, 22, 21, 23; ramp 0 %, 50 %, then full: 98.5 days.
    expect(targets['bob/2026-06']).toBe('0.00');
    expect(targets['bob/2026-07']).toBe('0.00');
    expect(targets['bob/2026-08']).toBe('9807.11');
    expect(targets['bob/2026-09']).toBe('20548.22');
  });

  it('hired by the fifteenth counts the month of the start, a day later does not', async () => {
    const { targets } = await grow({ goal: 'target: 1000000, decompose: [{by: owner, among: [cai, dan]}, {by: month, shares: capacity}]' });
    // Of a month at 20 % (13 and 12 working days) and the rest of the year; who comes a day late has August at 20 % too.
    const share = (id: string, of: string) => Number(targets[id]) / Number(targets[of]);
    expect(share('cai/2026-08', 'cai/2026-09')).toBeCloseTo(21 / 22, 6);
    expect(share('dan/2026-08', 'dan/2026-09')).toBeCloseTo((21 * 0.2) / 22, 6);
  });

  it('without a first day counts as long there', async () => {
    const { targets } = await grow({ goal: 'target: 30000, decompose: [{by: owner, among: [old, ann], shares: capacity}]' });
    expect([targets.old, targets.ann]).toEqual(['15000.00', '15000.00']);
  });

  it('is told where whoever has a part has no capacity', async () => {
    const { problems } = await grow({ goal: 'target: 100, decompose: [{by: owner, among: [eve]}, {by: quarter, shares: capacity}]' });
    expect(problems).toEqual([['sum/missing-evidence', 'capacity', ['eve']]]);
  });
});

describe('seasonality from history', () => {
  const months = (year: number, values: readonly number[]) =>
    values.map((value, index) => [`${year}-${String(index + 1).padStart(2, '0')}-03`, value] as const);

  it('pools the months between which the Spring Festival moves, and splits them by working days', async () => {
    // 2025: the festival lay in January and February; together they had 20 of 120.
    const facts = months(2025, [4, 16, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]);
    const calendar = '{holidays: {2026-02-15..2026-02-23: 春节}}';
    const goal = 'target: 120000, decompose: [{by: month, shares: history, combine: [01, 02]}]';
    const { targets } = await grow({ goal, calendar, facts });
    // 22 working days in January, 14 in February: 20,000 × 22 ÷ 36 and × 14 ÷ 36.
    expect([targets['2026-01'], targets['2026-02'], targets['2026-03']]).toEqual(['12222.22', '7777.78', '10000.00']);
  });

  it('needs no history of a month whose group has some', async () => {
    const facts = months(2025, [0, 20, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10]);
    const alone = await grow({ goal: 'target: 120, decompose: [{by: month, shares: history}]', facts });
    expect(alone.problems).toEqual([['sum/missing-evidence', 'history', ['2026-01']]]);
    const pooled = await grow({ goal: 'target: 120, decompose: [{by: month, shares: history, combine: [[1, 2], [11, 12]]}]', facts });
    expect(pooled.problems).toEqual([]);
  });

  it('takes the leap day with its month', async () => {
    const facts = [...months(2027, [0, 28, 31]), ['2028-02-29', 1] as const];
    const { targets } = await grow({
      goal: 'target: 59, start: 2029-02-01, deadline: 2029-03-31, decompose: [{by: month, shares: history}]',
      period: '{start: 2029-01-01, end: 2029-12-31}',
      facts: [
        ['2028-02-29', 28],
        ['2028-03-31', 31],
      ],
    });
    expect(targets).toMatchObject({ '2029-02': '28.00', '2029-03': '31.00' });
    const leap = await grow({
      goal: 'target: 59, start: 2028-02-01, deadline: 2028-03-31, decompose: [{by: month, shares: history}]',
      period: '{start: 2028-01-01, end: 2028-12-31}',
      facts: facts.filter(([on]) => on < '2028'),
    });
    expect(leap.targets).toMatchObject({ '2028-02': '28.00', '2028-03': '31.00' });
  });

  it('compares the same weeks under a week pattern, a 53rd week by the day', async () => {
    // FY2028 of this calendar has 53 weeks: its last month has six, the year before had five.
    const calendar = '{year_start: 02-01, pattern: 4-4-5, week_start: sunday}';
    const period = '{start: 2028-01-30, end: 2029-02-03}';
    const facts = Array.from({ length: 52 }, (_, index) => [addDays(day('2027-01-31'), 7 * index), 10] as const);
    const { targets } = await grow({ goal: 'target: 530, decompose: [{by: month, shares: history}]', calendar, period, facts });
    expect(Object.values(targets)).toEqual([
      '530.00',
      '40.00',
      '40.00',
      '50.00',
      '40.00',
      '40.00',
      '50.00',
      '40.00',
      '40.00',
      '50.00',
      '40.00',
      '40.00',
      '60.00',
    ]);
  });
});
