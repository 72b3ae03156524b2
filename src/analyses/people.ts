import type { Day } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { fromAmount, NOUGHT, ONE, plus, sum, times } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Expectation } from './expected.ts';
import { expectedOf, type Held, heldOf, isHandedDown } from './held.ts';
import type { PlacedTree } from './placed-facts.ts';
import { type Position, standingOf } from './position.ts';

/** Where a person stands with their parts of a goal; owner null: rows that belong to nobody. */
export interface PersonPosition {
  readonly owner: Id | null;
  readonly goal: Id;
  readonly position: Position;
}

/** Everybody who has a part of a flow goal, or whose rows count for it, in the plan's order; then what is nobody's. */
export function peopleOf(placed: PlacedTree, expectation: Expectation, plan: Plan, asOf: Day, hasData: boolean): readonly PersonPosition[] {
  const { goal, decimals, nodes } = placed.tree;
  if (goal.metric.kind !== 'flow') return [];
  const leaves = nodes.filter((node) => isHandedDown(node, placed));
  const factsBy = factsByOwner(placed);
  const parts = new Map<Id, Held[]>();
  for (const held of leaves.flatMap((leaf) => heldOf(leaf, plan, asOf))) parts.set(held.owner, [...(parts.get(held.owner) ?? []), held]);
  const known = [...plan.members.keys(), ...parts.keys(), ...[...factsBy.keys()].filter((owner) => owner !== null)];
  const owners = [...new Set(known)].filter((owner) => parts.has(owner) || factsBy.has(owner));
  const people: PersonPosition[] = owners.map((owner) => {
    const own = parts.get(owner) ?? [];
    const set = own.flatMap((held) => (held.target === undefined ? [] : [{ held, target: fromAmount(held.target, decimals) }]));
    const target = set.length === 0 ? undefined : sum(set.map((each) => each.target));
    const expected =
      set.length === 0 ? undefined : set.reduce((total, { held }) => plus(total, expectedOf(held, expectation, decimals)), NOUGHT);
    return { owner, goal: goal.id, position: personPosition(target, expected, factsBy.get(owner) ?? [], placed, plan, asOf, hasData) };
  });
  const nobody = factsBy.get(null);
  return nobody
    ? [...people, { owner: null, goal: goal.id, position: personPosition(undefined, undefined, nobody, placed, plan, asOf, hasData) }]
    : people;
}

function factsByOwner(placed: PlacedTree): ReadonlyMap<Id | null, readonly Fact[]> {
  const facts = new Map<Id | null, Fact[]>();
  for (const fact of placed.factsOf(placed.root)) {
    for (const credit of placed.creditsOf(fact)) {
      const owner = credit.owner ?? null;
      const part = credit.share === ONE ? fact : { ...fact, value: times(fact.value, credit.share) };
      const own = facts.get(owner);
      if (own) own.push(part);
      else facts.set(owner, [part]);
    }
  }
  return facts;
}

function personPosition(
  target: Position['target'],
  expected: Position['expected'],
  facts: readonly Fact[],
  placed: PlacedTree,
  plan: Plan,
  asOf: Day,
  hasData: boolean,
): Position {
  const { goal, decimals } = placed.tree;
  const actual = hasData ? sum(facts.map((fact) => fact.value)) : undefined;
  return standingOf({ target, actual, expected, node: placed.root, facts, metric: goal.metric, opening: undefined, decimals }, plan, asOf);
}
