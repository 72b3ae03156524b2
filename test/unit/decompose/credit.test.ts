import { describe, expect, it } from 'vitest';
import { decimalText, toDecimal } from '../../../src/model/fraction.ts';
import { treesOf } from '../../support/plans.ts';

const HEAD = `salesplan: 1
name: Credit
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
segments: {east: {owner: ann}, south: {owner: bob}}
team: {members: {ann: {}, bob: {}, cai: {}}}
goals:
`;

/** Parts of the leaves of one goal `g`: owner, first day, number, share of the credit. */
async function partsOf(steps: string, target = '1000') {
  const [result] = await treesOf(`${HEAD}  g: {metric: revenue, target: ${target}, owner: ann, decompose: [${steps}]}\n`);
  const { nodes = [] } = result?.tree ?? {};
  const parts = nodes.flatMap((node) =>
    node.parts.map((part) => [node.id.slice(2), part.owner, part.span.start, decimalText(part.target, 2), toDecimal(part.credit, 2)]),
  );
  return { problems: (result?.problems ?? []).map(({ rule, args }) => [rule, args.is]), parts, nodes };
}

describe('credit that several share', () => {
  it('is split by the stated shares, to the cent, and the first of them answers', async () => {
    const { parts, problems, nodes } = await partsOf(
      '{by: segment, shares: {east: 100%}, credit: {east: {bob: 33.33%, cai: 66.67%}}}',
      '100.01',
    );
    expect(problems).toEqual([]);
    expect(parts).toEqual([
      ['east', 'bob', '2026-01-01', '33.33', '0.33'],
      ['east', 'cai', '2026-01-01', '66.68', '0.67'],
    ]);
    expect(nodes.at(-1)?.owner).toBe('bob');
  });

  it('goes down to every bucket', async () => {
    const { parts } = await partsOf(
      '{by: segment, shares: {east: 100%}, credit: {east: {bob: 60%, cai: 40%}}}, {by: half, shares: [40%, 60%]}',
    );
    expect(parts.map(([id, owner, , target]) => [id, owner, target])).toEqual([
      ['east/2026-H1', 'bob', '240.00'],
      ['east/2026-H1', 'cai', '160.00'],
      ['east/2026-H2', 'bob', '360.00'],
      ['east/2026-H2', 'cai', '240.00'],
    ]);
  });

  it('ends on the day when somebody else takes it over', async () => {
    const { parts } = await partsOf(
      '{by: segment, shares: {east: 100%}, credit: {east: {bob: 60%, cai: 40%}}, transfers: [{from: 2026-06-16, east: ann}]}, {by: month, shares: working-days}',
      '261000',
    );
    expect(parts.filter(([id]) => id === 'east/2026-06')).toEqual([
      ['east/2026-06', 'bob', '2026-06-01', '6600.00', '0.60'],
      ['east/2026-06', 'cai', '2026-06-01', '4400.00', '0.40'],
      ['east/2026-06', 'ann', '2026-06-16', '11000.00', '1.00'],
    ]);
    expect(parts.filter(([id]) => String(id) > 'east/2026-07')).toEqual([]);
  });

  it('keeps the shares where the target is nothing', async () => {
    const { parts } = await partsOf('{by: segment, shares: {east: 0%, south: 100%}, credit: {east: {bob: 60%, cai: 40%}}}');
    expect(parts.map(([, , , target, share]) => [target, share])).toEqual([
      ['0.00', '0.60'],
      ['0.00', '0.40'],
    ]);
  });

  it.each([
    ['less than all', '{bob: 60%, cai: 30%}', '', 'total'],
    ['more than all', '{bob: 60%, cai: 50%}', '', 'total'],
    ['below nothing', '{bob: 110%, cai: -10%}', '', 'negative'],
    ['without whoever answers', '{bob: 60%, cai: 40%}', ', owners: {east: ann}', 'answers'],
  ])('must be given once: %s', async (_, shares, more, is) => {
    const { problems } = await partsOf(`{by: segment, credit: {east: ${shares}}${more}}`);
    expect(problems).toEqual([['sum/shares-not-100', is]]);
  });
});

describe('a mid-year transfer', () => {
  it('splits the month by working days and leaves the time before with whom it belonged', async () => {
    const { parts, nodes } = await partsOf(
      '{by: segment, shares: {south: 100%}, transfers: [{from: 2026-06-16, south: cai}]}, {by: month, shares: working-days}',
      '261000',
    );
    expect(parts).toEqual([
      ['south/2026-06', 'bob', '2026-06-01', '11000.00', '1.00'],
      ['south/2026-06', 'cai', '2026-06-16', '11000.00', '1.00'],
    ]);
    expect(nodes.filter((node) => node.leaf).map((node) => node.owner)).toEqual([...Array(5).fill('bob'), ...Array(7).fill('cai')]);
  });
});
