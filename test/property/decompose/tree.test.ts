import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivationOf } from '../../../src/analyses/index.ts';
import { type Amount, sumAmounts } from '../../../src/model/amount.ts';
import type { GoalTree, Subgoal } from '../../../src/model/subgoal.ts';
import { familiesOf, treesOf } from '../../support/plans.ts';
import { MEMBERS, randomPlan as plan, yamlOf } from '../../support/random-plan.ts';
import { sharedRuns } from '../../support/runs.ts';

// Whatever the steps, every level adds up, every node has one owner and a deadline in the plan.
describe('a random tree', () => {
  it('adds up at every node, to the quantum', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        const [result] = await treesOf(yamlOf(given));
        expect(result?.problems).toEqual([]);
        const nodes = result?.tree?.nodes ?? [];
        expect(nodes.filter((node) => targetOf(node) < 0)).toEqual([]);
        for (const [parent, children] of familiesOf(nodes)) expectSum(parent, children, given.kind);
      }),
      sharedRuns(120),
    );
  });

  it('gives every node an owner of the team and a deadline inside its time', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        const nodes = (await treesOf(yamlOf(given)))[0]?.tree?.nodes ?? [];
        const team: readonly string[] = MEMBERS;
        expect(nodes.filter(({ owner }) => !team.includes(owner ?? ''))).toEqual([]);
        expect(nodes.filter(({ start, deadline }) => start > deadline || deadline > '2026-12-31')).toEqual([]);
      }),
      sharedRuns(66),
    );
  });

  it('is the same whenever it is grown', async () => {
    const plain = async (yaml: string) =>
      (await treesOf(yaml)).map(({ tree }) => tree?.nodes.map(({ id, target, owner, deadline }) => [id, String(target), owner, deadline]));
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        expect(await plain(yamlOf(given))).toEqual(await plain(yamlOf(given)));
      }),
      sharedRuns(33),
    );
  });

  it('can be worked out again: each part is its exact share, and at most one quantum that rounding placed', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        const [tree] = (await treesOf(yamlOf(given))).flatMap((result) => result.tree ?? []);
        if (!tree) throw new Error('no tree');
        for (const node of tree.nodes) expectDerived(node, tree);
      }),
      sharedRuns(100),
    );
  });

  it('has the same quarters whether months are under them or not', async () => {
    const grow = async (list: readonly string[], cents: bigint) =>
      (await treesOf(yamlOf({ steps: list, cents, kind: 'flow', fiscal: '01-01' })))[0]?.tree?.nodes ?? [];
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 10n ** 13n }), async (cents) => {
        const quarters = (await grow(['{by: quarter, shares: working-days}'], cents)).slice(1);
        const months = (await grow(['{by: quarter, shares: working-days}', '{by: month}'], cents)).filter((node) => node.leaf);
        for (const quarter of quarters) {
          const own = months.filter((month) => month.path.get('quarter') === quarter.path.get('quarter'));
          expect(sumAmounts(own.map(targetOf))).toBe(quarter.target);
        }
      }),
      sharedRuns(60),
    );
  });
});

/** What `why` says of a number gives the number. */
function expectDerived(node: Subgoal, tree: GoalTree): void {
  if (!node.derivedFrom.weight || node.target === undefined) return;
  const derived = derivationOf(node, tree);
  if (!derived) {
    // Nothing to share, or nothing that weighs: whoever weighs nothing has nothing.
    expect(targetOf(node) === 0 || node.opening === node.target).toBe(true);
    return;
  }
  const { shared, weight, weights, floor, remainder } = derived;
  expect(BigInt(floor)).toBe((BigInt(shared) * weight.n * weights.d) / (weight.d * weights.n));
  expect([-1, 0, 1]).toContain(Number(remainder));
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
}

function targetOf(node: Subgoal): Amount {
  if (node.target === undefined) throw new Error(`${node.id} has no target`);
  return node.target;
}
