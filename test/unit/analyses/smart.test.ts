import { describe, expect, it } from 'vitest';
import { outlookOf } from '../../../src/analyses/outlook.ts';
import { coverageOf, funnelYield, winRateIn } from '../../../src/analyses/pipeline.ts';
import { isVague } from '../../../src/analyses/smart/vague.ts';
import { addMonthsTo, day } from '../../../src/model/day.ts';
import type { Deals } from '../../../src/model/deal.ts';
import { windowStart } from '../../../src/model/duration.ts';
import type { Fact } from '../../../src/model/fact.ts';
import { fraction, toDecimal } from '../../../src/model/fraction.ts';
import { planOf } from '../../support/plans.ts';

describe('a name is vague', () => {
  it.each([
    '提升业绩',
    '加强销售工作',
    'Improve sales performance',
    'Boost results in 2026',
    '2026 年持续提升整体水平',
    'Grow the business',
    'Be better at selling',
    '努力完成销售任务',
    '业绩再创新高',
    '大力开拓市场',
  ])('%s', (name) => expect(isVague(name)).toBe(true));

  it.each([
    '提升复购率',
    '开拓华东市场',
    '确保新品上市',
    'Win the best dealers',
    '提升到 1.2 亿',
    'Improve repeat purchases',
    'Revenue of 12M',
    '营收翻番',
    '满意度保持 4.6 以上',
    'Grow by 15%',
  ])('not: %s', (name) => expect(isVague(name)).toBe(false));
});

const yaml = `salesplan: 1
name: P
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
process:
  stages:
    lead: {phase: pre-sale, conversion: 30%, days: 30}
    offer: {phase: in-sale, conversion: 50%, days: 31}
    won: {phase: in-sale}
goals:
  g: {metric: revenue, target: 12M, owner: ann}
team: {members: {ann: {}}}
`;

function fact(on: string, value: number): Fact {
  const place = { segment: undefined, product: undefined, channel: undefined, owner: undefined };
  return { source: 's', metric: 'revenue', day: day(on), value: fraction(value), rows: 1, ownerBound: false, ...place };
}

/** A fact on the tenth of each month, from a month on. */
function monthly(from: string, values: readonly number[]): readonly Fact[] {
  return values.map((value, index) => fact(addMonthsTo(day(`${from}-10`), index), value));
}

describe('outlook', () => {
  const asOf = day('2026-06-30');
  const steady = monthly(
    '2024-07',
    Array.from({ length: 24 }, () => 1_000_000),
  );

  it.each([
    ['far below what was always reached', 9_000_000, 0.9, 1],
    ['as much as was always reached', 12_000_000, 0.3, 0.7],
    ['far above', 16_000_000, 0, 0.1],
  ])('of a target %s', async (_, target, least, most) => {
    const plan = await planOf(yaml);
    const goal = plan.goals.get('g');
    const outlook = goal && outlookOf(goal, fraction(target), steady, plan, asOf);
    if (outlook?.is !== 'known') throw new Error(JSON.stringify(outlook));
    expect(outlook.probability).toBeGreaterThanOrEqual(least);
    expect(outlook.probability).toBeLessThanOrEqual(most);
    expect(outlook.quantile(0.5)).toBeGreaterThan(11_000_000);
    expect(outlook.quantile(0.5)).toBeLessThan(13_000_000);
  });

  it('of a season knows the season', async () => {
    const plan = await planOf(yaml);
    const goal = plan.goals.get('g');
    const year = [1, 1, 1, 1, 5, 3, 1, 1, 1, 1, 1, 1].map((value) => value * 1_000_000);
    const outlook = goal && outlookOf(goal, fraction(1), monthly('2024-07', [...year, ...year]), plan, asOf);
    if (outlook?.is !== 'known') throw new Error(JSON.stringify(outlook));
    expect(outlook.quantile(0.5)).toBeGreaterThan(15_000_000);
    expect(outlook.quantile(0.5)).toBeLessThan(20_000_000);
  });

  it.each([
    ['too-short', monthly('2026-04', [1, 1, 1])],
    [
      'too-sparse',
      monthly(
        '2025-01',
        Array.from({ length: 18 }, (_, index) => (index % 2 ? 0 : 5)),
      ),
    ],
    [
      'too-old',
      monthly(
        '2024-01',
        Array.from({ length: 24 }, () => 5),
      ),
    ],
  ] as const)('is unknown: %s', async (because, facts) => {
    const plan = await planOf(yaml);
    const goal = plan.goals.get('g');
    expect(goal && outlookOf(goal, fraction(1), facts, plan, asOf)).toMatchObject({ is: 'unknown', because });
  });

  it('is the same for the same facts', async () => {
    const plan = await planOf(yaml);
    const goal = plan.goals.get('g');
    const once = () => {
      const outlook = goal && outlookOf(goal, fraction(12_500_000), steady, plan, asOf);
      return outlook?.is === 'known' && [outlook.probability, outlook.quantile(0.1), outlook.quantile(0.9)];
    };
    expect(once()).toEqual(once());
    expect(once()).not.toBe(false);
  });
});

function deals(is: Deals['is'], count: number, amount: number, close: string, created = '2026-01-05'): Deals {
  const place = { segment: undefined, product: undefined, channel: undefined, owner: undefined };
  return {
    source: 'p',
    is,
    stage: is === 'open' ? 'offer' : undefined,
    created: day(created),
    close: day(close),
    count,
    amount: fraction(amount),
    ...place,
  };
}

describe('pipeline', () => {
  const all = [deals('won', 6, 600_000, '2026-03-01'), deals('lost', 6, 200_000, '2026-04-01'), deals('open', 4, 400_000, '2026-09-01')];
  const asOf = day('2026-06-30');

  it('win rate by count and by value', () => {
    const { won, lost, byCount, byValue } = winRateIn(all, { start: day('2026-01-01'), end: asOf });
    expect([won, lost, byCount && toDecimal(byCount, 2), byValue && toDecimal(byValue, 2)]).toEqual([6, 6, '0.50', '0.75']);
  });

  it('coverage against 1 ÷ own win rate by value', () => {
    const found = coverageOf(all, fraction(200_000), day('2026-12-31'), asOf);
    expect(found && [toDecimal(found.coverage, 2), toDecimal(found.required, 2), found.isOwnRate]).toEqual(['2.00', '1.33', true]);
  });

  it('coverage by the rule of thumb where too few deals closed', () => {
    const found = coverageOf([deals('open', 4, 400_000, '2026-09-01')], fraction(200_000), day('2026-12-31'), asOf);
    expect(found && [toDecimal(found.required, 0), found.isOwnRate]).toEqual(['3', false]);
  });

  it('what the funnel still brings', async () => {
    const found = funnelYield(all, await planOf(yaml), day('2026-12-31'), asOf);
    // 16 created in six months; 61 days of cycle leave 123 days, 4.04 months; won 6 of 12, better than 30 % × 50 %; 100k each.
    expect(found && [found.perMonth.toFixed(2), found.months.toFixed(2), found.rate, toDecimal(found.fromNew, 0)]).toEqual([
      '2.67',
      '4.04',
      'own',
      '538667',
    ]);
    expect(found && toDecimal(found.fromOpen, 0)).toBe('200000');
  });
});

it.each([
  [4, 'quarters', '2025-06-29'],
  [2, 'weeks', '2026-06-15'],
  [1, 'months', '2026-05-29'],
] as const)('a window of %d %s up to 2026-06-28 begins on %s', (count, unit, start) => {
  expect(windowStart(day('2026-06-28'), { count, unit })).toBe(start);
});
