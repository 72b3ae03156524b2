import { describe, expect, it } from 'vitest';
import { decimalText } from '../../../src/model/fraction.ts';
import { RULES } from '../../../src/rules/index.ts';
import { treesOf } from '../../support/plans.ts';

const HEAD = `salesplan: 1
name: Constraints
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments: {east: {owner: ann}, south: {owner: bob}, north: {owner: ann}}
metrics: {stores: {unit: count, kind: stock}}
team: {members: {ann: {}, bob: {}}}
goals:
`;

async function grow(goal: string) {
  const [result] = await treesOf(`${HEAD}  g: {${goal}, owner: ann}\n`);
  const { nodes = [], decimals = 0 } = result?.tree ?? {};
  const text = (quanta: bigint | number | undefined) => (quanta === undefined ? '–' : decimalText(quanta, decimals));
  return {
    targets: Object.fromEntries(nodes.map((node) => [node.id.slice(2), text(node.target)])),
    odd: Object.fromEntries(nodes.flatMap((node) => (node.derivedFrom.odd ? [[node.id.slice(2), text(node.derivedFrom.odd)]] : []))),
    said: (result?.problems ?? []).flatMap(({ rule, args }) =>
      (['en', 'zh'] as const).flatMap((language) => Object.values(RULES.get(rule)?.words(args, language) ?? {})),
    ),
    problems: result?.problems ?? [],
  };
}

describe('round numbers', () => {
  it('say where what they leave over was placed', async () => {
    const { targets, odd } = await grow('metric: revenue, target: 1234567, decompose: [{by: segment, round: 10000}]');
    expect(targets).toMatchObject({ east: '414567.00', south: '410000.00', north: '410000.00' });
    expect(odd).toEqual({ east: '4567.00' });
  });

  it('keep within the limits of the children', async () => {
    const { targets, odd } = await grow(
      'metric: revenue, target: 100000, decompose: [{by: segment, round: 10000, min: {north: 41000}, max: {east: 29000}}]',
    );
    expect(targets).toMatchObject({ east: '20000.00', south: '30000.00', north: '50000.00' });
    expect(odd).toEqual({});
  });

  it('give way where the limits leave no room for them', async () => {
    const { targets } = await grow('metric: revenue, target: 100000, decompose: [{by: segment, round: 10000, max: 33400}]');
    expect(targets).toMatchObject({ east: '33333.34', south: '33333.33', north: '33333.33' });
  });

  it('are rounded beside pins too', async () => {
    const { targets, odd } = await grow(
      'metric: revenue, target: 100000, decompose: [{by: segment, round: 1000}], pins: [{at: {segment: east}, target: 33333.33}]',
    );
    expect(targets).toMatchObject({ east: '33333.33', south: '33666.67', north: '33000.00' });
    expect(odd).toEqual({ south: '666.67' });
  });
});

describe('a pin that several parts share', () => {
  it('is what is to be lowered, not the part of it that nobody wrote', async () => {
    const { said } = await grow(
      'metric: revenue, target: 1000, decompose: [{by: segment, shares: {east: 60%, south: 20%, north: 20%}}, {by: owner, among: [ann, bob]}, {by: half}], pins: [{at: {segment: south, half: 2026-H1}, target: 400}]',
    );
    expect(said.slice(0, 2)).toEqual([
      'The pins fix 200 of 100 at "g/south/ann": 100 too much. It is its part of the pin of 400.',
      'Smallest change: a lower pin than 400, or the target of "g/south/ann" from 100 to 200.',
    ]);
    expect(said[3]).toBe('最小的改动：降低固定值 400，或「g/south/ann」的目标从 100 改为 200。');
  });
});

