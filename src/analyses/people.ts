import type { Day } from '../model/day.ts';
import type { Fact } from '../model/fact.ts';
import { type Fraction, fromAmount, NOUGHT, ONE, over, plus, sum, times } from '../model/fraction.ts';
import type { Id, Plan } from '../model/plan.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { type Expectation, shareElapsed } from './expected.ts';
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

/** What one person has of a leaf. */
interface Held {
  readonly owner: Id;
  readonly leaf: Subgoal;
  readonly target: Subgoal['target'];
  /** Their part of what is expected of the leaf by now; undefined: as their part of its target. */
  readonly elapsed: Fraction | undefined;
}

/** A stint of its own expects its own days; shared credit expects what the leaf does, by the shares. */
function heldOf(leaf: Subgoal, plan: Plan, asOf: Day): readonly Held[] {
  if (leaf.parts.length === 0) return [{ owner: leaf.owner, leaf, target: leaf.target, elapsed: undefined }];
  return leaf.parts.map(({ owner, target, span }) => ({
    owner,
    leaf,
    target,
    elapsed: span === leaf.span ? undefined : shareElapsed(plan, span, asOf),
  }));
}

function expectedOf({ leaf, target, elapsed }: Held, expectation: Expectation, decimals: number): Fraction {
  if (elapsed && target !== undefined) return times(fromAmount(target, decimals), elapsed);
  const whole = expectation.of(leaf) ?? NOUGHT;
  if (leaf.parts.length === 0 || target === undefined || !leaf.target) return whole;
  return times(whole, over({ n: BigInt(target), d: 1n }, { n: BigInt(leaf.target), d: 1n }) ?? NOUGHT);
}

/** The last nodes that are parts of the goal: a funnel's stages are the way to a part, not parts of it. */
function isHandedDown(node: Subgoal, { childrenOf }: PlacedTree): boolean {
  if (node.path.has('stage')) return false;
  const [child] = childrenOf.get(node.id) ?? [];
  return child === undefined || child.path.has('stage');
}

function factsByOwner(placed: PlacedTree): ReadonlyMap<Id | null, readonly Fact[]> {
  const facts = new Map<Id | null, Fact[]>();
  for (const fact of placed.factsOf.get(placed.root.id) ?? []) {
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
