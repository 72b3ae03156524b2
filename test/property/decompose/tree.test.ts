import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Amount, sumAmounts } from '../../../src/model/amount.ts';
import type { Subgoal } from '../../../src/model/subgoal.ts';
import { treesOf } from '../../support/plans.ts';

// Random plans: whatever the steps, every level adds up, every node has one owner and a deadline in the plan.
const SEGMENTS = ['east', 'south', 'north', 'west'] as const;
const MEMBERS = ['ann', 'bob', 'cat', 'dan', 'eve'] as const;

const percents = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: count, maxLength: count }).map((parts) => {
    const whole = parts.reduce((a, b) => a + b, 0) || 1;
    const shares = parts.map((part) => Math.floor((part * 10_000) / whole));
    const rest = 10_000 - shares.reduce((a, b) => a + b, 0);
    return shares.map((share, index) => `${((index === 0 ? share + rest : share) / 100).toFixed(2)}%`);
  });

const step = fc.oneof(
  percents(SEGMENTS.length).map(
    (shares) => `{by: segment, shares: {${SEGMENTS.map((id, index) => `${id}: ${shares[index]}`).join(', ')}}}`,
  ),
  fc.constantFrom(
    '{by: segment}',
    '{by: owner}',
    '{by: owner, over_assign: 5%}',
    '{by: owner, shares: capacity}',
    '{by: segment, shares: potential}',
  ),
  percents(4).map((shares) => `{by: quarter, shares: [${shares.join(', ')}]}`),
  fc.constantFrom('{by: quarter}', '{by: month, shares: working-days}', '{by: month}', '{by: half}', '{by: week}'),
);
/** Each dimension once, time from coarse to fine. */
const steps = fc.array(step, { minLength: 1, maxLength: 4 }).map((all) => {
  const rank = (text: string) => ['half', 'quarter', 'month', 'week'].indexOf(/by: (\w+)/.exec(text)?.[1] ?? '');
  const seen = new Set<string>();
  const once = all.filter((text) => {
    const by = /by: (\w+)/.exec(text)?.[1] ?? '';
    return !seen.has(by) && seen.add(by);
  });
  const sorted = once.sort((a, b) => rank(a) - rank(b));
  const hasHalf = sorted.some((text) => text.includes('by: half'));
  return sorted.map((text) => (hasHalf && text.includes('by: quarter') ? '{by: quarter}' : text));
});
const plan = fc.record({
  steps,
  cents: fc.bigInt({ min: 0n, max: 10n ** 13n }),
  kind: fc.constantFrom('flow', 'stock'),
  fiscal: fc.constantFrom('01-01', '04-01'),
});

function yamlOf({ steps: list, cents, kind, fiscal }: { steps: readonly string[]; cents: bigint; kind: string; fiscal: string }): string {
  const target = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
  return `salesplan: 1
name: Random
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
calendar: {year_start: ${fiscal}, holidays: {2026-10-01..2026-10-07: autumn}}
metrics:
  money: {unit: money, kind: ${kind}}
segments:
${SEGMENTS.map((id, index) => `  ${id}: {owner: ${MEMBERS[index]}, size: {potential: ${index + 1}M}}`).join('\n')}
team:
  roles: {rep: {capacity: 3M, ramp: [0%, 50%, 100%]}}
  members:
${MEMBERS.map((id, index) => `    ${id}: {role: rep, start: 202${index + 2}-0${index + 1}-15, segments: [${SEGMENTS[index % 4]}, ${SEGMENTS[(index + 1) % 4]}]}`).join('\n')}
goals:
  g:
    metric: money
    baseline: {value: 100.00, period: 2025}
    target: "${target}"
    owner: ann
    decompose:
${list.map((each) => `      - ${each}`).join('\n')}
`;
}

describe('a random tree', () => {
  it('adds up at every node, to the quantum', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        const [result] = await treesOf(yamlOf(given));
        expect(result?.problems).toEqual([]);
        const nodes = result?.tree?.nodes ?? [];
        for (const [parent, children] of families(nodes)) expectSum(parent, children, given.kind);
      }),
      { numRuns: 700 },
    );
  });

  it('gives every node an owner of the team and a deadline inside its time', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        for (const node of (await treesOf(yamlOf(given)))[0]?.tree?.nodes ?? []) {
          expect(MEMBERS).toContain(node.owner);
          expect(node.start <= node.deadline && node.deadline <= '2026-12-31').toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same whenever it is grown', async () => {
    const plain = async (yaml: string) =>
      (await treesOf(yaml)).map(({ tree }) => tree?.nodes.map(({ id, target, owner, deadline }) => [id, String(target), owner, deadline]));
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        expect(await plain(yamlOf(given))).toEqual(await plain(yamlOf(given)));
      }),
      { numRuns: 50 },
    );
  });

  it('has the same months whether they are split at once or by quarter first', async () => {
    const grow = async (list: readonly string[]) =>
      (await treesOf(yamlOf({ steps: list, cents: 123_456_789n, kind: 'flow', fiscal: '01-01' })))[0]?.tree?.nodes ?? [];
    const quarters = (await grow(['{by: quarter}'])).slice(1);
    const months = (await grow(['{by: quarter}', '{by: month}'])).filter((node) => node.leaf);
    for (const quarter of quarters) {
      const own = months.filter((month) => month.path.get('quarter') === quarter.path.get('quarter'));
      expect(sumAmounts(own.map(targetOf))).toBe(quarter.target);
    }
  });
});

function families(nodes: readonly Subgoal[]): ReadonlyMap<Subgoal, readonly Subgoal[]> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found = new Map<Subgoal, Subgoal[]>();
  for (const node of nodes) {
    const parent = byId.get(node.parent ?? '');
    if (parent) found.set(parent, [...(found.get(parent) ?? []), node]);
  }
  return found;
}

function expectSum(parent: Subgoal, children: readonly Subgoal[], kind: string): void {
  const dimension = [...(children[0]?.path.keys() ?? [])].at(-1) ?? '';
  const isTime = ['half', 'quarter', 'month', 'week'].includes(dimension);
  if (kind === 'stock' && isTime) {
    expect(children.at(-1)?.target).toBe(parent.target);
    return;
  }
  const total = BigInt(sumAmounts(children.map(targetOf)));
  const target = BigInt(targetOf(parent));
  const hedged = (2n * target * 105n + 100n) / 200n;
  expect([target, hedged]).toContain(total);
  for (const child of children) expect(targetOf(child) >= 0).toBe(true);
}

function targetOf(node: Subgoal): Amount {
  if (node.target === undefined) throw new Error(`${node.id} has no target`);
  return node.target;
}
