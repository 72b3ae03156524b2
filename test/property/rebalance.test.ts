import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CARRIES, rebalance } from '../../src/analyses/index.ts';
import { decompose } from '../../src/decompose/index.ts';
import { sumAmounts } from '../../src/model/amount.ts';
import { addDays, day } from '../../src/model/day.ts';
import type { DecomposeInputs } from '../../src/model/decomposed.ts';
import type { Fact } from '../../src/model/fact.ts';
import type { GoalTree, Subgoal } from '../../src/model/subgoal.ts';
import { familiesOf, planOf } from '../support/plans.ts';
import { MEMBERS, randomPlan, SEGMENTS, yamlOf } from '../support/random-plan.ts';
import { sharedRuns } from '../support/runs.ts';

const facts = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 400 }),
    cents: fc.integer({ min: -100_000, max: 100_000_000 }),
    segment: fc.constantFrom(...SEGMENTS, undefined),
    owner: fc.constantFrom(...MEMBERS),
  }),
  { maxLength: 40 },
);
const asked = fc.record({ plan: randomPlan, facts, asOf: fc.integer({ min: 0, max: 364 }), carry: fc.constantFrom(...CARRIES) });

async function rebalanced(given: typeof asked extends fc.Arbitrary<infer T> ? T : never) {
  const plan = await planOf(yamlOf(given.plan));
  const inputs: DecomposeInputs = { facts: given.facts.map(factOf), table: () => undefined };
  const [tree] = decompose(plan, inputs).flatMap((result) => result.tree ?? []);
  if (!tree) throw new Error('no tree');
  const asOf = addDays(day('2026-01-01'), given.asOf);
  const first = rebalance(tree, given.carry, { plan, inputs, asOf });
  const goals = new Map([[tree.goal.id, { ...tree.goal, pins: first.pins }]]);
  const [after] = decompose({ ...plan, goals }, inputs).flatMap((result) => result.tree ?? []);
  if (!after) throw new Error('no tree');
  return { plan, inputs, asOf, tree, first, after };
}

function factOf({ day: at, cents, segment, owner }: { day: number; cents: number; segment: string | undefined; owner: string }): Fact {
  const value = { n: BigInt(cents), d: 100n };
  const places = { segment, product: undefined, channel: undefined, owner, ownerBound: true };
  return { source: 's', metric: 'money', day: addDays(day('2026-01-01'), at), value, rows: 1, ...places };
}

describe('a rebalanced goal', () => {
  it('still adds up to its target, with nothing negative', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (given) => {
        const { after, tree } = await rebalanced(given);
        expect(after.nodes[0]?.target).toBe(tree.nodes[0]?.target);
        if (given.plan.kind === 'flow') expectSums(after);
      }),
      sharedRuns(60),
    );
  });

  it('changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(asked, async (given) => {
        const { plan, inputs, asOf, first, after } = await rebalanced(given);
        if (first.refusal) return;
        const second = rebalance(after, given.carry, { plan, inputs, asOf });
        expect({ refusal: second.refusal, changes: second.changes }).toEqual({ refusal: undefined, changes: [] });
      }),
      sharedRuns(60),
    );
  });
});

function expectSums({ nodes }: GoalTree): void {
  expect(nodes.filter((node) => targetOf(node) < 0)).toEqual([]);
  for (const [parent, children] of familiesOf(nodes)) {
    const target = BigInt(parent.target ?? 0);
    const hedged = (2n * target * 105n + 100n) / 200n;
    expect([target, hedged]).toContain(BigInt(sumAmounts(children.map(targetOf))));
  }
}

function targetOf({ id, target }: Subgoal) {
  if (target === undefined) throw new Error(`${id} has no target`);
  return target;
}
