import type { Day } from '../model/day.ts';
import { type Fraction, fromAmount, NOUGHT, over, times } from '../model/fraction.ts';
import type { Id } from '../model/id.ts';
import type { Plan } from '../model/plan.ts';
import type { Subgoal } from '../model/subgoal.ts';
import { type Expectation, shareElapsed } from './expected.ts';
import type { PlacedTree } from './placed-facts.ts';

/** What one person has of a leaf. */
export interface Held {
  readonly owner: Id;
  readonly leaf: Subgoal;
  readonly target: Subgoal['target'];
  /** Their part of what is expected of the leaf by now; undefined: as their part of its target. */
  readonly elapsed: Fraction | undefined;
}

/** A stint of its own expects its own days; shared credit expects what the leaf does, by the shares. */
export function heldOf(leaf: Subgoal, plan: Plan, asOf: Day): readonly Held[] {
  if (leaf.parts.length === 0) return [{ owner: leaf.owner, leaf, target: leaf.target, elapsed: undefined }];
  return leaf.parts.map(({ owner, target, span }) => ({
    owner,
    leaf,
    target,
    elapsed: span === leaf.span ? undefined : shareElapsed(plan, span, asOf),
  }));
}

export function expectedOf({ leaf, target, elapsed }: Held, expectation: Expectation, decimals: number): Fraction {
  if (elapsed && target !== undefined) return times(fromAmount(target, decimals), elapsed);
  const whole = expectation.of(leaf) ?? NOUGHT;
  if (leaf.parts.length === 0 || target === undefined || !leaf.target) return whole;
  return times(whole, over({ n: BigInt(target), d: 1n }, { n: BigInt(leaf.target), d: 1n }) ?? NOUGHT);
}

/** The last nodes that are parts of the goal: a funnel's stages are the way to a part, not parts of it. */
export function isHandedDown(node: Subgoal, { childrenOf }: PlacedTree): boolean {
  if (node.path.has('stage')) return false;
  const [child] = childrenOf.get(node.id) ?? [];
  return child === undefined || child.path.has('stage');
}