describe('nested pins', () => {
  const steps =
    'metric: revenue, target: 9000, decompose: [{by: segment, shares: {east: 60%, south: 40%}}, {by: quarter, shares: [25%, 25%, 25%, 25%]}]';

  it('fix a part of a part that is fixed', async () => {
    const { targets, problems } = await grow(
      `${steps}, pins: [{at: {segment: east}, target: 5000}, {at: {segment: east, quarter: 2026-Q4}, target: 2000}]`,
    );
    expect(problems).toEqual([]);
    expect(targets).toMatchObject({ east: '5000.00', south: '4000.00', 'east/2026-Q1': '1000.00', 'east/2026-Q4': '2000.00' });
  });

  it('let the narrower one go first within the wider one', async () => {
    const { targets, problems } = await grow(
      `${steps}, pins: [{at: {quarter: 2026-Q4}, target: 1800}, {at: {segment: east, quarter: 2026-Q4}, target: 500}]`,
    );
    expect(problems).toEqual([]);
    expect(targets).toMatchObject({ 'east/2026-Q4': '500.00', 'south/2026-Q4': '1300.00' });
  });

  it('are refused where the narrower ones take more than the wider one has', async () => {
    const { said } = await grow(
      `${steps}, pins: [{at: {quarter: 2026-Q4}, target: 400}, {at: {segment: east, quarter: 2026-Q4}, target: 500}]`,
    );
    expect(said).toMatchInlineSnapshot(`
      [
        "The pin on quarter: 2026-Q4 fixes 400, but narrower pins in it fix g/east/2026-Q4 500: they differ by 100.",
        "Smallest change: set this pin to 500, or change a narrower one by 100.",
        "quarter: 2026-Q4 固定为 400，而其中更细的固定值为 g/east/2026-Q4 500，相差 100。",
        "最小的改动：把这个固定值改为 500，或把更细的固定值改动 100。",
      ]
    `);
  });

  it('are refused below a pin that has less', async () => {
    const { said } = await grow(
      `${steps}, pins: [{at: {segment: east}, target: 1000}, {at: {segment: east, quarter: 2026-Q4}, target: 1200}]`,
    );
    expect(said).toMatchInlineSnapshot(`
      [
        "The pins fix 1,200 of 1,000 at "g/east": 200 too much.",
        "Smallest change: the pin of "2026-Q4" from 1,200 to 1,000, or the target of "g/east" from 1,000 to 1,200.",
        "「g/east」下的固定值为 1,200，而目标只有 1,000，多出 200。",
        "最小的改动：「2026-Q4」的固定值从 1,200 改为 1,000，或「g/east」的目标从 1,000 改为 1,200。",
      ]
    `);
  });
});

describe('a conflict', () => {
  it.each([
    ['of leasts', 'decompose: [{by: segment, min: {east: 700, south: 600}}]'],
    ['of leasts beside a pin', 'decompose: [{by: segment, min: {south: 200, north: 150}}], pins: [{at: {segment: east}, target: 900}]'],
    ['of mosts', 'decompose: [{by: segment, max: {east: 300, south: 200, north: 400}}]'],
    [
      'of pins with the goal',
      'decompose: [{by: segment}], pins: [{at: {segment: east}, target: 700}, {at: {segment: south}, target: 600}]',
    ],
    [
      'of pins that leave nobody free',
      'decompose: [{by: segment, shares: {east: 50%, south: 50%}}], pins: [{at: {segment: east}, target: 500}, {at: {segment: south}, target: 450}]',
    ],
  ])('%s shows the arithmetic and the smallest change, in both languages', async (_, rest) => {
    const { said } = await grow(`metric: revenue, target: 1000, ${rest}`);
    expect(said.join('\n')).toMatchSnapshot();
  });
});

describe('a limit on a bucket', () => {
  it('that is none is told', async () => {
    const { problems } = await grow(
      'metric: revenue, target: 1000, decompose: [{by: quarter}, {by: month, min: {2026-11: 100, 2026-13: 5}}]',
    );
    expect(problems.map(({ rule, args }) => [rule, args.id])).toEqual([['ref/unknown-id', '2026-13']]);
  });
});
