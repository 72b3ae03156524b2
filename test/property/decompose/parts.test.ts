import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollUp } from '../../../src/analyses/roll-up.ts';
import { decompose } from '../../../src/decompose/index.ts';
import { addDays, day, dayNumber } from '../../../src/model/day.ts';
import { planOf } from '../../support/plans.ts';

// Whoever shares a part or takes it over: what they have adds up to it, to the cent, and no roll-up loses or doubles any.
const shared = fc.record({
  cents: fc.integer({ min: 0, max: 10 ** 12 }),
  first: fc.integer({ min: 0, max: 10_000 }),
  moved: fc.integer({ min: 1, max: 364 }),
  time: fc.constantFrom('{by: month}', '{by: week}', '{by: quarter, shares: capacity}', '{by: month, shares: working-days, round: 1000}'),
});

describe('parts of several people', () => {
  it('add up to their subgoal, and to the whole by manager and by person', async () => {
    await fc.assert(
      fc.asyncProperty(shared, async ({ cents, first, moved, time }) => {
        const from = addDays(day('2026-01-01'), moved);
        const plan = await planOf(`salesplan: 1
name: Parts
currency: CNY
period: {start: 2026-01-01, end: 2026-12-31}
team:
  roles: {rep: {capacity: 1M, ramp: [0%, 50%, 100%]}}
  members: {ann: {role: rep}, bob: {role: rep, manager: ann}, cai: {role: rep, manager: ann, start: 2026-03-10}}
goals:
  g:
    metric: revenue
    target: "${(cents / 100).toFixed(2)}"
    owner: ann
    decompose:
      - by: owner
        among: [ann, bob]
        credit: {ann: {ann: ${first / 100}%, cai: ${(10_000 - first) / 100}%}}
        transfers: [{from: ${from}, bob: cai}]
      - ${time}
`);
        const [result] = decompose(plan, { facts: undefined, table: () => undefined });
        const leaves = (result?.tree?.nodes ?? []).filter((node) => node.leaf);
        for (const { parts, target, span } of leaves) {
          if (parts.length > 0) expect(parts.reduce((sum, part) => sum + BigInt(part.target), 0n)).toBe(BigInt(target ?? 0));
          for (const part of parts) expect(dayNumber(part.span.start)).toBeGreaterThanOrEqual(dayNumber(span.start));
        }
        const whole = result?.tree?.nodes[0]?.target;
        for (const by of ['manager', 'owner', 'month'] as const) {
          expect(result?.tree && rollUp(result.tree, by, plan)?.total).toBe(whole);
        }
        const top = result?.tree && rollUp(result.tree, 'manager', plan)?.rows.filter((row) => row.depth === 0);
        expect((top ?? []).reduce((sum, row) => sum + BigInt(row.total), 0n)).toBe(BigInt(whole ?? 0));
      }),
      { numRuns: 15 },
    );
  });
});
